"""Find buckets that keep ACLs alive."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import Ownership
from seawall.severity import LOW
from seawall.words import say

_ALIVE = frozenset({"ObjectWriter", "BucketOwnerPreferred"})


@check(
    Ownership,
    LOW,
    title="Bucket keeps ACLs alive",
    why="With ACLs alive, whoever uploads an object can publish it alone, past every policy review.",
    remedy="Set the object ownership to BucketOwnerEnforced and grant access by policy.",
    ja=Ja(
        title="バケットの ACL が有効なまま",
        why="ACL が有効だと、アップロードした人がポリシーの確認を経ずにオブジェクトを公開できます。",
        remedy="オブジェクト所有権を BucketOwnerEnforced にし、アクセスはポリシーで許可してください。",
    ),
    maps=("aws-fsbp:S3.12", "cwe:732"),
)
def bucket_acls_enabled(ownership: Ownership) -> Iterator[Problem]:
    if ownership.setting.is_in(_ALIVE):
        yield Problem(
            ownership.setting,
            say(
                f"{ownership.setting.value} keeps the ACLs of this bucket alive",
                f"{ownership.setting.value} ではバケットの ACL が有効なままです",
            ),
            fix=SetTo(ownership.setting, "BucketOwnerEnforced"),
            safe=False,
            related=(ownership.bucket,) if ownership.bucket else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_ownership_controls" "logs" {
          bucket = aws_s3_bucket.logs.id
          rule {
            object_ownership = "BucketOwnerPreferred"
          }
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: ObjectWriter
        """,
    ),
    Good(
        terraform="""
        variable "ownership" {}

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_ownership_controls" "logs" {
          bucket = aws_s3_bucket.logs.id
          rule {
            object_ownership = var.ownership
          }
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
        """,
    ),
)
