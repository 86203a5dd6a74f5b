"""`Fn::Sub`: a text with names in it."""

import re
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.choices import string
from seawall.readers.cloudformation.pieces import lines
from seawall.readers.cloudformation.references import attribute, refer
from seawall.readers.cloudformation.tree import entries
from seawall.readers.cloudformation.values import Values, dynamic
from seawall.readers.cloudformation.world import World
from seawall.span import Span
from seawall.value import Val

_NAME = re.compile(r"\$\{([^{}]*)\}")


def fn_sub(values: Values, arg: Node, node: Node, world: World) -> Val[Any]:
    span = values.span(node)
    text, local = arg, {}
    if isinstance(arg, SequenceNode) and arg.value:
        text = arg.value[0]
        if len(arg.value) > 1 and isinstance(arg.value[1], MappingNode):
            local = {
                name: values.of(value, world) for name, (_, value) in entries(arg.value[1]).items()
            }
    if not isinstance(text, ScalarNode):
        return Val.no_idea("Fn::Sub of something that is no text", span)
    return fill(values, str(text.value), local, span, world)


def fill(
    values: Values, text: str, local: dict[str, Val[Any]], span: Span, world: World
) -> Val[Any]:
    """The text with its names filled in, as far as they are known."""
    if world.names:
        text = values.named(text, world)
    parts: list[Val[Any]] = []
    end, at = 0, span.start
    for match in _NAME.finditer(text):
        at = _literal(parts, text[end : match.start()], span, at)
        name = match[1].strip()
        end = match.end()
        if name.startswith("!"):
            parts.append(Val("${" + name[1:] + "}", span=span))
        elif name in local:
            parts.append(local[name])
        elif "." in name and not name.startswith("AWS::"):
            resource, _, path = name.partition(".")
            parts.append(attribute(values, resource, path, span, world))
        else:
            parts.append(refer(values, name, span, world))
    _literal(parts, text[end:], span, at)
    return string(parts, span, "Fn::Sub of something unknown")


def _literal(parts: list[Val[Any]], text: str, span: Span, at: int) -> int:
    """A piece between two names, with its own place where the text stands there as it is."""
    if not text:
        return at
    if "{{resolve:" in text:
        parts.append(dynamic(text, span))
        return at
    found, at = lines(text, span, at)
    parts += found
    return at
