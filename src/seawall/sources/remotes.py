"""What a remote is believed to have already, told from standard input and tracking refs alone.

A push sends what no ref of the remote reaches. Hooks use no network, so the remote's refs are
known from two witnesses: git's own lines about the refs being pushed, which are true now, and the
tracking refs, which were true once. Where they differ, the lines win, and a tracking ref that
they prove wrong takes with it every other one that rests on the same lost history.
"""

from seawall.sources.batch import facts
from seawall.sources.git import Git
from seawall.sources.raw import is_zero

# what people call the branch that everything else comes from
_MAIN = tuple(f"refs/heads/{each}" for each in ("main", "master", "trunk", "develop", "default"))


class Line:
    """One ref of a push, as git writes it to the hook."""

    __slots__ = ("local_ref", "local", "remote_ref", "remote")

    def __init__(self, local_ref: str, local: str, remote_ref: str, remote: str) -> None:
        self.local_ref = local_ref
        self.local = local
        self.remote_ref = remote_ref
        self.remote = remote


class Remotes:
    """The configured remotes: what they are called, where they lie, where their refs are kept."""

    __slots__ = ("_git", "_settings")

    def __init__(self, git: Git) -> None:
        self._git = git
        self._settings: list[tuple[str, str]] = []
        code, output, _ = git.ask("config", "-z", "--get-regexp", r"^(remote\.|extensions\.)")
        answer = "" if code else output.decode("utf-8", "surrogateescape")
        for record in answer.split("\0"):
            key, _, value = record.partition("\n")
            if key:
                self._settings.append((key, value))

    def values(self, name: str, field: str) -> list[str]:
        return [value for key, value in self._settings if key == f"remote.{name}.{field}"]

    def names(self) -> list[str]:
        found = [
            key.removeprefix("remote.").rpartition(".")[0]
            for key, _ in self._settings
            if key.startswith("remote.")
        ]
        return list(dict.fromkeys(found))

    @property
    def partial(self) -> bool:
        """Whether objects may be missing because a remote promised them."""
        return any(
            key == "extensions.partialclone" or key.endswith(".promisor")
            for key, _ in self._settings
        )

    def named(self, name: str, url: str) -> str:
        """The configured remote that a push goes to; "" for a URL that is nobody's."""
        for each in self.names():
            if each == name and each != url:
                return each if self._same_place(each, url) else ""
        for each in self.names():
            if url and url in self.values(each, "url")[:1]:
                return each
        return ""

    def _same_place(self, name: str, url: str) -> bool:
        """Tracking refs tell of where we fetch: the first URL. Pushes may go elsewhere, too."""
        fetched, pushed = self.values(name, "url"), self.values(name, "pushurl")
        if not url or (len(fetched) < 2 and not pushed):
            return True
        return bool(fetched) and place(url) == place(fetched[0])

    def tracking(self, name: str) -> dict[str, tuple[str, str]]:
        """Branch on the remote -> (tracking ref, its object), other remotes' left out."""
        patterns = []
        for value in self.values(name, "fetch"):
            source, _, kept = value.lstrip("+").partition(":")
            if kept.startswith("refs/remotes/"):
                patterns.append((source, kept))
        if not patterns:
            return {}
        foreign = tuple(f"refs/remotes/{each}/" for each in self.names() if each != name)
        own = f"refs/remotes/{name}/"
        output = self._git.run(
            "for-each-ref", "--format=%(refname)%00%(objectname)%00%(symref)%00", "refs/remotes/"
        )
        found: dict[str, tuple[str, str]] = {}
        for line in output.decode("utf-8", "surrogateescape").split("\0\n"):
            ref, _, rest = line.partition("\0")
            id, _, symbolic = rest.partition("\0")
            longer = [each for each in foreign if ref.startswith(each) and len(each) > len(own)]
            if not id or symbolic or longer:
                continue
            for source, kept in patterns:
                branch = mapped(ref, kept, source)
                if branch:
                    found[branch] = (ref, id)
        return found

    def default_branch(self, name: str) -> str:
        """The remote's own HEAD as we last saw it, as a ref of the remote; "" if never."""
        ref = self._git.line("symbolic-ref", "--quiet", f"refs/remotes/{name}/HEAD")
        own = f"refs/remotes/{name}/"
        return "refs/heads/" + ref.removeprefix(own) if ref.startswith(own) else ""


def believed(git: Git, remotes: Remotes, name: str, lines: list[Line]) -> list[str]:
    """Objects that this remote has, all of which we have too."""
    told = [line.remote for line in lines if not is_zero(line.remote)]
    kinds = dict(zip(told, facts(git, told), strict=True))
    have = {id for id, (kind, _) in kinds.items() if kind != "missing"}
    if not name:
        return sorted(have)
    tracked = remotes.tracking(name)
    doubted: set[str] = set()
    for line in lines:
        ref, seen = tracked.get(line.remote_ref, ("", ""))
        if not ref or seen == line.remote:
            continue
        if is_zero(line.remote):
            doubted.add(ref)
            if line.remote_ref in (remotes.default_branch(name), *_MAIN):
                # its main branch is gone: this is not the repository we fetched from
                return sorted(have)
        elif line.remote in have and not _holds(git, line.remote, seen):
            # taken back: what only the old state held may be gone from everywhere
            doubted |= {ref, *_holders(git, seen)}
    kept = [id for ref, id in tracked.values() if ref not in doubted]
    present = zip(kept, facts(git, kept), strict=True)
    return sorted(have | {id for id, (kind, _) in present if kind != "missing"})


def _holds(git: Git, tip: str, commit: str) -> bool:
    """Whether `tip` is `commit` or built on it."""
    return tip == commit or git.ask("merge-base", "--is-ancestor", commit, tip)[0] == 0


def _holders(git: Git, commit: str) -> list[str]:
    """The tracking refs, of any remote, that hold a commit."""
    words = ("for-each-ref", f"--contains={commit}", "--format=%(refname)", "refs/remotes/")
    return git.ask(*words)[1].decode("utf-8", "surrogateescape").splitlines()


def mapped(ref: str, kept: str, source: str) -> str:
    """`ref` through a fetch refspec backwards: the remote's name of it, "" if it is not of it."""
    if "*" not in kept:
        return source if ref == kept else ""
    before, _, after = kept.partition("*")
    if not (ref.startswith(before) and ref.endswith(after)):
        return ""
    middle = ref[len(before) : len(ref) - len(after) if after else None]
    return source.replace("*", middle, 1)


def place(url: str) -> str:
    """Host and path of a URL, whatever way leads there."""
    _, there, rest = url.partition("://")
    if not there:
        rest = url.replace(":", "/", 1) if ":" in url.partition("/")[0] else url
    rest = rest.rpartition("@")[2] if "@" in rest.partition("/")[0] else rest
    host, slash, path = rest.partition("/")
    host = host.partition(":")[0]
    return f"{host.lower()}{slash}{path.lstrip('/')}".removesuffix("/").removesuffix(".git")
