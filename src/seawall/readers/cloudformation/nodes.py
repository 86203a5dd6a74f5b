"""From a template to located nodes: resources, parameters, outputs and the template itself."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from yaml import Node as Tree
from yaml import SequenceNode

from seawall.finding import Notice
from seawall.readers.cloudformation import sam
from seawall.readers.cloudformation.choices import is_removed
from seawall.readers.cloudformation.foreach import MOST_ROUNDS, unrolled
from seawall.readers.cloudformation.later import Later
from seawall.readers.cloudformation.notices import not_unrolled
from seawall.readers.cloudformation.tree import child, end_of, entries, plain, text_of
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.readers.node import Node
from seawall.span import Span
from seawall.value import WRITTEN, Val

ATTRIBUTES = "$resource"  # where a body keeps Condition, DeletionPolicy, Metadata, DependsOn...


def nodes_of(values: Values, notices: list[Notice]) -> Iterator[Node]:
    """Every node of one template, in the order of its text: parameters, resources, outputs."""
    template = values.template
    base = values.conditions.base
    said: set[Span] = set()
    yield _whole(values, base)
    for name, (key, value) in template.parameters.items():
        kind = text_of(child(value, "Type")) or "String"
        body = Later(partial(literal, values, value))
        yield _node(values, "parameter", kind, name, key, value, body)
    for name, key, value, world in unrolled(values, template.section("Resources"), base):
        if name.startswith("Fn::"):
            span = values.span(key)
            if span not in said:
                said.add(span)
                notices.append(not_unrolled(key.value, span, budget=values.rounds > MOST_ROUNDS))
            continue
        yield from _resource(values, name, key, value, world)
    for name, key, value, world in unrolled(values, template.section("Outputs"), base):
        if not name.startswith("Fn::"):
            body = Later(partial(values.of, value, world))
            yield _node(values, "output", "", name, key, value, body)


def _resource(values: Values, name: str, key: Tree, value: Tree, world: World) -> Iterator[Node]:
    kind = text_of(child(value, "Type"))
    if not kind:
        return
    condition = text_of(child(value, "Condition"))
    exists: Val[Any] = Val(True)
    if condition:
        truth, settled = values.conditions.truth(condition, world)
        inner = values.conditions.assume(world, condition, True)
        if inner is None or (truth is False and settled):
            return
        world = inner
        if not (truth is True and settled):
            both = (Val(True), Val(False))
            exists = Val.no_idea(f"depends on the condition {condition}", possible=both)
    body = Later(partial(body_of, values, kind, key, value, world))
    path = text_of(child(value, "Metadata", "aws:cdk:path"))
    metadata = {"construct": path} if path else {}
    node = _node(values, "resource", kind, name, key, value, body, exists, metadata)
    if kind.startswith(sam.PREFIX):
        # before it, so that its address leads to the text's own type
        yield from sam.derived(node, partial(sam.may_say, values, kind, value))
    yield node


def body_of(values: Values, kind: str, key: Tree, value: Tree, world: World) -> Val[Any]:
    """The properties of a resource, and beside them its attributes under `$resource`."""
    properties = child(value, "Properties")
    span = extent(values, key, value)
    found = values.of(properties, world) if properties is not None else Val({}, span=span)
    if is_removed(found) or (found.known and found.value is None):
        found = Val({}, span=span)
    if kind.startswith(sam.PREFIX):
        found = sam.with_globals(values, kind, found, world)
    if not isinstance(found.value, dict):
        return found
    attributes = {
        name: Later(partial(values.of, node, world))
        for name, (_, node) in entries(value).items()
        if name not in ("Type", "Properties")
    }
    more = {**found.value, ATTRIBUTES: Val(attributes, WRITTEN, span=span)}
    return Val(
        more, found.state, span=found.span, why=found.why, refs=found.refs, possible=found.possible
    )


def literal(values: Values, node: Tree) -> Val[Any]:
    """A node as plain data: no function is called in parameters."""
    span = values.span(node)
    if isinstance(node.value, str):
        return Val(plain(node), span=span)
    if type(node) is SequenceNode:
        return Val(tuple(literal(values, each) for each in node.value), span=span)
    return Val(
        {name: literal(values, each) for name, (_, each) in entries(node).items()}, span=span
    )


def extent(values: Values, key: Tree, value: Tree) -> Span:
    """From a key to the end of its value."""
    start = key.start_mark.index
    return Span(values.source, start, max(key.end_mark.index, end_of(values.source, value)))


def _whole(values: Values, world: World) -> Node:
    template = values.template
    head = template.head()
    body = Later(
        lambda: Val(
            {
                name: Later(partial(values.of, node, world))
                for name, (_, node) in template.sections.items()
                if name in ("AWSTemplateFormatVersion", "Description", "Metadata", "Transform")
            },
            span=head,
        )
    )
    return Node(
        language="cloudformation",
        kind="template",
        type="",
        name=template.source.path,
        address="",
        span=values.span(template.root),
        head=head,
        body=body,
    )


def _node(
    values: Values,
    kind: str,
    type_: str,
    name: str,
    key: Tree,
    value: Tree,
    body: Val[Any],
    exists: Val[Any] | None = None,
    metadata: dict[str, str] | None = None,
) -> Node:
    span = extent(values, key, value)
    address = name if kind == "resource" else f"{kind.capitalize()}s.{name}"
    return Node(
        language="cloudformation",
        kind=kind,
        type=type_,
        name=name,
        address=address,
        span=span,
        head=Span(values.source, key.start_mark.index, span.end).first_line(),
        body=body,
        exists=exists if exists is not None else Val(True),
        metadata=metadata or {},
    )
