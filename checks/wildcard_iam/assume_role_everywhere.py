"""Find policies that may become any role that lets them."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.escalation import ASSUME_ROLE, given
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy may assume any role",
    why="A thief of these credentials can move on into every role and account that trusts this one.",
    remedy="Name the roles that may be assumed.",
    ja=Ja(
        title="どのロールにもなれる",
        why="この認証情報を盗んだ者は、このアカウントを信頼するすべてのロールとアカウントへ移動できます。",
        remedy="引き受けてよいロールを指定してください。",
    ),
    maps=("cwe:269", "attack:T1078.004"),
)
def assume_role_everywhere(policy: IdentityPolicy) -> Iterator[Problem]:
    found = given(policy.statements).get(ASSUME_ROLE)
    if found is not None:
        yield Problem(
            found[1],
            say("Any role may be assumed", "どのロールでも引き受けられます"),
            related=policy.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        data "aws_iam_policy_document" "audit" {
          statement {
            actions   = ["sts:AssumeRole"]
            resources = ["*"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Audit:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "role" {}

        data "aws_iam_policy_document" "audit" {
          statement {
            actions   = ["sts:AssumeRole"]
            resources = [var.role, "arn:aws:iam::*:role/audit"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Audit:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {Service: ec2.amazonaws.com}
                    Action: sts:AssumeRole
                    Resource: "*"
        """,
    ),
)
