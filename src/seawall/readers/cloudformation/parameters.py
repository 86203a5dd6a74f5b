"""Parameters: what one stands for when it is referred to."""

from typing import Any

from yaml import Node, SequenceNode

from seawall.readers.cloudformation.choices import copy
from seawall.readers.cloudformation.conditions import OTHER
from seawall.readers.cloudformation.tree import child, plain, text_of
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.span import Span
from seawall.value import UNKNOWN, WRITTEN, Val


def parameter(values: Values, name: str, span: Span, world: World) -> Val[Any]:
    """The value given from outside, else the default with the other allowed values beside it."""
    node = values.template.parameters[name][1]
    kind = text_of(child(node, "Type")) or "String"
    given = values.given.get(name)
    narrowed = values.conditions.choices(name, world)
    if given is not None and not given.possible and (given.known or narrowed is None):
        return _given(given, kind, span)
    if given is not None:
        allowed = tuple(_given(each, kind, span) for each in given.possible)
        usual = _given(given, kind, span) if given.known else None
    else:
        if kind.startswith("AWS::SSM::Parameter::Value") and narrowed is None:
            return Val.no_idea(f"parameter {name} is read from Systems Manager", span)
        allowed = _allowed(values, node, kind)
        default = child(node, "Default")
        usual = _literal(values, default, kind) if default is not None else None
    if narrowed is not None:
        solving = values.conditions.solving > 0
        return _narrowed(name, narrowed, usual, allowed, kind, span, solving=solving)
    possible = tuple(_placed(each, span) for each in allowed)
    if usual is not None:
        return _placed(usual, span, possible if len(possible) > 1 else ())
    if len(possible) == 1:
        return possible[0]
    why = f"parameter {name} has no default"
    return Val(None, UNKNOWN, span=span, why=why, possible=possible)


def _given(value: Val[Any], kind: str, span: Span) -> Val[Any]:
    """A value from outside, as the parameter's type has it; the trail keeps where it came from."""
    via = (*value.via, value.span) if value.span is not None else value.via
    content = value.value
    if isinstance(content, str) and value.known:
        content = typed(content, kind, span).value
    return copy(value, value=content, span=span, via=via, refs=())


def _narrowed(
    name: str,
    texts: list[str],
    usual: Val[Any] | None,
    allowed: tuple[Val[Any], ...],
    kind: str,
    span: Span,
    *,
    solving: bool,
) -> Val[Any]:
    """What a parameter is under conditions that speak of it."""
    known = {_text(each): each for each in (*allowed, *((usual,) if usual is not None else ()))}
    found: list[Val[Any]] = []
    for text in texts:
        literal = known.get(text)
        if literal is not None:
            found.append(_placed(literal, span))
        elif text != OTHER:
            found.append(typed(text, kind, span))
    if texts == [OTHER] and solving:  # "none of those that are named", the same in every place
        return Val(f"{OTHER}:{name}", WRITTEN, span=span)
    if len(texts) == 1 and found:
        return found[0]
    if usual is not None and _text(usual) in texts:
        return _placed(usual, span, tuple(found))
    why = f"parameter {name} depends on a condition"
    return Val.no_idea(why, span, possible=() if OTHER in texts else tuple(found))


def _text(value: Val[Any]) -> str:
    content = value.value
    if isinstance(content, tuple):
        return ",".join(str(each.value) for each in content)
    if isinstance(content, bool):
        return "true" if content else "false"
    return "" if content is None else str(content)


def _placed(value: Val[Any], span: Span, possible: tuple[Val[Any], ...] = ()) -> Val[Any]:
    """A literal as it is read at `span`: the trail leads to where it stands."""
    if value.span == span:
        return copy(value, possible=possible)
    content = value.value
    if isinstance(content, tuple):
        content = tuple(_placed(each, span) for each in content)
    via = (value.span,) if value.span is not None else ()
    return Val(content, WRITTEN, span=span, via=via, possible=possible)


def _allowed(values: Values, node: Node, kind: str) -> tuple[Val[Any], ...]:
    listed = child(node, "AllowedValues")
    if type(listed) is not SequenceNode:
        return ()
    return tuple(_literal(values, each, kind) for each in listed.value[:64])


def _literal(values: Values, node: Node, kind: str) -> Val[Any]:
    content = plain(node)
    span = values.span(node)
    return typed(content, kind, span) if isinstance(content, str) else Val(content, span=span)


def typed(content: object, kind: str, span: Span) -> Val[Any]:
    """A parameter's text as its type has it: a list of texts, a number, or itself."""
    if isinstance(content, str):
        if kind == "CommaDelimitedList" or kind.startswith("List<"):
            parts = [part.strip() for part in content.split(",")] if content.strip() else []
            return Val(tuple(Val(part, span=span) for part in parts), span=span)
        if kind == "Number" and content.strip().lstrip("+-").isascii():
            try:
                return Val(int(content), span=span)
            except ValueError:
                return Val(content, span=span)
    return Val(content, WRITTEN, span=span)
