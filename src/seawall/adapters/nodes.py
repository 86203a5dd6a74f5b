"""An index over the nodes of one reading: by type, by address, by reference."""

from collections.abc import Iterator
from typing import Any

from seawall.readers.node import Node, Reading
from seawall.value import Val


class Nodes:
    """The nodes of one reading, found the ways adapters look for them."""

    __slots__ = ("reading", "_by_type", "_by_address", "_by_name")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        by_type: dict[tuple[str, str], list[Node]] = {}
        by_address: dict[str, Node] = {}
        by_name: dict[str, list[Node]] = {}
        for node in reading.nodes:
            by_type.setdefault((node.kind, node.type), []).append(node)
            by_address[node.address] = node
            by_name.setdefault(_bare(node.address), []).append(node)
        self._by_type = by_type
        self._by_address = by_address
        self._by_name = by_name

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
        """The nodes that `value` was read from; every instance of a resource named as a whole."""
        found: list[Node] = []
        for each in value.refs:
            node = self._by_address.get(each)
            found.extend([node] if node is not None else self._by_name.get(each, ()))
        return tuple(dict.fromkeys(found))


def _bare(address: str) -> str:
    """An address without the instance key at its end."""
    return address.rpartition("[")[0] if address.endswith("]") else address
