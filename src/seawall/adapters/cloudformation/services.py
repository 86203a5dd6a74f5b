"""Managed services of CloudFormation that answer on a network."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.model.resource import Bounds
from seawall.model.services import Endpoint
from seawall.readers.node import Node
from seawall.value import Val

# type: kind, service, attribute, default
_FLAGS: dict[str, tuple[str, str, str, bool]] = {
    "AWS::Redshift::Cluster": ("data", "Redshift", "PubliclyAccessible", False),
    "AWS::RedshiftServerless::Workgroup": ("data", "Redshift", "PubliclyAccessible", False),
    # public unless it says otherwise
    # https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-replicationinstance.html
    "AWS::DMS::ReplicationInstance": ("data", "DMS", "PubliclyAccessible", True),
    "AWS::AmazonMQ::Broker": ("data", "MQ", "PubliclyAccessible", False),
    "AWS::Neptune::DBInstance": ("data", "Neptune", "PubliclyAccessible", False),
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Endpoint]:
    for node in nodes.of(*_FLAGS):
        kind, service, path, default = _FLAGS[node.type]
        yield _endpoint(node, kind, service, flag(node.at(path), default))
    for node in nodes.of("AWS::MSK::Cluster"):
        word = node.at("BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type")
        yield _endpoint(
            node,
            "data",
            "MSK",
            text(word).or_default("DISABLED").map(lambda each: each == "SERVICE_PROVIDED_EIPS"),
        )
    for node in nodes.of("AWS::EKS::Cluster"):
        yield _endpoint(
            node,
            "kubernetes",
            "EKS",
            flag(node.at("ResourcesVpcConfig.EndpointPublicAccess"), True),
            node.at("ResourcesVpcConfig.PublicAccessCidrs"),
        )
    for node in nodes.of("AWS::EKS::Nodegroup"):
        key = node.at("RemoteAccess.Ec2SshKey")
        if not key.absent:
            groups = node.at("RemoteAccess.SourceSecurityGroups")
            yield _endpoint(node, "nodes", "EKS nodes", _without(groups, key))
    for node in nodes.of("AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain"):
        yield _endpoint(node, "search", "OpenSearch", _without(node.at("VPCOptions"), None))
    for node in nodes.of("AWS::Lambda::Url"):
        word = node.at("AuthType")
        yield _endpoint(node, "function", "Lambda", text(word).map(lambda each: each == "NONE"))
    for node in nodes.of("AWS::Serverless::Function"):
        word = node.at("FunctionUrlConfig.AuthType")
        if not word.absent:
            public = text(word).map(lambda each: each == "NONE")
            yield _endpoint(node, "function", "Lambda", public)
    for node in nodes.of("AWS::SageMaker::NotebookInstance"):
        word = text(node.at("DirectInternetAccess")).or_default("Enabled")
        yield _endpoint(node, "notebook", "SageMaker", word.map(lambda each: each == "Enabled"))
    for node in nodes.of("AWS::Transfer::Server"):
        word = text(node.at("EndpointType")).or_default("PUBLIC")
        yield _endpoint(node, "transfer", "Transfer", word.map(lambda each: each == "PUBLIC"))


def _endpoint(
    node: Node,
    kind: str,
    service: str,
    public: Val[Any],
    sources: Val[Any] | None = None,
) -> Endpoint:
    return Endpoint(**shared(node), kind=kind, service=service, public=public, sources=sources)


def _without(limit: Val[Any], place: Val[Any] | None) -> Val[Any]:
    """Public where the limit is provably absent or empty."""
    empty = limit.absent or (limit.known and isinstance(limit.value, tuple) and not limit.value)
    if not empty:
        return Val(False, span=limit.span) if limit.known else Val.no_idea(limit.why, limit.span)
    if place is None:
        return Val(True, "default", span=limit.span)
    return Val(True, span=place.span)
