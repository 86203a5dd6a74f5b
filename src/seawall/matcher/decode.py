"""Second looks with a budget: what stands in a text as base64, hex, escapes or pieces.

The engine tells where an encoded text may be (`encoded`); nothing is decoded elsewhere.
"""

import zlib
from binascii import Error as Base64Error
from binascii import a2b_base64

from seawall import patterns as re
from seawall.span import decode as text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from re import Match

_LONGEST = 1 << 18  # characters of one encoded stretch
_BEFORE = 400
_MOST = 400  # stretches of one text
_ALL = 1 << 23  # characters of all stretches of one text
_INFLATED = 1 << 21
_SOURCE_MAP = "sourceMappingURL=data:"

_SEAM = r"[\"']\s*(?:[+.&\\]\s*)?[fbrFBR]{0,2}[\"']"

_RUNS = {
    "base64": re.compile(
        r"(?:[A-Za-z0-9+/_\-]{60}(?:[A-Za-z0-9+/_\-]{4}|[A-Za-z0-9+/_\-]{12}|[A-Za-z0-9+/_\-]{16})?"
        r"(?:\\n|\r?\n[ \t]{0,40}))*[A-Za-z0-9+/_\-]+={0,2}"
    ),
    "hex": re.compile(r"[0-9a-fA-F]+"),
    "percent": re.compile(r"[^\s\"'<>]+"),
    "escapes": re.compile(
        r"(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|&#x?[0-9A-Fa-f]{2,5};|[^\s\"'\\])+"
    ),
    "pieces": re.compile(rf"(?:{_SEAM}|[^\r\n])*"),
}
_ESCAPE = re.compile(
    r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|&#x([0-9A-Fa-f]{2,5});|&#([0-9]{2,5});"
)
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_JOIN = re.compile(_SEAM)
_BLANKS = re.compile(r"\\n|\s+")


def stretches(
    text: str, ends: "Sequence[tuple[str, int]]"
) -> "Iterator[tuple[str, int, int, str]]":
    """(kind, start, end, decoded) of every stretch that the ends of triggers point into."""
    seen: dict[str, int] = {}
    count = spent = 0
    for kind, end in ends:
        if end <= seen.get(kind, 0):
            continue
        start, stop = _extent(text, kind, end)
        seen[kind] = max(stop, end)
        if _SOURCE_MAP in text[max(0, start - 80) : start]:
            continue  # the sources of a script, which stand beside it
        count += 1
        spent += stop - start
        if count > _MOST or spent > _ALL:
            return
        decoded = _decoded(kind, text[start:stop])
        if decoded and decoded != text[start:stop]:
            yield kind, start, stop, decoded


def _extent(text: str, kind: str, end: int) -> tuple[int, int]:
    """The whole stretch of the alphabet around a trigger's end."""
    run = _RUNS[kind]
    # pieces and wrapped lines may begin on a line before
    low = max(0, text.rfind("\n", 0, max(0, end - _BEFORE)) + 1, end - _LONGEST)
    for match in run.finditer(text, low, min(len(text), end + _LONGEST)):
        if match.end() >= end:
            return match.start(), match.end()
        if match.start() > end:
            break
    return low, end


def _decoded(kind: str, stretch: str) -> str:
    if kind == "base64":
        return _from_base64(stretch)
    if kind == "hex":
        digits = stretch if len(stretch) % 2 == 0 else stretch[1:]
        return _readable(bytes.fromhex(digits))
    if kind == "percent":
        return _PERCENT.sub(_characters, stretch)
    if kind == "escapes":
        return _ESCAPE.sub(_character, stretch)
    return _JOIN.sub("", stretch)


def _from_base64(stretch: str) -> str:
    packed = _BLANKS.sub("", stretch).translate({45: 43, 95: 47}).rstrip("=")
    for skip in (0, 1, 2, 3):  # a path or a name may stand right before it
        body = packed[skip:]
        body = body[: len(body) - (len(body) % 4 == 1)]
        try:
            data = a2b_base64(body + "=" * (-len(body) % 4))
        except (Base64Error, ValueError):
            return ""
        if data[:2] == b"\x1f\x8b":
            data = _inflated(data)
        text = _readable(data)
        if text:
            return text
    return ""


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(data, _INFLATED)
    except zlib.error:
        return b""


def _readable(data: bytes) -> str:
    """The text that these bytes are; "" where they are none."""
    if not data:
        return ""
    if data.count(0) * 3 > len(data):
        text, encoding = text_of(data)
        return text if encoding.startswith("utf-16") else ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # a stretch that was cut begins or ends within a character
        text = data.decode("ascii", "ignore")
        if len(text) * 20 < len(data) * 19:
            return ""
    strange = sum(each < " " and each not in "\t\r\n" for each in text[:400])
    return text if strange * 20 <= min(len(text), 400) else ""


def _characters(match: "Match[str]") -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _character(match: "Match[str]") -> str:
    four, two, hexadecimal, decimal = match.groups()
    code = int(decimal) if decimal else int(four or two or hexadecimal, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
