"""What a commit would add: the index against HEAD, and against the other side of a merge."""

import os

from seawall.errors import GitError
from seawall.sources.batch import contents
from seawall.sources.changes import Change, ChangeSet, Skipped
from seawall.sources.git import Git, refused
from seawall.sources.loose import git_dir, reader
from seawall.sources.names import text
from seawall.sources.raw import Entry, entries
from seawall.sources.trees import commit_tree, empty_tree, head_tree, index_tree, joined
from seawall.span import Source
from seawall.words import say

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` is too dear for a hook
    from collections.abc import Collection, Iterator

    from seawall.sources.child import Child

_DIFF = (
    "diff-index",
    "--cached",
    "--raw",
    "-z",
    "--no-abbrev",
    "-M",
    "--no-ext-diff",
    "--ignore-submodules=none",
    "--ita-invisible-in-index",
)


class Started:
    """The question to git under way, so that the engine can load meanwhile."""

    __slots__ = ("git", "_child", "_error")

    def __init__(self, root: str = "") -> None:
        self.git = Git(root)
        self._child: Child | None = None
        self._error: GitError | None = None
        try:
            self._child = self.git.start(*_DIFF, "HEAD", "--")
        except GitError as error:
            self._error = error

    @property
    def child(self) -> "Child":
        """The process; raises here, where somebody listens, if it could not be started."""
        if self._child is None:
            raise self._error or GitError("git")
        return self._child


def staged(
    started: Started | None = None, *, root: str = "", only: "Collection[str] | None" = None
) -> ChangeSet:
    """The staged changes. `only`: the paths whose text is wanted; trees stay whole."""
    started = started or Started(root)
    git, child = started.git, started.child
    pieces = []
    while piece := child.read():
        pieces.append(piece)
    code, output, born = child.wait(), b"".join(pieces), True
    if code:
        said = child.errors()
        if git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            raise refused(child.name, code, said)
        # an unborn branch: everything in the index is new
        output, born = git.run(*_DIFF, empty_id(git), "--"), False
    else:
        child.forget()
    found = list(entries(output))
    touched = {entry.path for entry in found} | {entry.old_path for entry in found}
    skipped: list[Skipped] = []
    wanted = found if only is None else [entry for entry in found if entry.path in only]
    return ChangeSet(
        git.root or os.getcwd(),
        _changes(git, wanted, skipped),
        gate="commit",
        after=index_tree(git),
        before=commit_tree(git, "HEAD") if born else empty_tree(git),
        touched=frozenset(touched),
        skipped=skipped,
        head=head_tree(git),
        close=git.close,
    )


def empty_id(git: Git) -> str:
    """The id of the tree without files, in the repository's own hash."""
    return git.run("hash-object", "-t", "tree", "--stdin").decode("ascii").strip()


def merge_heads(git: Git) -> list[str]:
    """The other sides of a merge under way: named by git's environment before MERGE_HEAD is."""
    heads = [name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_")]
    folder = git_dir(git.root) or git.line("rev-parse", "--absolute-git-dir")
    path = os.path.join(folder, "MERGE_HEAD")
    if os.path.exists(path):
        with open(path, encoding="ascii", errors="replace") as file:
            heads += file.read().split()
    return list(dict.fromkeys(heads))


def _changes(git: Git, found: list[Entry], skipped: list[Skipped]) -> "Iterator[Change]":
    others = [commit_tree(git, head) for head in merge_heads(git)] if found else []
    wanted: list[tuple[Entry, list[str]]] = []
    for entry in found:
        merged = [other.entries[entry.path][1] for other in others if entry.path in other.entries]
        befores = list(entry.old_ids) + merged
        if entry.status == "D":
            yield Change(entry.path, joined(git, entry.path, befores))
        elif entry.mode == "160000":
            why = say("a submodule: gated in its own repository", "サブモジュールは対象外です")
            skipped.append(Skipped(entry.path, "submodule", why))
            yield Change(entry.path, kind="submodule", after=Source(entry.path, b""))
        elif entry.status == "U":
            for id in _stages(git, entry.path):
                wanted.append((Entry(entry.path, entry.path, "100644", id, "", "U"), befores))
        elif entry.id not in merged and (entry.id != entry.old_id or entry.status in "AR"):
            wanted.append((entry, befores))
    loose, asked = reader(git.root), list[tuple[Entry, list[str]]]()
    for entry, befores in wanted:
        fresh = loose(entry.id)
        if fresh is None:
            asked.append((entry, befores))
        else:
            yield _change(git, entry, befores, fresh)
    answers = contents(git, [entry.id for entry, _ in asked])
    for (entry, befores), (kind, data) in zip(asked, answers, strict=True):
        if kind == "blob":
            yield _change(git, entry, befores, data)
        else:
            skipped.append(lost(entry.path, entry.id))


def _change(git: Git, entry: Entry, befores: list[str], data: bytes) -> Change:
    return Change(
        entry.path,
        joined(git, entry.old_path, befores) if befores else None,
        Source(entry.path, data, origin="index", digest=entry.id),
        old_path=entry.old_path,
        kind="symlink" if entry.mode == "120000" else "file",
    )


def lost(path: str, id: str) -> Skipped:
    """A file whose content is nowhere."""
    why = say(f"object {id} is not in this repository", f"{id} がリポジトリにありません")
    return Skipped(path, "missing", why, blocking=True)


def _stages(git: Git, path: str) -> list[str]:
    """Both sides of a conflict that is still in the index."""
    output = git.run("--literal-pathspecs", "ls-files", "-u", "-z", "--", path)
    ids = []
    for record in output.split(b"\0"):
        head, _, name = record.partition(b"\t")
        words = head.decode("ascii").split(" ")
        if len(words) == 3 and text(name) == path and words[2] in "23":
            ids.append(words[1])
    return list(dict.fromkeys(ids))
