"""Find users, groups and roles that get a full-access policy of AWS."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import ManagedPolicyUse
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    ManagedPolicyUse,
    MEDIUM,
    title="A full-access managed policy is attached",
    why="AWS's full-access policies allow deleting and sharing everything a service holds, on every resource.",
    remedy="Write a policy with the actions and resources that are used, or take a read-only or job policy.",
    ja=Ja(
        title="フルアクセスの管理ポリシーが付与されている",
        why="AWS のフルアクセスポリシーは、サービスが持つすべてのリソースの削除や共有まで許可します。",
        remedy="使う操作とリソースだけのポリシーを書くか、読み取り専用や職務別のポリシーを使ってください。",
    ),
    maps=("cwe:269", "attack:T1078.004"),
)
def full_access_attached(use: ManagedPolicyUse) -> Iterator[Problem]:
    if use.name == "PowerUserAccess" or use.name.endswith("FullAccess"):
        yield Problem(
            use.arn,
            say(
                f"{use.name} allows far more than one task needs",
                f"{use.name} は一つの作業に必要な範囲を大きく超えます",
            ),
            related=use.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role_policy_attachment" "worker" {
          role       = "worker"
          policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/PowerUserAccess
        """,
    ),
    Good(
        terraform="""
        variable "policy" {}

        resource "aws_iam_role_policy_attachment" "worker" {
          role       = "worker"
          policy_arn = var.policy
        }
        """,
        cloudformation="""
        Resources:
          Worker:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
        """,
    ),
)
