"""The lines of code around a finding, with carets right under what is wrong."""

from seawall.finding import Finding
from seawall.reporters.options import Options
from seawall.reporters.visible import cells, width

# what stands for a secret, whatever its length, behind at most four characters of it
_MASK = "********"
_SHOWN = 4
_KEEP = 2000  # code points of a line worth measuring around the caret


def frame(finding: Finding, options: Options) -> list[tuple[str, str, str]]:
    """(gutter, code, caret line or "") for each line, cut to the terminal's width."""
    wrong = finding.place.line
    rows = list(finding.frame.lines)
    while rows and rows[-1][0] > wrong and not rows[-1][1].strip():
        rows.pop()
    while rows and rows[0][0] < wrong and not rows[0][1].strip():
        rows.pop(0)
    if not rows:
        return []
    digits = len(str(max(number for number, _ in rows)))
    room = max(20, options.width - digits - 6)
    result = []
    for number, text in rows:
        if number == finding.place.line:
            text, start, end = marked(finding, text)
        else:
            start = end = 0
        code, caret = _cut(text, start, end, room, "…" if options.unicode else "...")
        result.append((str(number).rjust(digits), code, caret))
    return result


def marked(finding: Finding, text: str) -> tuple[str, int, int]:
    """The line to show and the code points of it that are wrong; 0, 0 for none."""
    place = finding.place
    start = place.column - 1
    if start >= len(text) and finding.excerpt:
        # the frame shows the start of a very long line; the excerpt shows what is wrong
        text = finding.excerpt
        at = text.rfind(_MASK)
        return (text, at, at + len(_MASK)) if at >= 0 else (text, 0, 0)
    if start >= len(text):
        return text, 0, 0
    if _MASK in text:
        at = text.find(_MASK, start)
        if start <= at <= start + _SHOWN:
            return text, start, at + len(_MASK)
        at = _nearest(text, start)
        return text, at, at + len(_MASK)
    end = place.end_column - 1 if place.end_line == place.line else len(text.rstrip())
    return text, start, max(start + 1, min(end, len(text)))


def _nearest(text: str, start: int) -> int:
    """Where the masked secret stands: a mask before it on the line may have moved it."""
    before = text.rfind(_MASK, 0, start + len(_MASK))
    after = text.find(_MASK, start)
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
