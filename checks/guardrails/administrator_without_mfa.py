"""Find users and groups with every right, or nearly, that need no second factor."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import GROUP, USER, Condition, Holder, Statement
from seawall.severity import MEDIUM
from seawall.value import Val
from seawall.words import say

_MIGHTY = frozenset({"AdministratorAccess", "PowerUserAccess", "IAMFullAccess"})
_KEY = "aws:multifactorauthpresent"


@check(
    Holder,
    MEDIUM,
    title="Administrators need no second factor",
    why="A password or key of an administrator that leaks is enough to take the account when nothing asks for MFA.",
    remedy="Deny everything but MFA setup unless aws:MultiFactorAuthPresent is true, or move people to IAM Identity Center.",
    ja=Ja(
        title="管理者に多要素認証が要求されていない",
        why="MFA を求めていないと、管理者のパスワードやキーが漏れただけでアカウントを奪われます。",
        remedy="aws:MultiFactorAuthPresent が true でない限り MFA 設定以外を拒否するか、IAM Identity Center に移行してください。",
    ),
    maps=("cwe:308", "attack:T1078.004"),
)
def administrator_without_mfa(holder: Holder) -> Iterator[Problem]:
    if holder.kind not in (USER, GROUP):
        return
    said = [statement for policy in holder.policies for statement in policy.statements]
    if any(_asks(statement) for statement in said):
        return
    for use in holder.managed:
        if use.name in _MIGHTY:
            yield _problem(holder, use.arn)
            return
    for statement in said:
        action = statement.every_action
        if statement.allows and action is not None and statement.every_resource is not None:
            yield _problem(holder, action)
            return


def _asks(statement: Statement) -> bool:
    return any(each.key.lower() == _KEY for each in statement.conditions) or _unclear(
        statement.conditions
    )


def _unclear(conditions: tuple[Condition, ...]) -> bool:
    return any(not each.complete for each in conditions)


def _problem(holder: Holder, right: Val[object]) -> Problem:
    return Problem(
        holder,
        say(
            f"This {holder.kind} has administrator rights and nothing asks for MFA",
            "管理者権限があるのに、MFA を求める条件がありません",
        ),
        related=(right,),
    )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_group" "admins" {
          name = "admins"
        }

        resource "aws_iam_group_policy_attachment" "admins" {
          group      = aws_iam_group.admins.name
          policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }
        """,
        cloudformation="""
        Resources:
          Admin:
            Type: AWS::IAM::User
            Properties:
              ManagedPolicyArns: [arn:aws:iam::aws:policy/PowerUserAccess]
        """,
    ),
    Good(
        terraform="""
        variable "policy" {}

        resource "aws_iam_group" "admins" {
          name = "admins"
        }

        resource "aws_iam_group_policy_attachment" "admins" {
          group      = aws_iam_group.admins.name
          policy_arn = var.policy
        }
        """,
        cloudformation="""
        Resources:
          Admins:
            Type: AWS::IAM::Group
            Properties:
              ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess]
              Policies:
                - PolicyName: mfa
                  PolicyDocument:
                    Statement:
                      - Effect: Deny
                        NotAction: ["iam:EnableMFADevice", "sts:GetSessionToken"]
                        Resource: "*"
                        Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: "false"}}
        """,
    ),
)
