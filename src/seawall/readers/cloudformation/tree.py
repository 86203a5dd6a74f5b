"""Questions to a composed tree: its entries, scalars and spans."""

import re
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.compose import PLAIN
from seawall.span import Source, Span

Entries = dict[str, tuple[Node, Node]]

_WORDS: dict[str, object] = {"": None, "~": None}
for _word, _means in (("true", True), ("yes", True), ("on", True), ("null", None)):
    for _each in (_word, _word.capitalize(), _word.upper()):
        _WORDS[_each] = _means
for _word in ("false", "no", "off"):
    for _each in (_word, _word.capitalize(), _word.upper()):
        _WORDS[_each] = False

# the types of YAML 1.1, which CloudFormation reads; a date stays text, as its engine keeps it
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*)\Z")
_EXPONENT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][-+]?\d+\Z")
_HEX = re.compile(r"[-+]?0x[0-9a-fA-F_]+\Z")
_BINARY = re.compile(r"[-+]?0b[01_]+\Z")
_OCTAL = re.compile(r"[-+]?0[0-7_]+\Z")
_SIXTY = re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+\Z")
_PROPERTIES = re.compile(r"(?:(?:&[^\s,\[\]{}]+|!![^\s,\[\]{}]*|!<[^>]*>)\s+)+")


def scalar(text: str) -> object:
    """What an unquoted scalar means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    digits = text.replace("_", "")
    try:
        if _INT.match(text):
            return int(digits)
        if _FLOAT.match(text) or _EXPONENT.match(text):
            return float(digits)
        if _HEX.match(text):
            return int(digits, 16)
        if _BINARY.match(text):
            return int(digits, 2)
        if _OCTAL.match(text):
            return int(digits, 8)
        if _SIXTY.match(text):
            return _sixty(digits)
    except ValueError:  # more digits than Python converts, "0_"
        return text
    return text


def _sixty(digits: str) -> int:
    sign = -1 if digits[0] == "-" else 1
    total = 0
    for part in digits.lstrip("+-").split(":"):
        total = total * 60 + int(part)
    return sign * total


def plain(node: Node) -> object:
    """A scalar's value, None for a collection."""
    if type(node) is not ScalarNode:
        return None
    return scalar(node.value) if node.tag is PLAIN else node.value


def text_of(node: Node | None) -> str | None:
    """A scalar's text as written, for names; None for what has a tag or is no scalar."""
    if type(node) is ScalarNode and not node.tag.startswith("!"):
        return str(node.value)
    return None


def entries(node: Node | None) -> Entries:
    """A mapping's entries: the last of equal keys, merge keys (`<<`) below what is written."""
    if type(node) is not MappingNode:
        return {}
    found: Entries = {}
    merged: list[Node] = []
    for key, value in node.value:
        if type(key) is not ScalarNode:
            continue
        if key.value == "<<" and key.tag is PLAIN:
            merged.extend(value.value if type(value) is SequenceNode else (value,))
        else:
            found[key.value] = key, value
    for each in merged:
        for name, pair in entries(each).items():
            found.setdefault(name, pair)
    return found


def repeated(node: Node) -> list[Node]:
    """The keys of a mapping that were there before."""
    seen: set[str] = set()
    again: list[Node] = []
    for key, _ in node.value if type(node) is MappingNode else ():
        if type(key) is ScalarNode and key.value != "<<":
            if key.value in seen:
                again.append(key)
            seen.add(key.value)
    return again


def child(node: Node | None, *path: str) -> Node | None:
    """The value node under a path of keys."""
    for step in path:
        if type(node) is not MappingNode:
            return None
        found = merged = None
        for key, value in node.value:
            if key.value == step:
                found = value
            elif key.value == "<<":
                merged = value
        if found is None and merged is not None:
            found = entries(node).get(step, (None, None))[1]
        node = found
    return node


def start_of(source: Source, node: Node) -> int:
    start: int = node.start_mark.index
    text = source.text
    if text[start : start + 1] in ("&", "!") and (match := _PROPERTIES.match(text, start)):
        return match.end()
    return start


def end_of(source: Source, node: Any) -> int:
    """Where a node's own text ends; the composer ends a block at the next token."""
    start: int = node.start_mark.index
    end: int = start
    for _ in range(200):
        end = node.end_mark.index
        if type(node) is ScalarNode:
            if node.style in ("|", ">"):
                at = node.start_mark.index
                end = at + len(source.text[at:end].rstrip())
            break
        if node.flow_style is not False or not node.value:
            break
        last = node.value[-1]
        key, node = last if type(last) is tuple else (None, last)
        floor = start if key is None else key.end_mark.index
        if node.start_mark.index < floor:  # an alias: its node stands where its anchor does
            return floor
    return max(start, end)


def span_of(source: Source, node: Node) -> Span:
    if type(node) is ScalarNode:
        start, end = node.start_mark.index, node.end_mark.index
        style = node.style
        # the common forms; anchors and tags make a node longer, or open with another character
        if style is None and end - start == len(node.value):
            return Span(source, start, end)
        if (style == '"' or style == "'") and source.text[start] == style:
            return Span(source, start, end)
    start = start_of(source, node)
    return Span(source, start, max(start, end_of(source, node)))
