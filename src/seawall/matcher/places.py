"""From byte offsets to code points and to the lines people see."""

from seawall.matcher.redact import mask_spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from seawall.matcher.index import Row
    from seawall.matcher.leak import Leak

_TAIL = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that begin no character
_WIDEST = 160  # characters of a line that an excerpt shows


def looks_of(
    data: bytes,
    ends: "Iterable[tuple[int, int]]",
    owners: "Sequence[tuple[int, int]]",
    rules: "Sequence[Row]",
    kinds: "Sequence[str]",
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
            encoded.append((kinds[-1 - rule], count))
            continue
        looks = found.setdefault(rule, [])
        low, high = max(0, count - back), count + rules[rule][3]
        while looks and low <= looks[-1][2]:
            low = min(low, looks[-1][0])
            looks.pop()
        looks.append((low, count, high))
    return found, encoded


def write_excerpts(text: str, leaks: "Sequence[Leak]") -> None:
    """Give each leak, in the order of places, its line with every secret masked."""
    half = _WIDEST // 2
    for number, leak in enumerate(leaks):
        edge = max(0, leak.start - half)
        low = max(edge, text.rfind("\n", edge, leak.start) + 1)
        high = text.find("\n", leak.start, leak.end + half)
        high = min(len(text), leak.end + half) if high < 0 else high
        # the others on this line; one cut by the edge of the excerpt shows nothing of itself
        first = last = number
        while first and leaks[first - 1].end > low:
            first -= 1
            low = min(low, leaks[first].start)
        while last + 1 < len(leaks) and leaks[last + 1].start < high:
            last += 1
            high = max(high, leaks[last].end)
            if last - number > half:
                break
        spans = [(each.start, each.end) for each in leaks[first : last + 1]]
        line = mask_spans(text[low:high], spans, start=low)
        leak.excerpt = line.split("\n")[0].strip()[: 2 * _WIDEST]
