"""JSON text to the same nodes as YAML; strict where YAML is, so None means "ask the other"."""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

_SPACE = re.compile(r"[ \t\r\n]*")
_ATOM = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_MAX_DEPTH = 100


class At:
    """A place, as the nodes of PyYAML carry it."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index


class _Refused(Exception):
    pass


def compose(text: str) -> Node | None:
    """The tree of a JSON text, None where it is not JSON."""
    try:
        at = _SPACE.match(text).end()  # type: ignore[union-attr]
        node, at = _value(text, at, 0)
        if _SPACE.match(text, at).end() != len(text):  # type: ignore[union-attr]
            return None
    except (_Refused, ValueError, IndexError, RecursionError):
        return None
    return node


def _value(text: str, at: int, depth: int, space: Any = _SPACE.match) -> tuple[Node, int]:
    first = text[at]
    if first == '"':
        value, end = scanstring(text, at + 1, False)
        return ScalarNode("s", value, At(at), At(end), '"'), end  # type: ignore[arg-type]
    if first == "{":
        return _object(text, at, depth + 1, space)
    if first == "[":
        return _array(text, at, depth + 1, space)
    match = _ATOM.match(text, at)
    if match is None:
        raise _Refused
    end = match.end()
    return ScalarNode("p", match[0], At(at), At(end)), end  # type: ignore[arg-type]


def _object(text: str, at: int, depth: int, space: Any) -> tuple[Node, int]:
    if depth > _MAX_DEPTH:
        raise _Refused
    start, pairs = at, []
    at = space(text, at + 1).end()
    if text[at] != "}":
        while True:
            if text[at] != '"':
                raise _Refused
            name, end = scanstring(text, at + 1, False)
            key = ScalarNode("s", name, At(at), At(end), '"')  # type: ignore[arg-type]
            at = space(text, end).end()
            if text[at] != ":":
                raise _Refused
            value, at = _value(text, space(text, at + 1).end(), depth)
            pairs.append((key, value))
            at = space(text, at).end()
            if text[at] == "}":
                break
            if text[at] != ",":
                raise _Refused
            at = space(text, at + 1).end()
    return MappingNode("s", pairs, At(start), At(at + 1), True), at + 1  # type: ignore[arg-type]


def _array(text: str, at: int, depth: int, space: Any) -> tuple[Node, int]:
    if depth > _MAX_DEPTH:
        raise _Refused
    start, items = at, []
    at = space(text, at + 1).end()
    if text[at] != "]":
        while True:
            value, at = _value(text, at, depth)
            items.append(value)
            at = space(text, at).end()
            if text[at] == "]":
                break
            if text[at] != ",":
                raise _Refused
            at = space(text, at + 1).end()
    return SequenceNode("s", items, At(start), At(at + 1), True), at + 1  # type: ignore[arg-type]
