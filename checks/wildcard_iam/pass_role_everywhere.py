"""Find policies that may hand any role of the account to a service."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.escalation import PASS_ROLE, given
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy may pass any role",
    why="Whoever may pass any role can start a machine or function as an administrator and act through it.",
    remedy="Name the roles that may be passed, and the service with iam:PassedToService.",
    ja=Ja(
        title="どのロールでも引き渡せる",
        why="任意のロールを渡せる人は、管理者ロールでマシンや関数を起動し、それを通じて操作できます。",
        remedy="渡してよいロールを指定し、iam:PassedToService でサービスも限定してください。",
    ),
    maps=("cwe:269", "attack:T1098.003"),
)
def pass_role_everywhere(policy: IdentityPolicy) -> Iterator[Problem]:
    found = given(policy.statements).get(PASS_ROLE)
    if found is not None:
        yield Problem(
            found[1],
            say("Any role of the account may be passed", "アカウントのどのロールでも引き渡せます"),
            related=policy.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role_policy" "deploy" {
          role   = "deploy"
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = ["iam:passrole"]
              Resource = "arn:aws:iam::*:role/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ["iam:PassRole", "ec2:DescribeInstances"]
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "role" {}

        resource "aws_iam_role_policy" "deploy" {
          role   = "deploy"
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = ["iam:PassRole"], Resource = var.role }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: "*"
                    Condition: {StringEquals: {iam:PassedToService: ecs-tasks.amazonaws.com}}
        """,
    ),
)
