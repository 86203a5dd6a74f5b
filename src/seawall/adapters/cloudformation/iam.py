"""CloudFormation's identities: their policies, what is attached to them, and their keys."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.cloudformation.policy_places import found
from seawall.adapters.cloudformation.private import is_private
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.joins import pointed
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import IDENTITY, Found
from seawall.adapters.policies import identity, others
from seawall.adapters.policy_document import flat
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
    "AWS::IAM::User": USER,
    "AWS::IAM::Group": GROUP,
    "AWS::IAM::Role": ROLE,
    "AWS::SSO::PermissionSet": PERMISSION_SET,
}
_NAME = {"AWS::IAM::User": "UserName", "AWS::IAM::Group": "GroupName", "AWS::IAM::Role": "RoleName"}
_HOLDER_AT = {
    "Roles": "AWS::IAM::Role",
    "Users": "AWS::IAM::User",
    "Groups": "AWS::IAM::Group",
    "RoleName": "AWS::IAM::Role",
    "UserName": "AWS::IAM::User",
    "GroupName": "AWS::IAM::Group",
}
_MANAGED_AT = {
    **dict.fromkeys(("AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"), "ManagedPolicyArns"),
    "AWS::SSO::PermissionSet": "ManagedPolicies",
    "AWS::Serverless::Function": "Policies",
    "AWS::Serverless::StateMachine": "Policies",
}
_AWS = "arn:aws:iam::aws:policy/"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    policies: list[tuple[Found, tuple[Node, ...]]] = []
    for each in found(nodes):
        if each.kind == IDENTITY:
            policies.append((each, _holders_of(nodes, each)))
        else:
            yield from others(nodes, each, is_private)
    working = _working(nodes)
    made = [(identity(each, held, working), held) for each, held in policies]
    yield from (policy for policy, _ in made)
    uses = list(_managed(nodes, working))
    yield from (use for use, _ in uses)
    yield from _holders(nodes, made, uses, working)
    for node in nodes.of("AWS::IAM::AccessKey"):
        yield UserKey(
            **shared(node),
            user=node.at("UserName"),
            encrypted=Val(False),
            shown=tuple(map(plain_resource, _showing(nodes, node))),
        )


def _holders(
    nodes: Nodes,
    policies: list[tuple[IdentityPolicy, tuple[Node, ...]]],
    uses: list[tuple[ManagedPolicyUse, Node]],
    working: dict[str, list[Node]],
) -> Iterator[Holder]:
    for type_, kind in _KINDS.items():
        for node in nodes.of(type_):
            yield Holder(
                **shared(node),
                kind=kind,
                policies=tuple(policy for policy, held in policies if node in held),
                managed=tuple(use for use, holder in uses if holder is node),
                works_for=tuple(map(plain_resource, working.get(node.address, ()))),
            )


def _holders_of(nodes: Nodes, policy: Found) -> tuple[Node, ...]:
    """Who gets the rights of a policy, directly, by its own list or by their lists."""
    node = policy.node
    held: list[Node] = [node] if node.type in _KINDS else []
    if node.type not in _KINDS:
        for attribute, type_ in _HOLDER_AT.items():
            for each in flat(node.at(attribute)):
                held.extend(pointed(nodes, each, (type_,), _NAME[type_]))
        for type_, attribute in _MANAGED_AT.items():
            for holder in nodes.of(type_):
                if any(node in nodes.referred(each) for each in flat(holder.at(attribute))):
                    held.append(holder)
    return tuple(dict.fromkeys(held))


def _managed(
    nodes: Nodes, working: dict[str, list[Node]]
) -> Iterator[tuple[ManagedPolicyUse, Node]]:
    for type_, attribute in _MANAGED_AT.items():
        for node in nodes.of(type_):
            for each in flat(node.at(attribute)):
                if isinstance(each.value, dict):
                    continue
                arn = each.map(_as_arn) if "Serverless" in type_ else each
                kind = _KINDS.get(type_, ROLE)
                running = working.get(node.address, ())
                yield (
                    ManagedPolicyUse(
                        **shared(node),
                        arn=arn,
                        kinds=(kind,),
                        works_for=tuple(map(plain_resource, running)),
                    ),
                    node,
                )


def _as_arn(name: Any) -> Any:
    """SAM takes a bare name for a managed policy of AWS."""
    if isinstance(name, str) and not name.startswith("arn:"):
        return _AWS + name
    return name


def _working(nodes: Nodes) -> dict[str, list[Node]]:
    """By the logical id of a role: what runs as it."""
    working: dict[str, list[Node]] = {}
    profiles: dict[str, tuple[Node, ...]] = {}
    for node in nodes.of("AWS::IAM::InstanceProfile"):
        held = [role for each in flat(node.at("Roles")) for role in nodes.referred(each)]
        profiles[node.address] = tuple(held)
        for role in held:
            working.setdefault(role.address, []).append(node)
    for type_, paths in _RUNS_AS.items():
        for node in nodes.of(type_):
            for path in paths:
                for target in nodes.referred(node.at(path)):
                    for role in profiles.get(target.address, (target,)):
                        working.setdefault(role.address, []).append(node)
    return working


_RUNS_AS = {
    "AWS::Lambda::Function": ("Role",),
    "AWS::Serverless::Function": ("Role",),
    "AWS::EC2::Instance": ("IamInstanceProfile",),
    "AWS::EC2::LaunchTemplate": (
        "LaunchTemplateData.IamInstanceProfile.Name",
        "LaunchTemplateData.IamInstanceProfile.Arn",
    ),
    "AWS::AutoScaling::LaunchConfiguration": ("IamInstanceProfile",),
    "AWS::ECS::TaskDefinition": ("TaskRoleArn", "ExecutionRoleArn"),
    "AWS::ECS::Service": ("Role",),
    "AWS::CodeBuild::Project": ("ServiceRole",),
    "AWS::Glue::Job": ("Role",),
    "AWS::SageMaker::NotebookInstance": ("RoleArn",),
}


def _showing(nodes: Nodes, key: Node) -> Iterator[Node]:
    """Outputs and parameters that hold a key's secret."""
    for node in nodes.kinds("output"):
        if key in nodes.referred(node.at("Value")) and _names_secret(node.at("Value")):
            yield node
    for node in nodes.of("AWS::SSM::Parameter"):
        if key in nodes.referred(node.at("Value")) and _names_secret(node.at("Value")):
            yield node


def _names_secret(value: Val[Any]) -> bool:
    return value.span is not None and "SecretAccessKey" in value.span.text
