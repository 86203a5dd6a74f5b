"""The regions that a tree's own providers and backends name: what `seawall init` proposes."""

from collections.abc import Iterable

from seawall import readers
from seawall.finding import INFORMATION, Notice
from seawall.readers.node import Options, Reading
from seawall.sources.changes import Tree
from seawall.value import Val
from seawall.words import say


def named_regions(tree: Tree) -> tuple[str, ...]:
    """Every region that is provably configured, sorted."""
    found: set[str] = set()
    for reading in readers.read(tree, Options()):
        found |= regions_of(reading)
    return tuple(sorted(found))


def regions_of(reading: Reading) -> set[str]:
    """The regions that one project's providers and backends name."""
    return {
        region
        for node in reading.nodes
        if (node.kind == "provider" and node.type == "aws") or node.kind == "backend"
        for region in _texts(node.at("region"))
    }


def not_judged(regions: Iterable[str]) -> Notice:
    """What waits for a list of allowed regions, and what the list would be."""
    named = ", ".join(f'"{each}"' for each in sorted(regions))
    return Notice(
        INFORMATION,
        "regions-not-set",
        say(
            "whether regions are allowed is not judged: the settings have no [regions] allowed; "
            f"`seawall init` would propose allowed = [{named}]",
            "許可リージョンの設定 ([regions] allowed) がないため、リージョンの可否は判定しません。"
            f"`seawall init` の提案: allowed = [{named}]",
        ),
    )


def _texts(value: Val[object]) -> list[str]:
    held = [value.value, *(each.value for each in value.possible)]
    return [each for each in held if isinstance(each, str) and each.count("-") >= 2]
