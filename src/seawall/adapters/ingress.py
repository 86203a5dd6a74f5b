"""Rules of security groups and network ACLs from the parts that each language names its own way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from seawall.adapters.convert import flag, many, number, text
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.nodes import Nodes
from seawall.model.cidr import Span, is_within
from seawall.model.network import NETWORK_ACL, SECURITY_GROUP, IngressRule
from seawall.model.resource import Bounds, Resource
from seawall.readers.node import Node
from seawall.value import Val

Prefixes = Mapping[str, tuple[Val[Any], ...]]  # address of a prefix list to its entries


@dataclass(frozen=True, slots=True)
class Names:
    """How a language spells the parts of a rule."""

    from_port: str
    to_port: str
    protocol: str
    cidrs: tuple[str, ...]
    groups: tuple[str, ...]
    prefix_lists: tuple[str, ...]
    itself: str = ""


def rule(
    node: Node,
    block: Val[Any],
    names: Names,
    *,
    kind: str = SECURITY_GROUP,
    group: Resource | None = None,
    reachable: Resource | None = None,
    prefixes: Prefixes | None = None,
    bounds: Bounds,
) -> IngressRule:
    """One rule: `block` is the nested block, or the resource's whole body."""
    written = [block.at(name) for name in names.cidrs]
    lists = [block.at(name) for name in names.prefix_lists]
    resolved, all_resolved = _entries(lists, prefixes or {})
    sources = [each for value in written for each in many(value)] + resolved
    return IngressRule(
        **shared(node, raw=block),
        kind=kind,
        sources=tuple(each for each in sources if not _trusted(each, bounds)),
        from_port=number(block.at(names.from_port)),
        to_port=number(block.at(names.to_port)),
        protocol=text(block.at(names.protocol)),
        named_sources=any(_given(block.at(name)) for name in names.groups)
        or _given(flag(block.at(names.itself)) if names.itself else Val.nothing())
        or not all_resolved,
        sources_known=all(each.known for each in written) and all(each.known for each in sources),
        block=block if block is not node.body else None,
        group=group,
        reachable=reachable,
    )


def _given(value: Val[Any]) -> bool:
    """Written as something, or not known to be nothing."""
    if not value.known:
        return True
    return value.value not in (None, False, "") and not (
        isinstance(value.value, tuple) and not value.value
    )


def _trusted(cidr: Val[Any], bounds: Bounds) -> bool:
    return isinstance(cidr.value, str) and is_within(cidr.value, bounds.trusted)


def _entries(lists: Iterable[Val[Any]], prefixes: Prefixes) -> tuple[list[Val[Any]], bool]:
    """The ranges of the prefix lists named, and whether every list named is one of ours."""
    found: list[Val[Any]] = []
    complete = True
    for value in lists:
        for each in many(value) if not value.unknown else (value,):
            ours = [prefixes[address] for address in each.refs if address in prefixes]
            found += [cidr for entries in ours for cidr in entries]
            complete = complete and bool(ours)
    return found, complete


def acl_rule(
    node: Node,
    block: Val[Any],
    *,
    cidrs: Sequence[Val[Any]],
    from_port: Val[Any],
    to_port: Val[Any],
    protocol: Val[Any],
    group: Resource | None,
    bounds: Bounds,
) -> IngressRule:
    return IngressRule(
        **shared(node, raw=block),
        kind=NETWORK_ACL,
        sources=tuple(
            each for value in cidrs for each in many(value) if not _trusted(each, bounds)
        ),
        from_port=number(from_port),
        to_port=number(to_port),
        protocol=text(protocol),
        sources_known=all(each.known for each in cidrs),
        block=block if block is not node.body else None,
        group=group,
    )


@dataclass(frozen=True, slots=True, eq=False)
class AclEntry:
    """One entry of a network ACL with the number that orders it; `acl` tells ACLs apart."""

    acl: str
    order: int | None
    allow: bool
    rule: IngressRule


def effective(entries: Iterable[AclEntry]) -> Iterable[IngressRule]:
    """The allowing rules, each with the ports that a lower-numbered denial closes for everyone."""
    by_acl: dict[str, list[AclEntry]] = {}
    for entry in entries:
        by_acl.setdefault(entry.acl, []).append(entry)
    for together in by_acl.values():
        for entry in together:
            if entry.allow:
                yield replace(entry.rule, closed=tuple(_closed_before(entry, together)))


def _closed_before(entry: AclEntry, entries: Iterable[AclEntry]) -> Iterable[Span]:
    for other in entries:
        if other.allow or other.order is None or entry.order is None or other.order > entry.order:
            continue
        if not set(entry.rule.transport) <= set(other.rule.transport):
            continue
        if not _covers(other.rule, entry.rule):
            continue
        yield from other.rule.ports


def _covers(denial: IngressRule, opening: IngressRule) -> bool:
    """Whether all that the opening lets in, by family, is within the denial."""
    outer = [str(each.value) for each in denial.sources if each.known]
    inner = [str(each.value) for each in opening.sources if each.known]
    return bool(inner) and all(is_within(each, outer) for each in inner)


def group_of(nodes: Nodes, value: Val[Any]) -> Resource | None:
    """The group a rule names, where it stands in the same project."""
    for node in nodes.referred(value):
        return plain_resource(node)
    return None
