"""Find CloudTrail logs without a key of their own."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.data import Store
from seawall.severity import LOW
from seawall.words import say


@check(
    Store,
    LOW,
    title="CloudTrail logs have no key of their own",
    why="Whoever may read the bucket may read every call made in the account.",
    remedy="Name a KMS key whose policy lets only auditors decrypt.",
    ja=Ja(
        title="CloudTrail のログに専用のキーがない",
        why="バケットを読める者は、アカウントのすべての API 呼び出しを読めます。",
        remedy="監査担当だけが復号できる KMS キーを指定してください。",
    ),
    maps=("aws-fsbp:CloudTrail.2", "cis-aws-3.0:3.5"),
)
def trail_unencrypted(store: Store) -> Iterator[Problem]:
    if store.kind == "trail" and store.encrypted.is_(False):
        yield Problem(
            store,
            say(
                f"{store.service} data is not encrypted",
                f"{store.service} のデータが暗号化されていません",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_cloudtrail" "all" {
          name           = "all"
          s3_bucket_name = "logs"
        }
        """,
        cloudformation="""
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
        """,
    ),
    Good(
        terraform="""
        variable "key" {}
        resource "aws_cloudtrail" "all" {
          name           = "all"
          s3_bucket_name = "logs"
          kms_key_id     = var.key
        }
        """,
        cloudformation="""
        Parameters:
          Key:
            Type: String
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
              KMSKeyId: !Ref Key
        """,
    ),
)
