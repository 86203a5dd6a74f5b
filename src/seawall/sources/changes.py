"""What is being gated: texts before and after, and the trees they belong to."""

from seawall.span import Source

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` is too dear for a hook
    import os
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol

    class Memory(Protocol):
        """Knows which files of a work tree are as they were when found clean."""

        def holds(self, path: str, found: os.stat_result) -> bool: ...


class Commit:
    """The commit that brought a change: id, author as git shows it, ISO date in UTC."""

    __slots__ = ("id", "author", "date", "subject")

    def __init__(self, id: str, author: str = "", date: str = "", subject: str = "") -> None:
        self.id = id
        self.author = author
        self.date = date
        self.subject = subject


class Change:
    """One text before and after. A rename is one change; a delete has no `after`.

    `before` and `after` load their bytes when asked, so a clean change never reads `before`.
    A path's own name is text too: the text lane looks at it once for each new path.
    """

    __slots__ = ("path", "before", "after", "commit", "old_path", "kind")

    def __init__(
        self,
        path: str,
        before: Source | None = None,
        after: Source | None = None,
        *,
        commit: Commit | None = None,
        old_path: str = "",
        kind: str = "file",
    ) -> None:
        self.path = path
        self.before = before
        self.after = after
        self.commit = commit
        self.old_path = old_path or path
        self.kind = kind  # "file", "symlink", "submodule", "message", "tag", "name", "note"


class Skipped:
    """What a source could not hand over: a FIFO, a submodule, an object nobody has.

    `kind` is a stable word ("special-file", "submodule", "missing", "unreadable", "vanished",
    "not-seen"); `why` a words.Text. `blocking`: it had to be decided and was not.
    """

    __slots__ = ("path", "kind", "why", "blocking")

    def __init__(self, path: str, kind: str, why: str, *, blocking: bool = False) -> None:
        self.path = path
        self.kind = kind
        self.why = why
        self.blocking = blocking


class Tree:
    """A whole tree to read infrastructure from: index, commit, work tree or folder."""

    def paths(self) -> "Iterable[str]":
        raise NotImplementedError

    def source(self, path: str) -> Source | None:
        raise NotImplementedError


class ChangeSet:
    """Everything one gate has to judge.

    `changes` are the text lane's; it may be a one-time stream. `after` and `before` are the end
    states the infrastructure lane compares (`before` None: judge everything in `after`), `touched`
    the changed and deleted paths between them (None: all). `policy_tree` is the trusted
    tree that policy, baseline and plugins come from (None: the work tree), `policy_at` its
    revision. `skipped` is complete once `changes` has been read to its end. `head` is the tree
    that tells whether HEAD still holds a finding. `close` ends what git processes are left.
    `memory`, set before `changes` is read, spares files of a work tree that it holds.
    """

    __slots__ = (
        "root",
        "gate",
        "changes",
        "after",
        "before",
        "touched",
        "policy_at",
        "policy_tree",
        "commits",
        "skipped",
        "head",
        "close",
        "memory",
    )

    def __init__(
        self,
        root: str,
        changes: "Iterable[Change]",
        *,
        gate: str,
        after: Tree | None = None,
        before: Tree | None = None,
        touched: frozenset[str] | None = None,
        policy_at: str = "",
        policy_tree: Tree | None = None,
        commits: int = 0,
        skipped: list[Skipped] | None = None,
        head: Tree | None = None,
        close: "Callable[[], None] | None" = None,
    ) -> None:
        self.root = root
        self.gate = gate
        self.changes = changes
        self.after = after
        self.before = before
        self.touched = touched
        self.policy_at = policy_at
        self.policy_tree = policy_tree
        self.commits = commits
        self.skipped = [] if skipped is None else skipped
        self.head = head
        self.close = close or _nothing_open
        self.memory: Memory | None = None

    def __iter__(self) -> "Iterator[Change]":
        return iter(self.changes)


def _nothing_open() -> None:
    """Close a set that holds no process."""
