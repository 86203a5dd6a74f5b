"""Find resource policies that allow every action to those they name."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import ResourcePolicy
from seawall.model.wildcard import is_every_action, is_every_action_of_a_service
from seawall.severity import LOW
from seawall.words import say

# a key policy must name its administrators so, or nobody can change it again
_USUAL = frozenset({"kms"})


@check(
    ResourcePolicy,
    LOW,
    title="Resource policy allows every action",
    why="A partner meant to send messages can then also delete the queue or change who else gets in.",
    remedy="Name the actions that the principals of this policy need.",
    ja=Ja(
        title="リソースポリシーがすべての操作を許可",
        why="メッセージ送信だけのはずの相手が、キューの削除や許可先の変更までできてしまいます。",
        remedy="このポリシーのプリンシパルに必要な操作だけを指定してください。",
    ),
    maps=("cwe:732",),
)
def resource_policy_action_star(policy: ResourcePolicy) -> Iterator[Problem]:
    if policy.service in _USUAL:
        return
    for statement in policy.allowing():
        for action in statement.actions:
            if action.holds(
                lambda text: is_every_action(str(text)) or is_every_action_of_a_service(str(text))
            ):
                yield Problem(
                    action,
                    say(
                        "Every action on this resource is allowed",
                        "このリソースへのすべての操作が許可されています",
                    ),
                    related=policy.uses,
                )
        if statement.not_actions:
            yield Problem(
                statement.not_actions[0],
                say(
                    "Allow with NotAction gives every action that is not named",
                    "Allow と NotAction により、挙げられていないすべての操作が許可されます",
                ),
                related=policy.uses,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_sqs_queue_policy" "orders" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy    = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
              Action    = "sqs:*"
              Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Orders:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [arn:aws:sns:eu-west-1:111122223333:orders]
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "arn:aws:iam::111122223333:role/shop"}
                    NotAction: sns:DeleteTopic
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "action" {}

        resource "aws_sqs_queue_policy" "orders" {
          queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
          policy    = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
              Action    = ["sqs:SendMessage", var.action]
              Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Key:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "arn:aws:iam::111122223333:root"}
                    Action: kms:*
                    Resource: "*"
        """,
    ),
)
