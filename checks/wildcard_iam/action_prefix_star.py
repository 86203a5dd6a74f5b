"""Find identity policies with stars that take in changes a list would not."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.actions import writes
from seawall.model.iam import IdentityPolicy
from seawall.model.wildcard import is_every_action, is_every_action_of_a_service
from seawall.severity import LOW
from seawall.words import say

# a few actions under these verbs count as writing in AWS's data; nobody means them
_READING = ("get", "list", "describe", "batchget", "view", "lookup", "search")


@check(
    IdentityPolicy,
    LOW,
    title="Policy allows changes by a star",
    why="A star such as iam:Create* also allows what AWS adds later, and nobody reviews that.",
    remedy="Name the actions; stars are harmless only where they cover reading alone.",
    ja=Ja(
        title="変更操作をアスタリスクで許可している",
        why="iam:Create* のような書き方は AWS が後で追加する操作まで許可し、誰の確認も受けません。",
        remedy="操作名を書いてください。アスタリスクが無害なのは読み取りだけを含む場合です。",
    ),
    maps=("cwe:269",),
)
def action_prefix_star(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        for action in statement.actions:
            pattern = action.value if action.known else None
            if not isinstance(pattern, str) or not {"*", "?"} & set(pattern):
                continue
            if is_every_action(pattern) or is_every_action_of_a_service(pattern):
                continue
            if writes(pattern) and not pattern.partition(":")[2].lower().startswith(_READING):
                yield Problem(
                    action,
                    say(
                        f"{pattern} allows changes that nobody listed",
                        f"{pattern} は列挙されていない変更操作まで許可します",
                    ),
                    related=policy.related,
                )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_policy" "worker" {
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = ["s3:Put*", "s3:ListBucket"]
              Resource = "arn:aws:s3:::acme-reports/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: "sqs:Delete*"
                    Resource: arn:aws:sqs:eu-west-1:111122223333:orders
        """,
    ),
    Good(
        terraform="""
        variable "verb" {}

        resource "aws_iam_policy" "worker" {
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = ["ec2:Describe*", "s3:List*", "s3:${var.verb}*"]
              Resource = "arn:aws:s3:::acme-reports/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: "sqs:Delete*"
                    Resource: "*"
        """,
    ),
)
