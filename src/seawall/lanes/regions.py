"""The regions that a tree's own providers and backends name: what `seawall init` proposes."""

from seawall import readers
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.value import Val


def named_regions(tree: Tree) -> tuple[str, ...]:
    """Every region that is provably configured, sorted."""
    found: set[str] = set()
    for reading in readers.read(tree, Options()):
        for node in reading.nodes:
            if (node.kind == "provider" and node.type == "aws") or node.kind == "backend":
                found.update(_texts(node.at("region")))
    return tuple(sorted(found))


def _texts(value: Val[object]) -> list[str]:
    held = [value.value, *(each.value for each in value.possible)]
    return [each for each in held if isinstance(each, str) and each.count("-") >= 2]
