"""How a template says an intent, in block or flow YAML or in JSON; None where it cannot safely."""

import json
import re

from yaml import MappingNode, Node, SequenceNode

from seawall.check import Add, Drop, Intent, SetTo
from seawall.fixes.change import Change, alone, drop_element, indent_at, newline
from seawall.fixes.companions import CLOUDFORMATION, PROPERTIES, VALUES
from seawall.model.resource import Resource
from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.tree import child, end_of, entries, span_of
from seawall.span import Source, Span

_PLAIN = re.compile(r"[A-Za-z][\w./-]*")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def write(intent: Intent, resource: Resource) -> Change | None:
    """The one change of this text that says `intent`."""
    source = resource.span.source
    if isinstance(intent, SetTo):
        return _set(source, intent, VALUES.get((resource.type, str(intent.to)), intent.to))
    roots, _ = documents(source.text)
    if not roots:
        return None
    if isinstance(intent, Drop):
        return _drop(source, roots[0], intent)
    body = child(roots[0], "Resources", resource.address)
    if not isinstance(body, MappingNode):
        return None
    if isinstance(intent, Add):
        # a name in the language's own spelling stands for itself
        own = intent.name if intent.name[:1].isupper() else None
        name = PROPERTIES.get((resource.type, intent.name), own)
        return _add(source, body, ["Properties", *name.split(".")], intent.value) if name else None
    companion = CLOUDFORMATION.get(intent.kind)
    if companion is None:
        return None
    return _add(source, body, ["Properties", companion[0]], companion[1])


def _set(source: Source, intent: SetTo, to: object) -> Change | None:
    span = intent.value.span
    if span is None:
        return None
    written = span.text
    if written.startswith(("|", ">", "!", "{", "[", "*", "&")) or "\n" in written:
        return None
    if written[:1] == '"':
        text = json.dumps(_word(to), ensure_ascii=False)
    elif written[:1] == "'":
        text = "'" + _word(to).replace("'", "''") + "'"
    else:
        text = _scalar(to, json_text=_is_json(source.text))
    return Change(span.start, span.end, text)


def _drop(source: Source, root: Node, intent: Drop) -> Change | None:
    span = intent.value.span
    if span is None:
        return None
    found = _holder(source, root, span)
    if found is None:
        return None
    holder, index = found
    spans = _item_spans(source, holder)
    if len(spans) < 2:
        return None
    text = source.text
    if _is_flow(holder) or _is_json(text):
        return drop_element(text, spans, index, comma_may_trail=not _is_json(text))
    start = spans[index][0]
    if isinstance(holder, SequenceNode):
        start = text.rfind("-", 0, start)
    lines = alone(text, start, spans[index][1])
    return Change(*lines, "") if lines else None


def _holder(source: Source, root: Node, span: Span) -> tuple[Node, int] | None:
    """The collection that holds this very item, and the item's place in it."""
    pending, seen = [root], set[int]()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        items = node.value if isinstance(node, SequenceNode | MappingNode) else []
        for index, item in enumerate(items):
            value = item[1] if isinstance(item, tuple) else item
            here = span_of(source, value)
            if (here.start, here.end) == (span.start, span.end):
                return node, index
            pending.append(value)
    return None


def _item_spans(source: Source, holder: Node) -> list[tuple[int, int]]:
    spans = []
    for item in holder.value:
        if isinstance(item, tuple):
            spans.append((item[0].start_mark.index, span_of(source, item[1]).end))
        else:
            spans.append((item.start_mark.index, span_of(source, item).end))
    return spans


def _add(source: Source, node: Node, path: list[str], value: object) -> Change | None:
    """The value under a path of keys; what stands already on the way is gone into."""
    name, *rest = path
    found = entries(node).get(name)
    if found is not None:
        if not rest or not isinstance(found[1], MappingNode):
            return None
        return _add(source, found[1], rest, value)
    for step in reversed(rest):
        value = {step: value}
    text = source.text
    if _is_flow(node) or _is_json(text):
        return _add_flow(text, node, name, value)
    if not node.value:
        return None
    last_key, last = node.value[-1]
    indent = " " * last_key.start_mark.column
    end = newline(text)
    at = _line_end(text, end_of(source, last))
    lines = block_lines({name: value})
    return Change(at, at, "".join(f"{end}{indent}{line}" for line in lines))


def _add_flow(text: str, node: Node, name: str, value: object) -> Change | None:
    start = node.start_mark.index
    if not text.startswith("{", start):
        return None
    end = newline(text)
    quoted = json.dumps(name) if _is_json(text) else name
    if not node.value:
        return Change(start + 1, node.end_mark.index - 1, f"{quoted}: {json.dumps(value)}")
    first = node.value[0][0].start_mark.index
    between = text[start + 1 : first]
    if "\n" not in between:
        return Change(first, first, f"{quoted}: {json.dumps(value)}, ")
    indent = indent_at(text, first)
    outer = indent_at(text, start)
    step = indent[len(outer) :] if indent.startswith(outer) and len(indent) > len(outer) else "  "
    dumped = json.dumps(value, indent=step).replace("\n", end + indent)
    return Change(first, first, f"{quoted}: {dumped},{end}{indent}")


def block_lines(value: object) -> list[str]:
    """A value as lines of block YAML, two blanks a level."""
    if isinstance(value, dict):
        lines: list[str] = []
        for key, each in value.items():
            if isinstance(each, dict | list):
                lines += [f"{key}:", *(f"  {line}" for line in block_lines(each))]
            else:
                lines.append(f"{key}: {_scalar(each, json_text=False)}")
        return lines
    if isinstance(value, list):
        lines = []
        for each in value:
            first, *rest = block_lines(each)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
        return lines
    return [_scalar(value, json_text=False)]


def _scalar(value: object, *, json_text: bool) -> str:
    if isinstance(value, bool | int | float):
        return _word(value)
    text = str(value)
    if not json_text and _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _is_flow(node: Node) -> bool:
    return bool(getattr(node, "flow_style", False))


def _word(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _line_end(text: str, at: int) -> int:
    """The end of the line that holds `at`, before its line feed."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > 0 and text[end - 1] == "\r" else end
