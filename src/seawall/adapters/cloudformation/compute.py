"""Instances, templates and services of CloudFormation that start instances."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, many, text
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.metadata import service
from seawall.adapters.nodes import Nodes
from seawall.model.compute import ManagedFleet, MetadataService
from seawall.model.resource import Bounds, Resource
from seawall.readers.node import Node
from seawall.value import Val, walk

_NAMES = ("HttpTokens", "HttpEndpoint", "HttpPutResponseHopLimit")
_USERS = (
    "AWS::EC2::Instance",
    "AWS::AutoScaling::AutoScalingGroup",
    "AWS::EC2::SpotFleet",
    "AWS::EC2::EC2Fleet",
    "AWS::EKS::Nodegroup",
    "AWS::Batch::ComputeEnvironment",
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[MetadataService | ManagedFleet]:
    users = _users(nodes)
    for node in nodes.of("AWS::EC2::Instance"):
        if node.at("MetadataOptions.HttpTokens").absent and not node.at("LaunchTemplate").absent:
            continue  # what the template says is said about the template
        yield service(
            node,
            "instance",
            node.at("MetadataOptions"),
            names=_NAMES,
            attribute="MetadataOptions.HttpTokens",
        )
    for node in nodes.of("AWS::EC2::LaunchTemplate"):
        yield service(
            node,
            "launch template",
            node.at("LaunchTemplateData.MetadataOptions"),
            names=_NAMES,
            attribute="LaunchTemplateData.MetadataOptions.HttpTokens",
            users=tuple(users.get(node.address, ())),
        )
    for node in nodes.of("AWS::AutoScaling::LaunchConfiguration"):
        yield service(
            node,
            "launch configuration",
            node.at("MetadataOptions"),
            names=_NAMES,
            attribute="MetadataOptions.HttpTokens",
            users=tuple(users.get(node.address, ())),
        )
    for node in nodes.of("AWS::EC2::SpotFleet"):
        # a launch specification has no metadata options at all: only templates have
        if many(node.at("SpotFleetRequestConfigData.LaunchSpecifications")):
            yield service(node, "spot fleet", Val.nothing(node.head), names=_NAMES)
    for node in nodes.of("AWS::ImageBuilder::InfrastructureConfiguration"):
        yield service(
            node,
            "image pipeline",
            node.at("InstanceMetadataOptions"),
            names=_NAMES,
            attribute="InstanceMetadataOptions.HttpTokens",
        )
    yield from _fleets(nodes)


def _users(nodes: Nodes) -> dict[str, list[Resource]]:
    """Launch templates and configurations by logical id, with what starts instances from them."""
    found: dict[str, list[Resource]] = {}
    for node in nodes.of(*_USERS):
        parts = [
            node.at(name)
            for name in (
                "LaunchTemplate",
                "LaunchConfigurationName",
                "MixedInstancesPolicy",
                "LaunchTemplateConfigs",
                "SpotFleetRequestConfigData",
                "ComputeResources",
            )
        ]
        seen = {address for part in parts for each in walk(part) for address in each.refs}
        for address in sorted(seen):
            found.setdefault(address, []).append(plain_resource(node))
    return found


def _fleets(nodes: Nodes) -> Iterator[ManagedFleet]:
    for node in nodes.of("AWS::SageMaker::NotebookInstance"):
        version = text(
            node.at("InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion")
        ).or_default("1")
        yield _fleet(node, "SageMaker notebook", version.map(lambda word: str(word) == "2"))
    for node in nodes.of("AWS::EKS::Nodegroup"):
        if node.at("LaunchTemplate").absent:
            yield from _node_group(node, node.at("AmiType"))
    for node in nodes.of("AWS::Batch::ComputeEnvironment"):
        block = node.at("ComputeResources")
        if block.at("Type").is_in(("EC2", "SPOT")) and block.at("LaunchTemplate").absent:
            yield _fleet(node, "Batch", Val(False, span=node.head), certain=False)
    for node in nodes.of(
        "AWS::ElasticBeanstalk::Environment", "AWS::ElasticBeanstalk::ConfigurationTemplate"
    ):
        yield from _beanstalk(node)
    for node in nodes.of("AWS::EMR::SecurityConfiguration"):
        found = text(
            node.at("SecurityConfiguration").at(
                "InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion"
            )
        ).or_default("1")
        requires = found.map(lambda word: str(word) == "2")
        yield _fleet(node, "EMR", requires, certain=found.written)


def _fleet(
    node: Node, service_name: str, requires: Val[Any], *, certain: bool = True
) -> ManagedFleet:
    return ManagedFleet(
        **shared(node), service=service_name, requires_tokens=requires, certain=certain
    )


def _node_group(node: Node, image: Val[Any]) -> Iterator[ManagedFleet]:
    # AL2023 and Bottlerocket images require tokens, Amazon Linux 2 and Windows do not
    # https://docs.aws.amazon.com/eks/latest/userguide/al2023.html
    if image.absent or image.starts_with("AL2_") or image.starts_with("WINDOWS_"):
        place = image if image.written else Val.nothing(node.head)
        requires = Val(False, span=place.span, via=place.via)
        yield _fleet(node, "EKS node group", requires, certain=False)


def _beanstalk(node: Node) -> Iterator[ManagedFleet]:
    settings = node.at("OptionSettings")
    for block in many(settings):
        if block.at("OptionName").is_("DisableIMDSv1"):
            yield _fleet(node, "Beanstalk", flag(block.at("Value")))
            return
    stack = node.at("SolutionStackName")
    old = stack.holds(lambda name: "Windows" in str(name) or "Amazon Linux 2 " in str(name) + " ")
    if old and settings.known:
        yield _fleet(node, "Beanstalk", Val(False, span=stack.span), certain=False)
