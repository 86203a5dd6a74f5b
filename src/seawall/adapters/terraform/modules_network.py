"""Ingress given to the registry's security-group and vpc modules, whose files are not at hand."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import many, number, text
from seawall.adapters.describe import shared
from seawall.adapters.ingress import AclEntry, acl_rule, effective
from seawall.adapters.nodes import Nodes
from seawall.adapters.terraform.modules_rules import named_rule, preset_rules
from seawall.model.cidr import is_within
from seawall.model.network import SECURITY_GROUP, IngressRule, OpenSource
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val

_WITH_RANGES = (
    ("ingress_with_cidr_blocks", "cidr_blocks", "ingress_cidr_blocks"),
    ("computed_ingress_with_cidr_blocks", "cidr_blocks", "ingress_cidr_blocks"),
    ("ingress_with_ipv6_cidr_blocks", "ipv6_cidr_blocks", "ingress_ipv6_cidr_blocks"),
    ("computed_ingress_with_ipv6_cidr_blocks", "ipv6_cidr_blocks", "ingress_ipv6_cidr_blocks"),
)
# rules of both directions, told apart by their `type`
_BOTH_WAYS = (
    "rules",
    "additional_rules",
    "security_group_rules",
    "cluster_security_group_additional_rules",
    "node_security_group_additional_rules",
)

# network ACL rules that the registry's vpc module is given
_ACL_RULES = (
    "default_network_acl_ingress",
    "public_inbound_acl_rules",
    "private_inbound_acl_rules",
    "outpost_inbound_acl_rules",
    "database_inbound_acl_rules",
    "redshift_inbound_acl_rules",
    "elasticache_inbound_acl_rules",
    "intra_inbound_acl_rules",
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[IngressRule | OpenSource]:
    for node in nodes.kinds("module"):
        source = node.type.lower()
        if "security-group" in source or "security_group" in source:
            yield from _security_group(node, source, bounds)
        elif not node.at("default_security_group_ingress").absent:
            for block in many(node.at("default_security_group_ingress")):
                yield _written(node, block, bounds)
        yield from effective(_acl_entries(node, bounds))
        for name in ("security_group_ingress_rules", "ingress_rules", "ingress"):
            for block in _blocks(node.at(name)):
                yield _written(node, block, bounds)
        for name in _BOTH_WAYS:
            for block in _blocks(node.at(name)):
                if block.at("type").is_("ingress"):
                    yield _written(node, block, bounds)


def _acl_entries(node: Node, bounds: Bounds) -> Iterator[AclEntry]:
    for name in _ACL_RULES:
        for block in _blocks(node.at(name)):
            order = number(block.at("rule_number"))
            if order.absent:
                order = number(block.at("rule_no"))
            action = block.at("rule_action")
            if action.absent:
                action = block.at("action")
            yield AclEntry(
                f"{node.address} {name}",
                order.value if order.known else None,
                action.holds(lambda word: str(word).lower() == "allow"),
                acl_rule(
                    node,
                    block,
                    cidrs=(block.at("cidr_block"), block.at("ipv6_cidr_block")),
                    from_port=block.at("from_port"),
                    to_port=block.at("to_port"),
                    protocol=block.at("protocol"),
                    group=None,
                    bounds=bounds,
                ),
            )


def _security_group(node: Node, source: str, bounds: Bounds) -> Iterator[IngressRule | OpenSource]:
    count = 0
    for name, ranges, fallback in _WITH_RANGES:
        for block in many(node.at(name)):
            own = block.at(ranges)
            sources = _ranges(own) if not own.absent else _ranges(node.at(fallback))
            count += 1
            yield _rule(node, block, sources, bounds, known=own.known)
    names = [*many(node.at("ingress_rules")), *many(node.at("computed_ingress_rules"))]
    submodule = source.partition("//modules/")[2].partition("?")[0].strip("/")
    names += [Val(each, span=node.head) for each in preset_rules(submodule) if submodule]
    common = [
        each
        for name in ("ingress_cidr_blocks", "ingress_ipv6_cidr_blocks")
        for each in _ranges(node.at(name))
    ]
    for each in names:
        if isinstance(each.value, str):
            count += 1
            block = Val({"rule": each}, span=each.span)
            yield _rule(node, block, common, bounds, known=True)
    written = any(_blocks(node.at(name)) for name in ("ingress", "ingress_rules"))
    if common and not count and not written:
        yield OpenSource(**shared(node), sources=tuple(common))


def _blocks(value: Val[Any]) -> tuple[Val[Any], ...]:
    """Rules written as mappings: a list of them, one block, or a map of them by name."""
    if isinstance(value.value, dict):
        held = tuple(value.value.values())
        inner = bool(held) and all(isinstance(each.value, dict) for each in held)
        return held if inner else (value,)
    return tuple(each for each in value.items() if isinstance(each.value, dict))


def _written(node: Node, block: Val[Any], bounds: Bounds) -> IngressRule:
    """A rule in the spelling of the resources themselves."""
    given = [
        block.at(name) for name in ("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")
    ]
    sources = [each for value in given for each in _ranges(value)]
    return _rule(node, block, sources, bounds, known=all(each.known for each in given))


def _rule(
    node: Node, block: Val[Any], sources: list[Val[Any]], bounds: Bounds, *, known: bool
) -> IngressRule:
    low, high = number(block.at("from_port")), number(block.at("to_port"))
    protocol = text(block.at("protocol"))
    if protocol.absent:
        protocol = text(block.at("ip_protocol"))
    name = block.at("rule")
    if isinstance(name.value, str) and name.known:
        ports = named_rule(name.value)
        if ports is None:
            low = high = Val.no_idea("a rule of the module that is not known here", name.span)
        else:
            # what stands beside a named rule is looked at only where no name stands
            low, high, protocol = (Val(each, span=name.span) for each in ports)
    elif low.absent and high.absent and protocol.absent:
        low = high = Val.no_idea("the module decides the ports", block.span)
    return IngressRule(
        **shared(node, raw=block),
        kind=SECURITY_GROUP,
        sources=tuple(
            each
            for each in sources
            if not (isinstance(each.value, str) and is_within(each.value, bounds.trusted))
        ),
        from_port=low,
        to_port=high,
        protocol=protocol,
        named_sources=True,  # a module adds what its rules leave out
        sources_known=known,
        block=block,
    )


def _ranges(value: Val[Any]) -> list[Val[Any]]:
    """Ranges of a list, or of one string with commas between."""
    found: list[Val[Any]] = []
    for each in many(value):
        if each.known and isinstance(each.value, str) and "," in each.value:
            for part in each.value.split(","):
                found.append(
                    Val(part.strip(), each.state, span=each.span, via=each.via, refs=each.refs)
                )
        else:
            found.append(each)
    return found
