"""Instances, templates and services of the AWS provider that start instances."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, many, text
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.metadata import service
from seawall.adapters.nodes import Nodes
from seawall.model.compute import Image, ManagedFleet, MetadataDefaults, MetadataService
from seawall.model.resource import Bounds, Resource
from seawall.readers.node import Node
from seawall.value import Val, walk

_NAMES = ("http_tokens", "http_endpoint", "http_put_response_hop_limit")
_KINDS = {
    "aws_instance": "instance",
    "aws_spot_instance_request": "spot request",
    "aws_launch_template": "launch template",
    "aws_launch_configuration": "launch configuration",
}
_USERS = (
    "aws_instance",
    "aws_autoscaling_group",
    "aws_spot_instance_request",
    "aws_spot_fleet_request",
    "aws_ec2_fleet",
    "aws_eks_node_group",
    "aws_batch_compute_environment",
)
Subject = MetadataService | ManagedFleet | MetadataDefaults | Image


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Subject]:
    users = _users(nodes)
    for node in nodes.of(*_KINDS):
        if node.type in ("aws_instance", "aws_spot_instance_request") and _by_template(node):
            continue  # what the template says is said about the template
        yield service(
            node,
            _KINDS[node.type],
            node.at("metadata_options"),
            names=_NAMES,
            default=_default(nodes, node),
            attribute="metadata_options.http_tokens",
            users=tuple(users.get(node.address, ())),
        )
    for node in nodes.of("aws_spot_fleet_request"):
        # a launch specification has no metadata options at all: only templates have
        if node.blocks("launch_specification"):
            yield service(node, "spot fleet", Val.nothing(node.head), names=_NAMES)
    for node in nodes.of("aws_imagebuilder_infrastructure_configuration"):
        yield service(
            node,
            "image pipeline",
            node.at("instance_metadata_options"),
            names=_NAMES,
            attribute="instance_metadata_options.http_tokens",
        )
    for node in nodes.of("aws_ec2_instance_metadata_defaults"):
        yield MetadataDefaults(**shared(node), tokens=node.at("http_tokens"))
    for node in nodes.of("aws_ami"):
        yield Image(**shared(node), support=node.at("imds_support"))
    yield from _fleets(nodes)


def _by_template(node: Node) -> bool:
    """Whether a launch template decides, here or where we cannot see."""
    own = node.at("metadata_options.http_tokens")
    return (
        own.absent
        and not node.at("launch_template").absent
        and bool(node.blocks("launch_template") or not node.at("launch_template").known)
    )


def _default(nodes: Nodes, node: Node) -> str:
    """What no token setting means: an image or the account's defaults may require tokens."""
    image = node.at("ami") if node.type != "aws_launch_template" else node.at("image_id")
    for made in nodes.referred(image):
        if made.type == "aws_ami" and made.at("imds_support").is_("v2.0"):
            return "required"
    for defaults in nodes.of("aws_ec2_instance_metadata_defaults"):
        same = (defaults.provider is None and node.provider is None) or (
            defaults.provider is not None
            and node.provider is not None
            and defaults.provider.address == node.provider.address
        )
        if same and defaults.at("http_tokens").is_("required"):
            return "required"
    return "optional"


def _users(nodes: Nodes) -> dict[str, list[Resource]]:
    """Launch templates and configurations by address, with what starts instances from them."""
    found: dict[str, list[Resource]] = {}
    for node in nodes.of(*_USERS):
        parts = [
            node.at(name)
            for name in (
                "launch_template",
                "launch_configuration",
                "mixed_instances_policy",
                "launch_template_config",
                "launch_template_configs",
            )
        ]
        parts += [block.at("launch_template") for block in node.blocks("compute_resources")]
        seen = {address for part in parts for each in walk(part) for address in each.refs}
        for address in sorted(seen):
            found.setdefault(address, []).append(plain_resource(node))
    return found


def _fleets(nodes: Nodes) -> Iterator[ManagedFleet]:
    for node in nodes.of("aws_sagemaker_notebook_instance"):
        version = text(
            node.at(
                "instance_metadata_service_configuration.minimum_instance_metadata_service_version"
            )
        ).or_default("1")
        yield _fleet(node, "SageMaker notebook", version.map(lambda word: str(word) == "2"))
    for node in nodes.of("aws_eks_node_group"):
        if node.at("launch_template").absent:
            yield from _node_group(node, node.at("ami_type"))
    for node in nodes.of("aws_batch_compute_environment"):
        for block in node.blocks("compute_resources"):
            if block.at("type").is_in(("EC2", "SPOT")) and block.at("launch_template").absent:
                yield _fleet(node, "Batch", Val(False, span=node.head), certain=False)
    for node in nodes.of(
        "aws_elastic_beanstalk_environment", "aws_elastic_beanstalk_configuration_template"
    ):
        yield from _beanstalk(node)
    for node in nodes.of("aws_emr_security_configuration"):
        found = text(
            _json(node.at("configuration")).at(
                "InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion"
            )
        ).or_default("1")
        yield _fleet(
            node,
            "EMR",
            found.map(lambda word: str(word) == "2"),
            certain=found.written,
        )


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
    settings = node.at("setting")
    for block in many(settings):
        if block.at("name").is_("DisableIMDSv1"):
            yield _fleet(node, "Beanstalk", flag(block.at("value")))
            return
    stack = node.at("solution_stack_name")
    old = stack.holds(lambda name: "Windows" in str(name) or "Amazon Linux 2 " in str(name) + " ")
    if old and settings.known:
        yield _fleet(node, "Beanstalk", Val(False, span=stack.span), certain=False)


def _json(value: Val[Any]) -> Val[Any]:
    """A JSON text as the reader understood it; unknown where it stayed a text."""
    if isinstance(value.value, str):
        wanted = '"MinimumInstanceMetadataServiceVersion"'
        flat = value.value.replace(" ", "").replace("\n", "")
        if not value.known:
            return Val.no_idea(value.why or "a text with unknown parts", value.span)
        version = "2" if f"{wanted}:2" in flat or f'{wanted}:"2"' in flat else None
        if version is None and wanted in flat:
            version = "1"
        held = Val(version, span=value.span) if version is not None else Val.nothing(value.span)
        inner: Val[Any] = Val({"MinimumInstanceMetadataServiceVersion": held}, span=value.span)
        return Val({"InstanceMetadataServiceConfiguration": inner}, span=value.span)
    return value
