"""Calls of well-known public modules whose own text is not at hand: their inputs are judged."""

import re
from collections.abc import Iterator

from seawall.adapters.nodes import Nodes
from seawall.readers.node import Node

# registry addresses, and the same module by git or archive
_SOURCE = re.compile(
    r"(?:^|/)(?:terraform-aws-modules/(?:terraform-aws-)?|(?:cloudposse)/(?:terraform-aws-)?)"
    r"(?P<name>[a-z0-9-]+?)(?:/aws|\.git|\?|$|//)"
)
_PART = re.compile(r"//(?:modules/)?(?P<part>[a-z0-9-]+)")


def calls(nodes: Nodes) -> Iterator[tuple[str, Node]]:
    """Every call of a known public module that was not read itself, as ("s3-bucket", node).

    A module inside a module repository is named by both: "iam/iam-policy".
    """
    read = {node.module for node in nodes.reading.nodes if node.module}
    for node in nodes.kinds("module"):
        found = _SOURCE.search(node.type)
        if found is None or node.address in read:
            continue
        part = _PART.search(node.type.partition("://")[2] or node.type)
        yield found["name"] + (f"/{part['part']}" if part else ""), node
