"""JSON as every machine format writes it: ASCII, and no log command of a CI runner inside."""

import json


def dumps(value: object, *, items: int = 0) -> str:
    """`value` as JSON; indented unless it holds very many items."""
    text = json.dumps(value, indent=2 if items < 2000 else None)
    for command in ("##[", "##vso[", "##teamcity["):
        if command in text:
            text = text.replace(command, command[:-1] + "\\u005b")
    return text + "\n"


def plain(text: str) -> str:
    """`text` as JSON readers take it: a byte of a path that was no UTF-8 is written out."""
    text = str(text)
    if text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def uri(path: str) -> str:
    """A repository path as a relative URI, byte by byte."""
    data = path.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _SAFE else f"%{byte:02X}" for byte in data)


# RFC 3986: unreserved, and the slash between segments; a colon would begin a scheme
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")
