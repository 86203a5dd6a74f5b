"""The lines of code around a finding, with carets right under what is wrong."""

from seawall.finding import Finding
from seawall.reporters.options import Options
from seawall.reporters.visible import cells, width

_KEEP = 2000  # code points of a line worth measuring around the caret


def frame(finding: Finding, options: Options) -> list[tuple[str, str, str]]:
    """(gutter, code, caret line or "") for each line, cut to the terminal's width."""
    rows = finding.frame.lines
    if not rows:
        return []
    digits = len(str(max(number for number, _ in rows)))
    room = max(20, options.width - digits - 6)
    result = []
    for number, text in rows:
        start, end = _marked(finding, number, text)
        code, caret = _cut(text, start, end, room, "…" if options.unicode else "...")
        result.append((str(number).rjust(digits), code, caret))
    return result


def _marked(finding: Finding, number: int, text: str) -> tuple[int, int]:
    """The code points of this line that are wrong; (0, 0) for none."""
    place = finding.place
    if not place.line <= number <= place.end_line:
        return 0, 0
    if number != place.line:
        return 0, 0
    start = place.column - 1
    excerpt = finding.excerpt
    if excerpt:
        at = _nearest(text, excerpt, start)
        if at >= 0:
            return at, at + len(excerpt)
    if start >= len(text):
        return 0, 0
    end = place.end_column - 1 if place.end_line == number else len(text.rstrip())
    return start, max(start + 1, min(end, len(text)))


def _nearest(text: str, excerpt: str, start: int) -> int:
    """Where the masked secret stands: a mask before it on the line may have moved it."""
    before = text.rfind(excerpt, 0, start + len(excerpt))
    after = text.find(excerpt, start)
    if before < 0 or after < 0:
        return max(before, after)
    return before if start - before <= after - start else after


def _cut(text: str, start: int, end: int, room: int, dots: str) -> tuple[str, str]:
    skipped = max(0, start - _KEEP // 2) if len(text) > _KEEP else 0
    shown = cells(text[skipped : skipped + _KEEP])
    start, end = start - skipped, min(end - skipped, max(len(shown), start - skipped + 1))
    left = 0
    if sum(map(width, shown)) > room:
        lead = sum(map(width, shown[:start]))
        while lead > room // 3:
            lead -= width(shown[left])
            left += 1
        used, right = 0, left
        while right < len(shown) and used + width(shown[right]) <= room - 2 * len(dots):
            used += width(shown[right])
            right += 1
        more = right < len(shown) or skipped + len(shown) < len(text)
        shown = shown[:right]
    else:
        more = False
    before = dots if left or skipped else ""
    code = before + "".join(shown[left:]) + (dots if more else "")
    if end <= start:
        return code, ""
    indent = len(before) + sum(map(width, shown[left:start]))
    marks = sum(map(width, shown[start:end])) or 1
    return code, " " * indent + "^" * marks
