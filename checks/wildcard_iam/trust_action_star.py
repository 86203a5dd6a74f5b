"""Find trust policies that allow every action, or every way of becoming the role."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import TrustPolicy
from seawall.model.wildcard import is_every_action, is_every_action_of_a_service
from seawall.severity import LOW
from seawall.words import say


@check(
    TrustPolicy,
    LOW,
    title="Trust policy allows every action",
    why="A star lets callers also tag the session or pass on an identity, which other policies then trust.",
    remedy="Write sts:AssumeRole, or the one action that is needed to take the role.",
    ja=Ja(
        title="信頼ポリシーがすべての操作を許可",
        why="アスタリスクにより、セッションへのタグ付けや ID の引き継ぎまででき、ほかのポリシーがそれを信用してしまいます。",
        remedy="sts:AssumeRole など、ロールを引き受けるのに必要な操作だけを書いてください。",
    ),
    maps=("cwe:732",),
)
def trust_action_star(policy: TrustPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        for action in statement.actions:
            if action.holds(
                lambda text: is_every_action(str(text)) or is_every_action_of_a_service(str(text))
            ):
                yield Problem(
                    action,
                    say(
                        f"{action.value} is more than taking the role",
                        f"{action.value} はロールの引き受け以上の操作です",
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
        resource "aws_iam_role" "reports" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = ["*"]
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:*
                    Principal: {Service: ec2.amazonaws.com}
        """,
    ),
    Good(
        terraform="""
        variable "action" {}

        resource "aws_iam_role" "reports" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = ["sts:AssumeRole", "sts:TagSession", var.action]
              Principal = { Service = "ec2.amazonaws.com" }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Deny
                    Action: "*"
                    Principal: "*"
        """,
    ),
)
