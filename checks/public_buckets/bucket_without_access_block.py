"""Find buckets that have no public access block of their own."""

from collections.abc import Iterator

from seawall.check import AddResource, Bad, Good, Ja, Problem, check
from seawall.model.s3 import Bucket
from seawall.severity import LOW
from seawall.words import say


@check(
    Bucket,
    LOW,
    title="Bucket has no public access block",
    why="AWS blocks public access to new buckets by default, but nothing in this code keeps it that way.",
    remedy="Add a public access block with all four switches on, or one for the whole account.",
    ja=Ja(
        title="バケットにパブリックアクセスブロックがない",
        why="新しいバケットは AWS の既定で公開がブロックされますが、その状態を保つものがこのコードにはありません。",
        remedy="四つの設定を有効にしたパブリックアクセスブロックを、バケットかアカウント全体に追加してください。",
    ),
    maps=(
        "aws-fsbp:S3.8",
        "cis-aws-3.0:2.1.4",
        "nist-800-53:AC-3",
        "nist-800-53:SC-7",
        "pci-dss-4.0.1:1.4.4",
        "cwe:1188",
    ),
)
def bucket_without_access_block(bucket: Bucket) -> Iterator[Problem]:
    if bucket.fenced.is_(False):
        yield Problem(
            bucket,
            say(
                "No public access block fences this bucket",
                "このバケットにはパブリックアクセスブロックがありません",
            ),
            fix=AddResource(bucket, "public-access-block"),
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          for_each = toset(["a", "b"])
          bucket   = "acme-${each.key}"
        }

        resource "aws_s3_bucket_public_access_block" "logs" {
          for_each                = aws_s3_bucket.logs
          bucket                  = each.value.id
          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
        """,
    ),
    Good(
        terraform="""
        variable "bucket" {}

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_public_access_block" "some" {
          bucket            = var.bucket
          block_public_acls = true
        }
        """,
    ),
)
