"""Organisations of CloudFormation and their guardrails on regions."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.cloudformation.policy_places import found
from seawall.adapters.convert import text
from seawall.adapters.describe import shared
from seawall.adapters.guardrails import guards, region_policies
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import GUARD, IDENTITY, Found
from seawall.model.organization import Organization, RegionPolicy, is_effective
from seawall.model.resource import Bounds
from seawall.value import Val

_POLICY = "AWS::Organizations::Policy"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Organization | RegionPolicy]:
    organizations = list(nodes.of("AWS::Organizations::Organization"))
    policies = list(nodes.of(_POLICY))
    if not organizations and not policies:
        return
    speaking = list(region_policies(_attached(nodes), bounds))
    yield from speaking
    guarded = guards(speaking)
    unread = any(not node.at("Content").known for node in policies)
    for node in organizations:
        features = text(node.at("FeatureSet")).or_default("ALL")
        yield Organization(
            **shared(node),
            guarded=Val.no_idea("a policy's text is not known")
            if unread and not guarded
            else Val(guarded),
            all_features=features.map(lambda word: word == "ALL"),
        )


def may_deny_regions(nodes: Nodes) -> bool:
    """Whether any policy of the project denies regions, or may: one of which nothing is known."""
    if any(not node.at("Content").known for node in nodes.of(_POLICY)):
        return True
    everywhere = found(nodes, frozenset({GUARD, IDENTITY}))
    return any(is_effective(statement) for each in everywhere for statement in each.statements)


def _attached(nodes: Nodes) -> Iterator[tuple[Found, Val[Any]]]:
    for each in found(nodes, frozenset({GUARD})):
        if each.node.type != _POLICY or each.node.at("Type").is_not("SERVICE_CONTROL_POLICY"):
            continue
        targets = each.node.at("TargetIds")
        if targets.absent:
            yield each, Val(False)
        elif targets.known:
            yield each, Val(bool(targets.items()))
        else:
            yield each, Val.no_idea("its targets are not known")
