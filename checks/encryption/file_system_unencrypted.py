"""Find file systems without encryption."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.data import Store
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Store,
    MEDIUM,
    title="File system is not encrypted",
    why="Backups and copies of the files can be read by whoever gets hold of them, and it cannot be mended in place.",
    remedy="Switch encryption on; an existing file system has to be made anew.",
    ja=Ja(
        title="ファイルシステムが暗号化されていない",
        why="バックアップや複製を手に入れた者は内容を読めます。あとから暗号化することはできません。",
        remedy="暗号化を有効にしてください。既存のものは作り直してください。",
    ),
    maps=(
        "aws-fsbp:EFS.1",
        "cis-aws-3.0:2.4.1",
        "cis-aws-5.0:2.3.1",
        "nist-800-53-r5:SC-28",
        "cwe:311",
    ),
)
def file_system_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "file system" and store.encrypted.is_(False):
        written = store.encrypted.written
        fix = (
            SetTo(store.encrypted, True)
            if written
            else Add(store, store.attribute, True)
            if store.attribute
            else None
        )
        yield Problem(
            store.encrypted if store.encrypted.span is not None and written else store,
            say(
                f"{store.service} data is not encrypted",
                f"{store.service} のデータが暗号化されていません",
            ),
            fix=fix,
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_efs_file_system" "files" {
          encrypted = false
        }
        """,
        cloudformation="""
        Resources:
          Files:
            Type: AWS::EFS::FileSystem
            Properties:
              PerformanceMode: generalPurpose
        """,
    ),
    Good(
        terraform="""
        variable "encrypted" {}
        resource "aws_efs_file_system" "files" {
          encrypted = true
        }
        resource "aws_efs_file_system" "asked" {
          encrypted = var.encrypted
        }
        """,
        cloudformation="""
        Parameters:
          Encrypted:
            Type: String
        Resources:
          Files:
            Type: AWS::EFS::FileSystem
            Properties:
              Encrypted: !Ref Encrypted
        """,
    ),
)
