"""Find EMR settings that let clusters open ports to the internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Endpoint
from seawall.severity import HIGH
from seawall.words import say


@check(
    Endpoint,
    HIGH,
    title="EMR may open ports to the internet",
    why="The account's own guard against clusters that face everyone is switched off.",
    remedy="Switch the block on and list the few ports that have to be open.",
    ja=Ja(
        title="EMR がポートをインターネットに公開できる",
        why="公開されたクラスターを防ぐ、アカウント全体の保護が無効になっています。",
        remedy="保護を有効にし、必要なポートだけを例外にしてください。",
    ),
    maps=("aws-fsbp:EMR.2", "nist-800-53-r5:SC-7", "pci-dss-4.0.1:1.4.4", "cwe:284"),
)
def emr_public_access_allowed(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "emr-guard" and endpoint.public.is_(True):
        yield Problem(
            endpoint.public,
            say("the block against public ports is off", "公開ポートのブロックが無効です"),
            fix=SetTo(endpoint.public, True),
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_emr_block_public_access_configuration" "account" {
          block_public_security_group_rules = false
        }
        """,
    ),
    Good(
        terraform="""
        variable "block" {}
        resource "aws_emr_block_public_access_configuration" "account" {
          block_public_security_group_rules = true
        }
        resource "aws_emr_block_public_access_configuration" "other" {
          block_public_security_group_rules = var.block
        }
        """,
    ),
)
