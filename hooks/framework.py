"""What the pre-commit framework and prek tell a hook: file names, or the two ends of a range."""

import os

from seawall.sources import commits, index, worktree
from seawall.sources.changes import ChangeSet, Skipped
from seawall.sources.git import Git
from seawall.sources.index import Started
from seawall.sources.remotes import Line
from seawall.words import say


def changes(names: list[str], started: Started | None) -> ChangeSet:
    """A range where one is named; what is staged of the given files; else those files whole.

    A gate that scanned nothing must never look like one that passed.
    """
    base, head = ends()
    if base and head:
        return commits.between(Git(), base, head, gate="commit")
    staged = index.staged(started, only=frozenset(each.replace(os.sep, "/") for each in names))
    if staged.touched:
        return staged
    staged.close()
    whole = worktree.paths(names, root=os.getcwd())
    whole.gate = "commit"
    return whole


def ends() -> tuple[str, str]:
    """The range that the framework names, in its new or its old words."""
    base = os.environ.get("PRE_COMMIT_FROM_REF") or os.environ.get("PRE_COMMIT_ORIGIN", "")
    head = os.environ.get("PRE_COMMIT_TO_REF") or os.environ.get("PRE_COMMIT_SOURCE", "")
    return base, head


def push() -> ChangeSet:
    """A push of which only one ref is known, and no word of the remote."""
    git = Git()
    base, head = ends()
    tip = commits.commit_id(git, head or os.environ.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD")
    told = commits.commit_id(git, base) if base else "0" * len(tip)
    line = Line(
        os.environ.get("PRE_COMMIT_LOCAL_BRANCH", "HEAD"),
        tip,
        os.environ.get("PRE_COMMIT_REMOTE_BRANCH", ""),
        told,
    )
    name = os.environ.get("PRE_COMMIT_REMOTE_NAME", "")
    url = os.environ.get("PRE_COMMIT_REMOTE_URL", "")
    if name or url:
        found = commits.publish_set(git, [line], name, url)
    else:
        found = commits.unpublished(git, [tip])
    why = say(
        "one ref of this push was seen: no standard input reached the hook. Other branches, tags "
        "and deletions were not; `seawall install` sets up git's own hook, which sees all.",
        "標準入力がないため push の参照を 1 つしか見ていません。他のブランチやタグは未検査です。"
        "`seawall install` の git フックならすべて検査します。",
    )
    found.skipped.append(Skipped("", "partial-view", why))
    return found
