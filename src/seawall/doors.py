"""Loads a module by name: what doors need of `importlib`, without the millisecond it costs."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def import_module(name: str) -> "Any":
    """The module called `name`; ImportError where there is none."""
    __import__(name)
    return sys.modules[name]
