"""Paths that settings name, in gitignore syntax."""

from collections.abc import Iterable

import pathspec


class Paths:
    """A compiled list of gitignore patterns; the last that matches a path decides."""

    __slots__ = ("_spec",)

    def __init__(self, patterns: Iterable[str]) -> None:
        self._spec = pathspec.GitIgnoreSpec.from_lines(patterns)

    def holds(self, path: str) -> bool:
        return bool(self._spec.match_file(path))
