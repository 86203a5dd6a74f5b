"""An index over the nodes of one reading: by type, by address, by reference."""

from collections.abc import Iterator
from typing import Any

from seawall.readers.node import Node, Reading
from seawall.value import Val


class Nodes:
    """The nodes of one reading, found the ways adapters look for them."""

    __slots__ = ("reading", "_by_type", "_by_address")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        by_type: dict[tuple[str, str], list[Node]] = {}
        by_address: dict[str, Node] = {}
        for node in reading.nodes:
            by_type.setdefault((node.kind, node.type), []).append(node)
            by_address[node.address] = node
        self._by_type = by_type
        self._by_address = by_address

    def of(self, *types: str, kind: str = "resource") -> Iterator[Node]:
        """Every node of these types, in the order they were read."""
        for each in types:
            yield from self._by_type.get((kind, each), ())

    def kinds(self, kind: str) -> Iterator[Node]:
        for node in self.reading.nodes:
            if node.kind == kind:
                yield node

    def at(self, address: str) -> Node | None:
        return self._by_address.get(address)

    def referred(self, value: Val[Any]) -> tuple[Node, ...]:
        """The nodes that `value` was read from."""
        found = (self._by_address.get(each) for each in value.refs)
        return tuple(node for node in found if node is not None)
