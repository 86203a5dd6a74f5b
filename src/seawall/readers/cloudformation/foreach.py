"""`Fn::ForEach`: a loop over a known collection."""

from collections.abc import Iterator
from typing import Any

from yaml import Node, SequenceNode

from seawall.readers.cloudformation.choices import as_text
from seawall.readers.cloudformation.tree import entries, text_of
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.value import WRITTEN, Val

MOST_ROUNDS = 5000  # of all loops of one template


def rounds(values: Values, arg: Node, world: World) -> tuple[list[World], Node] | None:
    """The worlds of a loop's rounds and its body; None where the collection is not known."""
    parts = arg.value if isinstance(arg, SequenceNode) else []
    name = text_of(parts[0]) if len(parts) == 3 else None
    if name is None or values.rounds > MOST_ROUNDS:
        return None
    collection = values.of(parts[1], world)
    if isinstance(collection.value, str) and collection.known:
        items: tuple[Val[Any], ...] = tuple(Val(each) for each in collection.value.split(","))
    elif isinstance(collection.value, tuple) and collection.known:
        items = collection.value
    else:
        return None
    texts = [as_text(each.value) for each in items if each.known]
    known = [text for text in texts if text is not None]
    values.rounds += len(known)
    if len(known) != len(items) or values.rounds > MOST_ROUNDS:
        return None
    return [world.with_name(name, text) for text in known], parts[2]


def unrolled(
    values: Values, node: Node | None, world: World
) -> Iterator[tuple[str, Node, Node, World]]:
    """The entries of a section, loops carried out: name, key node, value node, world.

    A loop that cannot be carried out comes as itself.
    """
    for name, (key, value) in entries(node).items():
        if not name.startswith("Fn::ForEach::"):
            yield values.named(name, world) if world.names else name, key, value, world
            continue
        found = rounds(values, value, world)
        if found is None:
            yield name, key, value, world
            continue
        for each in found[0]:
            yield from unrolled(values, found[1], each)


def fn_for_each(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    """A loop among a mapping's keys, as the mapping it stands for."""
    found = rounds(values, arg, world)
    span = values.span(arg)
    if found is None:
        return Val.no_idea("Fn::ForEach over something unknown", span)
    made: dict[str, Val[Any]] = {}
    for each in found[0]:
        part = values.mapping(found[1], each)
        if not isinstance(part.value, dict) or not part.known:
            return Val.no_idea(part.why or "Fn::ForEach of something unknown", span)
        made.update(part.value)
    return Val(made, WRITTEN, span=span)
