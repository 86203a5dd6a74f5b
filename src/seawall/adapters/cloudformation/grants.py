"""CloudFormation's permissions on functions and event buses."""

from collections.abc import Iterator

from seawall.adapters.describe import shared
from seawall.adapters.grants import bus_grant, lambda_grant
from seawall.adapters.nodes import Nodes
from seawall.adapters.policy_document import statement
from seawall.model.iam import ResourcePolicy
from seawall.model.resource import Bounds

_LIMITS = {
    "SourceArn": ("ArnLike", "aws:SourceArn"),
    "SourceAccount": ("StringEquals", "aws:SourceAccount"),
    "PrincipalOrgID": ("StringEquals", "aws:PrincipalOrgID"),
    "EventSourceToken": ("StringEquals", "lambda:EventSourceToken"),
    "FunctionUrlAuthType": ("StringEquals", "lambda:FunctionUrlAuthType"),
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    for node in nodes.of("AWS::Lambda::Permission"):
        yield lambda_grant(node, principal="Principal", action="Action", limits=_LIMITS)
    for node in nodes.of("AWS::Lambda::LayerVersionPermission"):
        limits = {"OrganizationId": ("StringEquals", "aws:PrincipalOrgID")}
        yield lambda_grant(node, principal="Principal", action="Action", limits=limits)
    for node in nodes.of("AWS::Events::EventBusPolicy"):
        written = node.at("Statement")
        if isinstance(written.value, dict):
            yield ResourcePolicy(**shared(node), service="events", statements=(statement(written),))
        else:
            yield bus_grant(
                node,
                principal="Principal",
                action="Action",
                condition=node.at("Condition"),
                names=("Type", "Key", "Value"),
            )
