"""The hash by which GitHub code scanning knows a line again (`primaryLocationLineHash`)."""

from array import array
from sys import byteorder

_WINDOW = 100
_MULTIPLIER = 37
_MASK = 0xFFFF_FFFF_FFFF_FFFF
_END = 0xFFFF
_UTF16 = "utf-16-le" if byteorder == "little" else "utf-16-be"
_BLANKS = {ord(" "): None, ord("\t"): None}


def line_hashes(text: str | bytes, lines: frozenset[int] | None = None) -> dict[int, str]:
    """Line number (1-based) to hash, for `lines` or for all.

    A line's hash covers the 100 UTF-16 units from its first character on, blanks left out and
    every line end a line feed; `:n` says which of several equal ones it is.
    https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
    Pass the file's bytes where they are at hand: GitHub reads UTF-8 and keeps a byte order mark.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_BLANKS) if " " in text or "\t" in text else text
    units = array("H", text.encode(_UTF16, "surrogatepass"))
    units.append(_END)
    units.extend([0] * _WINDOW)
    data = units.tobytes()
    feed = array("H", [10]).tobytes()
    found: dict[int, str] = {}
    seen: dict[bytes, int] = {}
    last = max(lines, default=0) if lines is not None else 0
    start, line = 0, 1
    while True:
        window = data[2 * start : 2 * (start + _WINDOW)]
        count = seen[window] = seen.get(window, 0) + 1
        if lines is None or line in lines:
            found[line] = f"{_hash(window):x}:{count}"
        start = _after(data, feed, start)
        line += 1
        if start < 0 or (lines is not None and line > last):
            return found


def line_hash(text: str | bytes, line: int) -> str:
    """The hash of one line; "" past the last."""
    return line_hashes(text, frozenset({line})).get(line, "")


def _after(data: bytes, feed: bytes, start: int) -> int:
    """The unit after the next line feed at or behind unit `start`; -1 where there is none."""
    at = data.find(feed, 2 * start)
    while at % 2 and at >= 0:
        at = data.find(feed, at + 1)
    return at // 2 + 1 if at >= 0 else -1


def _hash(window: bytes) -> int:
    value = 0
    for unit in array("H", window):
        value = (value * _MULTIPLIER + unit) & _MASK
    return value
