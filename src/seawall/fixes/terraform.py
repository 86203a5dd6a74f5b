"""How native Terraform syntax says an intent; None where it cannot be said safely."""

import json
import re
from collections.abc import Iterator

from seawall.check import Add, AddResource, Drop, Intent, SetTo
from seawall.fixes.change import Change, alone, drop_element, indent_at, newline
from seawall.fixes.companions import TERRAFORM
from seawall.model.resource import Resource
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.structure import read_structure
from seawall.readers.terraform.syntax import Attr, Block, Body, Items
from seawall.span import Span

_LITERAL = re.compile(r'"(?:[^"\\$%\n]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?')
_ADDRESS = re.compile(r"([a-z0-9_]+)\.([A-Za-z_][\w-]*)")


def write(intent: Intent, resource: Resource) -> Change | None:
    """The one change of this text that says `intent`."""
    if isinstance(intent, SetTo):
        return _set(intent)
    body, _ = read_structure(resource.span.source)
    if isinstance(intent, Drop):
        return _drop(body, intent)
    block = _block_at(body, resource.span)
    if block is None:
        return None
    if isinstance(intent, Add):
        return _add(block, intent.name.split("."), intent.value)
    return _add_resource(body, block, resource, intent)


def literal(value: object) -> str:
    """A value as an author would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple | list):
        return "[" + ", ".join(literal(each) for each in value) + "]"
    return json.dumps(str(value), ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")


def _set(intent: SetTo) -> Change | None:
    span = intent.value.span
    if span is None or not _LITERAL.fullmatch(span.text):
        return None
    return Change(span.start, span.end, literal(intent.to))


def _drop(body: Body, intent: Drop) -> Change | None:
    span = intent.value.span
    if span is None:
        return None
    text = span.source.text
    for block in _blocks(body):
        if (block.span.start, block.span.end) == (span.start, span.end):
            lines = alone(text, span.start, span.end)
            return Change(*_with_gap(text, *lines), "") if lines else None
    for attr in _attrs(body):
        if (attr.span.start, attr.span.end) == (span.start, span.end):
            lines = alone(text, attr.key.start, span.end)
            return Change(*lines, "") if lines else None
        if attr.span.start <= span.start and span.end <= attr.span.end:
            return _drop_from_list(text, attr, span)
    return None


def _drop_from_list(text: str, attr: Attr, span: Span) -> Change | None:
    try:
        found = _list_of(attr.tree, span)
    except Broken:
        return None
    if found is None or len(found.items) < 2:
        return None
    spans = [(each.span.start, each.span.end) for each in found.items]
    return drop_element(text, spans, spans.index((span.start, span.end)), comma_may_trail=True)


def _list_of(tree: object, span: Span) -> Items | None:
    """The tuple that holds this very element."""
    pending: list[object] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Items):
            if any((e.span.start, e.span.end) == (span.start, span.end) for e in node.items):
                return node
            pending += node.items
            continue
        for name in getattr(type(node), "__slots__", ()):
            held = getattr(node, name, None)
            pending += [each for each in _flat(held) if hasattr(each, "span")]
    return None


def _flat(held: object) -> Iterator[object]:
    if isinstance(held, tuple | list):
        for each in held:
            yield from _flat(each)
    else:
        yield held


def _with_gap(text: str, start: int, end: int) -> tuple[int, int]:
    """One of the two empty lines around a block that goes."""
    before = text[:start].rstrip(" \t")
    if before.endswith(("\n\n", "\n\r\n")):
        after = text[end:].lstrip(" \t")
        if after.startswith(("\n", "\r\n", "}")) or not after:
            return text.rfind("\n", 0, len(before) - 1) + 1, end
    return start, end


def _add(block: Block, path: list[str], value: object) -> Change | None:
    """`a.b = value`: into the nested block `a` where it stands, else with a block of its own."""
    name, *rest = path
    if rest:
        nested = block.body.of(name)
        if len(nested) > 1 or any(each.type == "dynamic" for each in nested):
            return None
        if nested:
            return _add(nested[0], rest, value)
        return _insert(block, _nested_lines(name, rest, value), gap=True)
    if name in block.body.attrs:
        return None
    return _insert(block, [f"{name} = {literal(value)}"], gap=False)


def _nested_lines(name: str, rest: list[str], value: object) -> list[str]:
    inner = [f"{rest[0]} = {literal(value)}"]
    if len(rest) > 1:
        inner = _nested_lines(rest[0], rest[1:], value)
    return [f"{name} {{", *(f"  {line}" for line in inner), "}"]


def _insert(block: Block, lines: list[str], *, gap: bool) -> Change | None:
    span = block.body.span
    text = span.source.text
    end = newline(text)
    inside = text[span.start + 1 : span.end - 1]
    outer = indent_at(text, block.span.start)
    indent = _indent_inside(block, text) or outer + "  "
    if "\n" not in inside:
        if inside.strip():
            return None  # `x { a = 1 }` on one line: its author's choice is not ours to undo
        written = end.join(indent + line for line in lines)
        return Change(span.start + 1, span.end - 1, f"{end}{written}{end}{outer}")
    attrs = list(block.body.attrs.values())
    if not gap and attrs:
        last = max(attrs, key=lambda attr: attr.span.end)
        lines = [_aligned(text, last, line) for line in lines]
        at = _line_end(text, last.span.end)
    else:
        at = _line_end(text, text.rfind("\n", 0, span.end - 1) - 1)
    written = "".join(f"{end}{indent}{line}" for line in lines)
    if gap and (attrs or block.body.blocks):
        written = end + written
    return Change(at, at, written)


def _aligned(text: str, beside: Attr, line: str) -> str:
    """`name = value` with its sign under the neighbour's, where the name is not longer."""
    name, _, value = line.partition(" = ")
    start = text.rfind("\n", 0, beside.key.start) + 1
    sign = text.find("=", beside.key.end) - beside.key.start
    if text[start : beside.key.start].strip() or sign <= len(name):
        return line
    return f"{name.ljust(sign)}= {value}"


