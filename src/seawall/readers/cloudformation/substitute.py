"""`Fn::Sub`: a text with names in it."""

import re
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.choices import string
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
    end = 0
    for match in _NAME.finditer(text):
        parts.append(_literal(text[end : match.start()], span))
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
    parts.append(_literal(text[end:], span))
    return string(
        [each for each in parts if each.value != ""], span, "Fn::Sub of something unknown"
    )


def _literal(text: str, span: Span) -> Val[Any]:
    return dynamic(text, span) if "{{resolve:" in text else Val(text, span=span)
