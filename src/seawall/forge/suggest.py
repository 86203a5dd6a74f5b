"""A fix as whole lines, the way a code host takes suggested changes."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from seawall.finding import Edit, Finding

_MOST_LINES = 40


class Suggestion:
    """Replace lines `first` to `last` by `lines`."""

    __slots__ = ("first", "last", "lines")

    def __init__(self, first: int, last: int, lines: tuple[str, ...]) -> None:
        self.first = first
        self.last = last
        self.lines = lines


def suggestion(
    finding: Finding, others: Iterable[Finding], read: Callable[[str], str | None]
) -> Suggestion | None:
    """What a reviewer may accept with one click; None where there is no such thing.

    Only a safe fix in the finding's own file, and never where the lines hold a secret: the host
    would show them.
    """
    fix = finding.fix
    path = finding.place.path
    if fix is None or not fix.safe or not fix.edits or any(e.path != path for e in fix.edits):
        return None
    text = read(path)
    if text is None:
        return None
    edits = sorted(fix.edits, key=lambda each: each.start)
    if not _apart(edits) or edits[-1].end > len(text):
        return None
    found = _whole_lines(text, edits)
    if found is None or _holds_secret(found, path, others):
        return None
    return found


def _apart(edits: list[Edit]) -> bool:
    return all(one.end <= two.start for one, two in pairwise(edits))


def _whole_lines(text: str, edits: list[Edit]) -> Suggestion | None:
    begin = text.rfind("\n", 0, edits[0].start) + 1
    end = edits[-1].end
    parts: list[str] = []
    at = begin
    for edit in edits:
        parts += (text[at : edit.start], edit.replacement)
        at = edit.end
    after = "".join(parts)
    if end > begin and text[end - 1] == "\n" and (not after or after[-1] == "\n"):
        # whole lines are replaced by whole lines, or by none
        finish = end - 1
        lines = after.split("\n")[:-1]
    else:
        finish = text.find("\n", end)
        finish = len(text) if finish < 0 else finish
        lines = (after + text[end:finish]).split("\n")
    first = text.count("\n", 0, begin) + 1
    last = first + text.count("\n", begin, finish)
    if last - first >= _MOST_LINES or len(lines) > 2 * _MOST_LINES:
        return None
    return Suggestion(first, last, tuple(line.rstrip("\r") for line in lines))


def _holds_secret(found: Suggestion, path: str, findings: Iterable[Finding]) -> bool:
    return any(
        each.family == "secrets"
        and each.place.path == path
        and each.place.line <= found.last
        and each.place.end_line >= found.first
        for each in findings
    )
