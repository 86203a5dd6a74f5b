"""Second looks with a budget: what stands in a text as base64, hex, escapes or pieces.

The engine tells where an encoded text may be: base64 and hex of ASCII have a shape that hashes and
pictures do not. Nothing is decoded elsewhere.
"""

import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from seawall.span import decode as text_of

DEEPEST = 3
_LONGEST = 1 << 18  # characters of one encoded stretch
_BEFORE = 400
_MOST = 400  # stretches of one text
_ALL = 1 << 23  # characters of all stretches of one text
_INFLATED = 1 << 21

_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


# what secrets are written with: words whose encodings the engine looks for
_WORDS = (
    "AKIA ASIA secret SECRET Secret passw PASSW Passw token TOKEN Token BEGIN api_key API_KEY"
    " apiKey _key _KEY Key= Key: ghp_ github_pat_ xoxb- xoxp- sk_live_ rk_live_ glpat- sk-ant-"
    " sk-proj AIza npm_ pypi- dckr_pat_ shpat_ whsec_ hvs. dop_v1_ AGE-SECRET ya29. eyJhb Bearer"
    " Basic :// PRIVATE"
).split()
_TWICE = ("AKIA", "ASIA", "secret", "SECRET", "passw", "PASSW", "BEGIN ", "_key", "_KEY", "token")
# eight characters that hold three of UTF-16 (PowerShell's -EncodedCommand)
_WIDE_GROUP = f"[I-Za-f][AQgw]B[A-Za-z0-9+/]A[C-H][{_B64[::4].replace('/', '')}]A"
_PIECES = (
    r"(?:AKIA|ASIA|gh[pousr]_|github_pat_|xox[abp]-|sk_live_|glpat-|sk-ant-|AIza)"
    r"[A-Za-z0-9_\-]{0,60}"
)
_SECRET_PIECES = (
    r"(?i:secret|passw|token|key)[A-Za-z0-9_\"'\]]{0,24}\s?[=:]>?\s?\(?[\"'][A-Za-z0-9/+=_\-]{4,60}"
)
_SEAM = r"[\"']\s*(?:[+.&\\]\s*)?[fbrFBR]{0,2}[\"']"


def encodings(word: str) -> Iterator[str]:
    """What `word` looks like in base64, wherever it begins among groups of three bytes."""
    for before in range(3):
        code = b64encode(b"\0" * before + word.encode()).decode().rstrip("=")
        whole = (before + len(word)) * 8 // 6  # the last character also holds what comes after
        code = code[-(-before * 8 // 6) : whole]
        if len(code) >= 4:
            yield code


def _literals() -> Iterator[tuple[str, str]]:
    for word in _WORDS:
        for code in encodings(word):
            yield "base64", re.escape(code)
        if len(word) > 3:
            yield "hex", f"(?i:{word.encode().hex()})"
    for word in _TWICE:
        for once in encodings(word):
            for code in encodings(once):
                yield "base64", re.escape(code)


# kind -> what the engine looks for
EXPRESSIONS: tuple[tuple[str, str], ...] = (
    *sorted(set(_literals())),
    ("base64", f"(?:{_WIDE_GROUP}){{3}}"),
    ("base64", "H4sI[A-Za-z0-9+/_-]{40}"),
    ("percent", "(?:%[2-7][0-9A-Fa-f]){5}"),
    (
        "escapes",
        r"(?:\\u00[2-7][0-9A-Fa-f]){4}|(?:\\x[2-7][0-9A-Fa-f]){5}|(?:&#x?[0-9A-Fa-f]{2,4};){5}",
    ),
    ("pieces", f"{_PIECES}[\"']\\s*[+.&\\\\]?\\s*[\"']"),
    ("pieces", f"{_SECRET_PIECES}[\"']\\s*[+.&\\\\]\\s*[\"']"),
)

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
_JOIN = re.compile(_SEAM)
_BLANKS = re.compile(r"\\n|\s+")


def stretches(text: str, ends: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int, int, str]]:
    """(kind, start, end, decoded) of every stretch that the ends of triggers point into."""
    seen: dict[str, int] = {}
    count = spent = 0
    for kind, end in ends:
        if end <= seen.get(kind, 0):
            continue
        start, stop = _extent(text, kind, end)
        seen[kind] = max(stop, end)
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
        return unquote(stretch)
    if kind == "escapes":
        return _ESCAPE.sub(_character, stretch)
    return _JOIN.sub("", stretch)


def _from_base64(stretch: str) -> str:
    packed = _BLANKS.sub("", stretch).translate({45: 43, 95: 47}).rstrip("=")
    for skip in (0, 1, 2, 3):  # a path or a name may stand right before it
        body = packed[skip:]
        body = body[: len(body) - (len(body) % 4 == 1)]
        try:
            data = b64decode(body + "=" * (-len(body) % 4))
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


def _character(match: "re.Match[str]") -> str:
    four, two, hexadecimal, decimal = match.groups()
    code = int(decimal) if decimal else int(four or two or hexadecimal, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
