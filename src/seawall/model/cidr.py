"""How much of the internet a set of address ranges covers."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network

Span = tuple[int, int]  # first and last address, both included

# https://www.iana.org/assignments/iana-ipv4-special-registry
_NOT_PUBLIC_4 = (
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
)
_WIDE_4 = 1 << 24  # a /8
_WIDE_6 = 1 << 116  # a /12, what a regional registry gets


def network(written: object) -> IPv4Network | IPv6Network | None:
    """The range as AWS takes it: host bits are cut off. None for what is no range."""
    if not isinstance(written, str):
        return None
    address, slash, length = written.strip().partition("/")
    if slash and length.strip() == "0":
        return ip_network("::/0" if ":" in address else "0.0.0.0/0")  # whatever stands before it
    try:
        return ip_network(written.strip(), strict=False)
    except ValueError:
        return None


def is_world(written: Iterable[str]) -> bool:
    """Whether the ranges together hold a quarter or more of the public internet, old or new."""
    four, six = _public(written)
    return four * 4 >= _PUBLIC_4_SIZE or six * 4 >= _PUBLIC_6_SIZE


def is_wide(written: str) -> bool:
    """Whether one range holds as many public addresses as a whole /8 (/12 in IPv6)."""
    four, six = _public((written,))
    return four >= _WIDE_4 or six >= _WIDE_6


def has_public(written: str) -> bool:
    """Whether the range holds any public address."""
    return any(_public((written,)))


def is_within(written: str, ranges: Iterable[str]) -> bool:
    """Whether the range lies wholly in one of `ranges`."""
    inner = network(written)
    if inner is None:
        return False
    for each in ranges:
        outer = network(each)
        if isinstance(outer, IPv4Network) and isinstance(inner, IPv4Network):
            if inner.subnet_of(outer):
                return True
        elif (
            isinstance(outer, IPv6Network)
            and isinstance(inner, IPv6Network)
            and inner.subnet_of(outer)
        ):
            return True
    return False


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same numbers in ascending order, neighbours joined."""
    joined: list[Span] = []
    for low, high in sorted(spans):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(high, joined[-1][1])
        else:
            joined.append((low, high))
    return joined


def without(spans: Iterable[Span], removed: Iterable[Span]) -> list[Span]:
    """What is left of `spans` once `removed` is taken out."""
    left = merged(spans)
    for low, high in removed:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, low - 1)), (max(start, high + 1), end))
            if piece[0] <= piece[1]
        ]
    return merged(left)


def _size(spans: Iterable[Span]) -> int:
    return sum(high - low + 1 for low, high in spans)


def _edges(each: IPv4Network | IPv6Network) -> Span:
    return int(each.network_address), int(each.broadcast_address)


def _public(written: Iterable[str]) -> tuple[int, int]:
    four: list[Span] = []
    six: list[Span] = []
    for each in written:
        found = network(each)
        if isinstance(found, IPv4Network):
            four.append(_edges(found))
        elif found is not None:
            six.append(_edges(found))
    return _size(without(four, _PRIVATE_4)), _size(_within_public_6(six))


def _within_public_6(spans: list[Span]) -> list[Span]:
    low, high = _PUBLIC_6
    return merged((max(a, low), min(b, high)) for a, b in spans if a <= high and b >= low)


_PRIVATE_4 = [_edges(IPv4Network(each)) for each in _NOT_PUBLIC_4]
_PUBLIC_4_SIZE = _size(without([(0, 2**32 - 1)], _PRIVATE_4))
_PUBLIC_6 = _edges(IPv6Network("2000::/3"))
_PUBLIC_6_SIZE = _PUBLIC_6[1] - _PUBLIC_6[0] + 1
