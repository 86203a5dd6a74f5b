"""Security groups, network ACLs, prefix lists and database groups of the AWS provider."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, number
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.ingress import AclEntry, Names, Prefixes, acl_rule, effective, group_of, rule
from seawall.adapters.nodes import Nodes
from seawall.model.network import DATABASE_GROUP, DefaultGroup, IngressRule
from seawall.model.resource import Bounds, Resource
from seawall.readers.node import Node
from seawall.value import Val, walk

_RULE = Names(
    from_port="from_port",
    to_port="to_port",
    protocol="protocol",
    cidrs=("cidr_blocks", "ipv6_cidr_blocks"),
    groups=("security_groups", "source_security_group_id"),
    prefix_lists=("prefix_list_ids",),
    itself="self",
)
_SINGLE = Names(
    from_port="from_port",
    to_port="to_port",
    protocol="ip_protocol",
    cidrs=("cidr_ipv4", "cidr_ipv6"),
    groups=("referenced_security_group_id",),
    prefix_lists=("prefix_list_id",),
)
_DATABASE = Names(
    from_port="from_port",
    to_port="to_port",
    protocol="protocol",
    cidrs=("cidr",),
    groups=("security_group_id", "security_group_name"),
    prefix_lists=(),
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[IngressRule | DefaultGroup]:
    prefixes = _prefix_lists(nodes)
    public = _reachable(nodes)
    for node in nodes.of("aws_security_group", "aws_default_security_group"):
        default = node.type == "aws_default_security_group"
        for block in node.blocks("ingress"):
            yield rule(
                node,
                block,
                _RULE,
                reachable=public.get(node.address),
                prefixes=prefixes,
                bounds=bounds,
            )
        if default:
            # rules of a dynamic block that may turn out empty prove nothing
            rules = tuple(
                block
                for name in ("ingress", "egress")
                if node.at(name).known
                for block in node.blocks(name)
            )
            yield DefaultGroup(**shared(node), rules=rules)
    for node in nodes.of("aws_security_group_rule"):
        if node.at("type").is_("ingress"):
            yield _separate(nodes, node, _RULE, prefixes, public, bounds)
    for node in nodes.of("aws_vpc_security_group_ingress_rule"):
        yield _separate(nodes, node, _SINGLE, prefixes, public, bounds)
    for node in nodes.of("aws_db_security_group", "aws_redshift_security_group"):
        for block in node.blocks("ingress"):
            yield rule(node, block, _DATABASE, kind=DATABASE_GROUP, bounds=bounds)
    yield from effective(_acl_entries(nodes, bounds))


def _separate(
    nodes: Nodes,
    node: Node,
    names: Names,
    prefixes: Prefixes,
    public: dict[str, Resource],
    bounds: Bounds,
) -> IngressRule:
    target = node.at("security_group_id")
    group = group_of(nodes, target)
    return rule(
        node,
        node.body,
        names,
        group=group,
        reachable=public.get(group.address) if group is not None else None,
        prefixes=prefixes,
        bounds=bounds,
    )


def _prefix_lists(nodes: Nodes) -> Prefixes:
    found: dict[str, tuple[Val[Any], ...]] = {
        node.address: tuple(block.at("cidr") for block in node.blocks("entry"))
        for node in nodes.of("aws_ec2_managed_prefix_list")
    }
    for node in nodes.of("aws_ec2_managed_prefix_list_entry"):
        for owner in nodes.referred(node.at("prefix_list_id")):
            found[owner.address] = (*found.get(owner.address, ()), node.at("cidr"))
    return found


def _acl_entries(nodes: Nodes, bounds: Bounds) -> Iterator[AclEntry]:
    for node in nodes.of("aws_network_acl", "aws_default_network_acl"):
        for block in node.blocks("ingress"):
            yield _acl_entry(node, block, node.address, "rule_no", "action", None, bounds)
    for node in nodes.of("aws_network_acl_rule"):
        if not flag(node.at("egress"), False).is_(False):
            continue
        group_or_none = group_of(nodes, node.at("network_acl_id"))
        acl = group_or_none.address if group_or_none is not None else node.address
        yield _acl_entry(node, node.body, acl, "rule_number", "rule_action", group_or_none, bounds)


def _acl_entry(
    node: Node,
    block: Val[Any],
    acl: str,
    order: str,
    action: str,
    group: Resource | None,
    bounds: Bounds,
) -> AclEntry:
    order_value = number(block.at(order))
    allowed = block.at(action)
    return AclEntry(
        acl,
        order_value.value if order_value.known else None,
        allowed.holds(lambda word: str(word).lower() == "allow"),
        acl_rule(
            node,
            block,
            cidrs=(block.at("cidr_block"), block.at("ipv6_cidr_block")),
            from_port=block.at("from_port"),
            to_port=block.at("to_port"),
            protocol=block.at("protocol"),
            group=group,
            bounds=bounds,
        ),
    )


def _reachable(nodes: Nodes) -> dict[str, Resource]:
    """Security groups by address, with what has a public address and wears them."""
    with_address = {
        owner.address
        for node in nodes.of("aws_eip", "aws_eip_association")
        for name in ("instance", "instance_id", "network_interface", "network_interface_id")
        for owner in nodes.referred(node.at(name))
    }
    found: dict[str, Resource] = {}
    for node in nodes.of("aws_instance", "aws_spot_instance_request", "aws_network_interface"):
        public = flag(node.at("associate_public_ip_address")).is_(True)
        if public or node.address in with_address:
            for name in ("vpc_security_group_ids", "security_groups"):
                _wear(found, node, node.at(name))
    for node in nodes.of("aws_launch_configuration"):
        if flag(node.at("associate_public_ip_address")).is_(True):
            _wear(found, node, node.at("security_groups"))
    for node in nodes.of("aws_launch_template"):
        for block in node.blocks("network_interfaces"):
            if flag(block.at("associate_public_ip_address")).is_(True):
                _wear(found, node, block.at("security_groups"))
    return found


def _wear(found: dict[str, Resource], node: Node, groups: Val[Any]) -> None:
    for each in walk(groups):
        for address in each.refs:
            found.setdefault(address, plain_resource(node))
