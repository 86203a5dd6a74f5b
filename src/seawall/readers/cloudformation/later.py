"""A value that is worked out when it is first asked for."""

from collections.abc import Callable
from typing import Any

from seawall.value import Val

_FIELDS = ("value", "state", "possible", "span", "why", "via", "refs")


class Later(Val[Any]):
    """A `Val` like any other; its maker runs at the first question and then never again."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Val[Any]]) -> None:
        self._make: Callable[[], Val[Any]] | None = make

    def __getattr__(self, name: str) -> Any:
        # reached only while the slots of `Val` are empty
        make = self._make if name in _FIELDS else None
        if make is None:
            raise AttributeError(name)
        self._make = None
        made = make()
        for each in _FIELDS:
            object.__setattr__(self, each, getattr(made, each))
        return getattr(made, name)
