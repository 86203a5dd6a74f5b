"""From a plan to the changes it names, in a clone that holds them all or not at all."""

import os

from seawall.errors import Undecided
from seawall.forge.deepen import deepen as fetch_more
from seawall.forge.plan import Plan
from seawall.sources.changes import ChangeSet
from seawall.sources.commits import between, commit_id, gathered, shallow
from seawall.sources.git import Git
from seawall.sources.history import history
from seawall.sources.trees import commit_tree
from seawall.words import say


def changes(
    git: Git, plan: Plan, *, deepen: bool = False, policy_from: str = "", since: str = ""
) -> ChangeSet:
    """What the plan's run has to judge, under the policy it trusts.

    Raises Undecided where the clone lacks a commit; with `deepen` it is fetched first.
    """
    if plan.kind == "nothing":
        found = ChangeSet(git.root or os.getcwd(), (), gate="ci", touched=frozenset())
    else:
        _complete(git, plan, deepen=deepen)
        found = _changes(git, plan, since)
    trusted = policy_from or plan.policy_at
    if trusted and plan.kind != "nothing":
        found.policy_at = commit_id(git, trusted)
        found.policy_tree = commit_tree(git, found.policy_at)
    return found


def _changes(git: Git, plan: Plan, since: str) -> ChangeSet:
    if plan.kind == "range":
        return between(git, plan.base, plan.head, gate="ci")
    if plan.kind == "new":
        head = _object(git, plan.head)
        without = [commit_id(git, plan.base)] if plan.base and has(git, plan.base) else []
        fork = git.line("merge-base", without[0], f"{head}^{{commit}}") if without else ""
        return gathered(git, [head], without, gate="ci", base=[fork] if fork else None)
    found = history(git, since=since)
    found.gate = "ci"
    found.after = commit_tree(git, commit_id(git, "HEAD"))
    found.touched = None
    return found


def _object(git: Git, revision: str) -> str:
    """A tag's own id, not its commit's: the tag's message is text too."""
    id = git.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    return id or commit_id(git, revision)


def has(git: Git, revision: str) -> bool:
    """Whether the commit is at hand."""
    word = f"{revision}^{{commit}}"
    return bool(git.line("rev-parse", "--verify", "--quiet", "--end-of-options", word))


def _complete(git: Git, plan: Plan, *, deepen: bool) -> None:
    if is_complete(git, plan):
        return
    if deepen:
        fetch_more(git.root or os.getcwd(), plan, lambda: is_complete(git, plan))
        if is_complete(git, plan):
            return
    line = plan.full_clone
    raise Undecided(
        say(
            f"this clone lacks commits of {_name(plan)}; get all of it with: {line}",
            f"{_name(plan)} のコミットが足りません。次の設定で全て取得します: {line}",
        )
    )


def _name(plan: Plan) -> str:
    if plan.kind == "history":
        return "HEAD"
    return f"{plan.base[:40]}..{plan.head[:40]}" if plan.base else plan.head[:40]


def is_complete(git: Git, plan: Plan) -> bool:
    """Whether every commit that has to be judged is here, and the revision of the policy."""
    if plan.policy_at and not has(git, plan.policy_at):
        return False
    if plan.kind == "history":
        return not shallow(git)
    if not has(git, plan.head):
        return False
    if plan.kind == "range" and not has(git, plan.base):
        return False
    if not shallow(git):
        return True
    if not plan.base or not has(git, plan.base):
        return False
    ids = git.line("rev-list", f"{plan.head}^{{commit}}", f"^{plan.base}").split()
    if not git.line("merge-base", plan.base, f"{plan.head}^{{commit}}"):
        return False
    return not _cut_off(git) & set(ids)


def _cut_off(git: Git) -> set[str]:
    """Commits whose parents a shallow clone left out."""
    path = os.path.join(git.root, git.line("rev-parse", "--git-path", "shallow"))
    try:
        with open(path, encoding="ascii") as file:
            return set(file.read().split())
    except OSError:
        return set()
