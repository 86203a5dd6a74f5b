"""Whether a resource with a policy is out of the internet's reach whatever the policy says."""

from typing import Any

from seawall.readers.node import Node
from seawall.value import Val


def is_private(node: Node) -> Val[Any]:
    """True of a search domain inside a VPC and of a private API."""
    if node.type in ("aws_elasticsearch_domain", "aws_opensearch_domain"):
        return _there(node.at("vpc_options"))
    if node.type == "aws_api_gateway_rest_api":
        types = node.at("endpoint_configuration.types")
        if any(each.is_("PRIVATE") for each in types.items()):
            return Val(True, span=types.span)
        return Val(False) if types.known else types
    return Val(False)


def _there(block: Val[Any]) -> Val[Any]:
    if block.absent or block.value == ():
        return Val(False)
    return Val(True, span=block.span) if block.known or block.items() else block
