"""Metadata options given to registry modules, whose files are not at hand."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.metadata import service
from seawall.adapters.nodes import Nodes
from seawall.model.compute import MetadataService
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val, walk

_NAMES = ("http_tokens", "http_endpoint", "http_put_response_hop_limit")
# module, the first major version that requires tokens by default
_SINCE = {"terraform-aws-modules/ec2-instance/aws": 5}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[MetadataService]:
    for node in nodes.kinds("module"):
        if node.type.startswith("."):
            continue
        found = [
            each
            for value in node.body.items()
            for each in walk(value)
            if isinstance(each.value, dict) and "http_tokens" in each.value
        ]
        for options in found:
            yield service(node, "module", options, names=_NAMES, attribute="")
        if not found:
            yield from _by_inputs(node)


def _by_inputs(node: Node) -> Iterator[MetadataService]:
    required = flag(node.at("metadata_http_tokens_required"))
    if required.is_(False):
        yield _module(node, Val("optional", span=required.span, via=required.via))
        return
    direct = text(node.at("http_tokens"))
    if direct.written:
        yield _module(node, direct)
        return
    since = _SINCE.get(node.type)
    if since is not None and node.at("metadata_options").absent and _older(node, since):
        yield _module(node, Val.nothing(node.head).or_default("optional"))


def _module(node: Node, tokens: Val[Any]) -> MetadataService:
    return MetadataService(
        **shared(node),
        kind="module",
        tokens=tokens,
        endpoint=Val.nothing(node.head).or_default("enabled"),
        hop_limit=Val.nothing(node.head),
    )


def _older(node: Node, since: int) -> bool:
    """Whether the version asked for is provably before that major version."""
    version = node.at("version")
    if not version.known or not isinstance(version.value, str):
        return False
    wanted = version.value.strip().removeprefix("~>").removeprefix("=").strip()
    major = wanted.partition(".")[0]
    return major.isdigit() and int(major) < since
