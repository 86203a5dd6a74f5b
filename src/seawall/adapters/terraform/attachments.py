"""Who a policy is attached to, and which managed policies are attached to whom."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.joins import pointed
from seawall.adapters.nodes import Nodes
from seawall.adapters.terraform import modules_iam
from seawall.model.iam import GROUP, PERMISSION_SET, ROLE, USER, ManagedPolicyUse
from seawall.readers.node import Node
from seawall.value import Val

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
ATTACHMENTS = (
    "aws_iam_role_policy_attachment",
    "aws_iam_user_policy_attachment",
    "aws_iam_group_policy_attachment",
    "aws_iam_policy_attachment",
)
_SSO = "aws_ssoadmin_managed_policy_attachment"


def named(nodes: Nodes, node: Node) -> Iterator[Node]:
    for attribute, type_ in _HOLDER_AT.items():
        value = node.at(attribute)
        yield from pointed(nodes, value, (type_,), "name")
        for each in value.items():
            yield from pointed(nodes, each, (type_,), "name")


def managed(
    nodes: Nodes, working: dict[str, list[Node]]
) -> Iterator[tuple[ManagedPolicyUse, tuple[Node, ...]]]:
    """Managed policies by arn, wherever they are given to someone."""
    for node in nodes.of(*ATTACHMENTS):
        held = tuple(dict.fromkeys(named(nodes, node)))
        yield _use(node, _arn(nodes, node.at("policy_arn")), _kinds(node), held, working), held
    for node in nodes.of(_SSO):
        held = tuple(dict.fromkeys(named(nodes, node)))
        yield (
            _use(
                node, _arn(nodes, node.at("managed_policy_arn")), (PERMISSION_SET,), held, working
            ),
            held,
        )
    for node in nodes.of("aws_iam_role"):
        for arn in node.at("managed_policy_arns").items():
            yield _use(node, _arn(nodes, arn), (ROLE,), (node,), working), (node,)
    for node in nodes.of("aws_iam_role_policy_attachments_exclusive"):
        held = tuple(dict.fromkeys(named(nodes, node)))
        for arn in node.at("policy_arns").items():
            yield _use(node, _arn(nodes, arn), (ROLE,), held, working), held

    for node, arn, kind in modules_iam.managed(nodes):
        yield _use(node, arn, (kind,), (), working), ()


def _use(
    node: Node,
    arn: Val[Any],
    kinds: tuple[str, ...],
    held: tuple[Node, ...],
    working: dict[str, list[Node]],
) -> ManagedPolicyUse:
    running = [each for holder in held for each in working.get(holder.address, ())]
    return ManagedPolicyUse(
        **shared(node),
        arn=arn,
        kinds=kinds,
        holders=tuple(plain_resource(each) for each in held if each is not node),
        works_for=tuple(map(plain_resource, dict.fromkeys(running))),
    )


def _arn(nodes: Nodes, value: Val[Any]) -> Val[Any]:
    """The arn, of an AWS policy that a data source looks up included."""
    for node in nodes.referred(value) if not value.known else ():
        if node.kind == "data" and node.type == "aws_iam_policy":
            arn, name = node.at("arn"), node.at("name")
            if arn.known and isinstance(arn.value, str):
                return Val(arn.value, span=value.span, via=value.via)
            if name.is_in(_AWS_NAMES):
                return Val(f"arn:aws:iam::aws:policy/{name.value}", span=value.span)
    return value


_AWS_NAMES = ("AdministratorAccess", "PowerUserAccess", "IAMFullAccess")


def _kinds(attachment: Node) -> tuple[str, ...]:
    if attachment.type == "aws_iam_policy_attachment":
        pairs = (("users", USER), ("groups", GROUP), ("roles", ROLE))
        return tuple(kind for name, kind in pairs if not attachment.at(name).absent)
    return (attachment.type.removeprefix("aws_iam_").removesuffix("_policy_attachment"),)
