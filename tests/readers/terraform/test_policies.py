"""Policies wherever they stand: documents, jsonencode, heredocs, files."""

import json
from typing import Any

import pytest

from seawall.readers.json_text import parse_json_val

BUCKET = 'resource "aws_s3_bucket" "b" {\n  bucket = "logs"\n}\nvariable "who" {}\n'


def document(project: Any, text: str, name: str = "d") -> Any:
    tree = project({"main.tf": BUCKET + text + f'\noutput "o" {{\n  value = {name}\n}}\n'})
    return tree.at("output.o", "value")


DOCUMENT = """
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Keep"
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    sid       = "Replace"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "d" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [jsonencode({ Statement = [{ Sid = "Last", Effect = "Deny", Action = "*", Resource = "*" }] })]
  statement {
    sid         = "Replace"
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["${aws_s3_bucket.b.arn}/&{aws:username}/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root", var.who]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1"]
    }
  }
  dynamic "statement" {
    for_each = toset(["a", "b"])
    content {
      sid       = statement.value
      actions   = ["sqs:*"]
      resources = ["*"]
      principals {
        type        = "*"
        identifiers = ["*"]
      }
    }
  }
}
"""


def test_a_policy_document_is_rendered(project: Any) -> None:
    value = document(project, DOCUMENT, "data.aws_iam_policy_document.d.json")
    assert "data.aws_iam_policy_document.d" in value.refs
    tree = parse_json_val(value)
    statements = tree.at("Statement").items()
    assert [each.at("Sid").value for each in statements] == ["Keep", "Replace", "a", "b", "Last"]
    assert [each.at("Effect").value for each in statements] == [
        "Allow",
        "Deny",
        "Allow",
        "Allow",
        "Deny",
    ]
    keep, replaced, star, *_ = statements
    assert keep.at("Action").items()[0].span.text == '"s3:GetObject"'
    assert replaced.at("NotAction").items()[0].is_("iam:*")
    assert replaced.at("Resource").items()[0].is_("arn:aws:s3:::logs/${aws:username}/*")
    known, unknown = replaced.at("Principal.AWS").items()
    assert known.is_("arn:aws:iam::123456789012:root")
    assert unknown.unknown
    assert replaced.at("Condition.StringEquals").value["aws:PrincipalOrgID"].items()[0].is_("o-1")
    assert star.at("Principal").is_("*")
    assert star.at("Principal").span.text == '"*"'


def test_a_document_that_is_not_known_in_whole_says_so(project: Any) -> None:
    text = """
    data "aws_iam_policy_document" "d" {
      source_policy_documents = [var.who]
      statement {
        actions = ["s3:*"]
      }
    }
    """
    tree = parse_json_val(document(project, text, "data.aws_iam_policy_document.d.json"))
    assert not tree.at("Statement").complete
    assert tree.at("Statement").items()[0].at("Action").items()[0].is_("s3:*")


HOLES = [
    'jsonencode({ Statement = [{ Action = "s3:*", Resource = "${var.who}/*" }] })',
    '"{\\"Statement\\": [{\\"Action\\": \\"s3:*\\", \\"Resource\\": \\"${var.who}/*\\"}]}"',
    '<<EOF\n{"Statement": [{"Action": "s3:*", "Resource": "${var.who}/*"}]}\nEOF',
    '<<-EOF\n    {"Statement":\n      [{"Action": "s3:*", "Resource": ${jsonencode(var.who)}}]}\n    EOF',
    'templatefile("p.json.tpl", { who = var.who })',
    'jsonencode({ Statement = [for a in ["s3:*"] : { Action = a, Resource = var.who }] })',
    'replace("{}", "{}", jsonencode({ Statement = [{ Action = "s3:*", Resource = "r" }] }))',
    'file("p.json")',
]


@pytest.mark.parametrize("expression", HOLES)
def test_json_is_read_around_what_is_not_known(project: Any, expression: str) -> None:
    files = {
        "main.tf": BUCKET + f'output "o" {{\n  value = {expression}\n}}\n',
        "p.json": '{"Statement": [{"Action": "s3:*", "Resource": "r"}]}',
        "p.json.tpl": '{"Statement": [{"Action": "s3:*", "Resource": "${who}"}]}',
    }
    statement = parse_json_val(project(files).at("output.o", "value")).at("Statement.0")
    action = statement.at("Action")
    assert action.is_("s3:*")
    assert "s3:*" in action.literal().text
    resource = statement.at("Resource")
    assert not resource.known or resource.is_("r")


def test_a_heredocs_values_have_their_own_spans(project: Any) -> None:
    text = """
    resource "aws_x" "y" {
      policy = <<-EOF
        {
          "Action": ["s3:Get*", "\\u0041"],
          "Resource": "x"
        }
      EOF
    }
    """
    tree = parse_json_val(project({"main.tf": text}).at("aws_x.y", "policy"))
    first, second = tree.at("Action").items()
    assert first.span.text == '"s3:Get*"'
    assert (second.value, second.span.text) == ("A", '"\\u0041"')
    assert tree.at("Resource").span.place().line == 6


@pytest.mark.parametrize("text", ["", "{", "{'a': 1}", "[1] x", '{"a" 1}', "nul"])
def test_what_is_no_json_is_unknown(project: Any, text: str) -> None:
    value = document(project, "", json.dumps(text).replace("${", "$${"))
    assert parse_json_val(value).unknown


@pytest.mark.parametrize("text", ["null", "-1.5e3", '["\\ud83d\\ude00", true, {}]', ' {"a": []} '])
def test_json_means_what_json_says(project: Any, text: str) -> None:
    tree = parse_json_val(document(project, "", json.dumps(text)))
    assert tree.plain() == json.loads(text)
