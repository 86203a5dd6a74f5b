"""What every subject shares, from a node: address, place, tags and region."""

from typing import Any, TypedDict

from seawall.model.resource import Resource
from seawall.readers.node import Node
from seawall.span import Span
from seawall.value import Val


class Shared(TypedDict):
    """The fields of `Resource`, to be spread into a subject."""

    address: str
    type: str
    span: Span
    head: Span
    raw: Val[Any]
    language: str
    region: Val[Any]
    tags: Val[Any]
    trail: tuple[Span, ...]
    exists: Val[Any]


def shared(node: Node, *, raw: Val[Any] | None = None) -> Shared:
    """`raw` narrows the attributes to a nested block where the subject is one."""
    return Shared(
        address=node.address,
        type=node.type,
        span=node.span,
        head=node.head,
        raw=node.body if raw is None else raw,
        language=node.language,
        region=region_of(node),
        tags=tags_of(node),
        trail=node.trail,
        exists=node.exists,
    )


def region_of(node: Node) -> Val[Any]:
    """The resource's own region (provider v6), else its provider's."""
    if node.language == "terraform":
        own = node.at("region")
        if not own.absent:
            return own
        if node.provider is not None:
            return node.provider.at("region")
    return Val.no_idea("the region is not written here")


def tags_of(node: Node) -> Val[Any]:
    """Tags as a mapping, CloudFormation's list of Key and Value included, default_tags below."""
    if node.language == "cloudformation":
        written = node.at("Tags")
        if not isinstance(written.value, tuple):
            return written if isinstance(written.value, dict) else Val({})
        return Val(
            {
                str(each.at("Key").value): each.at("Value")
                for each in written.items()
                if each.at("Key").known
            },
            written.state,
            span=written.span,
        )
    own = node.at("tags")
    tags: dict[str, Val[Any]] = {}
    state = own.state
    if node.provider is not None:
        common = node.provider.at("default_tags.tags")
        if isinstance(common.value, dict):
            tags.update(common.value)
        elif not common.absent:
            state = "partial"
    if isinstance(own.value, dict):
        tags.update(own.value)
    elif not own.absent:
        state = "partial"
    return Val(tags, state if state in ("written", "partial") else "written", span=own.span)


def plain_resource(node: Node) -> Resource:
    """The resource alone, to be shown beside a finding."""
    return Resource(**shared(node))
