"""Grants written attribute by attribute instead of as a policy: shared by both languages."""

from typing import Any

from seawall.adapters.describe import shared
from seawall.model.iam import Condition, Principal, ResourcePolicy, Statement
from seawall.readers.node import Node
from seawall.value import WRITTEN, Val


def lambda_grant(
    node: Node,
    *,
    principal: str,
    action: str,
    limits: dict[str, tuple[str, str]],
) -> ResourcePolicy:
    """A permission to call a function. `limits` has, by attribute, the operator and key that the
    attribute stands for in the policy AWS makes of it."""
    return _grant(
        node,
        service="lambda",
        principal=node.at(principal),
        action=node.at(action),
        conditions=tuple(
            Condition(operator=operator, key=key, values=(node.at(name),))
            for name, (operator, key) in limits.items()
            if not node.at(name).absent
        ),
    )


def bus_grant(
    node: Node, *, principal: str, action: str, condition: Val[Any], names: tuple[str, str, str]
) -> ResourcePolicy:
    """A permission to put events on a bus; `names` are those of a condition's three parts."""
    kind, key, value = (condition.at(name) for name in names)
    conditions: tuple[Condition, ...] = ()
    if kind.known and key.known and isinstance(key.value, str):
        conditions = (Condition(operator=str(kind.value), key=key.value, values=(value,)),)
    return _grant(
        node,
        service="events",
        principal=node.at(principal),
        action=node.at(action).or_default("events:PutEvents"),
        conditions=conditions,
        known=condition.absent or bool(conditions),
    )


def _grant(
    node: Node,
    *,
    service: str,
    principal: Val[Any],
    action: Val[Any],
    conditions: tuple[Condition, ...],
    known: bool = True,
) -> ResourcePolicy:
    name = principal.value if principal.known else None
    kind = "Service" if isinstance(name, str) and name.endswith(".amazonaws.com") else "AWS"
    said = Statement(
        at=node.body,
        sid=Val.nothing(node.head),
        effect=Val("Allow", WRITTEN, span=node.head),
        actions=(action,),
        resources=(Val.no_idea("this resource", node.head),),
        principals=(Principal(kind=kind, who=principal),),
        conditions=conditions,
        conditions_known=known,
    )
    return ResourcePolicy(**shared(node), service=service, statements=(said,))
