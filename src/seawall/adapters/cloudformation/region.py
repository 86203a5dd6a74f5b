"""Regions that a template names, and parameters that choose one."""

from collections.abc import Iterator

from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.region_walk import GLOBAL_REGIONS, regions_in
from seawall.model.region import RegionInput, RegionUse
from seawall.model.resource import Bounds
from seawall.readers.node import Node

# services whose parts are made in us-east-1 whatever the workload's region is
_GLOBAL = (
    "AWS::Billing",
    "AWS::Budgets::",
    "AWS::CE::",
    "AWS::CUR::",
    "AWS::CertificateManager::",
    "AWS::CloudFront::",
    "AWS::ECR::PublicRepository",
    "AWS::GlobalAccelerator::",
    "AWS::IAM::",
    "AWS::Organizations::",
    "AWS::Route53",
    "AWS::Shield::",
    "AWS::WAF::",
    "AWS::WAFv2::",
)
# what watches other regions: to look there is no use of them; what a custom resource is told is
# a matter of the function behind it
_WATCHERS = (
    "AWS::CloudFormation::CustomResource",
    "AWS::Config::AggregationAuthorization",
    "AWS::Config::ConfigurationAggregator",
    "AWS::ResourceExplorer2::",
    "AWS::Route53::HealthCheck",
    "AWS::SecurityHub::FindingAggregator",
    "Custom::",
)
# where a bucket of templates lies, or a certificate has to: nobody chooses by these
_NOT_A_CHOICE = ("acm", "bucket", "certificate", "cloudfront")


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[RegionUse | RegionInput]:
    for node in nodes.kinds("parameter"):
        if _chooses_region(node):
            yield _input(node, bounds)
    if bounds.allowed_regions is None:
        return
    for node in nodes.kinds("resource"):
        if node.type.startswith(_WATCHERS):
            continue
        for named in regions_in(node.body):
            if node.type.startswith(_GLOBAL) and named.used.is_in(GLOBAL_REGIONS):
                continue
            yield RegionUse(
                **shared(node),
                what=named.what,
                used=named.used,
                allowed=bounds.allowed_regions,
                reference=named.reference,
            )


def _chooses_region(node: Node) -> bool:
    name = node.name.lower()
    kind = node.at("Type")
    plain = kind.is_in(("String", "CommaDelimitedList", "List<String>"))
    if any(word in name for word in _NOT_A_CHOICE):
        return False
    return plain and (name.endswith(("region", "regions")) or name.startswith("awsregion"))


def _input(node: Node, bounds: Bounds) -> RegionInput:
    values = node.at("AllowedValues")
    return RegionInput(
        **shared(node),
        name=node.name,
        has_default=not node.at("Default").absent,
        constrained=not values.absent or not node.at("AllowedPattern").absent,
        may_be=values.items(),
        allowed=bounds.allowed_regions,
    )
