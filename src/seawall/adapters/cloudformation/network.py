"""Security groups, network ACLs, prefix lists and database groups of CloudFormation."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, many, number
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.ingress import AclEntry, Names, Prefixes, acl_rule, effective, group_of, rule
from seawall.adapters.nodes import Nodes
from seawall.model.network import DATABASE_GROUP, DefaultGroup, IngressRule
from seawall.model.resource import Bounds, Resource
from seawall.readers.node import Node
from seawall.value import Val, walk

_RULE = Names(
    from_port="FromPort",
    to_port="ToPort",
    protocol="IpProtocol",
    cidrs=("CidrIp", "CidrIpv6"),
    groups=("SourceSecurityGroupId", "SourceSecurityGroupName"),
    prefix_lists=("SourcePrefixListId",),
)
_DATABASE = Names(
    from_port="FromPort",
    to_port="ToPort",
    protocol="IpProtocol",
    cidrs=("CIDRIP",),
    groups=("EC2SecurityGroupId", "EC2SecurityGroupName"),
    prefix_lists=(),
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[IngressRule | DefaultGroup]:
    prefixes = _prefix_lists(nodes)
    public = _reachable(nodes)
    for node in nodes.of("AWS::EC2::SecurityGroup"):
        for block in many(node.at("SecurityGroupIngress")):
            yield rule(
                node,
                block,
                _RULE,
                reachable=public.get(node.address),
                prefixes=prefixes,
                bounds=bounds,
            )
    for node in nodes.of("AWS::EC2::SecurityGroupIngress"):
        yield _separate(nodes, node, prefixes, public, bounds)
        # the only group that a VPC can name is its default one
        if any(each.type == "AWS::EC2::VPC" for each in nodes.referred(node.at("GroupId"))):
            yield DefaultGroup(**shared(node), rules=(node.body,))
    for node in nodes.of("AWS::RDS::DBSecurityGroup"):
        for block in many(node.at("DBSecurityGroupIngress")):
            yield rule(node, block, _DATABASE, kind=DATABASE_GROUP, bounds=bounds)
    for node in nodes.of(
        "AWS::RDS::DBSecurityGroupIngress", "AWS::Redshift::ClusterSecurityGroupIngress"
    ):
        yield rule(node, node.body, _DATABASE, kind=DATABASE_GROUP, bounds=bounds)
    yield from effective(_acl_entries(nodes, bounds))


def _separate(
    nodes: Nodes, node: Node, prefixes: Prefixes, public: dict[str, Resource], bounds: Bounds
) -> IngressRule:
    group = group_of(nodes, node.at("GroupId")) or group_of(nodes, node.at("GroupName"))
    return rule(
        node,
        node.body,
        _RULE,
        group=group,
        reachable=public.get(group.address) if group is not None else None,
        prefixes=prefixes,
        bounds=bounds,
    )


def _prefix_lists(nodes: Nodes) -> Prefixes:
    return {
        node.address: tuple(entry.at("Cidr") for entry in many(node.at("Entries")))
        for node in nodes.of("AWS::EC2::PrefixList")
    }


def _acl_entries(nodes: Nodes, bounds: Bounds) -> Iterator[AclEntry]:
    for node in nodes.of("AWS::EC2::NetworkAclEntry"):
        if not flag(node.at("Egress"), False).is_(False):
            continue
        group = group_of(nodes, node.at("NetworkAclId"))
        order = number(node.at("RuleNumber"))
        yield AclEntry(
            group.address if group is not None else node.address,
            order.value if order.known else None,
            node.at("RuleAction").holds(lambda word: str(word).lower() == "allow"),
            acl_rule(
                node,
                node.body,
                cidrs=(node.at("CidrBlock"), node.at("Ipv6CidrBlock")),
                from_port=node.at("PortRange.From"),
                to_port=node.at("PortRange.To"),
                protocol=node.at("Protocol"),
                group=group,
                bounds=bounds,
            ),
        )


def _reachable(nodes: Nodes) -> dict[str, Resource]:
    """Security groups by logical id, with what has a public address and wears them."""
    with_address = {
        owner.address
        for node in nodes.of("AWS::EC2::EIP", "AWS::EC2::EIPAssociation")
        for name in ("InstanceId", "NetworkInterfaceId")
        for owner in nodes.referred(node.at(name))
    }
    found: dict[str, Resource] = {}
    for node in nodes.of("AWS::EC2::Instance"):
        if node.address in with_address:
            _wear(found, node, node.at("SecurityGroupIds"))
            _wear(found, node, node.at("SecurityGroups"))
        for block in many(node.at("NetworkInterfaces")):
            if flag(block.at("AssociatePublicIpAddress")).is_(True):
                _wear(found, node, block.at("GroupSet"))
    for node in nodes.of("AWS::AutoScaling::LaunchConfiguration"):
        if flag(node.at("AssociatePublicIpAddress")).is_(True):
            _wear(found, node, node.at("SecurityGroups"))
    for node in nodes.of("AWS::EC2::LaunchTemplate"):
        for block in many(node.at("LaunchTemplateData.NetworkInterfaces")):
            if flag(block.at("AssociatePublicIpAddress")).is_(True):
                _wear(found, node, block.at("Groups"))
    return found


def _wear(found: dict[str, Resource], node: Node, groups: Val[Any]) -> None:
    for each in walk(groups):
        for address in each.refs:
            found.setdefault(address, plain_resource(node))
