"""Find identity policies that allow every action on named resources."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy allows every action on some resources",
    why="A star covers deleting, sharing and changing the policy of the resource, not only the use that was meant.",
    remedy="Name the actions that are really used on these resources.",
    ja=Ja(
        title="特定のリソースにすべての操作を許可している",
        why="アスタリスクには、意図した利用だけでなく、削除、共有、ポリシー変更まで含まれます。",
        remedy="そのリソースで実際に使う操作だけを指定してください。",
    ),
    maps=("cwe:269", "attack:T1078.004"),
)
def action_star(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        action = statement.every_action
        if action is not None and statement.every_resource is None:
            yield Problem(
                action,
                say(
                    "Every action is allowed on these resources",
                    "これらのリソースにすべての操作が許可されています",
                ),
                related=policy.related,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_user_policy" "reports" {
          user   = "reports"
          policy = <<EOF
        {
          "Statement": [{
            "Effect": "Allow",
            "Action": ["*"],
            "Resource": "arn:aws:s3:::acme-reports/*"
          }]
        }
        EOF
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Action: "*"
                  Resource: arn:aws:s3:::acme-reports/*
        """,
    ),
    Good(
        terraform="""
        variable "action" {}

        resource "aws_iam_user_policy" "reports" {
          user   = "reports"
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = var.action
              Resource = "arn:aws:s3:::acme-reports/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  Effect: Deny
                  Action: "*"
                  Resource: arn:aws:s3:::acme-reports/*
        """,
    ),
)
