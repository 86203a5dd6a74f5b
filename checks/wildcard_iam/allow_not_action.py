"""Find policies that allow everything but a few actions."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy allows everything but a few actions",
    why="Allow with NotAction gives every action that is not named, those that AWS adds next year included.",
    remedy="Write the allowed actions with Action; keep NotAction for Deny statements.",
    ja=Ja(
        title="一部を除くすべての操作を許可している",
        why="Allow と NotAction の組み合わせは、将来 AWS が追加する操作も含め、挙げた以外のすべてを許可します。",
        remedy="許可する操作を Action に書き、NotAction は Deny だけで使ってください。",
    ),
    maps=("cwe:269", "attack:T1078.004"),
)
def allow_not_action(policy: IdentityPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if statement.not_actions:
            yield Problem(
                statement.not_actions[0],
                say(
                    "Allow with NotAction gives every action that is not named",
                    "Allow と NotAction により、挙げられていないすべての操作が許可されます",
                ),
                related=policy.related,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_group_policy" "developers" {
          group  = "developers"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              NotAction = ["iam:*", "organizations:*"]
              Resource  = "*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: developers
                  PolicyDocument:
                    Statement:
                      - Effect: Allow
                        NotAction: iam:*
                        Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "effect" {}

        resource "aws_iam_group_policy" "developers" {
          group  = "developers"
          policy = jsonencode({
            Statement = [
              { Effect = "Deny", NotAction = ["iam:*"], Resource = "*" },
              { Effect = var.effect, NotAction = ["iam:*"], Resource = "*" },
            ]
          })
        }
        """,
        cloudformation="""
        Resources:
          Developers:
            Type: AWS::IAM::Group
            Properties:
              Policies:
                - PolicyName: developers
                  PolicyDocument:
                    Statement:
                      - Effect: Deny
                        NotAction: iam:*
                        Resource: "*"
        """,
    ),
)
