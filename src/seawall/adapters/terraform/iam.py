"""Terraform's identities: their policies, what is attached to them, and their keys."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import IDENTITY, Found
from seawall.adapters.policies import identity, others
from seawall.adapters.terraform.attachments import ATTACHMENTS, managed, named
from seawall.adapters.terraform.policy_places import found
from seawall.adapters.terraform.private import is_private
from seawall.adapters.terraform.working import working_as
from seawall.model.iam import (
    GROUP,
    PERMISSION_SET,
    ROLE,
    USER,
    Holder,
    IdentityPolicy,
    ManagedPolicyUse,
    UserKey,
)
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val

_KINDS = {
    "aws_iam_user": USER,
    "aws_iam_group": GROUP,
    "aws_iam_role": ROLE,
    "aws_ssoadmin_permission_set": PERMISSION_SET,
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    policies: list[tuple[Found, tuple[Node, ...]]] = []
    attached = _attached(nodes)
    for each in found(nodes):
        if each.kind == IDENTITY:
            policies.append((each, _holders_of(nodes, each, attached)))
        else:
            yield from others(nodes, each, is_private)
    working = working_as(nodes)
    made = [(identity(each, held, working), held) for each, held in policies]
    yield from (policy for policy, _ in made)
    uses = list(managed(nodes, working))
    yield from (use for use, _ in uses)
    yield from _holders(nodes, made, uses, working)
    for node in nodes.of("aws_iam_access_key"):
        yield UserKey(
            **shared(node),
            user=node.at("user"),
            encrypted=Val(not node.at("pgp_key").absent),
            shown=tuple(map(plain_resource, _showing(nodes, node))),
        )


def _holders(
    nodes: Nodes,
    policies: list[tuple[IdentityPolicy, tuple[Node, ...]]],
    uses: list[tuple[ManagedPolicyUse, tuple[Node, ...]]],
    working: dict[str, list[Node]],
) -> Iterator[Holder]:
    for type_, kind in _KINDS.items():
        for node in nodes.of(type_):
            yield Holder(
                **shared(node),
                kind=kind,
                policies=tuple(policy for policy, held in policies if node in held),
                managed=tuple(use for use, held in uses if node in held),
                works_for=tuple(map(plain_resource, working.get(node.address, ()))),
            )


def _attached(nodes: Nodes) -> dict[str, list[Node]]:
    """By the address of a policy: its attachments."""
    attached: dict[str, list[Node]] = {}
    for attachment in nodes.of(*ATTACHMENTS):
        for policy in nodes.referred(attachment.at("policy_arn")):
            attached.setdefault(policy.address, []).append(attachment)
    return attached


def _holders_of(nodes: Nodes, policy: Found, attached: dict[str, list[Node]]) -> tuple[Node, ...]:
    """Who gets the rights of a policy, directly or by attachments."""
    held: list[Node] = []
    for bearer in policy.bearers:
        if bearer.type in _KINDS:
            held.append(bearer)
        held.extend(named(nodes, bearer))
        for attachment in attached.get(bearer.address, ()):
            held.extend(named(nodes, attachment))
    return tuple(dict.fromkeys(held))


def _showing(nodes: Nodes, key: Node) -> Iterator[Node]:
    """Outputs and parameters that hold a key's secret."""
    for node in nodes.kinds("output"):
        if key in nodes.referred(node.at("value")) and _names_secret(node.at("value")):
            yield node
    for node in nodes.of("aws_ssm_parameter"):
        value = node.at("value")
        hidden = not node.at("type").is_not("SecureString")
        if not hidden and key in nodes.referred(value) and _names_secret(value):
            yield node


def _names_secret(value: Val[Any]) -> bool:
    text = value.span.text if value.span is not None else ""
    return ".secret" in text or ".ses_smtp_password" in text
