"""Find function URLs that anyone may call."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Endpoint
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Endpoint,
    MEDIUM,
    title="Function URL needs no sign-in",
    why="Everyone can call the function, at your cost and with its role's rights.",
    remedy="Use AWS_IAM, or check the caller in the function and keep its role small.",
    ja=Ja(
        title="関数 URL に認証がない",
        why="誰でも関数を呼び出せます。費用は所有者が負い、関数のロールの権限で動きます。",
        remedy="認証を AWS_IAM にするか、関数内で呼び出し元を確認し、ロールの権限を小さくしてください。",
    ),
    maps=("cwe:306",),
)
def function_url_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "function" and endpoint.public.is_(True):
        yield Problem(
            endpoint.public,
            say("anyone may call this function", "誰でもこの関数を呼び出せます"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_lambda_function_url" "hook" {
          function_name      = "hook"
          authorization_type = "NONE"
        }
        """,
        cloudformation="""
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: NONE
        """,
    ),
    Good(
        terraform="""
        variable "type" {}
        resource "aws_lambda_function_url" "hook" {
          function_name      = "hook"
          authorization_type = "AWS_IAM"
        }
        resource "aws_lambda_function_url" "other" {
          function_name      = "other"
          authorization_type = var.type
        }
        """,
        cloudformation="""
        Parameters:
          Type:
            Type: String
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: !Ref Type
        """,
    ),
)
