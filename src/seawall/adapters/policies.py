"""From policies that were found to what checks look at: shared by both languages."""

from collections.abc import Callable, Iterator
from typing import Any

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET, GUARD, IDENTITY, TRUST, Found
from seawall.model.iam import IdentityPolicy, ResourcePolicy, TrustPolicy
from seawall.model.resource import Resource
from seawall.readers.node import Node
from seawall.value import Val


def identity(
    found: Found, held: tuple[Node, ...], working: dict[str, list[Node]]
) -> IdentityPolicy:
    """`held` are those who get the rights; `working` is what runs as a role, by its address."""
    running = [node for each in held for node in working.get(each.address, ())]
    return IdentityPolicy(
        **shared(found.node),
        statements=found.statements,
        uses=_uses(found),
        holders=tuple(map(plain_resource, held)),
        works_for=tuple(map(plain_resource, dict.fromkeys(running))),
    )


def others(
    nodes: Nodes, found: Found, private: Callable[[Nodes, Node], Val[Any]]
) -> Iterator[TrustPolicy | ResourcePolicy]:
    """The subject of a policy that is neither an identity's nor a bucket's."""
    if found.kind == TRUST:
        yield TrustPolicy(**shared(found.node), statements=found.statements, uses=_uses(found))
    elif found.kind not in (IDENTITY, BUCKET, GUARD):
        yield ResourcePolicy(
            **shared(found.node),
            service=found.kind,
            statements=found.statements,
            uses=_uses(found),
            private=_all([private(nodes, each) for each in found.bearers]),
        )


def _uses(found: Found) -> tuple[Resource, ...]:
    return tuple(plain_resource(each) for each in found.uses)


def _all(answers: list[Val[Any]]) -> Val[Any]:
    """True where all are, false where one is."""
    for each in answers:
        if each.is_(False):
            return each
    for each in answers:
        if not each.known:
            return each
    return Val(bool(answers))
