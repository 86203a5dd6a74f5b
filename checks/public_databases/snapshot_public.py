"""Find snapshots, images and documents that are shared with everyone."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.data import Snapshot
from seawall.severity import HIGH
from seawall.words import say

KINDS_JA = {
    "database snapshot": "データベーススナップショット",
    "machine image": "マシンイメージ",
    "SSM document": "SSM ドキュメント",
}


@check(
    Snapshot,
    HIGH,
    title="Snapshot is shared with everyone",
    why="Anyone with an AWS account can restore it and read all it holds, without leaving a trace in yours.",
    remedy="Share it with the accounts that need it, by their ids.",
    ja=Ja(
        title="スナップショットが全員に共有されている",
        why="AWS アカウントがあれば誰でも復元し、内容をすべて読めます。自分のアカウントには痕跡も残りません。",
        remedy="必要なアカウントの ID を指定して共有してください。",
    ),
    maps=("aws-fsbp:RDS.1", "nist-800-53-r5:AC-3", "cwe:732", "attack:T1537"),
)
def snapshot_public(snapshot: Snapshot) -> Iterator[Problem]:
    for account in snapshot.shared_with:
        if account.holds(lambda word: str(word).lower() == "all"):
            yield Problem(
                account,
                say(
                    f"this {snapshot.kind} is shared with everyone",
                    f"この{KINDS_JA.get(snapshot.kind, snapshot.kind)}は全員に共有されています",
                ),
                fix=Drop(account) if len(snapshot.shared_with) > 1 else None,
                safe=False,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_db_snapshot" "copy" {
          db_instance_identifier = "main"
          db_snapshot_identifier = "copy"
          shared_accounts        = ["all"]
        }
        """,
    ),
    Good(
        terraform="""
        variable "accounts" {}
        resource "aws_db_snapshot" "copy" {
          db_instance_identifier = "main"
          db_snapshot_identifier = "copy"
          shared_accounts        = ["111122223333"]
        }
        resource "aws_db_snapshot" "other" {
          db_instance_identifier = "main"
          db_snapshot_identifier = "other"
          shared_accounts        = var.accounts
        }
        """,
    ),
)
