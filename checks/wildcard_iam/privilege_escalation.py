"""Find policies whose actions let their holder become more powerful."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.escalation import complete, given
from seawall.model.iam import IdentityPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IdentityPolicy,
    MEDIUM,
    title="Policy lets its holder become an administrator",
    why="With these actions on everything, a small role can give itself every right, which is how intruders grow a first foothold.",
    remedy="Limit the actions to named users, roles or functions, and set a permissions boundary.",
    ja=Ja(
        title="権限昇格が可能なポリシー",
        why="これらの操作をすべてに対して行えると、小さなロールでも自分に全権限を与えられ、侵入者の足がかりになります。",
        remedy="対象のユーザー、ロール、関数を限定し、アクセス許可の境界を設定してください。",
    ),
    maps=("cwe:269", "attack:T1098.003"),
)
def privilege_escalation(policy: IdentityPolicy) -> Iterator[Problem]:
    have = given(policy.statements)
    for each in complete(have):
        action = have[each[-1]][1]
        yield Problem(
            action,
            say(
                f"{' with '.join(each)} on everything leads to more rights than given",
                f"すべてを対象とする {' と '.join(each)} により、権限を昇格できます",
            ),
            related=policy.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_user_policy" "helpdesk" {
          user   = "helpdesk"
          policy = jsonencode({
            Statement = [{
              Effect   = "Allow"
              Action   = ["iam:UpdateLoginProfile"]
              Resource = "*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Helpdesk:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: "*"
                  - Effect: Allow
                    Action: ["ec2:RunInstances", "ec2:DescribeInstances"]
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "user" {}

        resource "aws_iam_user_policy" "helpdesk" {
          user   = "helpdesk"
          policy = jsonencode({
            Statement = [
              { Effect = "Allow", Action = ["iam:UpdateLoginProfile"], Resource = var.user },
              { Effect = "Allow", Action = ["ec2:RunInstances"], Resource = "*" },
            ]
          })
        }
        """,
        cloudformation="""
        Resources:
          Helpdesk:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iam:CreateAccessKey
                    Resource: !Sub "arn:aws:iam::${AWS::AccountId}:user/${!aws:username}"
        """,
    ),
)
