"""Strings put together from parts that may be unknown."""

from itertools import product
from typing import Any

from seawall.readers.json_text import PiecedText
from seawall.readers.terraform.values import (
    MOST_TEXT,
    OverBudget,
    as_string,
    refs_in,
    trail_of,
    why_of,
)
from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val


def put_together(parts: list[Val[Any]], span: Span) -> Val[Any]:
    """One string out of `parts`, with what is known of it."""
    refs, via = refs_in(parts), trail_of(parts)
    size = 0
    words: list[str] = []
    holes: list[Val[Any]] = []
    for part in parts:
        held: Any = part.value
        if part.known:
            if not holes:
                words.append(held)
            size += len(held)
        else:
            if not holes and part.state == PARTIAL:
                words.append(held)
            holes.append(part)
    if size > MOST_TEXT:
        raise OverBudget
    text = "".join(words)
    if not holes:
        whole = PiecedText(text, tuple(parts)) if len(parts) > 1 else text
        if len(parts) == 1:
            whole = parts[0].value  # type: ignore[assignment]
        return Val(whole, WRITTEN, span=span, via=via, refs=refs)
    possible = _combined(parts, holes, span)
    if text:
        return Val(PiecedText(text, tuple(parts)), PARTIAL, span=span, via=via, refs=refs,
                   why=why_of(holes), possible=possible)  # fmt: skip
    return Val(None, UNKNOWN, span=span, via=via, refs=refs, why=why_of(holes), possible=possible)


def _combined(parts: list[Val[Any]], holes: list[Val[Any]], span: Span) -> tuple[Val[Any], ...]:
    """Every text there can be, where each hole has a few candidates."""
    count = 1
    for hole in holes:
        count *= len(hole.possible)
    if not 0 < count <= 16 or not all(each.known for hole in holes for each in hole.possible):
        return ()
    choices = [part.possible if not part.known else (part,) for part in parts]
    return tuple(
        Val("".join(str(as_string(each).value) for each in choice), WRITTEN, span=span)
        for choice in product(*choices)
    )
