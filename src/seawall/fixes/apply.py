"""Edits to texts: all of a file's or none, refused where they overlap or the text moved on."""

from collections.abc import Iterable

from seawall.finding import Edit
from seawall.fixes.change import digest


class Refused(Exception):
    """Why the edits of one file cannot be applied; names no content."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all of `edits`; equal ones once.

    Raises Refused where two overlap or one was made for another text.
    """
    unique = {(each.start, each.end, each.replacement): each for each in edits}
    ordered = sorted(unique.values(), key=lambda each: (each.start, each.end))
    wanted = digest(text)
    pieces: list[str] = []
    at = 0
    last: Edit | None = None
    for each in ordered:
        if each.digest != wanted:
            raise Refused("the file has changed since it was judged")
        if last is not None and (
            each.start < last.end or (each.start, each.end) == (last.start, last.end)
        ):
            raise Refused("two fixes touch the same place")
        pieces += [text[at : each.start], each.replacement]
        at, last = each.end, each
    return "".join([*pieces, text[at:]])


def most(text: str, groups: Iterable[tuple[Edit, ...]]) -> tuple[str, int]:
    """`text` with as many whole groups as fit together, in order; how many that were."""
    taken: list[Edit] = []
    count = 0
    result = text
    for group in groups:
        try:
            result = applied(text, [*taken, *group])
        except Refused:
            continue
        taken += group
        count += 1
    return result, count
