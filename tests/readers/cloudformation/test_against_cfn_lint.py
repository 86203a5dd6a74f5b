"""The same trees and the same resolved values as cfn-lint, on templates as people write them."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.stack import open_template
from seawall.readers.cloudformation.template import Template
from seawall.readers.cloudformation.tree import entries, plain
from seawall.readers.node import Options
from seawall.span import Source
from seawall.value import Val

pytest.importorskip("cfnlint")
from cfnlint import decode
from cfnlint.context import create_context_for_template
from cfnlint.jsonschema import CfnTemplateValidator
from cfnlint.template import Template as Theirs


def templates(shared: Path) -> list[Path]:
    folder = shared / "corpus" / "cloudformation"
    found = [
        path for path in sorted(folder.rglob("*")) if path.suffix in (".yaml", ".yml", ".json")
    ]
    assert found
    return found


def tree(node: Node) -> Any:
    """A node as cfn-lint decodes it."""
    tag = node.tag
    if tag.startswith("!"):
        inner = tree(type(node)("s", node.value, node.start_mark, node.end_mark))  # type: ignore[call-arg]
        name = tag[1:]
        if name == "GetAtt" and isinstance(inner, str):
            inner = inner.split(".", 1)
        return {name if name in ("Ref", "Condition") else f"Fn::{name}": inner}
    if isinstance(node, ScalarNode):
        return plain(node)
    if isinstance(node, SequenceNode):
        return [tree(each) for each in node.value]
    return {name: tree(value) for name, (_, value) in entries(node).items()}


def places(node: Node, source: Source) -> Iterator[tuple[str, int, int]]:
    """Every key with its line and column, 0-based."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            place = source.span(key.start_mark.index, key.start_mark.index).place()
            yield key.value, place.line - 1, place.column - 1
            yield from places(value, source)
    elif isinstance(node, SequenceNode):
        for each in node.value:
            yield from places(each, source)


def their_places(value: Any) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, dict):
        for key, each in value.items():
            mark = getattr(key, "start_mark", None)
            if mark is not None:
                yield str(key), mark.line, mark.column
            yield from their_places(each)
    elif isinstance(value, list):
        for each in value:
            yield from their_places(each)


def mutated(text: str, random: Random) -> str:
    """A copy with a few lines lost, doubled, indented, or cut."""
    lines = text.splitlines(keepends=True)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(lines))
        lines[at] = random.choice(
            ("", lines[at] * 2, "  " + lines[at], lines[at][: len(lines[at]) // 2] + "\n")
        )
    return "".join(lines)


def test_what_cfn_lint_decodes_of_mutated_copies_we_read_too(shared: Path, tmp_path: Path) -> None:
    random = Random(20260101)
    both = 0
    for path in templates(shared)[::8]:
        text = mutated(path.read_text("utf-8"), random)
        copied = tmp_path / f"copy{path.suffix}"
        copied.write_text(text, "utf-8")
        theirs, errors = decode.decode(str(copied))
        roots, fault = documents(text)
        if not errors and isinstance(theirs, dict):
            assert fault is None, path
            assert json.loads(json.dumps(tree(roots[0]))) == json.loads(
                json.dumps(theirs, default=str)
            ), path
            both += 1
    assert both > 10


def test_trees_and_places_are_those_of_cfn_lint(shared: Path) -> None:
    compared = 0
    for path in templates(shared):
        theirs, errors = decode.decode(str(path))
        text = path.read_text("utf-8")
        roots, fault = documents(text)
        if errors or theirs is None:
            continue
        assert fault is None, path
        ours = tree(roots[0])
        assert json.loads(json.dumps(ours)) == json.loads(json.dumps(theirs, default=str)), path
        mine = set(places(roots[0], Source(path.name, text.encode())))
        assert set(their_places(theirs)) <= mine, path
        compared += 1
    assert compared > 400


def calls(node: Node, theirs: Any) -> Iterator[tuple[Node, Any]]:
    """The outermost function calls of a value, beside what cfn-lint decoded of them."""
    if node.tag.startswith("!"):
        yield node, theirs
    elif isinstance(node, MappingNode):
        found = entries(node)
        if len(found) == 1 and next(iter(found)).startswith(("Fn::", "Ref")):
            yield node, theirs
            return
        for name, (_, value) in found.items():
            if isinstance(theirs, dict) and name in theirs:
                yield from calls(value, theirs[name])
    elif isinstance(node, SequenceNode) and isinstance(theirs, list):
        for each, their in zip(node.value, theirs, strict=False):
            yield from calls(each, their)


class One:
    def __init__(self, source: Source) -> None:
        self.only = source

    def paths(self) -> list[str]:
        return [self.only.path]

    def source(self, path: str) -> Source | None:
        return self.only if path == self.only.path else None


def said(value: Val[Any]) -> Any:
    try:
        return json.dumps(value.plain(), default=str)
    except ValueError:
        return None


# where cfn-lint says something else on purpose: it takes a region and an account of its own
_THEIRS = ("AWS::", "Fn::GetAZs", "Fn::Base64", "Fn::ToJsonString", "Fn::Rain", "{{resolve:")


def test_resolved_values_are_among_those_of_cfn_lint(shared: Path) -> None:
    wrong, agreed = [], 0
    for path in templates(shared)[::6]:
        decoded, errors = decode.decode(str(path))
        if errors or "Resources" not in (decoded or {}):
            continue
        source = Source(str(path), path.read_bytes())
        values = opened(source)
        their = Theirs(str(path), decoded, ["us-east-1"])
        validator = CfnTemplateValidator({}).evolve(
            context=create_context_for_template(their), cfn=their
        )
        for name, (_, resource) in values.template.resources.items():
            properties = entries(resource).get("Properties")
            theirs = decoded["Resources"].get(name)
            if properties is None or not isinstance(theirs, dict):
                continue
            for node, call in calls(properties[1], theirs.get("Properties")):
                text = json.dumps(call, default=str)
                if any(word in text for word in _THEIRS):
                    continue
                resolved = {
                    loose(json.dumps(value, default=str))
                    for value, _, error in validator.resolve_value(call)
                    if error is None
                }
                ours = values.of(node, values.conditions.base)
                if not resolved:
                    continue
                if ours.known and (mine := said(ours)) is not None:
                    agreed += 1
                    if loose(mine) not in resolved:
                        wrong.append((path.name, text, mine, resolved))
                elif ours.unknown and not ours.possible:
                    wrong.append((path.name, text, ours.why, resolved))
    assert not wrong
    assert agreed > 100


def loose(text: str) -> str:
    """Numbers, truths and texts that are written alike count as the same."""
    return text.replace('"', "").lower()


def opened(source: Source) -> Any:
    roots, _ = documents(source.text)
    return open_template(One(source), Options(), Template(source, roots[0]), {})
