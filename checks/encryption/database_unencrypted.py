"""Find databases without encryption of what they store."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.data import Store
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Store,
    MEDIUM,
    title="Database is not encrypted",
    why="Snapshots and copies of the database can be read by whoever gets hold of them, and it cannot be mended in place.",
    remedy="Switch storage encryption on; an existing database has to be restored from an encrypted copy.",
    ja=Ja(
        title="データベースが暗号化されていない",
        why="スナップショットや複製を手に入れた者は内容を読めます。あとから暗号化することはできません。",
        remedy="ストレージの暗号化を有効にしてください。既存のものは暗号化した複製から復元してください。",
    ),
    maps=(
        "aws-fsbp:RDS.3",
        "cis-aws-3.0:2.3.1",
        "cis-aws-5.0:2.2.1",
        "nist-800-53-r5:SC-28",
        "cwe:311",
    ),
)
def database_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind in ("database", "cache") and store.encrypted.is_(False):
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
        resource "aws_db_instance" "main" {
          engine            = "postgres"
          instance_class    = "db.t3.micro"
          storage_encrypted = false
        }
        """,
        cloudformation="""
        Resources:
          Main:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
        """,
    ),
    Good(
        terraform="""
        variable "encrypted" {}
        resource "aws_db_instance" "main" {
          engine            = "postgres"
          instance_class    = "db.t3.micro"
          storage_encrypted = true
        }
        resource "aws_db_instance" "copy" {
          replicate_source_db = "main"
          instance_class      = "db.t3.micro"
        }
        resource "aws_neptune_cluster" "asked" {
          cluster_identifier = "graph"
          storage_encrypted  = var.encrypted
        }
        """,
        cloudformation="""
        Parameters:
          Encrypted:
            Type: String
        Resources:
          Main:
            Type: AWS::RDS::DBCluster
            Properties:
              Engine: aurora-postgresql
              StorageEncrypted: !Ref Encrypted
          Copy:
            Type: AWS::RDS::DBInstance
            Properties:
              SourceDBInstanceIdentifier: main
        """,
    ),
)
