"""Policies and managed policies that stand in the inputs of well-known public modules."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.adapters.places import IDENTITY, TRUST, Found
from seawall.adapters.policy_document import statements
from seawall.adapters.terraform import documents
from seawall.adapters.terraform.registry import calls
from seawall.model.iam import GROUP, ROLE, USER
from seawall.readers.node import Node
from seawall.value import Val

# module, input, what the policy is
_TEXTS: tuple[tuple[str, str, str], ...] = (
    ("iam/iam-policy", "policy", IDENTITY),
    ("iam/iam-assumable-role", "custom_role_trust_policy", TRUST),
    ("iam/iam-group-with-policies", "custom_group_policies.*.policy", IDENTITY),
    ("lambda", "policy_json", IDENTITY),
    ("lambda", "policy_jsons", IDENTITY),
    ("kms", "policy", "kms"),
    ("sns", "topic_policy", "sns"),
    ("ecr", "repository_policy", "ecr"),
)
_STATEMENTS: tuple[tuple[str, str, str], ...] = (
    ("lambda", "policy_statements", IDENTITY),
    ("lambda", "assume_role_policy_statements", TRUST),
    ("iam/iam-role", "inline_policy_permissions", IDENTITY),
    ("iam/iam-role", "trust_policy_permissions", TRUST),
    ("iam/iam-user", "inline_policy_permissions", IDENTITY),
    ("kms", "key_statements", "kms"),
    ("sqs", "queue_policy_statements", "sqs"),
    ("sns", "topic_policy_statements", "sns"),
    ("ecr", "repository_policy_statements", "ecr"),
    ("secrets-manager", "policy_statements", "secretsmanager"),
    ("ecs/service", "tasks_iam_role_statements", IDENTITY),
    ("ecs/service", "task_exec_iam_statements", IDENTITY),
    ("efs", "policy_statements", "elasticfilesystem"),
    ("eventbridge", "policy_statements", IDENTITY),
    ("step-functions", "policy_statements", IDENTITY),
)
_ARNS: tuple[tuple[str, str, str], ...] = (
    ("iam/iam-assumable-role", "custom_role_policy_arns", ROLE),
    ("iam/iam-assumable-role", "admin_role_policy_arn", ROLE),
    ("iam/iam-assumable-role-with-oidc", "role_policy_arns", ROLE),
    ("iam/iam-assumable-role-with-saml", "role_policy_arns", ROLE),
    ("iam/iam-github-oidc-role", "policies", ROLE),
    ("iam/iam-role", "policies", ROLE),
    ("iam/iam-role-for-service-accounts-eks", "role_policy_arns", ROLE),
    ("iam/iam-role-for-service-accounts", "policies", ROLE),
    ("iam/iam-eks-role", "role_policy_arns", ROLE),
    ("iam/iam-group-with-policies", "custom_group_policy_arns", GROUP),
    ("iam/iam-group", "policies", GROUP),
    ("iam/iam-user", "policy_arns", USER),
    ("iam/iam-user", "policies", USER),
    ("lambda", "policy", ROLE),
    ("lambda", "policies", ROLE),
    ("ec2-instance", "iam_role_policies", ROLE),
    ("autoscaling", "iam_role_policies", ROLE),
    ("ecs/service", "tasks_iam_role_policies", ROLE),
    ("ecs/service", "task_exec_iam_role_policies", ROLE),
    ("eks", "iam_role_additional_policies", ROLE),
    ("eks/eks-managed-node-group", "iam_role_additional_policies", ROLE),
)
_FLAGS = {
    "attach_admin_policy": "AdministratorAccess",
    "attach_poweruser_policy": "PowerUserAccess",
}


def found(nodes: Nodes) -> Iterator[Found]:
    for name, node in calls(nodes):
        for module, path, kind in _TEXTS:
            for value in _at(node, path) if module == name else ():
                said = statements(value)
                if said and documents.document_of(nodes, value) is None:
                    yield Found(kind=kind, node=node, statements=said, value=value)
        for module, path, kind in _STATEMENTS:
            if module != name:
                continue
            value = node.at(path)
            written = tuple(
                documents.statement(each) for each in value.items() if isinstance(each.value, dict)
            )
            if written:
                yield Found(kind=kind, node=node, statements=written, value=value)


def used_documents(nodes: Nodes) -> Iterator[tuple[Node, str, Node]]:
    """Documents of this project that go into a module: document, kind, call."""
    for name, node in calls(nodes):
        for module, path, kind in _TEXTS:
            for value in _at(node, path) if module == name else ():
                document = documents.document_of(nodes, value)
                if document is not None:
                    yield document, kind, node


def managed(nodes: Nodes) -> Iterator[tuple[Node, Val[Any], str]]:
    """Managed policies given by input: the call, the arn, who gets it."""
    for name, node in calls(nodes):
        for module, path, kind in _ARNS:
            if module == name:
                for arn in node.at(path).items():
                    yield node, arn, kind
        for flag, policy in _FLAGS.items() if name.startswith("iam/") else ():
            value = node.at(flag)
            if value.is_(True):
                yield node, Val(_AWS + policy, span=value.span, via=value.via), ROLE


_AWS = "arn:aws:iam::aws:policy/"


def _at(node: Node, path: str) -> Iterator[Val[Any]]:
    head, star, rest = path.partition(".*.")
    for each in node.at(head).items():
        yield each.at(rest) if star else each
