"""What a set of commits brought: each text once, under the first commit that held it.

A merge is compared with all its parents: what any of them held is not new, what was born in the
merge is. Contents are read as objects; no rendered difference is ever looked at.
"""

from collections.abc import Iterable, Iterator

from seawall.sources.batch import contents
from seawall.sources.changes import Change, Commit, Skipped
from seawall.sources.git import Git, Reader, ended
from seawall.sources.index import lost
from seawall.sources.message import commit_texts
from seawall.sources.names import text
from seawall.sources.raw import Entry, entry
from seawall.sources.trees import joined
from seawall.span import Source
from seawall.words import say

_DIFF_TREE = ("diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-abbrev")
_OPTIONS = ("--no-ext-diff", "--ignore-submodules=none", "--always", "-M")


class Walk:
    """The commits of one set, oldest first, what each changed, and all the texts they brought."""

    __slots__ = ("git", "ids", "skipped", "promised", "_found")

    def __init__(
        self, git: Git, ids: list[str], skipped: list[Skipped], promised: frozenset[str]
    ) -> None:
        self.git = git
        self.ids = ids  # parents before children
        self.skipped = skipped
        self.promised = promised  # blobs of a partial clone that only its remote has
        self._found: list[tuple[str, list[Entry]]] | None = None

    @property
    def found(self) -> list[tuple[str, list[Entry]]]:
        """Each commit with the paths in which it differs from all its parents."""
        if self._found is None:
            self._found = list(changed(self.git, self.ids))
        return self._found

    def touched(self) -> frozenset[str]:
        paths = {entry.path for _, some in self.found for entry in some}
        return frozenset(paths | {entry.old_path for _, some in self.found for entry in some})

    def changes(self) -> Iterator[Change]:
        commits: dict[str, Commit] = {}
        for id, (kind, data) in zip(self.ids, contents(self.git, self.ids), strict=True):
            if kind != "commit":
                self.skipped.append(lost(id, id))
                continue
            commit, texts = commit_texts(id, data)
            commits[id] = commit
            yield from texts
        seen: set[tuple[str, str]] = set()
        wanted: list[tuple[Entry, Commit]] = []
        for id, some in self.found:
            commit = commits.get(id) or Commit(id)
            for each in some:
                if (each.id, each.path) in seen or each.status == "D":
                    continue
                seen.add((each.id, each.path))
                if each.mode == "160000":
                    why = say(
                        "a submodule: gated in its own repository", "サブモジュールは対象外です"
                    )
                    self.skipped.append(Skipped(each.path, "submodule", why))
                    yield _named(each, commit, kind="submodule")
                elif each.id in self.promised:
                    yield _named(each, commit, kind="name")
                elif each.id in each.old_ids:
                    if each.path != each.old_path or each.status == "A":
                        yield _named(each, commit, kind="name")  # moved as it was
                else:
                    wanted.append((each, commit))
        answers = contents(self.git, [each.id for each, _ in wanted])
        for (each, commit), (kind, data) in zip(wanted, answers, strict=True):
            if kind == "blob":
                yield Change(
                    each.path,
                    joined(self.git, each.old_path, each.old_ids) if each.old_ids else None,
                    Source(each.path, data, origin="commit", digest=each.id),
                    commit=commit,
                    old_path=each.old_path,
                    kind="symlink" if each.mode == "120000" else "file",
                )
            else:
                self.skipped.append(lost(each.path, each.id))


def changed(git: Git, ids: Iterable[str], *options: str) -> Iterator[tuple[str, list[Entry]]]:
    """Each commit with the paths in which it differs from all its parents."""
    given = "\n".join((*ids, "")).encode("ascii")
    if given == b"\n":
        return
    child = git.start(*_DIFF_TREE, *(options or _OPTIONS), given=given)
    reader = Reader(child)
    fields = iter(lambda: reader.until(b"\0"), b"")
    try:
        commit, some = "", list[Entry]()
        for field in fields:
            if field.startswith(b":"):
                some.append(entry(field, fields))
            else:
                if commit:
                    yield commit, some
                commit, some = text(field).strip(), []
        if commit:
            yield commit, some
        if child.wait():
            raise ended(child)
    finally:
        child.stop()


def _named(each: Entry, commit: Commit, *, kind: str) -> Change:
    """A change that has a name and no text of its own: the lane looks at new names itself."""
    return Change(
        each.path,
        None,
        Source(each.path, b"", origin="name"),
        commit=commit,
        old_path=each.old_path,
        kind=kind,
    )
