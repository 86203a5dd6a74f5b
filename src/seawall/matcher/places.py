"""From byte offsets to code points and to the lines people see."""

from collections.abc import Iterable, Sequence

from seawall.matcher.decode import EXPRESSIONS
from seawall.matcher.leak import Leak
from seawall.matcher.redact import mask_spans

_TAIL = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that begin no character
_WIDEST = 160  # characters of a line that an excerpt shows


def looks_of(
    data: bytes,
    ends: Iterable[tuple[int, int]],
    owners: Sequence[tuple[int, int]],
    rules: Sequence[tuple[str, str, int, int]],
) -> tuple[dict[int, list[tuple[int, int, int]]], list[tuple[str, int]]]:
    """Rule number -> where to look, in code points: (from, last start, at first up to); and the
    ends of what may be encoded, by kind."""
    wide = not data.isascii()
    found: dict[int, list[tuple[int, int, int]]] = {}
    encoded: list[tuple[str, int]] = []
    at = count = 0
    for number, end in sorted(ends, key=lambda each: each[1]):
        if end > at:
            count += len(data[at:end].translate(None, _TAIL)) if wide else end - at
            at = end
        rule, back = owners[number]
        if rule < 0:
            encoded.append((EXPRESSIONS[-1 - rule][0], count))
            continue
        looks = found.setdefault(rule, [])
        low, high = max(0, count - back), count + rules[rule][3]
        while looks and low <= looks[-1][2]:
            low = min(low, looks[-1][0])
            looks.pop()
        looks.append((low, count, high))
    return found, encoded


def write_excerpts(text: str, leaks: Sequence[Leak]) -> None:
    """Give each leak the line it begins on, with every secret masked."""
    spans = [(leak.start, leak.end) for leak in leaks]
    for leak in leaks:
        low = text.rfind("\n", 0, leak.start) + 1
        high = text.find("\n", leak.start)
        high = len(text) if high < 0 else high
        low = max(low, leak.start - _WIDEST // 2)
        high = min(high, max(leak.end, leak.start) + _WIDEST // 2)
        # a secret cut by the edge of the excerpt shows nothing of itself
        low = min([low, *(start for start, end in spans if start < low < end)])
        high = max([high, *(end for start, end in spans if start < high < end)])
        line = mask_spans(text[low:high], spans, start=low)
        leak.excerpt = line.split("\n")[0].strip()[: 2 * _WIDEST]
