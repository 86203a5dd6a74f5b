"""Where things are made: regions in use, inputs that choose one, and the guardrails around them."""

import re
from dataclasses import dataclass

from seawall.model.resource import Resource
from seawall.value import Val

_REGION = (
    r"(?:us|eu|eusc-de|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[bef]?)?"
    r"-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d{1,2}"
)
_NAME = re.compile(rf"^{_REGION}$")
_ZONE = re.compile(rf"^({_REGION})(?:[a-z]|-[a-z0-9]+-[a-z0-9-]+)$")
_SERVICE = re.compile(rf"^(?:com|cn\.com|aws)\.[a-z0-9-]+\.({_REGION})\.")
_ARN = re.compile(rf"^arn:aws[a-z-]*:([a-z0-9-]+):({_REGION}):")

# the regions that are off until an account opts in
# https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
OPT_IN = frozenset(
    {
        "af-south-1",
        "ap-east-1",
        "ap-east-2",
        "ap-south-2",
        "ap-southeast-3",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-west-1",
        "eu-central-2",
        "eu-south-1",
        "eu-south-2",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "mx-central-1",
    }
)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionUse(Resource):
    """A region that is written somewhere.

    `what` says for people what is there ("provider", "replica", "zone"...), `name` the region,
    `allowed` what the settings allow. `reference` is true of what only points there (an ARN, the
    source of a copy).
    """

    what: str
    used: Val[str]
    allowed: frozenset[str]
    reference: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionInput(Resource):
    """A variable or parameter that chooses a region; `may_be` are the values it accepts, where
    it accepts a few only."""

    name: str
    has_default: bool
    constrained: bool
    may_be: tuple[Val[str], ...] = ()
    allowed: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionUnset(Resource):
    """A provider whose region is left to whoever runs it."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RegionSwitch(Resource):
    """An opt-in region of an account, switched on or off."""

    name: Val[str]
    on: Val[bool]
    allowed: frozenset[str] | None


def region_named(text: str) -> str | None:
    """The region of its own name, a zone's, an ARN's or an endpoint service's; None of others."""
    if _NAME.match(text):
        return text
    if found := _ZONE.match(text):
        return found[1]
    if found := _SERVICE.match(text):
        return found[1]
    if found := _ARN.match(text):
        return found[2]
    return None


def is_region(text: str) -> bool:
    return bool(_NAME.match(text))


def is_zone(text: str) -> bool:
    return bool(_ZONE.match(text))


def arn_service(text: str) -> str:
    """The service of an ARN that names a region, "" for anything else."""
    found = _ARN.match(text)
    return found[1] if found else ""
