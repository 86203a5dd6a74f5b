"""What AWS's actions do and whether they can be narrowed to a resource, from data at hand."""

from functools import cache
from pathlib import Path

from seawall.model.wildcard import covers

_DATA = Path(__file__).resolve().parent.parent / "data" / "iam_actions.txt"
WRITES = frozenset("wp")


@cache
def _text() -> str:
    return _DATA.read_text("utf-8")


@cache
def _service(name: str) -> tuple[tuple[str, str, bool], ...]:
    """Every action of a service: its name, access level, and whether a resource can be named."""
    text = _text()
    start = text.find(f"\n{name} ")
    if start < 0:
        return ()
    line = text[start + len(name) + 2 : text.find("\n", start + 1)]
    return tuple(
        (f"{name}:{action}", level.lower(), level.isupper())
        for group in line.split(" ")
        for level, _, actions in (group.partition(":"),)
        for action in actions.split(",")
    )


@cache
def matching(pattern: str) -> tuple[tuple[str, str, bool], ...]:
    """The actions that a pattern of one service covers; () for what we do not know."""
    service = pattern.lower().partition(":")[0]
    return tuple(each for each in _service(service) if covers(pattern, each[0]))


def narrowable(pattern: str) -> tuple[tuple[str, str], ...]:
    """The actions under a pattern that could be given for a named resource, with their level.

    A pattern of which most take no resource (`ec2:Describe*`) allows nothing but a star.
    """
    found = matching(pattern)
    could = tuple((name, level) for name, level, named in found if named)
    return could if len(could) * 2 >= len(found) else ()


def writes(pattern: str) -> bool:
    """Whether a pattern covers an action that changes things or permissions."""
    return any(level in WRITES for _, level, _ in matching(pattern))
