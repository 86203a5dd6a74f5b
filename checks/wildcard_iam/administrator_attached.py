"""Find users, groups and roles that get AWS's administrator policy."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import GROUP, USER, ManagedPolicyUse
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    ManagedPolicyUse,
    HIGH,
    severities=(HIGH, MEDIUM),
    title="AdministratorAccess is attached",
    why="Whoever takes over an administrator owns the whole account, backups and logs included.",
    remedy="Attach policies for the work that is done; keep administrators behind single sign-on with MFA.",
    ja=Ja(
        title="AdministratorAccess が付与されている",
        why="管理者が乗っ取られると、バックアップやログを含むアカウント全体を奪われます。",
        remedy="実際の作業に合うポリシーを付与し、管理者は MFA 付きのシングルサインオンに限ってください。",
    ),
    maps=("cis-aws-1.4:1.16", "nist-800-53:AC-6", "cwe:269", "attack:T1078.004"),
)
def administrator_attached(use: ManagedPolicyUse) -> Iterator[Problem]:
    if use.name == "AdministratorAccess":
        people = USER in use.kinds or GROUP in use.kinds
        yield Problem(
            use.arn,
            say(
                f"AdministratorAccess is given to a {' and a '.join(use.kinds) or 'principal'}",
                "AdministratorAccess が付与されています",
            ),
            severity=HIGH if people else MEDIUM,
            related=use.related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_user_policy_attachment" "ops" {
          user       = "ops"
          policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }
        """,
        cloudformation="""
        Resources:
          Ops:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns:
                - !Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"
        """,
    ),
    Good(
        terraform="""
        variable "policy" {}

        resource "aws_iam_user_policy_attachment" "ops" {
          user       = "ops"
          policy_arn = var.policy
        }
        """,
        cloudformation="""
        Resources:
          Ops:
            Type: AWS::IAM::Role
            Properties:
              ManagedPolicyArns:
                - arn:aws:iam::aws:policy/ReadOnlyAccess
                - arn:aws:iam::111122223333:policy/AdministratorAccess
        """,
    ),
)
