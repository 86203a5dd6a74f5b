"""Terraform's permissions on functions and event buses."""

from collections.abc import Iterator

from seawall.adapters.grants import bus_grant, lambda_grant
from seawall.adapters.nodes import Nodes
from seawall.model.resource import Bounds

_LIMITS = {
    "source_arn": ("ArnLike", "aws:SourceArn"),
    "source_account": ("StringEquals", "aws:SourceAccount"),
    "principal_org_id": ("StringEquals", "aws:PrincipalOrgID"),
    "event_source_token": ("StringEquals", "lambda:EventSourceToken"),
    "function_url_auth_type": ("StringEquals", "lambda:FunctionUrlAuthType"),
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    for node in nodes.of("aws_lambda_permission"):
        yield lambda_grant(node, principal="principal", action="action", limits=_LIMITS)
    for node in nodes.of("aws_lambda_layer_version_permission"):
        limits = {"organization_id": ("StringEquals", "aws:PrincipalOrgID")}
        yield lambda_grant(node, principal="principal", action="action", limits=limits)
    for node in nodes.of("aws_cloudwatch_event_permission"):
        yield bus_grant(
            node,
            principal="principal",
            action="action",
            condition=node.at("condition"),
            names=("type", "key", "value"),
        )
