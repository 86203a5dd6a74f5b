"""Metadata options of instances, joined over templates, images and the account's defaults."""

from typing import Any

from seawall.adapters.convert import number, text
from seawall.adapters.describe import shared
from seawall.model.compute import MetadataService
from seawall.model.resource import Resource
from seawall.readers.node import Node
from seawall.value import Val


def service(
    node: Node,
    kind: str,
    options: Val[Any],
    *,
    names: tuple[str, str, str],
    default: str = "optional",
    attribute: str = "",
    users: tuple[Resource, ...] = (),
) -> MetadataService:
    """`options` is the block of metadata options, `names` its keys for tokens, endpoint and hops;
    `default` is what an absent token setting means here."""
    tokens, endpoint, hops = names
    return MetadataService(
        **shared(node),
        kind=kind,
        tokens=_lower(options.at(tokens)).or_default(default),
        endpoint=_lower(options.at(endpoint)).or_default("enabled"),
        hop_limit=number(options.at(hops)),
        attribute=attribute,
        users=users,
    )


def _lower(value: Val[Any]) -> Val[Any]:
    return text(value).map(lambda word: str(word).lower())
