"""How far a leaked credential has come: only here, committed, or published; and what that means."""

from collections.abc import Iterable

from seawall.errors import GitError
from seawall.lanes.findings import names_in
from seawall.lanes.judged import Judged
from seawall.lanes.text import TextLane
from seawall.sources.changes import ChangeSet, Tree
from seawall.sources.trees import remote_trees
from seawall.words import Text, say

STAGED = say(
    "Only here so far: take it out before you commit and nothing has leaked.",
    "まだこの端末だけです。コミット前に取り除けば漏えいしません。",
)
UNCOMMITTED = say(
    "Not committed yet: take it out and nothing has leaked.",
    "まだコミットされていません。取り除けば漏えいしません。",
)
COMMITTED = say(
    "Committed, but on no remote that is known here: take it out of the commit before you push.",
    "コミット済みですが、既知のリモートにはありません。push の前にコミットから取り除いてください。",
)
PUBLISHED = say(
    "Already on a remote: revoke it now; rewriting history comes second.",
    "すでにリモートにあります。今すぐ失効させてください。履歴の書き換えはその後です。",
)
IN_HEAD = say(
    "Still in HEAD: revoke it, then take it out.",
    "HEAD に残っています。失効させてから取り除いてください。",
)
IN_HISTORY = say(
    "No longer in HEAD, but in the history that others may have: revoke it.",
    "HEAD にはありませんが履歴に残っています。失効させてください。",
)


def tell(judged: Iterable[Judged], changes: ChangeSet, lane: TextLane, salt: str) -> None:
    """Put how far each credential has come in front of its advice."""
    where = _Where(changes, lane, salt)
    for each in judged:
        finding = each.finding
        if finding.family == "secrets":
            said = where.said(finding.place.path, finding.fingerprint)
            if said is not None:
                finding.advice = (said, *finding.advice)


class _Where:
    """Looks for a finding in HEAD and on the remotes; each file of each tree is searched once."""

    def __init__(self, changes: ChangeSet, lane: TextLane, salt: str) -> None:
        self._changes = changes
        self._lane = lane
        self._salt = salt
        self._names: dict[tuple[int, str], frozenset[str]] = {}
        self._remotes: tuple[Tree, ...] | None = None

    def said(self, path: str, fingerprint: str) -> Text | None:
        gate = self._changes.gate
        if gate == "commit":
            return STAGED
        if gate == "push":
            return COMMITTED
        head = self._changes.head
        if head is None:
            return None
        if gate == "history":
            return IN_HEAD if self._in(head, path, fingerprint) else IN_HISTORY
        if gate != "scan":
            return None
        if any(self._in(tree, path, fingerprint) for tree in self._trees()):
            return PUBLISHED
        return COMMITTED if self._in(head, path, fingerprint) else UNCOMMITTED

    def _trees(self) -> tuple[Tree, ...]:
        if self._remotes is None:
            self._remotes = remote_trees(self._changes.root)
        return self._remotes

    def _in(self, tree: Tree, path: str, fingerprint: str) -> bool:
        key = (id(tree), path)
        if key not in self._names:
            try:
                source = tree.source(path)
                found = () if source is None else self._lane.search(source)
            except (OSError, GitError):
                found = ()
            self._names[key] = names_in(path, found, self._salt)
        return fingerprint in self._names[key]
