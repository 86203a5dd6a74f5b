"""Services that answer on a network, and the guards that watch an account."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from seawall.model.cidr import is_world
from seawall.model.resource import Resource
from seawall.value import Val

_INSTANCE = re.compile(r"""\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]""")


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
class Watch(Resource):
    """A resource whose being there watches or protects an account; `on` as far as it says."""

    service: str
    on: Val[bool]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RemovedWatch(Watch):
    """A watch that stood before a change and does not any more."""


def removed(before: Iterable[Watch], after: Iterable[Watch]) -> Iterator[RemovedWatch]:
    """The watches a change takes away; one that was moved or renamed is none of them."""
    stood = [each for each in before if not (each.on.known and each.on.value is False)]
    there = Counter(_place(each) for each in after)
    lost = []
    for each in stood:
        if there[_place(each)] > 0:
            there[_place(each)] -= 1
        else:
            lost.append(each)
    fresh = Counter[str]()
    for (service, _, _), count in there.items():
        fresh[service] += count
    for each in lost:
        if fresh[each.service] > 0:
            fresh[each.service] -= 1
            continue
        yield RemovedWatch(**{field.name: getattr(each, field.name) for field in fields(each)})


def _place(watch: Watch) -> tuple[str, str, str]:
    return watch.service, watch.head.source.path, _INSTANCE.sub("", watch.address)


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
