"""Services that answer on a network, and the guards that watch an account."""

from dataclasses import dataclass

from seawall.model.cidr import is_world
from seawall.model.resource import Resource
from seawall.value import Val


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Endpoint(Resource):
    """An endpoint of a managed service.

    `kind` tells services apart for checks, `service` for people. `public` is whether the
    endpoint has a public side, by default included; `sources` who may reach that side, empty
    for everyone. `certain` is false where the default depends on a provider's version that is not
    settled here.
    """

    kind: str
    service: str
    public: Val[bool]
    sources: Val[tuple[Val[str], ...]] | None = None
    certain: bool = True

    @property
    def world(self) -> tuple[Val[str], ...]:
        """The written ranges that let the internet in."""
        if self.sources is None:
            return ()
        return tuple(
            each for each in self.sources.items() if each.holds(lambda cidr: is_world((str(cidr),)))
        )

    @property
    def unrestricted(self) -> bool:
        """Provably open to the internet: no ranges are given, or ranges that hold it."""
        if self.sources is None or self.sources.absent:
            return True
        if self.sources.known and not self.sources.items():
            return True
        return bool(self.world)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Guard(Resource):
    """Something that watches or protects an account; `on` is whether it does, default included.

    `boolean` is true where the language says so with a plain true or false.
    """

    service: str
    on: Val[bool]
    boolean: bool = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Trail(Resource):
    """A CloudTrail trail."""

    multi_region: Val[bool]
    validated: Val[bool]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Baseline(Resource):
    """A folder declared as an account's baseline, and what it lacks."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WebEntry(Resource):
    """A load balancer or distribution that faces the internet; `firewall` names its web ACL."""

    service: str
    public: Val[bool]
    firewall: Val[str]
