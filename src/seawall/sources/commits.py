"""Sets of commits: what a push would publish, a range, what a merge brings, a whole history."""

import os
from collections.abc import Iterable, Iterator

from seawall.errors import Undecided
from seawall.sources.batch import contents, facts
from seawall.sources.changes import Change, ChangeSet, Skipped
from seawall.sources.git import Git
from seawall.sources.message import tag_text
from seawall.sources.raw import is_zero
from seawall.sources.remotes import Line, Remotes, believed
from seawall.sources.trees import commit_tree, empty_tree, head_tree
from seawall.sources.walk import Walk
from seawall.span import Source
from seawall.words import say


def parse_lines(given: bytes) -> list[Line]:
    """The lines git gives a pre-push hook: LOCAL-REF LOCAL-ID REMOTE-REF REMOTE-ID."""
    lines = []
    for line in given.decode("utf-8", "surrogateescape").split("\n"):
        words = line.rsplit(" ", 3)
        if len(words) == 4:
            lines.append(Line(*words))
        elif line.strip():
            why = "a line of the push cannot be read"
            raise Undecided(say(why, "push の入力行を読めません"))
    return lines


def publish_set(git: Git, lines: list[Line], remote: str, url: str) -> ChangeSet:
    """Exactly what git would send: reachable from what is pushed, not from what the remote has."""
    pushed = [line.local for line in lines if not is_zero(line.local)]
    if not pushed or url == ".":
        return ChangeSet(_root(git), (), gate="push", touched=frozenset(), close=git.close)
    remotes = Remotes(git)
    known = believed(git, remotes, remotes.named(remote, url), lines)
    return gathered(git, pushed, known, gate="push", partial=remotes.partial)


def received(git: Git, new: list[str], old: list[str]) -> ChangeSet:
    """What a push brings into this repository: reachable from the new ids, from no ref of ours."""
    changes = gathered(git, new, (), options=("--not", "--all"), gate="receive", base=old)
    head = head_commit(git)
    changes.policy_at = "HEAD" if head else ""
    changes.policy_tree = commit_tree(git, head) if head else empty_tree(git)
    return changes


def merged(git: Git, heads: list[str]) -> ChangeSet:
    """History that a merge is about to bring in and that no remote has yet."""
    return gathered(git, heads, ["HEAD"], options=("--not", "--remotes"), gate="commit")


def unpublished(git: Git, tips: list[str]) -> ChangeSet:
    """What no remote we know of has; for a push about which nothing else is known."""
    return gathered(git, tips, (), options=("--not", "--remotes"), gate="push")


def range_of(git: Git, words: str) -> ChangeSet:
    """BASE..HEAD (or BASE...HEAD): every commit of it; the end state against where they part."""
    base, dots, head = words.partition("...")
    if not dots:
        base, dots, head = words.partition("..")
    if not dots:
        raise Undecided(say(f"{words} is no range BASE..HEAD", f"{words} は範囲ではありません"))
    return between(git, base or "HEAD", head or "HEAD")


def between(git: Git, base: str, head: str, *, gate: str = "ci") -> ChangeSet:
    start, end = commit_id(git, base), commit_id(git, head)
    fork = git.line("merge-base", start, end) or start
    return gathered(git, [end], [start], gate=gate, base=[fork])


def head_commit(git: Git) -> str:
    """The commit HEAD stands on; "" on an unborn branch."""
    return git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}")


def commit_id(git: Git, revision: str) -> str:
    """The commit a revision names; Undecided where it names none that is at hand."""
    id = git.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not id:
        hint = " (a shallow clone? fetch more history)" if shallow(git) else ""
        raise Undecided(
            say(f"no commit {revision} here{hint}", f"コミット {revision} がありません{hint}")
        )
    return id


def shallow(git: Git) -> bool:
    return git.line("rev-parse", "--is-shallow-repository") == "true"


