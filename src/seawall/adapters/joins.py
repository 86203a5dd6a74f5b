"""Which resources of a project a value points at, by reference or by name."""

from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.readers.node import Node
from seawall.value import Val


def pointed(nodes: Nodes, value: Val[Any], types: tuple[str, ...], name: str) -> tuple[Node, ...]:
    """The nodes of these types that `value` was read from, or whose attribute `name` it equals."""
    kin = set(types)
    by_ref = tuple(node for node in nodes.referred(value) if node.type in kin)
    if by_ref or not value.known or not isinstance(value.value, str):
        return by_ref
    return tuple(node for node in nodes.of(*types) if node.at(name).is_(value.value))


def lost(value: Val[Any]) -> bool:
    """Whether a value may point at anything: neither known nor read from a resource at hand."""
    return not value.known and not value.refs


def through(value: Val[Any], path: str) -> Val[Any]:
    """The first value under a path of blocks, each of which may stand several times or in doubt.

    Absent only where no block could hold it.
    """
    head, _, rest = path.partition(".")
    if not rest:
        return value.at(head)
    block = value.at(head)
    found = [through(each, rest) for each in block_list(block)]
    for each in found:
        if not each.absent:
            return each
    if block.complete:
        return found[0] if found else Val.nothing(value.span)
    return Val.no_idea(block.why or f"{head} may be there", block.span)


def block_list(value: Val[Any]) -> tuple[Val[Any], ...]:
    """Blocks one by one; a mapping is a block alone."""
    return (value,) if isinstance(value.value, dict) else value.items()
