"""Find account defaults that leave IMDSv1 open."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.compute import MetadataDefaults
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    MetadataDefaults,
    HIGH,
    title="Account default allows IMDSv1",
    why="Every new instance of the account that sets nothing itself answers without a session token.",
    remedy="Set the account's default for tokens to required.",
    ja=Ja(
        title="アカウントの既定値が IMDSv1 を許している",
        why="自分で設定しないすべての新しいインスタンスが、トークンなしで応答します。",
        remedy="アカウントの既定値でトークンを必須 (required) にしてください。",
    ),
    maps=("cwe:918", "attack:T1552.005"),
    severities=(HIGH, MEDIUM),
)
def imdsv1_by_default(defaults: MetadataDefaults) -> Iterator[Problem]:
    tokens = defaults.tokens
    if tokens.is_("optional"):
        yield Problem(
            tokens,
            say("the account default is optional", "アカウントの既定値が optional です"),
            fix=SetTo(tokens, "required"),
            safe=False,
        )
    elif tokens.absent or tokens.is_("no-preference"):
        yield Problem(
            tokens if tokens.written else defaults,
            say("the account default asks for nothing", "アカウントの既定値に指定がありません"),
            fix=SetTo(tokens, "required") if tokens.written else None,
            safe=False,
            severity=MEDIUM,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_ec2_instance_metadata_defaults" "all" {
          http_tokens = "optional"
        }
        """,
        change=("optional", "required"),
    ),
    Good(
        terraform="""
        variable "tokens" {}
        resource "aws_ec2_instance_metadata_defaults" "all" {
          http_tokens = "required"
        }
        resource "aws_ec2_instance_metadata_defaults" "other" {
          http_tokens = var.tokens
        }
        """,
    ),
)
