"""The JSON spelling of configuration, as the same bodies and blocks that native syntax gives."""

import re
from collections.abc import Callable
from typing import Any

from seawall.readers.json_text import parse_json_val
from seawall.readers.terraform.expression import Parser
from seawall.readers.terraform.syntax import Attr, Block, Body, Expr, Fault, Items, Literal, Object
from seawall.readers.terraform.templates import parse_file, parse_quoted
from seawall.span import Source, Span
from seawall.value import Val

# top-level keys and how many names stand below each before the body
_LABELS = {
    "resource": 2, "data": 2, "ephemeral": 2, "variable": 1, "output": 1, "module": 1,
    "provider": 1, "locals": 0, "terraform": 0, "moved": 0, "import": 0, "removed": 0, "check": 1,
}  # fmt: skip
_BLOCKS_OF_TERRAFORM = ("backend", "required_providers", "cloud", "provider_meta")
_TEMPLATE = re.compile(r"[$%]\{")


def read_json(source: Source) -> tuple[Body, list[Fault]]:
    """The blocks of a `.tf.json` file; a text that is no JSON gives none and a fault."""
    text = source.text
    whole = source.span(0, len(text))
    body = Body(whole)
    tree = parse_json_val(Val(text, span=whole))
    if not isinstance(tree.value, dict):
        return body, _no_json(source)
    for kind, value in tree.value.items():
        for labels, inner in _labelled(value, _LABELS.get(kind, 0)):
            body.blocks.append(Block(kind, labels, inner.span or whole, body_of(inner, whole)))
    return body, []


def read_json_values(source: Source) -> tuple[Body, list[Fault]]:
    """The attributes of a `.tfvars.json` file."""
    text = source.text
    whole = source.span(0, len(text))
    tree = parse_json_val(Val(text, span=whole))
    if not isinstance(tree.value, dict):
        return Body(whole), [
            Fault(source.span(0, 0), "the text is no JSON", "JSON として読めません")
        ]
    body = Body(whole)
    for name, value in tree.value.items():
        span = value.span or whole
        body.attrs[name] = Attr(name, span, span, _never, _plain(value, span))
    return body, []


def _no_json(source: Source) -> list[Fault]:
    return [Fault(source.span(0, 0), "the text is no JSON", "JSON として読めません")]


def _labelled(value: Val[Any], depth: int) -> list[tuple[tuple[str, ...], Val[Any]]]:
    found: list[tuple[tuple[str, ...], Val[Any]]] = []
    held = value.value
    if isinstance(held, tuple):
        for each in held:
            found.extend(_labelled(each, depth))
    elif isinstance(held, dict) and depth:
        for name, each in held.items():
            if name != "//":
                found.extend(
                    ((name, *labels), inner) for labels, inner in _labelled(each, depth - 1)
                )
    elif isinstance(held, dict):
        found.append(((), value))
    return found


def body_of(value: Val[Any], whole: Span) -> Body:
    """A mapping as a body: everything an attribute, but for dynamic blocks and backends."""
    body = Body(value.span or whole)
    held: Any = value.value
    for name, each in held.items():
        if name == "//":
            continue
        if name == "dynamic":
            for labels, inner in _labelled(each, 1):
                body.blocks.append(_dynamic(labels, inner, whole))
            continue
        if name in _BLOCKS_OF_TERRAFORM and isinstance(each.value, dict):
            for labels, inner in _labelled(each, 0 if name == "required_providers" else 1):
                body.blocks.append(Block(name, labels, inner.span or whole, body_of(inner, whole)))
            continue
        span = each.span or whole
        body.attrs[name] = Attr(name, span, span, _lazily(each))
    return body


def _dynamic(labels: tuple[str, ...], value: Val[Any], whole: Span) -> Block:
    body = body_of(value, whole)
    held: Any = value.value
    content = held.get("content")
    body.attrs.pop("content", None)
    if content is not None and isinstance(content.value, dict):
        inner = body_of(content, whole)
        body.blocks.append(Block("content", (), content.span or whole, inner))
    return Block("dynamic", labels, value.span or whole, body)


def expression_of(value: Val[Any], span: Span) -> Expr:
    """What a JSON value means: strings are templates."""
    held = value.value
    at = value.span or span
    if isinstance(held, dict):
        return Object(
            at,
            tuple(
                (_string(name, at), expression_of(each, at))
                for name, each in held.items()
                if name != "//"
            ),
        )
    if isinstance(held, tuple):
        return Items(at, tuple(expression_of(each, at) for each in held))
    return _string(held, at) if isinstance(held, str) else Literal(at, held)


def _plain(value: Val[Any], span: Span) -> Expr:
    """A JSON value as it stands, for variable files: nothing is a template."""
    held = value.value
    at = value.span or span
    if isinstance(held, dict):
        return Object(
            at, tuple((Literal(at, name), _plain(each, at)) for name, each in held.items())
        )
    if isinstance(held, tuple):
        return Items(at, tuple(_plain(each, at) for each in held))
    return Literal(at, held)


def _string(text: str, span: Span) -> Expr:
    if not _TEMPLATE.search(text):
        return Literal(span, text)
    written = span.text
    if "\\" not in written and written.startswith('"'):
        parser = Parser.over(span.source, span.end)
        return parse_quoted(parser, span.start)
    # escapes: positions inside the string are lost, every part points at the whole of it
    source = Source(span.source.path, text.encode("utf-8", "surrogatepass"))
    fixed = FixedParser.over(source, len(source.text))
    fixed.fixed = span
    return parse_file(fixed, source)


class FixedParser(Parser):
    """A parser whose every node stands in one place."""

    __slots__ = ("fixed",)
    fixed: Span

    @classmethod
    def over(cls, source: Source, stop: int) -> "FixedParser":
        parser = super().over(source, stop)
        assert isinstance(parser, FixedParser)
        return parser

    def fork(self, at: int, depth: int) -> "Parser":
        inner = super().fork(at, depth)
        assert isinstance(inner, FixedParser)
        inner.fixed = self.fixed
        return inner

    def span(self, start: int, end: int) -> Span:
        return self.fixed


def _lazily(value: Val[Any]) -> Callable[[Span], Expr]:
    return lambda span: expression_of(value, span)


def _never(span: Span) -> Expr:
    return Literal(span, None)
