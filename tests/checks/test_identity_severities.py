"""What blocks and what warns: severity follows what can really be reached or become."""

import pytest

from seawall import catalog
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

LANE = TextLane()
ADMIN = '"arn:aws:iam::aws:policy/AdministratorAccess"'


class One(Tree):
    def __init__(self, text: str) -> None:
        self.text = text

    def paths(self) -> list[str]:
        return ["main.tf"]

    def source(self, path: str) -> Source | None:
        return Source(path, self.text.encode()) if path == "main.tf" else None


def severities(text: str, check: str) -> list[str]:
    chosen = [each for each in catalog.checks() if each.id == check]
    assert chosen
    outcome = judge(One(text), Request(chosen, Settings(), Options(), LANE.lines))
    return [str(each.finding.severity) for each in outcome.judged]


def policy(action: str, resource: str, more: str = "") -> str:
    return (
        'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow",'
        f" Action = {action}, Resource = {resource}{more} }}] }})\n}}\n"
    )


def trust(condition: str, provider: str = "token.actions.githubusercontent.com") -> str:
    return f"""
resource "aws_iam_role" "a" {{
  assume_role_policy = jsonencode({{
    Statement = [{{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = {{ Federated = "arn:aws:iam::111122223333:oidc-provider/{provider}" }}
      Condition = {condition}
    }}]
  }})
}}
"""


KEY = 'resource "aws_iam_access_key" "a" {\n  user = "ci"\n%s}\n'
CONDITION = ', Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }'


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        ("action-and-resource-star", policy('"*"', '"*"'), ["high"]),
        ("action-and-resource-star", policy('"*"', '"*"', CONDITION), ["medium"]),
        ("service-star", policy('"s3:*"', '"*"'), ["medium"]),
        ("service-star", policy('"s3:*"', '"arn:aws:s3:::acme"'), ["low"]),
        ("resource-star", policy('"s3:PutObject"', '"*"'), ["medium"]),
        ("resource-star", policy('"s3:GetObject"', '"*"'), ["low"]),
        ("resource-star", policy('"s3:ListAllMyBuckets"', '"*"'), []),
        (
            "administrator-attached",
            f'resource "aws_iam_group_policy_attachment" "a" {{\n group = "a"\n policy_arn = {ADMIN}\n}}',
            ["high"],
        ),
        (
            "administrator-attached",
            f'resource "aws_iam_policy_attachment" "a" {{\n name = "a"\n users = ["u"]\n roles = ["r"]\n policy_arn = {ADMIN}\n}}',
            ["high"],
        ),
        (
            "administrator-attached",
            f'resource "aws_iam_role" "a" {{\n managed_policy_arns = [{ADMIN}]\n}}',
            ["medium"],
        ),
        ("user-access-key", KEY % "", ["medium"]),
        (
            "user-access-key",
            KEY % "" + 'output "id" {\n  value = aws_iam_access_key.a.id\n}\n',
            ["medium"],
        ),
        (
            "user-access-key",
            KEY % "" + 'output "s" {\n  value = aws_iam_access_key.a.secret\n}\n',
            ["critical"],
        ),
        (
            "user-access-key",
            KEY % '  pgp_key = "keybase:ops"\n'
            + 'output "s" {\n  value = aws_iam_access_key.a.encrypted_secret\n}\n',
            ["medium"],
        ),
        (
            "user-access-key",
            KEY % ""
            + 'resource "aws_ssm_parameter" "s" {\n  name = "s"\n  type = "String"\n  value = aws_iam_access_key.a.secret\n}\n',
            ["critical"],
        ),
        ("trust-oidc-without-subject", trust("{}"), ["high"]),
        (
            "trust-oidc-without-subject",
            trust("{}", "oidc.eks.eu-west-1.amazonaws.com/id/0A1B"),
            ["medium"],
        ),
        (
            "trust-oidc-wide-subject",
            trust('{ StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" } }'),
            ["high"],
        ),
        (
            "trust-oidc-wide-subject",
            trust('{ StringLike = { "token.actions.githubusercontent.com:sub" = "repo:acme/*" } }'),
            ["medium"],
        ),
    ],
)
def test_severity(check: str, text: str, expected: list[str]) -> None:
    assert severities(text, check) == expected
