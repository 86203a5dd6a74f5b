"""Service control policies on regions, from policies found in either language."""

from collections.abc import Iterable, Iterator
from typing import Any

from seawall.adapters.describe import shared
from seawall.adapters.places import Found
from seawall.model.organization import RegionPolicy, is_effective, near_miss, region_condition
from seawall.model.resource import Bounds
from seawall.value import Val


def region_policies(
    policies: Iterable[tuple[Found, Val[Any]]], bounds: Bounds
) -> Iterator[RegionPolicy]:
    """Those that speak of regions; beside each policy, whether it is attached."""
    for found, attached in policies:
        speaking = tuple(
            each for each in found.statements if region_condition(each) or near_miss(each)
        )
        if speaking:
            yield RegionPolicy(
                **shared(found.node),
                statements=speaking,
                attached=attached,
                allowed=bounds.allowed_regions,
            )


def guards(policies: Iterable[RegionPolicy]) -> bool:
    """Whether one of them denies regions in fact."""
    return any(is_effective(statement) for each in policies for statement in each.statements)
