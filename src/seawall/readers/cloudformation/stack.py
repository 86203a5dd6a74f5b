"""One template and the stacks it nests, as readings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from yaml import MappingNode, Node

from seawall.finding import Notice
from seawall.readers.cloudformation import links, notices
from seawall.readers.cloudformation.assets import assets_of
from seawall.readers.cloudformation.choices import copy
from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.foreach import unrolled
from seawall.readers.cloudformation.inline import body_of_stack_set
from seawall.readers.cloudformation.intrinsics import FUNCTIONS
from seawall.readers.cloudformation.nodes import nodes_of
from seawall.readers.cloudformation.template import Template, is_template
from seawall.readers.cloudformation.tree import child, entries, repeated, span_of, text_of
from seawall.readers.cloudformation.values import Values
from seawall.readers.cloudformation.world import World
from seawall.readers.node import Files, Options, Reading
from seawall.readers.node import Node as Located
from seawall.span import Span
from seawall.value import Val

MOST_STACKS = 8  # nested below one another
_OWN_MACROS = ("AWS::", "Fn::")


def open_template(
    files: Files, options: Options, template: Template, given: dict[str, Val[Any]]
) -> Values:
    """The values of a template that nobody nests."""
    return _open(Stack(files, options, template), given)


def _open(stack: "Stack", given: dict[str, Val[Any]]) -> Values:
    return Values(stack.template, FUNCTIONS, given, pseudo_parameters(given), stack)


def pseudo_parameters(given: dict[str, Val[Any]]) -> dict[str, Val[Any]]:
    """What is known of `AWS::...` names: what was given, and the partition nearly all live in."""
    known = {"AWS::Partition": Val("aws"), "AWS::URLSuffix": Val("amazonaws.com")}
    return {**known, **{name: each for name, each in given.items() if name.startswith("AWS::")}}


class Stack:
    """What a template is read with: the files around it, and what it was called by.

    Values hold their stack; a stack is handed them, so that a reading ends with its last node.
    """

    def __init__(
        self,
        files: Files,
        options: Options,
        template: Template,
        *,
        module: str = "",
        trail: tuple[Span, ...] = (),
        above: frozenset[str] = frozenset(),
        assets: dict[str, str] | None = None,
    ) -> None:
        self.files = files
        self.options = options
        self.template = template
        self.module = module
        self.trail = trail
        self.read = above | {template.source.path}
        self._above = above
        # the assets of a nested stack stand in the list of the stack that holds it
        self._assets = assets_of(files, template.source.path) or assets or {}
        self.notices: list[Notice] = []
        self._children: dict[str, Values | None] = {}
        self._including: set[str] = set()
        self._told_of_budget = False

    def readings(self, values: Values) -> Iterator[Reading]:
        """This template, then those it nests."""
        nodes = tuple(nodes_of(values, self.notices))
        if self.trail:
            nodes = tuple(replace(each, trail=self.trail, module=self.module) for each in nodes)
        self._look_around(nodes)
        stacks = list(self._nested(values))
        yield Reading(
            language="cloudformation",
            path=self.template.source.path,
            nodes=nodes,
            notices=tuple(self.notices),
            files=frozenset(self.read),
            deployment=self.options.deployment,
            late=self.notices,
        )
        for below in stacks:
            yield from readings(below)

    def _look_around(self, nodes: tuple[Located, ...]) -> None:
        """Say what is read other than its author may think."""
        source = self.template.source
        if "AWS::Include" in source.text:
            for each in nodes:
                _ = each.body.state  # includes are read now, so that `files` and notices are whole
        for name in self.template.transforms():
            if not name.startswith(_OWN_MACROS):
                node = self.template.section("Transform")
                if node is not None:
                    self.notices.append(notices.macro(name, span_of(source, node)))
        sections = [self.template.root, self.template.section("Resources")]
        sections += [value for _, value in self.template.resources.values()]
        sections += [child(value, "Properties") for _, value in self.template.resources.values()]
        for node in sections:
            if isinstance(node, MappingNode):
                for key in repeated(node):
                    self.notices.append(notices.repeated_key(key.value, span_of(source, key)))

    def _nested(self, values: Values) -> Iterator[Values]:
        base = values.conditions.base
        for name, _, value, world in unrolled(values, self.template.section("Resources"), base):
            kind = text_of(child(value, "Type")) or ""
            if kind in ("AWS::CloudFormation::Stack", "AWS::Serverless::Application"):
                below = self._child(values, name, value, world)
                if below is not None:
                    yield below
            elif kind == "AWS::CloudFormation::StackSet":
                inner = body_of_stack_set(self.template.source, value)
                if inner is not None and len(self.trail) < MOST_STACKS:
                    given = {key: each for key, each in values.given.items() if "::" in key}
                    yield self._below(name, inner, given, value)

    def _child(self, values: Values, name: str, resource: Node, world: World) -> Values | None:
        """The stack a resource nests, with the parameters it is called with."""
        if name in self._children:
            return self._children[name]
        self._children[name] = None
        path, place = links.nested(self.template, resource, self._assets)
        if place is None:
            return None
        condition = text_of(child(resource, "Condition"))
        if condition:
            inner = values.conditions.assume(world, condition, True)
            if inner is None:
                return None
            world = inner
        source = self.files.source(path) if path is not None else None
        if source is None or path is None or path in self._above or len(self.trail) >= MOST_STACKS:
            what = f"the template of {name}"
            self.notices.append(notices.not_at_hand(what, span_of(self.template.source, place)))
            return None
        roots = [root for root in documents(source.text)[0] if is_template(root)]
        if not roots:
            return None
        given = {key: each for key, each in values.given.items() if "::" in key}
        passed = child(resource, "Properties", "Parameters")
        for key, (_, value) in entries(passed).items():
            given[key] = copy(values.of(value, world), refs=())
        below = self._below(name, Template(source, roots[0]), given, resource)
        self._children[name] = below
        self.read |= {path}
        return below

    def _below(
        self, name: str, template: Template, given: dict[str, Val[Any]], resource: Node
    ) -> Values:
        span = span_of(self.template.source, resource)
        stack = Stack(
            self.files,
            self.options,
            template,
            module=f"{self.module}/{name}" if self.module else name,
            trail=(*self.trail, span.first_line()),
            above=self._above | {self.template.source.path},
            assets=self._assets,
        )
        return _open(stack, given)

    def output(self, values: Values, name: str, output: str) -> Val[Any] | None:
        """An output of a nested stack."""
        pair = self.template.resources.get(name)
        below = self._child(values, name, pair[1], values.conditions.base) if pair else None
        node = child(below.template.section("Outputs"), output, "Value") if below else None
        if below is None or node is None:
            return None
        return copy(below.of(node, below.conditions.base), refs=())

    def over_budget(self, span: Span) -> None:
        """Say once that working out this template was given up."""
        if not self._told_of_budget:
            self._told_of_budget = True
            self.notices.append(notices.too_much(span))

    def include(self, values: Values, location: Node, world: World) -> Val[Any] | None:
        """The content of an included file, evaluated as if it stood in this template."""
        path = links.included(self.template.source.path, location)
        source = self.files.source(path) if path is not None else None
        if source is None or path is None or path in self._including:
            what = "an included file"
            self.notices.append(notices.not_at_hand(what, span_of(values.source, location)))
            return None
        self.read |= {path}
        roots, _ = documents(source.text)
        if not roots:
            return None
        self._including.add(path)
        outer = values.source
        values.source = source
        try:
            return values.of(roots[0], world)
        finally:
            values.source = outer
            self._including.discard(path)


def readings(values: Values) -> Iterator[Reading]:
    """A template's reading, then those of the stacks it nests."""
    stack = values.stack
    if isinstance(stack, Stack):
        yield from stack.readings(values)
