"""Whether a resource with a policy is out of the internet's reach whatever the policy says."""

from typing import Any

from seawall.adapters.joins import block_list, lost, pointed
from seawall.adapters.nodes import Nodes
from seawall.readers.node import Node
from seawall.value import Val

_DOMAINS = ("aws_elasticsearch_domain", "aws_opensearch_domain")
_DOMAIN_POLICIES = ("aws_elasticsearch_domain_policy", "aws_opensearch_domain_policy")


def is_private(nodes: Nodes, node: Node) -> Val[Any]:
    """True of a search domain inside a VPC and of a private API, its policy standing apart."""
    if node.type in _DOMAINS:
        return _there(node.at("vpc_options"))
    if node.type in _DOMAIN_POLICIES:
        return _owner(nodes, node, "domain_name", _DOMAINS, "domain_name")
    if node.type == "aws_api_gateway_rest_api":
        types = node.at("endpoint_configuration.types")
        if any(each.is_("PRIVATE") for each in types.items()):
            return Val(True, span=types.span)
        return Val(False) if types.known else types
    if node.type == "aws_api_gateway_rest_api_policy":
        return _owner(nodes, node, "rest_api_id", ("aws_api_gateway_rest_api",), "name")
    return Val(False)


def _owner(nodes: Nodes, node: Node, reference: str, types: tuple[str, ...], name: str) -> Val[Any]:
    value = node.at(reference)
    for each in pointed(nodes, value, types, name):
        return is_private(nodes, each)
    return value if lost(value) and not value.absent else Val(False)


def _there(block: Val[Any]) -> Val[Any]:
    if block_list(block):
        return Val(True, span=block.span)
    return Val(False) if block.known else block