def _indent_inside(block: Block, text: str) -> str:
    spans = [attr.key for attr in block.body.attrs.values()]
    spans += [each.span for each in block.body.blocks]
    for span in sorted(spans, key=lambda each: each.start):
        start = text.rfind("\n", 0, span.start) + 1
        if not text[start : span.start].strip():
            return text[start : span.start]
    return ""


def _line_end(text: str, at: int) -> int:
    """The end of the line that holds `at`, before its line feed."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > 0 and text[end - 1] == "\r" else end


def _add_resource(
    body: Body, block: Block, resource: Resource, intent: AddResource
) -> Change | None:
    address = _ADDRESS.fullmatch(resource.address)
    companion = TERRAFORM.get(intent.kind)
    if address is None or companion is None or {"count", "for_each"} & set(block.body.attrs):
        return None
    kind, lines = companion
    name = address[2]
    if any(each.type == "resource" and each.labels == (kind, name) for each in body.blocks):
        return None
    text = block.span.source.text
    end = newline(text)
    written = [f'resource "{kind}" "{name}" {{', *lines, "}"]
    at = _line_end(text, block.span.end)
    target = f"{address[1]}.{name}.id"
    return Change(
        at, at, "".join(f"{end}{line}" for line in ["", *written]).replace("TARGET", target)
    )


def _block_at(body: Body, span: Span) -> Block | None:
    for block in _blocks(body):
        if block.span.start == span.start:
            return block
    return None


def _blocks(body: Body) -> Iterator[Block]:
    for block in body.blocks:
        yield block
        yield from _blocks(block.body)


def _attrs(body: Body) -> Iterator[Attr]:
    yield from body.attrs.values()
    for block in body.blocks:
        yield from _attrs(block.body)
