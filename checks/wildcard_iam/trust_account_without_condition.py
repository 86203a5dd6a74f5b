"""Find roles that a whole other account may become without a further word."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import asks
from seawall.model.iam import TrustPolicy
from seawall.model.wildcard import is_account
from seawall.severity import LOW
from seawall.words import say


@check(
    TrustPolicy,
    LOW,
    title="Role trusts a whole account without a condition",
    why="Everyone in that account who may assume roles can take this one, and a vendor can be tricked into it for somebody else.",
    remedy="Name the role that needs it, or demand an external id for vendors and MFA for people.",
    ja=Ja(
        title="条件なしでアカウント全体を信頼している",
        why="そのアカウントでロールを引き受けられる全員が使え、ベンダーが第三者にだまされて使うおそれもあります。",
        remedy="必要なロールを指定するか、ベンダーには外部 ID、人には MFA を条件にしてください。",
    ),
    maps=("cwe:441", "attack:T1199"),
)
def trust_account_without_condition(policy: TrustPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if asks(statement):
            continue
        for principal in statement.principals:
            if principal.kind == "AWS" and principal.who.holds(lambda who: is_account(str(who))):
                yield Problem(
                    principal.who,
                    say(
                        f"All of {principal.who.value} is trusted without a condition",
                        f"{principal.who.value} 全体が条件なしで信頼されています",
                    ),
                    related=policy.uses,
                )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role" "vendor" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "arn:aws:iam::111122223333:root" }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Vendor:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Principal: {AWS: "111122223333"}
        """,
    ),
    Bad(
        terraform="""
        resource "aws_iam_role" "vendor" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "arn:aws:iam::111122223333:root" }
              Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } }
            }]
          })
        }
        """,
    ),
    Good(
        terraform="""
        data "aws_caller_identity" "this" {}

        resource "aws_iam_role" "own" {
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.this.account_id}:root" }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Vendor:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    Principal: {AWS: "111122223333"}
                    Condition: {StringEquals: {sts:ExternalId: 7c9e6679}}
        """,
    ),
)
