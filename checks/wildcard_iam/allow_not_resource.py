"""Find policies that allow actions on everything but a few resources."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy allows all but a few resources",
    why="Allow with NotResource reaches every resource that is not named, those of tomorrow included.",
    remedy="Write the allowed resources with Resource; keep NotResource for Deny statements.",
    ja=Ja(
        title="一部を除くすべてのリソースを許可している",
        why="Allow と NotResource の組み合わせは、今後作られるものも含め、挙げた以外のすべてのリソースに及びます。",
        remedy="許可するリソースを Resource に書き、NotResource は Deny だけで使ってください。",
    ),
    maps=("cwe:732",),
)
def allow_not_resource(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if statement.not_resources:
            yield Problem(
                statement.not_resources[0],
                say(
                    "Allow with NotResource reaches every resource that is not named",
                    "Allow と NotResource により、挙げられていないすべてのリソースに及びます",
                ),
                related=policy.related,
            )


EXAMPLES = (
    Bad(
        terraform="""
        data "aws_iam_policy_document" "reports" {
          statement {
            actions       = ["s3:GetObject"]
            not_resources = ["arn:aws:s3:::acme-payroll/*"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: s3:GetObject
                    NotResource: arn:aws:s3:::acme-payroll/*
        """,
    ),
    Good(
        terraform="""
        variable "effect" {}

        data "aws_iam_policy_document" "reports" {
          statement {
            effect        = "Deny"
            actions       = ["s3:GetObject"]
            not_resources = ["arn:aws:s3:::acme-reports/*"]
          }
          statement {
            effect        = var.effect
            actions       = ["s3:GetObject"]
            not_resources = ["arn:aws:s3:::acme-reports/*"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: s3:GetObject
                    NotResource: arn:aws:s3:::acme-reports/*
        """,
    ),
)
