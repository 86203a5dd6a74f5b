"""SAM: Globals merged into a resource, and the plain resources it stands for.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/
sam-specification-generated-resources.html
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from yaml import Node as Tree

from seawall.readers.cloudformation.choices import copy
from seawall.readers.cloudformation.later import Later
from seawall.readers.cloudformation.tree import child
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.readers.node import Node
from seawall.value import DEFAULT, PARTIAL, WRITTEN, Val

PREFIX = "AWS::Serverless::"
_SERVICES = {"Function": "lambda.amazonaws.com", "StateMachine": "states.amazonaws.com"}
# managed policies that SAM finds by name although they stand under a path
_SERVICE_ROLES = (
    "AWSLambdaBasicExecutionRole",
    "AWSLambdaVPCAccessExecutionRole",
    "AWSLambdaSQSQueueExecutionRole",
    "AWSLambdaKinesisExecutionRole",
    "AWSLambdaDynamoDBExecutionRole",
    "AWSLambdaRole",
    "AWSLambdaENIManagementAccess",
)
_RENAMED = {
    "SimpleTable": "AWS::DynamoDB::Table",
    "Api": "AWS::ApiGateway::RestApi",
    "HttpApi": "AWS::ApiGatewayV2::Api",
    "LayerVersion": "AWS::Lambda::LayerVersion",
    "StateMachine": "AWS::StepFunctions::StateMachine",
    "Function": "AWS::Lambda::Function",
}


def with_globals(values: Values, kind: str, body: Val[Any], world: World) -> Val[Any]:
    """A resource's properties over those that `Globals` sets for its kind."""
    node = child(values.template.section("Globals"), kind.removeprefix(PREFIX))
    return body if node is None else _over(values.of(node, world), body)


def _over(below: Val[Any], above: Val[Any]) -> Val[Any]:
    """Mappings merge, lists follow one another, anything else is replaced."""
    one, other = below.value, above.value
    if isinstance(one, dict) and isinstance(other, dict):
        merged = dict(one)
        for name, value in other.items():
            merged[name] = _over(merged[name], value) if name in merged else value
        state = WRITTEN if below.known and above.known else PARTIAL
        return copy(above, value=merged, state=state, why=above.why or below.why)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return copy(above, value=(*one, *other))
    return above


def may_say(values: Values, kind: str, resource: Tree, name: str) -> bool:
    """Whether a property may be set, without working out the others."""
    properties = child(resource, "Properties")
    shared = child(values.template.section("Globals"), kind.removeprefix(PREFIX))
    return any(
        child(node, name) is not None or child(node, "Fn::Transform") is not None
        for node in (properties, shared)
    )


def derived(node: Node, says: Callable[[str], bool]) -> Iterator[Node]:
    """The resources SAM makes of one of its own; their values stand in the SAM text.

    `says` tells whether a property may be set at all. Their names are the logical ids SAM gives
    them; their address is that of the resource to edit.
    """
    kind = node.type.removeprefix(PREFIX)
    plain = _RENAMED.get(kind)
    if plain is None:
        return

    def made(type_: str, name: str, body: Val[Any]) -> Node:
        metadata = {**node.metadata, "sam": node.address}
        return replace(node, type=type_, name=name, body=body, metadata=metadata)

    yield made(plain, node.name, node.body)
    if kind in _SERVICES and (not says("Role") or node.at("Role").absent):
        yield made("AWS::IAM::Role", node.name + "Role", Later(lambda: _role(node, kind)))
    if kind != "Function" or not says("FunctionUrlConfig"):
        return
    url = node.at("FunctionUrlConfig")
    if isinstance(url.value, dict):
        target = Val.no_idea("made when it is deployed", refs=(node.name,))
        body = copy(url, value={**url.value, "TargetFunctionArn": target})
        yield made("AWS::Lambda::Url", node.name + "Url", body)
        auth = url.at("AuthType")
        if auth.may_be("NONE"):
            permission = {
                "Action": Val("lambda:InvokeFunctionUrl", span=auth.span),
                "Principal": Val("*", span=auth.span),
                "FunctionUrlAuthType": auth,
                "FunctionName": target,
            }
            name = node.name + "UrlPublicPermissions"
            yield made("AWS::Lambda::Permission", name, Val(permission, span=url.span))


def _role(node: Node, kind: str) -> Val[Any]:
    """The role SAM makes where none is named."""
    span = node.head
    arns: list[Val[Any]] = []
    documents: list[Val[Any]] = []
    policies = node.at("Policies")
    for policy in policies.items():
        if isinstance(policy.value, dict):
            if "Statement" in policy.value:
                document = {
                    "PolicyName": Val(node.name, span=policy.span),
                    "PolicyDocument": policy,
                }
                documents.append(Val(document, span=policy.span))
            # else one of SAM's policy templates: AWS keeps them narrow
        elif isinstance(policy.value, str) and policy.known:
            arns.append(copy(policy, value=_arn(policy.value), possible=()))
        else:
            arns.append(policy)
    trust = node.at("AssumeRolePolicyDocument")
    if trust.absent:
        principal = Val({"Service": Val(_SERVICES[kind], DEFAULT, span=span)}, DEFAULT, span=span)
        statement = {
            "Effect": Val("Allow", DEFAULT, span=span),
            "Action": Val("sts:AssumeRole", DEFAULT, span=span),
            "Principal": principal,
        }
        statements = (Val(statement, DEFAULT, span=span),)
        trust = Val({"Statement": Val(statements, DEFAULT, span=span)}, DEFAULT, span=span)
    known = policies.known
    body = {
        "AssumeRolePolicyDocument": trust,
        "ManagedPolicyArns": Val(
            tuple(arns), WRITTEN if known else PARTIAL, span=policies.span, why=policies.why
        ),
        "Policies": Val(
            tuple(documents), WRITTEN if known else PARTIAL, span=policies.span, why=policies.why
        ),
    }
    for name in ("PermissionsBoundary", "Tags"):
        value = node.at(name)
        if not value.absent:
            body[name] = value
    return Val(body, span=node.body.span)


def _arn(name: str) -> str:
    if name.startswith("arn:"):
        return name
    path = "service-role/" if name in _SERVICE_ROLES else ""
    return f"arn:aws:iam::aws:policy/{path}{name}"
