"""Whether a resource with a policy is out of the internet's reach whatever the policy says."""

from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.readers.node import Node
from seawall.value import Val


def is_private(nodes: Nodes, node: Node) -> Val[Any]:
    """True of a search domain inside a VPC and of a private API."""
    if node.type in ("AWS::Elasticsearch::Domain", "AWS::OpenSearchService::Domain"):
        options = node.at("VPCOptions")
        if options.absent:
            return Val(False)
        return Val(True, span=options.span) if options.known else options
    if node.type == "AWS::ApiGateway::RestApi":
        types = node.at("EndpointConfiguration.Types")
        if any(each.is_("PRIVATE") for each in types.items()):
            return Val(True, span=types.span)
        return Val(False) if types.known else types
    return Val(False)
