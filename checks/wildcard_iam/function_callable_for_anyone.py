"""Find functions that a service may call on behalf of anybody's resources."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.iam import ResourcePolicy
from seawall.severity import LOW
from seawall.words import say

# these call in the name of one customer's resource that the caller chooses
_CHOSEN = frozenset(
    f"{name}.amazonaws.com"
    for name in (
        "s3",
        "sns",
        "events",
        "apigateway",
        "iot",
        "logs",
        "cloudwatch",
        "ses",
        "config",
        "scheduler",
    )
)


@check(
    ResourcePolicy,
    LOW,
    title="Function may be called for anyone's resources",
    why="The service calls for every customer who asks, so a stranger's bucket or topic can trigger this function.",
    remedy="Name the calling resource with the source ARN, and the account with the source account.",
    ja=Ja(
        title="他人のリソースからも関数を呼び出せる",
        why="サービスは依頼したすべての利用者のために呼び出すため、他人のバケットやトピックからも関数を起動できます。",
        remedy="呼び出し元リソースの ARN とアカウントを指定してください。",
    ),
    maps=("cwe:441",),
)
def function_callable_for_anyone(policy: ResourcePolicy) -> Iterator[Problem]:
    if policy.service != "lambda":
        return
    for statement in policy.allowing():
        for principal in statement.principals:
            if (
                principal.who.is_in(_CHOSEN)
                and statement.conditions_known
                and not statement.conditions
            ):
                yield Problem(
                    principal.who,
                    say(
                        f"{principal.who.value} may call this function for any customer",
                        f"{principal.who.value} はどの利用者のためにもこの関数を呼び出せます",
                    ),
                )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_lambda_permission" "bucket" {
          function_name = "orders"
          action        = "lambda:InvokeFunction"
          principal     = "s3.amazonaws.com"
        }
        """,
        cloudformation="""
        Resources:
          Topic:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: orders
              Action: lambda:InvokeFunction
              Principal: sns.amazonaws.com
        """,
    ),
    Good(
        terraform="""
        variable "bucket" {}

        resource "aws_lambda_permission" "bucket" {
          function_name = "orders"
          action        = "lambda:InvokeFunction"
          principal     = "s3.amazonaws.com"
          source_arn    = var.bucket
        }
        """,
        cloudformation="""
        Parameters:
          Caller:
            Type: String
        Resources:
          Topic:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: orders
              Action: lambda:InvokeFunction
              Principal: !Ref Caller
        """,
    ),
)
