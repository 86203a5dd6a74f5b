"""Find roles that anyone may become."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import EVERYONE, reach
from seawall.model.iam import TrustPolicy
from seawall.severity import HIGH
from seawall.words import say


@check(
    TrustPolicy,
    HIGH,
    title="Anyone may become this role",
    why="A role that trusts every principal can be taken by any AWS account that learns its name.",
    remedy="Name the accounts, roles or services that may assume the role.",
    ja=Ja(
        title="誰でもこのロールになれる",
        why="すべてのプリンシパルを信頼するロールは、名前を知ったどの AWS アカウントからでも引き受けられます。",
        remedy="ロールを引き受けてよいアカウント、ロール、サービスを指定してください。",
    ),
    maps=("cwe:284", "attack:T1078.004"),
)
def trust_everyone(policy: TrustPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if reach(statement) != EVERYONE:
            continue
        if statement.open_principals:
            yield Problem(
                statement.open_principals[0].who,
                say(
                    "Every principal of every account is trusted",
                    "すべてのアカウントのすべてのプリンシパルが信頼されています",
                ),
                related=policy.uses,
            )
        elif statement.not_principals:
            yield Problem(
                statement.not_principals[0].who,
                say(
                    "Allow with NotPrincipal trusts everyone but those named",
                    "Allow と NotPrincipal により、挙げた相手以外の全員が信頼されます",
                ),
                related=policy.uses,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_iam_role" "reports" {
          name               = "reports"
          assume_role_policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Action    = "sts:AssumeRole"
              Principal = { Service = "ec2.amazonaws.com", AWS = "*" }
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
                    Action: sts:AssumeRole
                    Principal: "*"
                    Condition: {Bool: {aws:MultiFactorAuthPresent: "true"}}
        """,
    ),
    Bad(
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRole
                    NotPrincipal: {AWS: "arn:aws:iam::111122223333:user/former"}
        """,
    ),
    Good(
        terraform="""
        variable "trusted" {}

        resource "aws_iam_role" "reports" {
          assume_role_policy = jsonencode({
            Statement = [
              { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.trusted } },
              {
                Effect    = "Allow"
                Action    = "sts:AssumeRole"
                Principal = { AWS = "*" }
                Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
              },
            ]
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
                    Action: sts:AssumeRole
                    Principal: {AWS: "*"}
        """,
    ),
)
