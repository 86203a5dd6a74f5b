"""The index against HEAD, before a commit or a merge commit is made."""

import os

from seawall import gate
from seawall.hooks.override import asked
from seawall.sources import index
from seawall.sources.changes import ChangeSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from seawall.sources.index import Started


def main(argv: list[str], started: "Started | None" = None) -> int:
    """`argv` are file names from the pre-commit framework, none from git."""
    names = [name for name in argv if name != "--"]
    return gate.run(lambda: _changes(names, started), asked=asked())


def _changes(names: list[str], started: "Started | None") -> ChangeSet:
    if "PRE_COMMIT_FROM_REF" in os.environ or "PRE_COMMIT_ORIGIN" in os.environ or names:
        framework = __import__("seawall.hooks.framework", fromlist=["changes"])
        changes: ChangeSet = framework.changes(names, started)
        return changes
    return index.staged(started)
