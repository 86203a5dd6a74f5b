"""YAML and JSON text to a tree of nodes that know where they stand."""

import gc
import re
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.scanner import Scanner

from seawall.readers.cloudformation import json_nodes

PLAIN = "p"  # an unquoted scalar, whose type its spelling decides
TEXT = "s"  # everything else without a tag of its own

MAX_DEPTH = 100  # of one document; CloudFormation's own limit is lower
MAX_NODES = 200_000  # of one document, aliases counted wherever they are used
MAX_TEXT = 8_000_000  # CloudFormation takes one million

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(128, 160)), " ")
_CONTROLS.pop(0x85)
_ANCHOR = re.compile(r"&(?<![^\s\[{,]&)[^\s,\[\]{}&]")
_BRACKETS = re.compile(r"[\[\]{}]")
# indentation and the marks of collections that open on the same line
_COMPACT = re.compile(r"^[ \t?-]{100,}", re.MULTILINE)
# what PyYAML's own recursion bears with room to spare
_PARSER_DEPTH = 4000


class _Pure(Reader, Scanner, Parser, Composer):
    """PyYAML without its C library: the same nodes, more slowly."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


_Base: Any = yaml._yaml.CParser if yaml.__with_libyaml__ else _Pure


class _Composer(_Base):  # type: ignore[misc]
    """Composes without resolving types: `tree.scalar` is asked later, where it matters."""

    def descend_resolver(self, *_: object) -> None:
        """Tags are never resolved by path here."""

    def ascend_resolver(self) -> None:
        """As above."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        return PLAIN if kind is ScalarNode and implicit[0] else TEXT


class Fault:
    """Why a text could not be composed, and where."""

    __slots__ = ("what", "offset", "budget")

    def __init__(self, what: str, offset: int, *, budget: bool = False) -> None:
        self.what = what
        self.offset = offset
        self.budget = budget


def documents(text: str) -> tuple[list[Node], Fault | None]:
    """The documents of a text; those before a fault where there is one.

    A tree is thousands of objects without a cycle: looking for cycles while it grows would cost
    more than composing it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _documents(text)
    finally:
        if collecting:
            gc.enable()


def _documents(text: str) -> tuple[list[Node], Fault | None]:
    if len(text) > MAX_TEXT:
        return [], Fault("more than 8 million characters", 0, budget=True)
    if text.lstrip("\ufeff \t\r\n")[:1] == "{" and (root := json_nodes.compose(text)) is not None:
        return [root], None
    deepest = _nesting(text)
    if deepest > _PARSER_DEPTH:
        return [], Fault(f"nested deeper than {MAX_DEPTH} levels", 0, budget=True)
    found, fault = _yaml(text)
    if deepest > MAX_DEPTH or _ANCHOR.search(text):
        fault = _measure(found) or fault
    return ([], fault) if fault is not None and fault.budget else (found, fault)


def _yaml(text: str) -> tuple[list[Node], Fault | None]:
    found: list[Node] = []
    try:
        parser = _Composer(text)
        while parser.check_node():
            found.append(parser.get_node())
    except ReaderError as error:
        clean = text.translate(_CONTROLS)
        if clean != text:
            return _yaml(clean)
        return found, Fault(str(error.reason), int(error.position))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = mark.index if mark is not None else 0
        return found, Fault(str(error.problem or error.context or "not YAML"), offset)
    except (yaml.YAMLError, RecursionError, ValueError, UnicodeError) as error:
        return found, Fault(type(error).__name__, 0)
    return found, None


def _nesting(text: str) -> int:
    """An upper bound of how deep the text nests; brackets in strings count, too."""
    deepest = 0
    if text.count("[") + text.count("{") > MAX_DEPTH:
        depth = 0
        for match in _BRACKETS.finditer(text):
            if match[0] in "[{":
                depth += 1
                deepest = max(deepest, depth)
            elif depth:
                depth -= 1
    compact = max((len(match[0]) for match in _COMPACT.finditer(text)), default=0)
    return deepest + compact


def _measure(roots: list[Node]) -> Fault | None:
    """A fault where aliases make the tree endless, too deep or too large."""
    sizes: dict[int, tuple[int, int]] = {}
    open_: set[int] = set()

    def size(node: Node) -> tuple[int, int]:
        if isinstance(node, ScalarNode):
            return 1, 1
        known = sizes.get(id(node))
        if known is not None:
            return known
        if id(node) in open_:
            return MAX_NODES + 1, 1
        open_.add(id(node))
        children = (
            node.value
            if isinstance(node, SequenceNode)
            else [each for pair in node.value for each in pair]
        )
        count, depth = 1, 0
        for child in children:
            below, deep = size(child)
            count += below
            depth = max(depth, deep)
        open_.discard(id(node))
        sizes[id(node)] = count, depth + 1
        return count, depth + 1

    for root in roots:
        try:
            count, depth = size(root)
        except RecursionError:
            count, depth = 0, MAX_DEPTH + 1
        if count > MAX_NODES:
            return Fault("aliases that unfold without end", root.start_mark.index, budget=True)
        if depth > MAX_DEPTH:
            return Fault(
                f"nested deeper than {MAX_DEPTH} levels", root.start_mark.index, budget=True
            )
    return None


def bare(node: Any) -> Node:
    """The node without its tag: the argument of a short form."""
    if isinstance(node, ScalarNode):
        return ScalarNode(TEXT, node.value, node.start_mark, node.end_mark, node.style)
    kind = MappingNode if isinstance(node, MappingNode) else SequenceNode
    return kind(TEXT, node.value, node.start_mark, node.end_mark, node.flow_style)
