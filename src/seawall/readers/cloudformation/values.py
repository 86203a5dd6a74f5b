"""From nodes to values: scalars, collections, and the call of functions."""

import re
from collections.abc import Callable
from typing import Any, Protocol
from weakref import WeakMethod

from yaml import Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.choices import is_removed
from seawall.readers.cloudformation.compose import MAX_DEPTH, MAX_NODES, PLAIN, bare
from seawall.readers.cloudformation.conditions import Conditions
from seawall.readers.cloudformation.pieces import lines, pieced
from seawall.readers.cloudformation.template import Template
from seawall.readers.cloudformation.tree import entries, scalar, span_of
from seawall.readers.cloudformation.world import World
from seawall.span import Span
from seawall.value import PARTIAL, WRITTEN, Val

# a whole text in Jinja's braces, or a variable of the Serverless Framework
_FOREIGN = re.compile(r"\A\{\{(?=.*\}\}\Z)|\$\{(?:self|opt|env|file|sls|ssm|cf|param)[:(]")

# (values, the argument, the whole call, the world) -> what it gives
Function = Callable[["Values", Node, Node, World], Val[Any]]


class Surroundings(Protocol):
    """What a template is read with: the stacks it nests and the files it includes."""

    def output(self, values: "Values", name: str, output: str) -> Val[Any] | None: ...

    def include(self, values: "Values", location: Node, world: World) -> Val[Any] | None: ...

    def over_budget(self, span: Span) -> None: ...


class Values:
    """Works out the values of one template.

    `given` are parameters set from outside, `pseudo` the pseudo parameters that are known.
    """

    def __init__(
        self,
        template: Template,
        functions: dict[str, Function],
        given: dict[str, Val[Any]],
        pseudo: dict[str, Val[Any]],
        stack: "Surroundings",
    ) -> None:
        self.template = template
        self.source = template.source
        self.functions = functions
        self.given = given
        self.pseudo = pseudo
        self.stack = stack
        self.naming: set[str] = set()  # resources whose names are being worked out
        self.spent = 0
        self.names_sought = 0
        self.rounds = 0  # of loops
        self._depth = 0
        self.conditions = Conditions(template, WeakMethod(self.of), {**given, **pseudo})
        self.conditions.apply_rules()

    def span(self, node: Node) -> Span:
        return span_of(self.source, node)

    def of(self, node: Node, world: World) -> Val[Any]:
        """The value of a node; never raises."""
        kind = type(node)
        tag = node.tag
        if kind is ScalarNode:
            if tag[0] == "!" and tag in self.functions:
                return self.functions[tag](self, bare(node), node, world)
            return self._scalar(node, tag, world)
        self.spent += 1
        if self._depth > 2 * MAX_DEPTH or self.spent > MAX_NODES:
            self.stack.over_budget(self.span(node))
            return Val.no_idea("nested too deeply or too large", self.span(node))
        self._depth += 1
        try:
            if tag[0] == "!" and tag in self.functions:
                return self.functions[tag](self, bare(node), node, world)
            if tag[0] == "!":
                return Val.no_idea(f"{tag} is not a function of CloudFormation", self.span(node))
            if kind is SequenceNode:
                return self._sequence(node, world)
            return self._mapping(node, world)
        finally:
            self._depth -= 1

    def _scalar(self, node: Node, tag: str, world: World) -> Val[Any]:
        text: Any = node.value
        if tag is PLAIN:
            text = scalar(text)
        elif tag[0] == "!":
            return Val.no_idea(f"{tag} is not a function of CloudFormation", self.span(node))
        if type(text) is str and "{" in text:
            if "{{resolve:" in text:
                return dynamic(text, self.span(node))
            if (foreign := _FOREIGN.search(text)) is not None:
                return beginning(
                    text[: foreign.start()],
                    self.span(node),
                    "another templating engine fills this in",
                )
            if world.names:
                text = self.named(text, world)
        span = self.span(node)
        block = type(node) is ScalarNode and node.style == "|"
        if block and type(text) is str and text.lstrip()[:1] in ("{", "["):
            text = pieced(text, lines(text, span, span.start)[0])
        return Val(text, WRITTEN, span=span)

    def _sequence(self, node: Node, world: World) -> Val[Any]:
        items = []
        for each in node.value:
            value = self.of(each, world)
            if is_removed(value):
                continue
            items.append(if_there(value))
        return Val(tuple(items), WRITTEN, span=self.span(node))

    def _mapping(self, node: Node, world: World) -> Val[Any]:
        found = entries(node)
        if len(found) == 1:
            name, (_, argument) = next(iter(found.items()))
            function = self.functions.get(name)
            if function is not None:
                return function(self, argument, node, world)
        return self.mapping(node, world)

    def mapping(self, node: Node, world: World) -> Val[Any]:
        """A mapping that is no function call; loops and includes among its keys are carried out."""
        values: dict[str, Val[Any]] = {}
        found = entries(node)
        if not found and node.value:
            return Val.no_idea("a mapping without names", self.span(node))
        why = ""
        for name, (_, child) in found.items():
            if name.startswith("Fn::"):
                function = self.functions.get("Fn::ForEach" if "ForEach" in name else name)
                more = function(self, child, node, world) if function is not None else None
                if more is not None and isinstance(more.value, dict):
                    values.update(more.value)
                if more is None or not more.known:
                    why = (more.why if more is not None else "") or f"{name} is not known"
                continue
            value = self.of(child, world)
            if not is_removed(value):
                values[self.named(name, world) if world.names else name] = value
        return Val(values, PARTIAL if why else WRITTEN, span=self.span(node), why=why)

    def named(self, text: str, world: World) -> str:
        """Text with the names of loops filled in: `${Name}`, and `&{Name}` letters and digits."""
        for name, value in world.names.items():
            text = text.replace("${" + name + "}", value)
            text = text.replace("&{" + name + "}", "".join(c for c in value if c.isalnum()))
        return text


def if_there(element: Val[Any]) -> Val[Any]:
    """An element that a condition may remove, as it is where it is there.

    It is judged like a resource with a condition: under it.
    """
    if element.written or not any(each.absent for each in element.possible):
        return element
    there = [each for each in element.possible if not each.absent]
    if len(there) == 1:
        return there[0]
    why = element.why or "depends on a condition"
    return Val.no_idea(why, element.span, possible=tuple(there))


def dynamic(text: str, span: Span) -> Val[Any]:
    """A text with a dynamic reference: its start may be known."""
    head = text[: text.index("{{resolve:")]
    return beginning(head, span, "a dynamic reference is read when it is deployed")


def beginning(head: str, span: Span, why: str) -> Val[Any]:
    return Val(head, PARTIAL, span=span, why=why) if head else Val.no_idea(why, span)
