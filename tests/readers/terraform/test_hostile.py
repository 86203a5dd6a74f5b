"""Texts made to break the reader: each ends soon, says what was not judged, and reads the rest."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seawall.value import Val, walk

AFTER = 'resource "aws_x" "after" {\n  a = "still read"\n}\n'


def value(text: str) -> str:
    return f'resource "aws_x" "y" {{\n  a = {text}\n}}\n'


def doubling(each: str, last: str, first: str = '["x"]') -> str:
    lines = "".join(f"  l{n} = {each.replace('@', f'local.l{n - 1}')}\n" for n in range(1, 40))
    return f'variable "u" {{}}\nlocals {{\n  l0 = {first}\n{lines}}}\n' + value(last)


YAML = "a: &a [x,x,x,x,x,x,x,x]\\n" + "".join(
    f"{name}: &{name} [" + ",".join([f"*{chr(ord(name) - 1)}"] * 8) + "]\\n" for name in "bcdefgh"
)
EACH_STEPS = value("[for a in range(1000) : [for b in range(1000) : [for c in range(9) : a]]]")

TOO_MUCH = {
    "count": 'resource "aws_x" "y" {\n  count = 1000000\n}\n',
    "count beyond numbers": 'resource "aws_x" "y" {\n  count = 1e18\n}\n',
    "for_each": 'resource "aws_x" "y" {\n  for_each = toset([for i in range(9999) : "${i}"])\n}\n',
    "dynamic": 'resource "aws_x" "y" {\n  dynamic "a" {\n    for_each = range(9999)\n    content {}\n  }\n}\n',
    "range": value("range(100000000)"),
    "for in for": EACH_STEPS,
    "setproduct": value("setproduct(range(1000), range(1000), range(1000))"),
    "long sum": value(" + ".join(["1"] * 20000)),
    "indexes": value("local.x" + "[0]" * 50000),
    "strings doubled": doubling('"${@}${@}"', "local.l39", '"x"'),
    "lists doubled": doubling("[@, @]", "local.l39"),
    "doubled to JSON": doubling("[@, @]", "jsonencode(local.l39)"),
    "doubled to YAML": doubling("[@, @]", "yamlencode(local.l39)"),
    "doubled compared": doubling("[@, @]", "local.l39 == [local.l38, local.l38]"),
    "doubled flattened": doubling("[@, @]", "flatten(local.l39)"),
    "doubled as a set": doubling("[@, @]", "toset(flatten([local.l39]))"),
    "chain of locals": "locals {\n"
    + "".join(f"  l{n} = local.l{n + 1}\n" for n in range(3000))
    + "  l3000 = 1\n}\n"
    + value("local.l0"),
    "power": value("pow(10, 999999)"),
    "width": value('format("%999999999d", 1)'),
    "aliases": value(f'yamldecode("{YAML}")'),
    "module in itself": 'module "m" {\n  source = "./"\n}\n',
}

REFUSED = {
    "parentheses": value("(" * 20000 + "1" + ")" * 20000),
    "lists": value("[" * 20000 + "]" * 20000),
    "objects": value("{a=" * 20000 + "1" + "}" * 20000),
    "signs": value("-" * 50000 + "1"),
    "conditionals": value("true ? 1 : " * 20000 + "2"),
    "interpolations": value('"${' * 5000 + "1" + '}"' * 5000),
    "unclosed interpolations": value('"' + "${" * 50000 + '"'),
    "directives": value('"' + "%{if true}" * 20000 + '"'),
    "calls": value("try(" * 3000 + "1" + ")" * 3000),
    "comprehensions": value("[for a in " * 3000 + "[]" + " : a]" * 3000),
    "splats": value("a" + ".*.b" * 5000),
    "blocks": "a {\n" * 20000 + "}\n" * 20000,
    "open blocks": "a {\n" * 20000,
    "closing braces": "}\n" * 100000,
    "missing values": 'resource "a" "b" {\n  x = }\n}\n' * 5000,
    "equals signs": "=" * 1000000,
    "quotes": '"' * 1000000,
    "open comments": "/*" * 500000,
    "stars": "/" + "*" * 1000000,
    "words": "a " * 200000,
    "labels": "a " + '"b" ' * 200000,
    "heredocs": "a = <<E\n" * 50000,
    "nul": 'a = "\0" x\n',
    "bytes": "\x00\x01" * 1000,
}

FINE = {
    "a long string": value('"' + "x" * 3000000 + '"'),
    "a long heredoc": value("<<E\n" + "x ${1} y\n" * 20000 + "E"),
    "escapes": value('"' + '\\"' * 300000 + '"'),
    "dollars": value('"' + "$" * 500000 + '"'),
    "a large number": value("9" * 100000),
    "a larger number": value("1e999999999"),
    "product": value("9" * 300 + " * " + "9" * 300),
    "dots": value("a" + ".b" * 50000),
    "labels": "a " + '"b" ' * 100000 + "{}\n",
    "comment": "#" * 1000000,
    "spaces": " " * 1000000,
    "nothing": "",
    "choices in choices": doubling("var.u ? @ : [@]", "local.l39", "var.u ? 1 : 2"),
    "choices in strings": doubling('"${@}${@}"', "local.l39", 'var.u ? "a" : "b"'),
    "repeated groups": value(f'regex("^(a+)+$", "{"a" * 5000}!")'),
    "repeats": value(f'regex("(.*)(.*)(.*)(.*)(.*)z", "{"x" * 3000}")'),
    "a replaced group": value(f'replace("{"x" * 5000}", "/(x*)*y/", "z")'),
    "deep JSON": value('jsondecode("' + "[" * 50000 + '")'),
    "own attributes": 'resource "aws_x" "y" {\n  a = aws_x.y.b\n  b = aws_x.y.a\n}\n',
    "own count": 'resource "aws_x" "y" {\n  count = length(aws_x.y)\n}\n',
    "outputs of each other": 'module "m" {\n  source = "./m"\n  a = module.m.b\n}\n',
}


def read(project: Any, text: str) -> list[str]:
    """The kinds of notices once everything has been asked for."""
    inner = 'variable "a" {}\noutput "b" {\n  value = var.a\n}\n'
    tree = project({"main.tf": text, "other.tf": AFTER, "m/main.tf": inner})
    assert tree.at("aws_x.after", "a").is_("still read")
    for node in tree.nodes.values():
        assert isinstance(node.body, Val)
        assert sum(1 for _ in walk(node.body)) < 1_000_000
    return tree.kinds


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_costs_too_much_is_named(project: Any, name: str) -> None:
    assert read(project, TOO_MUCH[name]) == ["over-budget"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_terraform_is_named(project: Any, name: str) -> None:
    assert read(project, REFUSED[name]) == ["syntax"]


@pytest.mark.parametrize("name", FINE)
def test_odd_but_sound_texts_are_read(project: Any, name: str) -> None:
    assert read(project, FINE[name]) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bad.tf.json", "{"),
        ("bad.tf.json", "[" * 100000),
        ("bad.tf.json", '{"resource": {"aws_x": {"y": {"a": "${"}}}}'),
        ("terraform.tfvars", "a = \n"),
        ("terraform.tfvars.json", "[1]"),
    ],
)
def test_a_broken_file_leaves_the_others(project: Any, path: str, text: str) -> None:
    tree = project({"main.tf": AFTER + 'variable "a" {}\n', path: text})
    assert tree.at("aws_x.after", "a").is_("still read")
    for node in tree.nodes.values():
        _ = node.body.items()
    assert tree.kinds == ["syntax"]


def test_a_broken_file_keeps_its_other_blocks(project: Any) -> None:
    text = 'resource "aws_x" "one" {\n  a = 1\n}\n}}\nresource "aws_x" "two" {\n  a = [1\n}\n'
    tree = project({"main.tf": text + AFTER})
    assert set(tree.nodes) == {"aws_x.one", "aws_x.two", "aws_x.after"}
    (notice, *_) = tree.readings[0].notices
    assert (notice.place.path, notice.place.line) == ("main.tf", 4)
    assert notice.blocks
    assert notice.message.ja != notice.message


def test_a_cycle_is_diagnosed(project: Any) -> None:
    tree = project({"main.tf": "locals {\n  a = local.b\n  b = local.a\n}\n" + value("local.a")})
    assert tree.at("aws_x.y", "a").unknown
    assert tree.kinds == ["cycle"]


def test_a_scan_that_could_not_judge_a_value_says_so(tmp_path: Path) -> None:
    text = (
        'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n  acl = element(range(100000000), 1)\n}\n'
    )
    (tmp_path / "main.tf").write_text(text, "utf-8")
    seawall = Path(sys.executable).with_name("seawall")
    done = subprocess.run(
        [seawall, "scan", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3, done.stdout + done.stderr
    assert "main.tf:3" in done.stdout + done.stderr
