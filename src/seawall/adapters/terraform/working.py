"""What runs as a role: functions, machines, tasks."""

from seawall.adapters.joins import pointed
from seawall.adapters.nodes import Nodes
from seawall.readers.node import Node


def working_as(nodes: Nodes) -> dict[str, list[Node]]:
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
    "aws_ecs_service": ("iam_role",),
    "aws_codebuild_project": ("service_role",),
    "aws_glue_job": ("role_arn",),
    "aws_sagemaker_notebook_instance": ("role_arn",),
}
