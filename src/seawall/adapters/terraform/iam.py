"""Terraform's identities: their policies, what is attached to them, and their keys."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.joins import pointed
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import IDENTITY, Found
from seawall.adapters.policies import identity, others
from seawall.adapters.terraform.policy_places import found
from seawall.adapters.terraform.private import is_private
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
# what an inline policy or an attachment names its holder by
_HOLDER_AT = {
    "role": "aws_iam_role",
    "user": "aws_iam_user",
    "group": "aws_iam_group",
    "roles": "aws_iam_role",
    "users": "aws_iam_user",
    "groups": "aws_iam_group",
    "permission_set_arn": "aws_ssoadmin_permission_set",
}
_ATTACHMENTS = (
    "aws_iam_role_policy_attachment",
    "aws_iam_user_policy_attachment",
    "aws_iam_group_policy_attachment",
    "aws_iam_policy_attachment",
)
_SSO = "aws_ssoadmin_managed_policy_attachment"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    policies: list[tuple[Found, tuple[Node, ...]]] = []
    for each in found(nodes):
        if each.kind == IDENTITY:
            policies.append((each, _holders_of(nodes, each)))
        else:
            yield from others(each, is_private)
    working = _working(nodes)
    made = [(identity(each, held, working), held) for each, held in policies]
    yield from (policy for policy, _ in made)
    uses = list(_managed(nodes))
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


def _holders_of(nodes: Nodes, policy: Found) -> tuple[Node, ...]:
    """Who gets the rights of a policy, directly or by attachments."""
    held: list[Node] = []
    for bearer in policy.bearers:
        if bearer.type in _KINDS:
            held.append(bearer)
        held.extend(_named(nodes, bearer))
        for attachment in nodes.of(*_ATTACHMENTS):
            if bearer in nodes.referred(attachment.at("policy_arn")):
                held.extend(_named(nodes, attachment))
    return tuple(dict.fromkeys(held))


def _named(nodes: Nodes, node: Node) -> Iterator[Node]:
    for attribute, type_ in _HOLDER_AT.items():
        value = node.at(attribute)
        yield from pointed(nodes, value, (type_,), "name")
        for each in value.items():
            yield from pointed(nodes, each, (type_,), "name")


def _managed(nodes: Nodes) -> Iterator[tuple[ManagedPolicyUse, tuple[Node, ...]]]:
    """Managed policies by arn, wherever they are given to someone."""
    for node in nodes.of(*_ATTACHMENTS):
        held = tuple(dict.fromkeys(_named(nodes, node)))
        yield _use(node, node.at("policy_arn"), _kinds(node), held), held
    for node in nodes.of(_SSO):
        held = tuple(dict.fromkeys(_named(nodes, node)))
        yield _use(node, node.at("managed_policy_arn"), (PERMISSION_SET,), held), held
    for node in nodes.of("aws_iam_role"):
        for arn in node.at("managed_policy_arns").items():
            yield _use(node, arn, (ROLE,), (node,)), (node,)
    for node in nodes.of("aws_iam_role_policy_attachments_exclusive"):
        held = tuple(dict.fromkeys(_named(nodes, node)))
        for arn in node.at("policy_arns").items():
            yield _use(node, arn, (ROLE,), held), held


def _use(
    node: Node, arn: Val[Any], kinds: tuple[str, ...], held: tuple[Node, ...]
) -> ManagedPolicyUse:
    return ManagedPolicyUse(
        **shared(node),
        arn=arn,
        kinds=kinds,
        holders=tuple(plain_resource(each) for each in held if each is not node),
    )


def _kinds(attachment: Node) -> tuple[str, ...]:
    if attachment.type == "aws_iam_policy_attachment":
        pairs = (("users", USER), ("groups", GROUP), ("roles", ROLE))
        return tuple(kind for name, kind in pairs if not attachment.at(name).absent)
    return (attachment.type.removeprefix("aws_iam_").removesuffix("_policy_attachment"),)


def _working(nodes: Nodes) -> dict[str, list[Node]]:
    """By the address of a role: what runs as it."""
    working: dict[str, list[Node]] = {}
    profiles: dict[str, tuple[Node, ...]] = {}
    for node in nodes.of("aws_iam_instance_profile"):
        profiles[node.address] = pointed(nodes, node.at("role"), ("aws_iam_role",), "name")
        for role in profiles[node.address]:
            working.setdefault(role.address, []).append(node)
    for type_, paths in _RUNS_AS.items():
        for node in nodes.of(type_):
            for path in paths:
                value = node.at(path)
                roles = list(pointed(nodes, value, ("aws_iam_role",), "name"))
                for profile in pointed(nodes, value, ("aws_iam_instance_profile",), "name"):
                    roles.extend(profiles[profile.address])
                for role in roles:
                    working.setdefault(role.address, []).append(node)
    return working


_RUNS_AS = {
    "aws_lambda_function": ("role",),
    "aws_instance": ("iam_instance_profile",),
    "aws_launch_template": ("iam_instance_profile.name", "iam_instance_profile.arn"),
    "aws_launch_configuration": ("iam_instance_profile",),
    "aws_ecs_task_definition": ("task_role_arn", "execution_role_arn"),
    "aws_codebuild_project": ("service_role",),
    "aws_glue_job": ("role_arn",),
    "aws_sagemaker_notebook_instance": ("role_arn",),
}


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
