"""`Ref` and `Fn::GetAtt`: what a resource's name and attributes are, as far as its text says."""

from typing import Any

from yaml import Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.choices import copy, string
from seawall.readers.cloudformation.parameters import parameter
from seawall.readers.cloudformation.tree import child, text_of
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.span import Span
from seawall.value import PARTIAL, Val

# what Ref gives where that is a property the author may write
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ (Return values)
_NAMES = {
    "AWS::S3::Bucket": "BucketName",
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::User": "UserName",
    "AWS::IAM::Group": "GroupName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
    "AWS::DynamoDB::Table": "TableName",
    "AWS::Lambda::Function": "FunctionName",
    "AWS::Serverless::Function": "FunctionName",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier",
    "AWS::RDS::DBCluster": "DBClusterIdentifier",
    "AWS::RDS::DBSubnetGroup": "DBSubnetGroupName",
    "AWS::RDS::DBParameterGroup": "DBParameterGroupName",
    "AWS::ECS::Cluster": "ClusterName",
    "AWS::EKS::Cluster": "Name",
    "AWS::ECR::Repository": "RepositoryName",
    "AWS::KMS::Alias": "AliasName",
    "AWS::Kinesis::Stream": "Name",
    "AWS::SSM::Parameter": "Name",
    "AWS::AutoScaling::LaunchConfiguration": "LaunchConfigurationName",
    "AWS::AutoScaling::AutoScalingGroup": "AutoScalingGroupName",
    "AWS::Redshift::Cluster": "ClusterIdentifier",
    "AWS::CloudTrail::Trail": "TrailName",
}

# names made of the names of others, and how often names are worked out in one template
_DEEPEST_NAME = 6
_MOST_NAMES = 20_000

# (type, attribute) -> how it begins and the property that ends it
_ATTRIBUTES = {
    ("AWS::S3::Bucket", "Arn"): ("arn:aws:s3:::", "BucketName"),
    ("AWS::IAM::Role", "Arn"): ("arn:aws:iam::", ""),
    ("AWS::IAM::User", "Arn"): ("arn:aws:iam::", ""),
    ("AWS::IAM::Group", "Arn"): ("arn:aws:iam::", ""),
    ("AWS::IAM::InstanceProfile", "Arn"): ("arn:aws:iam::", ""),
    ("AWS::Lambda::Function", "Arn"): ("arn:aws:lambda:", ""),
    ("AWS::SQS::Queue", "Arn"): ("arn:aws:sqs:", ""),
    ("AWS::SQS::Queue", "QueueName"): ("", "QueueName"),
    ("AWS::SNS::Topic", "TopicName"): ("", "TopicName"),
    ("AWS::SNS::Topic", "TopicArn"): ("arn:aws:sns:", ""),
    ("AWS::DynamoDB::Table", "Arn"): ("arn:aws:dynamodb:", ""),
    ("AWS::KMS::Key", "Arn"): ("arn:aws:kms:", ""),
    ("AWS::Logs::LogGroup", "Arn"): ("arn:aws:logs:", ""),
}
# Ref gives an ARN, whose start is known
_ARNS = {
    "AWS::SNS::Topic": "arn:aws:sns:",
    "AWS::IAM::ManagedPolicy": "arn:aws:iam::",
    "AWS::SecretsManager::Secret": "arn:aws:secretsmanager:",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "arn:aws:elasticloadbalancing:",
    "AWS::CloudFormation::Stack": "arn:aws:cloudformation:",
}


def refer(values: Values, name: str, span: Span, world: World) -> Val[Any]:
    """What `Ref` gives for a name."""
    if name in world.names:
        return Val(world.names[name], span=span)
    if world.names:
        name = values.named(name, world)
    if name in values.template.parameters:
        return parameter(values, name, span, world)
    if name in values.template.resources:
        kind = values.template.type_of(name)
        if kind in _ARNS:
            why = f"the ARN of {name} is made when it is deployed"
            return Val(_ARNS[kind], PARTIAL, span=span, why=why, refs=(name,))
        return own_name(values, name, _NAMES.get(kind, ""), span, world)
    if name == "AWS::NoValue":
        return Val.nothing(span)
    known = values.pseudo.get(name)
    if known is not None:
        return copy(known, span=span)
    if name.startswith("AWS::"):
        chosen = values.conditions.choices(name, world)
        if chosen and len(chosen) == 1 and (chosen[0][0:1] != "\0" or values.conditions.solving):
            return Val(chosen[0], span=span)
        return Val.no_idea(f"{name} is known when it is deployed", span)
    return Val.no_idea(f"nothing here is called {name}", span, refs=(name,))


def own_name(values: Values, name: str, prop: str, span: Span, world: World) -> Val[Any]:
    """The physical name of a resource where its author wrote one."""
    why = f"the name of {name} is made when it is deployed"
    node = child(values.template.resources[name][1], "Properties", prop) if prop else None
    values.names_sought += 1
    if (
        node is None
        or name in values.naming
        or len(values.naming) > _DEEPEST_NAME
        or values.names_sought > _MOST_NAMES
    ):
        return Val.no_idea(why, span, refs=(name,))
    values.naming.add(name)
    try:
        found = values.of(node, world)
    finally:
        values.naming.discard(name)
    via = (*found.via, found.span) if found.span is not None and not found.via else found.via
    if found.absent:
        return Val.no_idea(why, span, refs=(name,))
    return copy(found, span=span, via=via, refs=(name, *found.refs))


def attribute(values: Values, name: str, path: str, span: Span, world: World) -> Val[Any]:
    """What `Fn::GetAtt` gives."""
    if world.names:
        name, path = values.named(name, world), values.named(path, world)
    kind = values.template.type_of(name)
    if path.startswith("Outputs."):
        found = values.stack.output(values, name, path.removeprefix("Outputs."))
        if found is not None:
            via = (*found.via, found.span) if found.span is not None else found.via
            return copy(found, span=span, via=via, refs=(name,))
    start, prop = _ATTRIBUTES.get((kind, path), ("", ""))
    why = f"{name}.{path} is known when it is deployed"
    if prop:
        tail = own_name(values, name, prop, span, world)
        whole = string((Val(start), tail), span, why)
        return copy(whole, refs=tail.refs or (name,))
    if start:
        return Val(start, PARTIAL, span=span, why=why, refs=(name,))
    return Val.no_idea(why, span, refs=(name,))


def fn_ref(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    span = values.span(node)
    name = text_of(arg)
    if name is None:  # AWS::LanguageExtensions allows a function here
        inner = values.of(arg, world)
        if not isinstance(inner.value, str) or not inner.known:
            return Val.no_idea(inner.why or "Ref of something unknown", span)
        name = inner.value
    return refer(values, name, span, world)


def fn_get_att(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    span = values.span(node)
    if isinstance(arg, ScalarNode):
        name, _, path = str(arg.value).partition(".")
        return attribute(values, name, path, span, world)
    parts = arg.value if isinstance(arg, SequenceNode) else []
    texts = [values.of(each, world) for each in parts]
    if len(texts) < 2 or not all(isinstance(each.value, str) and each.known for each in texts):
        refs = tuple(each.value for each in texts[:1] if isinstance(each.value, str))
        return Val.no_idea("GetAtt of something unknown", span, refs=refs)
    name, path = str(texts[0].value), ".".join(str(each.value) for each in texts[1:])
    return attribute(values, name, path, span, world)
