"""Who may reach what: rules of security groups, network ACLs and database groups."""

from dataclasses import dataclass

from seawall.model.cidr import Span, is_wide, is_world, merged, without
from seawall.model.ports import TCP, UDP, WEB, Service
from seawall.model.resource import Resource
from seawall.value import Val

ALL_PORTS: Span = (0, 65535)

SECURITY_GROUP = "security-group"
NETWORK_ACL = "network-acl"
DATABASE_GROUP = "database-group"

# https://www.iana.org/assignments/protocol-numbers
_PROTOCOLS = {"-1": "all", "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6"}


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IngressRule(Resource):
    """One way in: sources, ports and protocol.

    `kind` is one of the three above. `sources` are address ranges, those of prefix lists in the
    same configuration included. `named_sources`: groups or prefix lists may connect too, or may
    be given where we cannot see. `sources_known` is false where there may be more ranges.
    `group` is the group or ACL that a rule written apart belongs to, `reachable` what wears the
    group and has a public address. `closed` are ports that an earlier rule denies to everyone.
    """

    kind: str
    sources: tuple[Val[str], ...]
    from_port: Val[int]
    to_port: Val[int]
    protocol: Val[str]
    named_sources: bool = False
    sources_known: bool = True
    block: Val[object] | None = None
    group: Resource | None = None
    reachable: Resource | None = None
    closed: tuple[Span, ...] = ()

    @property
    def world(self) -> tuple[Val[str], ...]:
        """The sources by which the internet comes in; of a union, the first of its parts."""
        alone = tuple(each for each in self.sources if each.holds(lambda cidr: is_world((cidr,))))
        if alone:
            return alone
        known = [each for each in self.sources if each.known and each.value is not None]
        if len(known) > 1 and is_world(str(each.value) for each in known):
            return (known[0],)
        return ()

    @property
    def wide(self) -> tuple[Val[str], ...]:
        """Public ranges as large as a /8, where they are not the internet already."""
        if self.world:
            return ()
        return tuple(each for each in self.sources if each.holds(is_wide))

    @property
    def sourceless(self) -> bool:
        """Provably without any source."""
        empty = all(each.value is None for each in self.sources)
        return self.sources_known and empty and not self.named_sources

    @property
    def transport(self) -> tuple[str, ...]:
        """The protocols with ports that are let in: of "all" and of unknown ones, both."""
        if not self.protocol.known or self.protocol.value is None:
            return (TCP, UDP)
        name = protocol_name(self.protocol.value)
        if name == "all":
            return (TCP, UDP)
        return (name,) if name in (TCP, UDP) else ()

    @property
    def icmp(self) -> bool:
        return self.protocol.holds(lambda name: protocol_name(name) in ("icmp", "icmpv6"))

    @property
    def everything(self) -> bool:
        """Every port of every protocol, or of TCP or UDP."""
        return self.ports == (ALL_PORTS,) or self.ports == ((1, 65535),)

    @property
    def ports(self) -> tuple[Span, ...]:
        """The ports provably let in, ascending."""
        if not self.transport:
            return ()
        return tuple(without(self._written_ports(), self.closed))

    def _written_ports(self) -> list[Span]:
        low, high = self.from_port, self.to_port
        if self.protocol.holds(lambda name: protocol_name(name) == "all"):
            return [ALL_PORTS]
        if low.absent and high.absent:
            return [ALL_PORTS]
        known = [each.value for each in (low, high) if each.known and each.value is not None]
        if -1 in known:
            return [ALL_PORTS]
        if not known:
            return []
        # one end alone proves one port; ends the wrong way round are meant as a range
        return [(min(known), max(known))]

    def may_reach(self, service: Service) -> bool:
        return any(each in self.transport for each in service.protocols) and any(
            low <= service.high and high >= service.low for low, high in self.ports
        )

    def web_only(self) -> bool:
        """Only 80 and 443, one or both."""
        return bool(self.ports) and all(
            low == high and low in WEB for low, high in merged(self.ports)
        )

    def ports_text(self) -> str:
        return ", ".join(
            str(low) if low == high else f"{low}-{high}" for low, high in merged(self.ports)
        )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DefaultGroup(Resource):
    """A VPC's default security group with rules of its own."""

    rules: tuple[Val[object], ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OpenSource(Resource):
    """A source that a module opens to every rule it is given, while no rule stands beside it."""

    sources: tuple[Val[str], ...]

    @property
    def world(self) -> tuple[Val[str], ...]:
        return tuple(each for each in self.sources if each.holds(lambda cidr: is_world((cidr,))))


def protocol_name(written: object) -> str:
    """ "tcp", "udp", "icmp", "icmpv6", "all", or what was written, in small letters."""
    name = str(written).strip().lower()
    return _PROTOCOLS.get(name, name)
