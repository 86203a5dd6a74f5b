"""History that a merge is about to bring in and that no remote has yet."""

import os

from seawall import gate
from seawall.hooks.override import asked
from seawall.sources import commits
from seawall.sources.changes import ChangeSet
from seawall.sources.git import Git
from seawall.sources.index import merge_heads


def main(argv: list[str]) -> int:
    """`argv` is the message file, where it comes from, and a commit; only merges matter.

    The pre-commit framework hands over the file and says the rest in the environment.
    """
    origin = argv[1] if len(argv) > 1 else os.environ.get("PRE_COMMIT_COMMIT_MSG_SOURCE", "")
    if origin != "merge":
        return gate.OK
    return gate.run(_changes, asked=asked())


def _changes() -> ChangeSet:
    git = Git()
    changes = commits.merged(git, merge_heads(git))
    # the merge's own state is the index: judged before the merge commit
    changes.after, changes.before, changes.touched = None, None, frozenset()
    return changes
