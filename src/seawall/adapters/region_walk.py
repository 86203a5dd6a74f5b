"""Every region that the attributes of a resource name: by key, zone, ARN or endpoint service."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from seawall.model.region import arn_service, is_region, is_zone, region_named
from seawall.value import Val

# whose words are data of the workload or of people, not places where something is made
_NOT_PLACES = {
    "environment",
    "variables",
    "tags",
    "tagsall",
    "defaulttags",
    "userdata",
    "userdatabase64",
    "metadata",
    "policy",
    "policydocument",
    "assumerolepolicy",
    "assumerolepolicydocument",
    "accesspolicies",
    "content",
    "templatebody",
    "description",
    "name",
    "version",
    "source",
    "providers",
}
# global services, whose parts have to be in us-east-1
_GLOBAL_ARNS = {"acm", "cloudfront", "waf", "wafv2", "lambda", "route53", "iam", "shield"}
GLOBAL_REGIONS = frozenset({"us-east-1", "us-west-2"})  # the latter for Global Accelerator


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """A region found under a key; `reference` where nothing is made there."""

    what: str
    used: Val[Any]
    reference: bool = False


def regions_in(body: Val[Any], *, top: bool = True) -> Iterator[Named]:
    """The regions named in a resource's attributes, in the order they are written."""
    value: Any = body.value
    if isinstance(value, dict):
        for key in value:
            plain = key.replace("_", "").lower()
            if plain in _NOT_PLACES or ":" in key:
                continue
            yield from _under(plain, value[key])
    elif isinstance(value, tuple):
        for each in value:
            yield from regions_in(each, top=False)


def _under(key: str, value: Val[Any]) -> Iterator[Named]:
    if isinstance(value.value, dict):
        yield from regions_in(value, top=False)
    elif isinstance(value.value, tuple):
        for each in value.value:
            yield from _under(key, each)
    elif value.known and isinstance(value.value, str):
        found = _read(key, value)
        if found is not None:
            yield found


def _read(key: str, value: Val[Any]) -> Named | None:
    text = str(value.value)
    region = region_named(text)
    if region is None:
        return None
    used = value.map(lambda _: region)
    if is_region(text):
        if "region" not in key:
            return None
        if "source" in key:
            return Named("source of a copy", used, reference=True)
        return Named("replica" if "replica" in key else "region", used)
    if is_zone(text):
        return Named("availability zone", used) if "zone" in key or key == "azs" else None
    service = arn_service(text)
    if service:
        if service in _GLOBAL_ARNS and region in GLOBAL_REGIONS:
            return None
        return Named("ARN", used, reference=True)
    return Named("endpoint service", used)
