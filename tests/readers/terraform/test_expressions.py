"""What expressions come to, known and unknown; `...` stands for what is not known."""

from typing import Any

import pytest

BESIDE = """
variable "set" { default = "prod" }
variable "unset" {}
variable "number" {
  type    = number
  default = "5"
}
variable "shape" {
  type = object({ a = string, b = optional(number, 7), c = optional(string) })
  default = { a = "x", d = "gone" }
}
locals {
  list = ["a", "b", "c"]
  map  = { one = 1, two = 2 }
  some = ["a", var.unset]
  loop = local.pool
  pool = local.loop
}
resource "aws_s3_bucket" "named" { bucket = "logs" }
resource "aws_s3_bucket" "nameless" {}
resource "aws_s3_bucket" "many" {
  count  = 2
  bucket = "b${count.index}"
}
resource "aws_s3_bucket" "each" {
  for_each = { x = "ex", y = "why" }
  bucket   = each.value
}
"""

KNOWN = [
    ("1 + 2 * 3", 7),
    ("10 / 4", 2.5),
    ("7 % 3", 1),
    ("-(2)", -2),
    ("1 < 2 && !(2 < 1)", True),
    ("false && var.unset", False),
    ("true || var.unset", True),
    ('"a" == "b" ? "same" : "other"', "other"),
    ('"x-${var.set}-y"', "x-prod-y"),
    ('"${1}"', 1),
    ('"$${kept} %%{kept}"', "${kept} %{kept}"),
    (r'"tab\t quote\" \u00e9"', 'tab\t quote" é'),
    ('"%{ if true }yes%{ else }no%{ endif }"', "yes"),
    ('"%{ for x in local.list }${x};%{ endfor }"', "a;b;c;"),
    ('"a ${~ "b" ~} c"', "abc"),
    ("local.list[1]", "b"),
    ("local.list.1", "b"),
    ("local.map.two", 2),
    ('local.map["one"]', 1),
    ("[for x in local.list : upper(x) if x != \"b\"]", ["A", "C"]),
    ("{ for k, v in local.map : v => k }", {"1": "one", "2": "two"}),
    ("{ for x in [\"a\", \"ab\"] : substr(x, 0, 1) => x... }", {"a": ["a", "ab"]}),
    ("[for i, x in local.list : i]", [0, 1, 2]),
    ('{ "a b" = 1, (var.set) = 2, c : 3 }', {"a b": 1, "prod": 2, "c": 3}),
    ("var.number + 1", 6),
    ("var.shape", {"a": "x", "b": 7, "c": None}),
    ("aws_s3_bucket.named.id", "logs"),
    ("aws_s3_bucket.named.arn", "arn:aws:s3:::logs"),
    ("aws_s3_bucket.many[*].bucket", ["b0", "b1"]),
    ("aws_s3_bucket.many.*.id", ["b0", "b1"]),
    ("aws_s3_bucket.many[1].id", "b1"),
    ('aws_s3_bucket.each["y"].id', "why"),
    ("values(aws_s3_bucket.each)[*].bucket", ["ex", "why"]),
    ("length(aws_s3_bucket.many)", 2),
    ("terraform.workspace", "default"),
    ("path.module", "."),
    ("try(local.map.three, \"none\")", "none"),
    ("can(local.map.three)", False),
    ("null", None),
    ("<<-EOT\n    a\n      b\n    EOT", "a\n  b\n"),
    ('<<EOT\n{"x": "${var.set}"}\nEOT', '{"x": "prod"}\n'),
]  # fmt: skip

NOT_KNOWN = [
    ("var.unset", ...),
    ("var.nowhere", ...),
    ("local.loop", ...),
    ("local.map.three", ...),
    ("aws_s3_bucket.nameless.id", ...),
    ("aws_s3_bucket.nameless.arn", "arn:aws:s3:::..."),
    ('"x-${var.unset}"', "x-..."),
    ('"${var.unset}-x"', ...),
    ("local.some", ["a", ...]),
    ("concat(local.some, [\"z\"])", ["a", ..., "z"]),
    ("concat([\"z\"], var.unset)", ["z", ...]),
    ("[for x in local.some : x if x == \"a\"]", ["a", ...]),
    ("{ a = 1, (var.unset) = 2 }", {"a": 1, "...": ...}),
    ("merge({ a = 1 }, var.unset)", {"a": ..., "...": ...}),
    ("var.unset ? 1 : 1", 1),
    ("var.unset ? 1 : 2", ...),
    ("join(\"-\", [\"a\", var.unset])", "a-..."),
    ("timestamp()", ...),
    ("frobnicate(1)", ...),
    ("data.aws_caller_identity.current.account_id", ...),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "wanted"), KNOWN)
def test_what_stands_in_the_text_is_worked_out(
    evaluated: Any, expression: str, wanted: Any
) -> None:
    assert evaluated(expression, BESIDE) == wanted


@pytest.mark.parametrize(("expression", "wanted"), NOT_KNOWN)
def test_what_is_not_known_stays_so(evaluated: Any, expression: str, wanted: Any) -> None:
    assert evaluated(expression, BESIDE) == wanted
