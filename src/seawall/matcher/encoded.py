"""What tells the engine that something is encoded: how the words of secrets look in each encoding.

Base64 and hex of ASCII have a shape that hashes and pictures do not.
"""

import re
from base64 import b64encode
from collections.abc import Iterator

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
