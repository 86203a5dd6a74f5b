"""Guards that a change takes away: seen only where before and after are compared."""

from collections.abc import Iterable, Mapping

from seawall.check import Check
from seawall.lanes.judged import Judged
from seawall.lanes.problems import Lines, judged_problem
from seawall.model.resource import Bounds
from seawall.model.services import RemovedWatch, Watch, removed
from seawall.sources.changes import Tree
from seawall.span import Place

# words that stand in a text that holds a guard; the tree before is read for their sake
_WORDS = (
    b"guardduty",
    b"cloudtrail",
    b"securityhub",
    b"configurationrecorder",
    b"configuration_recorder",
    b"accessanalyzer",
    b"account_public_access_block",
    b"snapshotblockpublicaccess",
    b"block_public_access",
    b"ebs_encryption_by_default",
    b"macie",
)

Watches = list[tuple[Watch, Bounds]]


def may_remove(
    before: Tree, after: Tree, touched: Iterable[str] | None, renames: Mapping[str, str]
) -> bool:
    """Whether a touched text names a guard less often than it did, or calls what may hold one."""
    for path in touched or ():
        old = before.source(path)
        if old is None:
            continue
        then = old.data.lower()
        new = after.source(renames.get(path, path))
        now = new.data.lower() if new is not None else b""
        if any(then.count(word) > now.count(word) for word in _WORDS):
            return True
        if then.count(b"module ") > now.count(b"module ") or _switched(then, now):
            return True
    return False


def _switched(then: bytes, now: bytes) -> bool:
    """Whether something may be made less often than before."""
    return then != now and any(word in now and word in then for word in _WORDS)


def judge_removed(
    before: Watches,
    after: Watches,
    checks: Iterable[Check],
    tree: Tree,
    lines: Lines,
    renames: Mapping[str, str],
) -> list[Judged]:
    """The findings for guards that are gone, placed where they stood."""
    wanted = [each for each in checks if each.on is RemovedWatch]
    found: list[Judged] = []
    bounds = {id(watch.span): each for watch, each in before}
    for gone in removed((watch for watch, _ in before), (watch for watch, _ in after)):
        for check in wanted:
            for problem in check.run(gone):
                judged = judged_problem(check, gone, problem, bounds[id(gone.span)], lines, renames)
                if judged is not None:
                    _put(judged, tree, renames)
                    found.append(judged)
    return found


def _put(judged: Judged, tree: Tree, renames: Mapping[str, str]) -> None:
    """Point to the text of today, if there is one; nothing in the old text speaks for it."""
    place = judged.finding.place
    path = renames.get(place.path, place.path)
    now = tree.source(path)
    last = now.data.count(b"\n") + 1 if now is not None else place.line
    line = min(place.line, last)
    judged.finding.place = Place(path, line)
    judged.scopes = ((path, line, line),)
    judged.sources = (now,) if now is not None else ()
