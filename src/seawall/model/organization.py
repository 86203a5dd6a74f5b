"""An organisation's guardrails on regions: what its service control policies really deny."""

from dataclasses import dataclass

from seawall.model.iam import Condition, Statement
from seawall.model.resource import Resource
from seawall.model.wildcard import is_every_action
from seawall.value import Val

_KEY = "aws:requestedregion"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionPolicy(Resource):
    """A service control policy that speaks of regions. `attached` is whether it is attached to
    anything, unknown where that may happen out of sight."""

    statements: tuple[Statement, ...]
    attached: Val[bool]
    allowed: frozenset[str] | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Organization(Resource):
    """An organisation; `guarded` is whether a guardrail on regions stands beside it."""

    guarded: Val[bool]
    all_features: Val[bool]


def region_condition(statement: Statement) -> Condition | None:
    """The statement's condition on the region asked for."""
    for condition in statement.conditions:
        if condition.key.lower() == _KEY:
            return condition
    return None


def near_miss(statement: Statement) -> Condition | None:
    """A condition on a key that looks like the region asked for and does not exist."""
    for condition in statement.conditions:
        key = condition.key.lower()
        if key != _KEY and key.startswith("aws:") and "region" in key:
            return condition
    return None


def is_effective(statement: Statement) -> bool:
    """Whether the statement denies what is asked of any region but those it lists."""
    condition = region_condition(statement)
    return (
        condition is not None
        and statement.effect.is_("Deny")
        and condition.operator.lower()
        .removesuffix("ifexists")
        .endswith(("stringnotequals", "stringnotlike", "stringnotequalsignorecase"))
    )


def denies_global_services(statement: Statement) -> bool:
    """Whether every action is denied outside a list that lacks us-east-1."""
    condition = region_condition(statement)
    if condition is None or not condition.complete:
        return False
    stars = any(each.holds(lambda word: is_every_action(str(word))) for each in statement.actions)
    return stars and all(each.is_not("us-east-1") for each in condition.values)
