"""The functions of CloudFormation, each from its argument to a value."""

from typing import Any

from yaml import Node, SequenceNode

from seawall.readers.cloudformation.choices import (
    as_text,
    chosen,
    copy,
    distinct,
    gather,
    lift,
    merge,
    settle,
    string,
)
from seawall.readers.cloudformation.foreach import fn_for_each
from seawall.readers.cloudformation.networks import split_network
from seawall.readers.cloudformation.references import fn_get_att, fn_ref
from seawall.readers.cloudformation.substitute import fn_sub
from seawall.readers.cloudformation.tree import child, entries, text_of
from seawall.readers.cloudformation.values import Function, Values
from seawall.readers.cloudformation.world import World
from seawall.span import Span
from seawall.value import PARTIAL, WRITTEN, Val


def _parts(arg: Node) -> list[Node]:
    return list(arg.value) if isinstance(arg, SequenceNode) else []


def fn_if(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = _parts(arg)
    span = values.span(node)
    if len(parts) != 3:
        return Val.no_idea("Fn::If wants a condition and two values", span)
    name = text_of(parts[0]) or ""
    truth, settled = values.conditions.truth(name, world)
    if truth is not None and settled:
        return values.of(parts[1] if truth else parts[2], world)
    sides: list[Val[Any]] = []
    for side, part in ((True, parts[1]), (False, parts[2])):
        inner = values.conditions.assume(world, name, side)
        if inner is not None:
            sides.append(values.of(part, inner))
    if len(sides) == 1:
        return sides[0]
    if truth is not None:
        return chosen(*(sides if truth else reversed(sides)))
    return merge(sides[0], sides[1], span, f"depends on the condition {name}")


def fn_join(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = _parts(arg)
    span = values.span(node)
    if len(parts) != 2:
        return Val.no_idea("Fn::Join wants a delimiter and a list", span)
    between, items = values.of(parts[0], world), values.of(parts[1], world)
    if not isinstance(items.value, tuple):
        via, refs = gather((items,))
        return Val.no_idea(items.why or "Fn::Join of an unknown list", span, via=via, refs=refs)
    pieces: list[Val[Any]] = []
    for item in items.value:
        pieces += (between, item) if pieces else (item,)
    if items.state == PARTIAL:
        pieces.append(Val.no_idea(items.why))
    whole = string(pieces, span, "Fn::Join of something unknown")
    return copy(whole, via=tuple(dict.fromkeys((*items.via, *whole.via))))


def fn_select(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = _parts(arg)
    span = values.span(node)
    if len(parts) != 2:
        return Val.no_idea("Fn::Select wants an index and a list", span)
    items = values.of(parts[1], world)

    def pick(index: object, found: object) -> Val[Any]:
        number = as_text(index) or ""
        if isinstance(found, tuple) and number.isdigit() and int(number) < len(found):
            return found[int(number)]  # type: ignore[no-any-return]
        return Val.no_idea("Fn::Select past the end of its list", span)

    return lift((values.of(parts[0], world), items), pick, span, "Fn::Select of something unknown")


def fn_split(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = _parts(arg)
    span = values.span(node)
    if len(parts) != 2:
        return Val.no_idea("Fn::Split wants a delimiter and a text", span)
    between, whole = values.of(parts[0], world), values.of(parts[1], world)

    def split(at: object, text: object) -> Val[Any]:
        if not isinstance(text, str) or not isinstance(at, str) or not at:
            return Val.no_idea("Fn::Split of something that is no text", span)
        pieces = (Val(each, span=span, via=whole.via) for each in text.split(at))
        return Val(tuple(pieces), WRITTEN, span=span)

    if whole.state == PARTIAL and between.known and isinstance(whole.value, str):
        known = split(between.value, whole.value).items()[:-1]
        return Val(known, PARTIAL, span=span, why=whole.why, via=whole.via, refs=whole.refs)
    return lift((between, whole), split, span, "Fn::Split of something unknown")


def fn_find_in_map(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = _parts(arg)
    span = values.span(node)
    if len(parts) < 3:
        return Val.no_idea("Fn::FindInMap wants a map and two keys", span)
    keys = [values.of(each, world) for each in parts[:3]]
    fallback = child(parts[3], "DefaultValue") if len(parts) > 3 else None
    found: list[Val[Any]] = []
    usual: Val[Any] | None = None
    certain = all(each.known for each in keys)
    why = next((each.why for each in keys if not each.known), "")
    for name in _key_texts(keys[0], values.template.mappings):
        table = entries(values.template.mappings[name][1])
        for first in _key_texts(keys[1], table):
            row = entries(table[first][1])
            for second in _key_texts(keys[2], row):
                literal = values.of(row[second][1], world)
                value = copy(literal, span=span, via=(literal.span,) if literal.span else ())
                if certain and [name, first, second] == [as_text(each.value) for each in keys]:
                    usual = value
                found.append(value)
    if fallback is not None and (usual is None or not found):
        value = values.of(fallback, world)
        if certain and usual is None:
            usual = value
        found.append(value)
    if usual is not None:
        others = distinct((usual, *found))
        return copy(usual, possible=others if len(others) > 1 else usual.possible)
    if not found or certain:
        return Val.no_idea(why or "no such entry in the map", span)
    return settle(tuple(found[:64]), span, why or "Fn::FindInMap with an unknown key")


def _key_texts(key: Val[Any], table: dict[str, Any]) -> list[str]:
    """The keys of a map that this value may name."""
    listed = [key] if key.known and not key.possible else [*key.possible]
    if key.known and key.possible:
        listed.append(key)
    if not listed:
        return list(table)
    texts = dict.fromkeys(as_text(each.value) if each.known else None for each in listed)
    if None in texts:
        return list(table)
    return [text for text in texts if text in table]


def fn_base64(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    """The text before it is encoded: what a reader of user data wants to see."""
    return values.of(arg, world)


def fn_json(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    """The structure before it is written as text, so that its parts keep their places."""
    return values.of(arg, world)


def fn_length(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    span = values.span(node)

    def measure(items: object) -> Val[Any]:
        if isinstance(items, tuple):
            return Val(len(items), span=span)
        return Val.no_idea("Fn::Length of something that is no list", span)

    return lift((values.of(arg, world),), measure, span, "Fn::Length of something unknown")


def fn_cidr(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    parts = [values.of(each, world) for each in _parts(arg)]
    span = values.span(node)
    if len(parts) == 2:
        parts.append(Val(8))
    if len(parts) != 3:
        return Val.no_idea("Fn::Cidr wants a block, a count and bits", span)

    def split(block: object, count: object, bits: object) -> Val[Any]:
        networks = split_network(as_text(block) or "", as_text(count) or "", as_text(bits) or "")
        if networks is None:
            return Val.no_idea("Fn::Cidr of something that is no IPv4 block", span)
        return Val(tuple(Val(each, span=span) for each in networks), span=span)

    return lift(parts, split, span, "Fn::Cidr of something unknown")


def _at_deployment(what: str) -> Function:
    def unknown(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
        return Val.no_idea(what, values.span(node))

    return unknown


def fn_transform(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    """`AWS::Include` of a file in the tree; any other macro runs when it is deployed."""
    span = values.span(node)
    if text_of(child(arg, "Name")) == "AWS::Include":
        location = child(arg, "Parameters", "Location")
        found = values.stack.include(values, location, world) if location is not None else None
        if found is not None:
            return found
        return Val.no_idea("AWS::Include of a file that is not at hand", span)
    return Val.no_idea("a macro runs when it is deployed", span)


def fn_condition(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    """`!Condition` and the logic functions where a value is wanted: true or false if settled."""
    truth = values.conditions.holds(node, world)
    span: Span = values.span(node)
    return Val.no_idea("a condition", span) if truth is None else Val(truth, span=span)


_BY_NAME: dict[str, Function] = {
    "Fn::If": fn_if,
    "Fn::Join": fn_join,
    "Fn::Sub": fn_sub,
    "Fn::Select": fn_select,
    "Fn::Split": fn_split,
    "Fn::FindInMap": fn_find_in_map,
    "Fn::GetAtt": fn_get_att,
    "Fn::Base64": fn_base64,
    "Fn::ToJsonString": fn_json,
    "Fn::Length": fn_length,
    "Fn::Cidr": fn_cidr,
    "Fn::Transform": fn_transform,
    "Fn::ForEach": fn_for_each,
    "Fn::GetAZs": _at_deployment("availability zones are known when it is deployed"),
    "Fn::ImportValue": _at_deployment("an import is read when it is deployed"),
    "Fn::GetStackOutput": _at_deployment("an output of another stack"),
    **dict.fromkeys(("Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not"), fn_condition),
}

FUNCTIONS: dict[str, Function] = {
    "Ref": fn_ref,
    "!Ref": fn_ref,
    "!Condition": fn_condition,
    **_BY_NAME,
    **{"!" + name.removeprefix("Fn::"): function for name, function in _BY_NAME.items()},
}
