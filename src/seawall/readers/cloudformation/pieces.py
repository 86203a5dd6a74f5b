"""A text of several lines as pieces that each know where they stand."""

from collections.abc import Sequence
from typing import Any

from seawall.readers.json_text import PiecedText
from seawall.span import Span
from seawall.value import Val


def lines(text: str, span: Span, at: int) -> tuple[list[Val[Any]], int]:
    """The lines of a text that stands in `span` from `at` on, and where the last one ends.

    A block scalar loses its indentation, so a line is the most that stands there as it is.
    """
    found: list[Val[Any]] = []
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n")
        start = span.source.text.find(content, at, span.end) if content else at
        if start < 0:
            found.append(Val(line, span=span))
            continue
        at = start + len(content)
        if content:
            found.append(Val(content, span=Span(span.source, start, at)))
        if content != line:
            found.append(Val(line[len(content) :], span=Span(span.source, at, at + 1)))
    return found, at


def pieced(text: str, parts: Sequence[Val[Any]]) -> str:
    """The text; one that may be JSON keeps its parts, for whoever parses it."""
    if len(parts) > 1 and text.lstrip()[:1] in ("{", "["):
        return PiecedText(text, tuple(parts))
    return text
