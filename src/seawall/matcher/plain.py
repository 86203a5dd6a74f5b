"""The same answers from the standard library alone, where hyperscan has no wheel."""

import re
from collections.abc import Iterator, Sequence


class Engine:
    """A set of triggers tried one after the other with `re`."""

    __slots__ = ("_patterns",)

    def __init__(self, expressions: Sequence[str]) -> None:
        self._patterns = [
            (number, re.compile(each.encode("ascii")))
            for number, each in enumerate(expressions)
            if each
        ]

    def ends(self, data: "bytes | memoryview") -> list[tuple[int, int]]:
        """Every (trigger number, end) in `data`, in the order of ends.

        One end for each place a trigger can begin at: fewer than hyperscan tells, and enough for
        the windows that `confirm` looks into.
        """
        found = {
            (end, number) for number, pattern in self._patterns for end in _ends(pattern, data)
        }
        return [(number, end) for end, number in sorted(found)]


def _ends(pattern: "re.Pattern[bytes]", data: "bytes | memoryview") -> Iterator[int]:
    match = pattern.search(data)
    while match is not None:
        yield match.end()
        match = pattern.search(data, match.start() + 1)
