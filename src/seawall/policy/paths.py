"""Paths that settings name, in gitignore syntax."""

from collections.abc import Iterable

import pathspec

from seawall.errors import SettingsError
from seawall.words import say


class Paths:
    """A compiled list of gitignore patterns; the last that matches a path decides."""

    __slots__ = ("_spec",)

    def __init__(self, patterns: Iterable[str]) -> None:
        self._spec = _compiled(list(patterns))

    def holds(self, path: str) -> bool:
        return bool(self._spec.match_file(path))


def _compiled(patterns: list[str]) -> pathspec.GitIgnoreSpec:
    try:
        return pathspec.GitIgnoreSpec.from_lines(patterns)
    # the engines below pathspec have no error in common
    except Exception:
        if len(patterns) > 1:
            for each in patterns:
                _compiled([each])
        which = ascii(patterns[0])[:60] if len(patterns) == 1 else "these patterns together"
        raise SettingsError(
            say(f"settings: no path pattern: {which}", f"設定: パスの書式が不正です: {which}")
        ) from None
