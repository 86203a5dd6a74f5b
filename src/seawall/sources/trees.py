"""Whole trees to read infrastructure from: a commit, the index, nothing."""

from seawall.sources.changes import Tree
from seawall.sources.git import Git
from seawall.sources.names import text
from seawall.span import Source

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` is too dear for a hook
    from collections.abc import Iterable


class GitTree(Tree):
    """Files listed once by git, when first asked for, and read one by one from its objects."""

    __slots__ = ("_git", "_origin", "_listing", "_entries", "_sources")

    def __init__(self, git: Git, origin: str, *listing: str) -> None:
        self._git = git
        self._origin = origin
        self._listing = listing
        self._entries: dict[str, tuple[str, str]] | None = None
        self._sources: dict[str, Source] = {}

    @property
    def entries(self) -> dict[str, tuple[str, str]]:
        """Mode and object id of each path."""
        if self._entries is None:
            self._entries = _parsed(self._git.run(*self._listing)) if self._listing else {}
        return self._entries

    def paths(self) -> "Iterable[str]":
        """The regular files; what a symlink or submodule names is not in the tree."""
        return (path for path, entry in self.entries.items() if entry[0].startswith("100"))

    def source(self, path: str) -> Source | None:
        if path not in self._sources:
            mode, id = self.entries.get(path, ("", ""))
            if not mode.startswith("100"):
                return None
            self._sources[path] = lazy(self._git, path, id, self._origin)
        return self._sources[path]


def commit_tree(git: Git, revision: str) -> GitTree:
    return GitTree(git, "commit", "ls-tree", "-r", "-z", "--full-tree", revision)


class HeadTree(GitTree):
    """HEAD's tree; empty on an unborn branch."""

    __slots__ = ()

    @property
    def entries(self) -> dict[str, tuple[str, str]]:
        if self._entries is None:
            code, output, _ = self._git.ask(*self._listing)
            self._entries = {} if code else _parsed(output)
        return self._entries


def head_tree(git: Git) -> GitTree:
    return HeadTree(git, "commit", "ls-tree", "-r", "-z", "--full-tree", "HEAD")


def index_tree(git: Git) -> GitTree:
    return GitTree(git, "index", "ls-files", "-s", "-z")


def empty_tree(git: Git) -> GitTree:
    return GitTree(git, "commit")


def lazy(git: Git, path: str, id: str, origin: str) -> Source:
    """A blob that is read when somebody asks."""
    return Source(path, origin=origin, digest=id, load=lambda: git.objects.blob(id))


def joined(git: Git, path: str, ids: "Iterable[str]", origin: str = "commit") -> Source:
    """What several parents held, one after the other: a line of any of them is not new."""
    wanted = tuple(dict.fromkeys(ids))
    if len(wanted) == 1:
        return lazy(git, path, wanted[0], origin)
    return Source(
        path, origin=origin, load=lambda: b"\n".join(git.objects.blob(id) for id in wanted)
    )


def _parsed(output: bytes) -> dict[str, tuple[str, str]]:
    """`MODE TYPE ID\\tPATH` of ls-tree, `MODE ID STAGE\\tPATH` of ls-files."""
    entries: dict[str, tuple[str, str]] = {}
    for record in output.split(b"\0"):
        head, tab, path = record.partition(b"\t")
        if not tab:
            continue
        mode, *rest = head.decode("ascii").split(" ")
        id = rest[0] if len(rest[0]) >= 40 else rest[1]
        entries[text(path)] = (mode, id)
    return entries


def remote_trees(root: str, most: int = 8) -> tuple[Tree, ...]:
    """What the remotes' branches hold, as far as it is known here: the newest `most` of them."""
    git = Git(root)
    wanted = ("--format=%(objectname)", "--sort=-committerdate", f"--count={most}", "refs/remotes")
    ids = git.run("for-each-ref", *wanted).decode("ascii").split()
    return tuple(commit_tree(git, id) for id in dict.fromkeys(ids))
