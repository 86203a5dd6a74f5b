"""What an existing git-secrets set-up adds to our own gates: its patterns and what it allows."""

import re

from seawall.compat.git_settings import AWS_ALLOWED, AWS_PATTERNS, allowed, prohibited

_CLASSES = {
    "alnum": "A-Za-z0-9",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "digit": "0-9",
    "lower": "a-z",
    "upper": "A-Z",
    "space": "\\s",
    "punct": "!-/:-@\\[-`{-~",
    "xdigit": "0-9A-Fa-f",
    "word": "A-Za-z0-9_",
}


def inherited() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(prohibited, allowed) as Python expressions; those for AWS are left to our own rules."""
    ours = set(AWS_PATTERNS)
    found = [
        rf"(?<![A-Za-z0-9_])(?:{python_of(each)})(?![A-Za-z0-9_])"
        for each in prohibited()
        if each not in ours
    ]
    passed = [python_of(each) for each in allowed() if each not in AWS_ALLOWED]
    return tuple(filter(_sound, found)), tuple(filter(_sound, passed))


def python_of(pattern: str) -> str:
    """A POSIX extended expression as Python writes it: classes by name, no escapes in brackets."""
    pieces, at = [], 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\" and at + 1 < len(pattern):
            pieces.append({"<": r"\b", ">": r"\b"}.get(pattern[at + 1], pattern[at : at + 2]))
            at += 2
        elif sign == "[":
            piece, at = _bracket(pattern, at)
            pieces.append(piece)
        else:
            pieces.append(sign)
            at += 1
    return "".join(pieces)


def _bracket(pattern: str, start: int) -> tuple[str, int]:
    """A bracket expression; a closing bracket that comes first is a member."""
    at = start + 1
    made = "["
    if pattern[at : at + 1] == "^":
        made += "^"
        at += 1
    first = at
    while at < len(pattern):
        if pattern.startswith("[:", at) and (end := pattern.find(":]", at)) > 0:
            made += _CLASSES.get(pattern[at + 2 : end], "")
            at = end + 2
            continue
        sign = pattern[at]
        if sign == "]" and at > first:
            return made + "]", at + 1
        made += "\\" + sign if sign in "\\[]&~|" else sign
        at += 1
    return re.escape(pattern[start]), start + 1


def _sound(pattern: str) -> bool:
    try:
        return re.compile(pattern).search("") is None
    except re.error:
        return False
