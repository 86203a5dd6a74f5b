"""Find queues, keys, repositories, functions and their like whose policy lets everyone in."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import EVERYONE, reach
from seawall.model.iam import ResourcePolicy, Statement
from seawall.severity import HIGH, LOW, MEDIUM, Severity
from seawall.words import say

# what everyone may reach only from inside a network, and what is public by its purpose
_MILDER = {
    "elasticfilesystem": MEDIUM,
    "vpc-lattice-svcs": MEDIUM,
    "execute-api": LOW,
    "ecr-public": LOW,
}


@check(
    ResourcePolicy,
    HIGH,
    severities=(HIGH, MEDIUM, LOW),
    title="Resource policy is open to everyone",
    why="Any AWS account, and often anyone at all, can then read, write or call this resource.",
    remedy="Name the accounts, roles or services, or restrict by aws:PrincipalOrgID, aws:SourceArn or aws:SourceAccount.",
    ja=Ja(
        title="リソースポリシーが全員に開かれている",
        why="どの AWS アカウントからでも、多くの場合は誰でも、このリソースを読み書き・実行できてしまいます。",
        remedy="アカウント、ロール、サービスを指定するか、aws:PrincipalOrgID、aws:SourceArn、aws:SourceAccount で制限してください。",
    ),
    maps=("cwe:732", "attack:T1530"),
)
def resource_policy_public(policy: ResourcePolicy) -> Iterator[Problem]:
    # open search domains are told by search-policy-public
    if policy.service == "es" or policy.private.unknown or policy.private.is_(True):
        return
    severity: Severity = _MILDER.get(policy.service, HIGH)
    for statement in policy.allowing():
        if reach(statement) != EVERYONE or _is_function_url(statement):
            continue
        if statement.open_principals:
            yield Problem(
                statement.open_principals[0].who,
                say(
                    "Every principal of every account is let in",
                    "すべてのアカウントのすべてのプリンシパルに許可されています",
                ),
                severity=severity,
                related=policy.uses,
            )
        elif statement.not_principals:
            yield Problem(
                statement.not_principals[0].who,
                say(
                    "Allow with NotPrincipal lets in everyone but those named",
                    "Allow と NotPrincipal の組み合わせは、挙げた相手以外の全員を許可します",
                ),
                severity=severity,
                related=policy.uses,
            )


def _is_function_url(statement: Statement) -> bool:
    """The right to call a function's URL: what the URL itself lets in is judged there."""
    return any(each.is_("lambda:InvokeFunctionUrl") for each in statement.actions)


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_lambda_permission" "any" {
          function_name = "orders"
          action        = "lambda:InvokeFunction"
          principal     = "*"
        }
        """,
        cloudformation="""
        Resources:
          Any:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: any
              Principal: "*"
              Action: events:PutEvents
        """,
    ),
    Bad(
        terraform="""
        resource "aws_sqs_queue" "orders" {
          name   = "orders"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "sqs:SendMessage"
              Resource  = "*"
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
                    Principal: {AWS: "*"}
                    Action: kms:*
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        resource "aws_lambda_permission" "bucket" {
          function_name  = "orders"
          action         = "lambda:InvokeFunction"
          principal      = "*"
          source_account = "111122223333"
        }
        """,
        cloudformation="""
        Resources:
          Any:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: any
              Principal: "*"
              Action: events:PutEvents
              Condition: {Type: StringEquals, Key: aws:PrincipalOrgID, Value: o-a1b2c3d4e5}
        """,
    ),
    Good(
        terraform="""
        variable "account" {}

        resource "aws_sns_topic_policy" "orders" {
          arn    = "arn:aws:sns:eu-west-1:111122223333:orders"
          policy = jsonencode({
            Statement = [
              {
                Effect    = "Allow"
                Principal = { AWS = "*" }
                Action    = "sns:Publish"
                Resource  = "*"
                Condition = { StringEquals = { "AWS:SourceOwner" = var.account } }
              },
              {
                Effect    = "Allow"
                Principal = { AWS = var.account }
                Action    = "sns:Publish"
                Resource  = "*"
              },
            ]
          })
        }
        """,
        cloudformation="""
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              VPCOptions: {SubnetIds: [subnet-0a1b2c3d]}
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "*"}
                    Action: es:*
                    Resource: "*"
        """,
    ),
)
