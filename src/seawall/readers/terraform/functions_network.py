"""Arithmetic on network ranges, given and giving plain data."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from seawall.readers.terraform.values import EvalError


def _network(prefix: Any) -> Any:
    if not isinstance(prefix, str) or "/" not in prefix:
        raise EvalError("not a network range")
    return import_module("ipaddress").ip_network(prefix, strict=False)


def _subnet(prefix: Any, newbits: Any, netnum: Any) -> str:
    network = _network(prefix)
    bits, number = int(newbits), int(netnum)
    length = network.prefixlen + bits
    if bits < 0 or length > network.max_prefixlen or not 0 <= number < 2**bits:
        raise EvalError("the range has no such part")
    step = network.max_prefixlen - length
    address = int(network.network_address) + (number << step)
    return f"{type(network.network_address)(address)}/{length}"


def _subnets(prefix: Any, *newbits: Any) -> list[str]:
    network = _network(prefix)
    at = int(network.network_address)
    end = at + network.num_addresses
    found = []
    for bits in newbits:
        length = network.prefixlen + int(bits)
        if int(bits) < 1 or length > network.max_prefixlen:
            raise EvalError("the range has no such part")
        size = 1 << (network.max_prefixlen - length)
        at = (at + size - 1) // size * size
        if at + size > end:
            raise EvalError("the range is too small")
        found.append(f"{type(network.network_address)(at)}/{length}")
        at += size
    return found


def _host(prefix: Any, number: Any) -> str:
    network, at = _network(prefix), int(number)
    if at < 0:
        at += network.num_addresses
    if not 0 <= at < network.num_addresses:
        raise EvalError("the range has no such address")
    return str(network.network_address + at)


def _netmask(prefix: Any) -> str:
    network = _network(prefix)
    if network.version != 4:
        raise EvalError("a netmask is for IPv4 only")
    return str(network.netmask)


def _contains(prefix: Any, other: Any) -> bool:
    inner = str(other)
    if "/" not in inner:
        inner += "/32" if "." in inner else "/128"
    outer, part = _network(prefix), _network(inner)
    if outer.version != part.version:
        raise EvalError("ranges of two kinds")
    return bool(part.subnet_of(outer))


PLAIN: dict[str, Callable[..., Any]] = {
    "cidrsubnet": _subnet,
    "cidrsubnets": _subnets,
    "cidrhost": _host,
    "cidrnetmask": _netmask,
    "cidrcontains": _contains,
}
SHAPED: dict[str, Callable[..., Any]] = {}
