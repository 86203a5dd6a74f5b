"""Whatever the text, the reader ends with nodes and notices, and spans slice back to the text."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from seawall.readers.json_text import parse_json_val
from seawall.readers.node import Options
from seawall.readers.terraform.project import read
from seawall.readers.terraform.structure import read_structure
from seawall.span import Source
from seawall.value import Val, walk

WORDS = (
    "resource aws_iam_policy_document aws_s3_bucket variable locals module data output provider dynamic content "
    "for in if else endif endfor each.key each.value count.index var.x local.x self.y null true "
    "source ./m count for_each default type string list(any) object({a=string}) "
    "try( can( merge( concat( jsonencode( jsondecode( format( regex( element( lookup( flatten( "
    "toset( templatefile( file( cidrsubnet( replace( split( join( range( zipmap( coalesce( one( "
    "${ %{ ~} $${ <<EOT <<-EOT EOT \" ' { } [ ] ( ) = == => ... . , : ? ! - + * / % && || < >= \\ \\n "
    '# // /* */ 1 0 -1 1e9 99999999999999999999 é 名 \x00 \ufeff [*] .* .0 [0] ["a"] "x" "{}"'
).split(" ")
TEXTS = some.lists(
    some.sampled_from([*WORDS, "\n", "\n", " ", " ", "\r\n"]) | some.text(max_size=3), max_size=60
).map(" ".join)
VALUES = some.recursive(
    some.sampled_from(
        [word for word in WORDS if word.isidentifier() or "." in word or '"' in word]
    ),
    lambda inner: some.one_of(
        some.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        some.tuples(some.sampled_from([w for w in WORDS if w.endswith("(")]), inner, inner).map(
            lambda made: f"{made[0]}{made[1]}, {made[2]})"
        ),
        some.tuples(inner, inner, inner).map(lambda made: f"({made[0]} ? {made[1]} : {made[2]})"),
        some.tuples(inner, some.sampled_from(["+", "==", "&&", "<", "%"]), inner).map(" ".join),
        inner.map(lambda made: f'"a${{{made}}}b"'),
        inner.map(lambda made: f"{{ a = {made} }}"),
        inner.map(lambda made: f"[for k, v in {made} : v if k != v]"),
        inner.map(lambda made: f"{made}[0].a"),
        inner.map(lambda made: f"({made})[*]"),
    ),
    max_leaves=12,
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


class Folder:
    def __init__(self, text: str, name: str = "main.tf") -> None:
        self.files = {
            name: text,
            "m/main.tf": 'variable "a" {}\noutput "b" {\n  value = var.a\n}\n',
        }

    def paths(self) -> list[str]:
        return sorted(self.files)

    def source(self, path: str) -> Source | None:
        text = self.files.get(path)
        return None if text is None else Source(path, text.encode("utf-8", "surrogatepass"))


def everything(folder: Folder) -> list[Val[Any]]:
    found = []
    for reading in read(folder, Options()):
        for node in reading.nodes:
            found.extend(walk(node.body))
            found.append(node.exists)
        for value in found[:200]:
            parse_json_val(value)
            if value.span is not None:
                assert 0 <= value.span.start <= value.span.end <= len(value.span.source.text)
                value.span.place()
        for notice in reading.late:
            assert notice.message
    return found


@QUICK
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    everything(Folder(text))


@QUICK
@given(TEXTS)
def test_spans_slice_back(text: str) -> None:
    source = Source("x.tf", text.encode("utf-8", "surrogatepass"))
    body, _ = read_structure(source)
    for attr in body.attrs.values():
        assert attr.key.text == attr.name
        assert attr.span.text == attr.span.text.strip()
        assert source.text[attr.key.end : attr.span.start].lstrip().startswith(("=", "/"))


@QUICK
@given(VALUES, VALUES)
def test_any_expression_has_a_value_or_a_reason(first: str, second: str) -> None:
    text = (
        f'variable "x" {{ default = {first} }}\nlocals {{\n  x = {second}\n}}\n'
        f'resource "aws_x" "y" {{\n  for_each = {second}\n  a = {first}\n  dynamic "b" {{\n'
        f"    for_each = {first}\n    content {{ c = {second} }}\n  }}\n}}\n"
        f'module "m" {{\n  source = "./m"\n  count = {first}\n  a = {second}\n}}\n'
        f'data "aws_iam_policy_document" "d" {{\n  source_policy_documents = {first}\n'
        f"  statement {{\n    actions = {second}\n    principals {{\n      type = {first}\n"
        f"      identifiers = {second}\n    }}\n  }}\n}}\n"
        f'output "o" {{\n  value = data.aws_iam_policy_document.d.json\n}}\n'
    )
    for value in everything(Folder(text)):
        assert value.known or value.why or value.state == "partial" or value.possible


JSON = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats(allow_nan=False)
    | some.sampled_from(WORDS),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from([*WORDS, "dynamic"]), inner, max_size=4)
    ),
    max_leaves=15,
)


@QUICK
@given(JSON)
def test_any_json_configuration_is_read(held: Any) -> None:
    import json

    text = json.dumps({"resource": held, "variable": {"x": held}, "locals": held, "module": held})
    everything(Folder(text, "main.tf.json"))
