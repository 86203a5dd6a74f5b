"""What `git am` is about to commit: the patched index and the message that came with it."""

import os

from seawall import gate
from seawall.hooks.override import asked
from seawall.sources import index
from seawall.sources.changes import Change, ChangeSet
from seawall.sources.git import Git
from seawall.sources.message import edited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def main(argv: list[str]) -> int:
    return gate.run(_changes, asked=asked())


def _changes() -> ChangeSet:
    changes = index.staged()
    changes.changes = _with_message(changes.changes)
    return changes


def _with_message(changes: "Iterable[Change]") -> "Iterator[Change]":
    yield from changes
    git = Git()
    path = git.line("rev-parse", "--git-path", "rebase-apply/final-commit")
    if path and os.path.exists(path):
        yield edited(git, path, editor=False)
