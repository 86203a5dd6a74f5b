"""Regions of providers, resources, modules and backends of a Terraform project."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.region_walk import GLOBAL_REGIONS, regions_in
from seawall.model.region import RegionInput, RegionSwitch, RegionUnset, RegionUse
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val

# services whose parts are made in us-east-1 whatever the workload's region is
_GLOBAL = (
    "aws_acm_",
    "aws_billing_",
    "aws_budgets_",
    "aws_ce_",
    "aws_cloudfront_",
    "aws_cur_",
    "aws_ecrpublic_",
    "aws_globalaccelerator_",
    "aws_iam_",
    "aws_lambda_permission",
    "aws_organizations_",
    "aws_route53",
    "aws_shield_",
    "aws_waf_",
    "aws_wafv2_",
)
# what watches other regions: to look there is no use of them
_WATCHERS = (
    "aws_account_region",
    "aws_config_aggregate_authorization",
    "aws_config_configuration_aggregator",
    "aws_resourceexplorer2_",
    "aws_route53_health_check",
    "aws_securityhub_finding_aggregator",
)
_REGION_NAMES = ("region", "regions")
Subject = RegionUse | RegionInput | RegionUnset | RegionSwitch


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Subject]:
    providers = [each for each in nodes.kinds("provider") if each.type == "aws"]
    for node in providers:
        if node.module == "" and node.at("region").absent:
            yield RegionUnset(**shared(node))
    yield from _inputs(nodes, providers, bounds)
    for node in nodes.of("aws_account_region"):
        yield RegionSwitch(
            **shared(node),
            name=node.at("region_name"),
            on=flag(node.at("enabled")),
            allowed=bounds.allowed_regions,
        )
    if bounds.allowed_regions is not None:
        yield from _uses(nodes, providers, bounds.allowed_regions)


def _uses(nodes: Nodes, providers: list[Node], allowed: frozenset[str]) -> Iterator[RegionUse]:
    users: dict[str, list[Node]] = {}
    for node in nodes.kinds("resource"):
        if node.provider is not None:
            users.setdefault(node.provider.address, []).append(node)
    for node in providers:
        if not _for_global_services(node, users.get(node.address, [])):
            yield _use(node, "provider", node.at("region"), allowed)
    for node in nodes.kinds("backend"):
        if node.type == "s3":
            yield _use(node, "state", node.at("region"), allowed)
    for kind in ("resource", "module"):
        for node in nodes.kinds(kind):
            if kind == "resource" and not node.type.startswith("aws_"):
                continue
            if node.type.startswith(_WATCHERS):
                continue
            for named in regions_in(node.body):
                if _is_global(node) and named.used.is_in(GLOBAL_REGIONS):
                    continue
                yield _use(node, named.what, named.used, allowed, reference=named.reference)


def _use(
    node: Node, what: str, used: Val[Any], allowed: frozenset[str], *, reference: bool = False
) -> RegionUse:
    return RegionUse(**shared(node), what=what, used=used, allowed=allowed, reference=reference)


def _is_global(node: Node) -> bool:
    return node.type.startswith(_GLOBAL)


def _for_global_services(provider: Node, users: list[Node]) -> bool:
    """A provider in us-east-1 that only global services use, or, under an alias, nobody we see."""
    if not provider.at("region").is_in(GLOBAL_REGIONS):
        return False
    if users:
        return all(_is_global(each) for each in users)
    aliased = not provider.at("alias").absent or "." in provider.name
    return aliased and provider.at("region").is_("us-east-1")


def _inputs(nodes: Nodes, providers: list[Node], bounds: Bounds) -> Iterator[RegionInput]:
    """Root variables that reach a provider's region, by their trail or by their name."""
    regions = [each.at("region") for each in providers]
    if not regions:
        return
    for node in nodes.kinds("variable"):
        if node.module:
            continue
        reaching = [each for each in regions if _comes_from(each, node)]
        named = node.name.rpartition("_")[2].lower() in _REGION_NAMES
        if not reaching and not (named and any(not each.known for each in regions)):
            continue
        default = node.at("default")
        if default.absent and any(each.known for each in reaching):
            continue  # a tfvars file settles it
        yield RegionInput(
            **shared(node),
            name=node.name,
            has_default=not default.absent,
            constrained=not node.at("validation").absent,
            allowed=bounds.allowed_regions,
        )


def _comes_from(value: Val[Any], variable: Node) -> bool:
    return any(
        each.source.path == variable.span.source.path
        and variable.span.start <= each.start < variable.span.end
        for each in value.via
    )
