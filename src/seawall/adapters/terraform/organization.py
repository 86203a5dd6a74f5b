"""Organisations of the AWS provider and their guardrails on regions."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import text
from seawall.adapters.describe import shared
from seawall.adapters.guardrails import guards, region_policies
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import GUARD, IDENTITY, Found
from seawall.adapters.terraform.policy_places import found
from seawall.model.organization import Organization, RegionPolicy, is_effective
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val

_POLICY = "aws_organizations_policy"
_ATTACHMENT = "aws_organizations_policy_attachment"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Organization | RegionPolicy]:
    organizations = list(nodes.of("aws_organizations_organization"))
    policies = list(nodes.of(_POLICY))
    if not organizations and not policies:
        return
    speaking = list(region_policies(_attached(nodes), bounds))
    yield from speaking
    guarded = guards(speaking) or _control_tower(nodes)
    unread = any(not node.at("content").known for node in policies)
    for node in organizations:
        features = text(node.at("feature_set")).or_default("ALL")
        yield Organization(
            **shared(node),
            guarded=Val.no_idea("a policy's text is not known")
            if unread and not guarded
            else Val(guarded),
            all_features=features.map(lambda word: word == "ALL"),
        )


def may_deny_regions(nodes: Nodes) -> bool:
    """Whether any policy of the project denies regions, or may: one of which nothing is known."""
    if any(not node.at("content").known for node in nodes.of(_POLICY)) or _control_tower(nodes):
        return True
    everywhere = found(nodes, frozenset({GUARD, IDENTITY}))
    return any(is_effective(statement) for each in everywhere for statement in each.statements)


def _attached(nodes: Nodes) -> Iterator[tuple[Found, Val[Any]]]:
    attached = {
        node.address
        for attachment in nodes.of(_ATTACHMENT)
        for node in nodes.referred(attachment.at("policy_id"))
    }
    # an attachment whose policy we cannot see may be to any of them
    unseen = any(not nodes.referred(each.at("policy_id")) for each in nodes.of(_ATTACHMENT))
    for each in found(nodes, frozenset({GUARD})):
        for bearer in each.bearers:
            if bearer.type != _POLICY or bearer.at("type").is_not_in(
                ("SERVICE_CONTROL_POLICY", None)
            ):
                continue
            if bearer.address in attached:
                yield each, Val(True)
            elif unseen or _given_away(nodes, bearer):
                yield each, Val.no_idea("it may be attached elsewhere")
            else:
                yield each, Val(False)


def _given_away(nodes: Nodes, policy: Node) -> bool:
    """Whether an output hands the policy to someone who may attach it."""
    return any(policy in nodes.referred(node.at("value")) for node in nodes.kinds("output"))


def _control_tower(nodes: Nodes) -> bool:
    """Control Tower's own region deny.
    https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
    """
    for node in nodes.of("aws_controltower_control"):
        word = node.at("control_identifier")
        if word.holds(lambda name: "GRREGIONDENY" in str(name) or "MULTISERVICE.PV.1" in str(name)):
            return True
        if not word.known:
            return True
    return False