def gathered(
    git: Git,
    wanted: Iterable[str],
    without: Iterable[str],
    *,
    gate: str,
    options: tuple[str, ...] = (),
    base: list[str] | None = None,
    partial: bool | None = None,
) -> ChangeSet:
    """All that is reachable from `wanted` and not from `without`, nor from what `options` name.

    Before git 2.42 `--not` cannot be read from standard input.
    """
    ids = list(dict.fromkeys(wanted))
    skipped: list[Skipped] = []
    tips, extra = peeled(git, ids, skipped)
    asked = Question(git, options, _given(tips, (), without))
    commits = asked("--topo-order", "--reverse") if tips else []
    if partial is None:
        partial = Remotes(git).partial
    promised = frozenset(asked.promised()) if partial and tips else frozenset[str]()
    walk = Walk(git, commits, skipped, promised)
    changes = ChangeSet(
        _root(git),
        _all(git, walk, extra, Question(git, options, _given(extra, tips, without))),
        gate=gate,
        commits=len(commits),
        skipped=skipped,
        close=git.close,
    )
    if commits:
        tip = tips[0] if tips[0] in set(commits) else commits[-1]
        changes.after = commit_tree(git, tip)
        changes.head = head_tree(git)
        start = _start(git, base or [], tip, asked)
        changes.before = commit_tree(git, start) if start else None
        changes.touched = walk.touched()
    else:
        changes.touched = frozenset()
    return changes


def peeled(git: Git, ids: list[str], skipped: list[Skipped]) -> tuple[list[str], list[str]]:
    """Commits to walk from, and the further objects on the way: tags, and trees or blobs
    that are pushed by themselves."""
    tips, extra = [], []
    todo = list(ids)
    while todo:
        after = []
        for id, (kind, _) in zip(todo, facts(git, todo), strict=True):
            if kind == "commit":
                tips.append(id)
            elif kind == "missing":
                raise Undecided(say(f"object {id} is not here", f"オブジェクト {id} がありません"))
            else:
                extra.append(id)
                if kind == "tag":
                    data = git.objects.read(id)[1]
                    after.append(data.split(b"\n", 1)[0].removeprefix(b"object ").decode("ascii"))
        todo = [each for each in dict.fromkeys(after) if each not in tips]
    return list(dict.fromkeys(tips)), list(dict.fromkeys(extra))


class Question:
    """One set of revisions, asked about in several ways."""

    __slots__ = ("_git", "_options", "_given")

    def __init__(self, git: Git, options: tuple[str, ...], given: bytes) -> None:
        self._git = git
        self._options = options
        self._given = given

    def __call__(self, *how: str) -> list[str]:
        output = self._git.run("rev-list", *how, "--stdin", *self._options, given=self._given)
        return output.decode("utf-8", "surrogateescape").splitlines()

    def promised(self) -> list[str]:
        """Objects of a partial clone that only its remote has; asking for one would fetch it."""
        lines = self("--objects", "--missing=print", "--no-object-names")
        return [line[1:] for line in lines if line.startswith("?")]


def _given(wanted: list[str], tips: Iterable[str], without: Iterable[str]) -> bytes:
    """Revisions for standard input: `wanted`, but nothing that `tips` or `without` reach."""
    negative = (f"^{id}" for id in (*tips, *without))
    return "\n".join((*wanted, *negative, "")).encode("ascii")


def _all(git: Git, walk: Walk, extra: list[str], beside: Question) -> Iterator[Change]:
    yield from walk.changes()
    if not extra:
        return
    paths: dict[str, str] = {}
    for line in beside("--objects"):
        id, _, path = line.partition(" ")
        paths.setdefault(id, path)
    for id, (kind, data) in zip(paths, contents(git, paths), strict=True):
        if kind == "tag":
            yield tag_text(data)
        elif kind == "blob":
            path = f".git/blob/{id[:12]}" if id in extra else paths[id]
            yield Change(path, None, Source(path, data, origin="commit", digest=id))


def _start(git: Git, base: list[str], tip: str, asked: Question) -> str:
    """The state that `tip` is compared with: what the other side has, nearest to it; "" if none."""
    for each in base:
        if not is_zero(each) and facts(git, [each])[0][0] == "commit":
            return each
    edges = [line[1:] for line in asked("--topo-order", "--boundary") if line[:1] == "-"]
    for edge in edges[:20]:
        if git.ask("merge-base", "--is-ancestor", edge, tip)[0] == 0:
            return edge
    return ""


def _root(git: Git) -> str:
    return git.root or os.getcwd()
