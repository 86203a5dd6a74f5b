"""Find the account's block against public buckets switched off."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import ACCOUNT, AccessBlock
from seawall.severity import HIGH
from seawall.words import say


@check(
    AccessBlock,
    HIGH,
    title="Public access block of the account is off",
    why="This switch is the last guard for every bucket of the account; without it each bucket is one mistake from public.",
    remedy="Set all four switches to true for the account, and serve public files through CloudFront.",
    ja=Ja(
        title="アカウントのパブリックアクセスブロックが無効",
        why="アカウント内の全バケットにとって最後の守りであり、無効だと一つの間違いでバケットが公開されます。",
        remedy="アカウントの四つの設定をすべて true にし、公開ファイルは CloudFront 経由で配信してください。",
    ),
    maps=(
        "aws-fsbp:S3.1",
        "cis-aws-3.0:2.1.4",
        "nist-800-53:AC-3",
        "pci-dss-4.0.1:1.4.4",
        "cwe:284",
        "attack:T1530",
    ),
)
def account_access_block_off(block: AccessBlock) -> Iterator[Problem]:
    if block.scope != ACCOUNT:
        return
    for name, switch in block.switches():
        if switch.is_(False):
            yield Problem(
                switch if switch.written else block,
                say(f"{name} is off for the whole account", f"アカウント全体で {name} が無効です"),
                fix=SetTo(switch, True) if switch.written else None,
                safe=False,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_account_public_access_block" "this" {
          block_public_acls       = true
          block_public_policy     = false
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        """,
        change=("false", "true"),
    ),
    Good(
        terraform="""
        variable "block" {}

        resource "aws_s3_account_public_access_block" "this" {
          block_public_acls       = true
          block_public_policy     = var.block
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        """
    ),
)
