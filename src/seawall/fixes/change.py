"""One replacement in one text, and the ways writers cut pieces out without leaving scars."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from seawall.finding import Edit
from seawall.span import Source, Span

_TAIL = re.compile(r"[ \t]*(?:(?:#|//)[^\r\n]*|/\*[^\r\n]*\*/[ \t]*)?(?=\r?\n|\Z)")


class Change:
    """Put `replacement` where `start:end` of a text stands (code points)."""

    __slots__ = ("end", "replacement", "start")

    def __init__(self, start: int, end: int, replacement: str) -> None:
        self.start = start
        self.end = end
        self.replacement = replacement


def edit(source: Source, change: Change) -> Edit:
    return Edit(
        source.path,
        change.start,
        change.end,
        change.replacement,
        digest(source.text),
        Span(source, change.start, change.end).place(),
    )


def digest(text: str) -> str:
    """Tells whether a text is still the one that edits were made for."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def newline(text: str) -> str:
    """The line end that the text uses."""
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def indent_at(text: str, offset: int) -> str:
    """The blanks that open the line of `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    end = start
    while end < len(text) and text[end] in " \t":
        end += 1
    return text[start:end]


def alone(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole lines of `start:end`, its comment on the same line included; None where something
    else stands on them."""
    first = text.rfind("\n", 0, start) + 1
    if text[first:start].strip(" \t"):
        return None
    tail = _TAIL.match(text, end)
    if tail is None:
        return None
    last = tail.end()
    if text.startswith("\r\n", last):
        return first, last + 2
    if text.startswith("\n", last):
        return first, last + 1
    return first, last


def drop_element(
    text: str, spans: Sequence[tuple[int, int]], index: int, *, comma_may_trail: bool
) -> Change:
    """Take one element out of a comma-separated list, with exactly one comma."""
    start, end = spans[index]
    comma = _comma_after(text, end)
    if comma is not None:
        lines = alone(text, start, comma)
        if lines is not None and (index + 1 < len(spans) or comma_may_trail or index == 0):
            return Change(*lines, "")
    if comma is not None and index + 1 < len(spans):
        return Change(start, spans[index + 1][0], "")
    if index > 0:
        before = spans[index - 1][1]
        lines = alone(text, start, end)
        if lines is not None and comma_may_trail:
            return Change(*lines, "")
        return Change(before, end if comma is None else comma, "")
    return Change(start, end if comma is None else comma, "")


def _comma_after(text: str, at: int) -> int | None:
    """The offset behind the comma that follows, blanks and line ends passed over."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at + 1 if text.startswith(",", at) else None
