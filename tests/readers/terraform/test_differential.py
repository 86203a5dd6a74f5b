"""The same files read by others: tree-sitter's spans, Go's acceptance, python-hcl2's values."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hcl2
import pygohcl
import pytest
import tree_sitter
import tree_sitter_hcl

from seawall.readers.terraform.bodies import BlockBody
from seawall.readers.terraform.evaluate import Scope
from seawall.readers.terraform.structure import read_structure
from seawall.readers.terraform.syntax import Body, Literal
from seawall.span import Source

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_hcl.language()))
Spans = set[tuple[int, int, int, int]]


def files(shared: Path) -> Iterator[tuple[str, str]]:
    for folder in ("corpus", "iac-cases"):
        for path in sorted((shared / folder).rglob("*.tf")):
            yield str(path.relative_to(shared)), path.read_text("utf-8")


def ours(text: str) -> tuple[Spans, bool]:
    """Key and value spans in bytes, and whether the text is accepted."""
    body, faults = read_structure(Source("x.tf", text.encode()))
    spans: Spans = set()
    plain = text.isascii()

    def walk(inner: Body) -> None:
        for attr in inner.attrs.values():
            ends = (attr.key.start, attr.key.end, attr.span.start, attr.span.end)
            spans.add(ends if plain else tuple(len(text[:end].encode()) for end in ends))  # type: ignore[arg-type]
        for block in inner.blocks:
            walk(block.body)

    walk(body)
    return spans, not faults and not list(body.faults())


def theirs(text: str) -> tuple[Spans, bool]:
    tree = PARSER.parse(text.encode())
    spans: Spans = set()
    waiting = [tree.root_node]
    while waiting:
        node = waiting.pop()
        if node.type == "attribute":
            key, value = node.children[0], node.children[-1]
            spans.add((key.start_byte, key.end_byte, value.start_byte, value.end_byte))
        else:
            waiting.extend(node.children)
    return spans, not tree.root_node.has_error


def accepted_by_go(text: str) -> bool:
    try:
        pygohcl.loads(text)
    except pygohcl.HCLParseError:
        return False
    return True


def mutated(text: str, chance: random.Random) -> str:
    pieces = [
        "{",
        "}",
        '"',
        "(",
        ")",
        "[",
        "]",
        "\n",
        "<<EOF\n",
        "=",
        "${",
        "%{",
        "#",
        "/*",
        ",",
        ".",
    ]
    at = chance.randrange(len(text) + 1)
    if chance.random() < 0.4:
        return text[:at] + text[at + 1 :]
    return text[:at] + chance.choice(pieces) + text[at:]


def test_spans_are_tree_sitters(shared: Path) -> None:
    different = [
        name
        for name, text in files(shared)
        if (both := (ours(text), theirs(text)))[1][1] and both[0][0] != both[1][0]
    ]
    assert not different


def test_go_accepts_what_we_accept(shared: Path) -> None:
    different = [name for name, text in files(shared) if ours(text)[1] != accepted_by_go(text)]
    assert not different


def test_mutated_copies_read_alike(shared: Path) -> None:
    chance = random.Random(20261122)
    every = [pair for pair in files(shared) if len(pair[1]) < 6000]
    chosen = [(name, mutated(text, chance)) for name, text in chance.sample(every, 200)]
    spans = [
        name
        for name, text in chosen
        if (mine := ours(text))[1] and (other := theirs(text))[1] and mine[0] != other[0]
    ]
    assert not spans
    refused = [name for name, text in chosen if not ours(text)[1] and accepted_by_go(text)]
    assert not refused, "we refuse what Go's parser takes"
    taken = [name for name, text in chosen if ours(text)[1] and not accepted_by_go(text)]
    # what is let through is what harms nobody: a stray line end, two attributes on one line
    assert len(taken) <= len(chosen) // 30, taken


def test_literals_are_what_python_hcl2_reads(shared: Path) -> None:
    chance = random.Random(7)
    every = [pair for pair in files(shared) if 500 < len(pair[1]) < 3000]
    compared = 0
    for name, text in chance.sample(every, 25):
        body, _ = read_structure(Source(name, text.encode()))
        compared += agree(body, hcl2.loads(text), name)
    assert compared > 100


def agree(body: Body, read: dict[str, Any], name: str) -> int:
    """Compare literal attributes, top-level and of blocks at any depth; how many there were."""
    held = BlockBody(body, Scope(None, {}), None)  # type: ignore[arg-type]
    compared = 0
    for key, attr in body.attrs.items():
        if key in read and isinstance(attr.tree, Literal):
            wanted = read[key]
            if isinstance(wanted, str):
                wanted = wanted.removeprefix('"').removesuffix('"')
            if isinstance(wanted, str) and ("\\" in wanted or "<<" in wanted):
                continue
            assert attr.tree.value == wanted, f"{name}: {key}"
            compared += 1
    assert set(held) >= set(body.attrs)
    places: dict[str, int] = {}
    for block in body.blocks:
        at = places.setdefault(block.type, 0)
        places[block.type] += 1
        inner = read[block.type][at]
        for label in block.labels:
            inner = inner[f'"{label}"'] if f'"{label}"' in inner else inner[label]
        compared += agree(block.body, inner, name)
    return compared


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\r\nb {\r\n  c = 2\r\n}\r\n",
        "名前 = 1\n",
        'a = <<EOT\n${"x}"}\nEOT\n',
        'a = "${"${"deep"}"}"\n',
        "a = { /* } */ b = 1 }\n",
        'a = [ # ]\n  1,\n]\nb = "#{not}"\n',
        'a = "%{ if true }${"y"}%{ endif }"\n',
        "a = -1\nb = !true\nc = (\n  1 +\n  2\n)\n",
        "a = x.*.y[0]\nb = f(a...)\nc = { for k, v in m : k => v... if v }\n",
    ],
)
def test_odd_texts_are_accepted_by_all(text: str) -> None:
    spans, accepted = ours(text)
    assert accepted
    others, agreed = theirs(text)
    assert not agreed or spans == others
