"""Find buckets that do not say how their objects are encrypted."""

from collections.abc import Iterator

from seawall.check import AddResource, Bad, Good, Ja, Problem, check
from seawall.model.s3 import Bucket
from seawall.severity import LOW
from seawall.words import say


@check(
    Bucket,
    LOW,
    title="Bucket has no default encryption written",
    why="AWS encrypts new objects with its own keys by default, but then nobody controls or can take back who decrypts them.",
    remedy="Write the encryption, with a KMS key of your own where the data is sensitive.",
    ja=Ja(
        title="バケットのデフォルト暗号化が書かれていない",
        why="AWS は既定で自社の鍵を使って暗号化しますが、誰が復号できるかを管理したり取り消したりできません。",
        remedy="暗号化を明記し、機密データには自分の KMS キーを使ってください。",
    ),
    maps=("cwe:311",),
)
def bucket_without_encryption(bucket: Bucket) -> Iterator[Problem]:
    if bucket.algorithm.absent:
        yield Problem(
            bucket,
            say(
                "No default encryption is written for this bucket",
                "このバケットにはデフォルト暗号化が書かれていません",
            ),
            fix=AddResource(bucket, "bucket-encryption"),
            related=(bucket.encryption,) if bucket.encryption else (),
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
            Properties:
              BucketName: acme-logs
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
          bucket = aws_s3_bucket.logs.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "aws:kms"
            }
          }
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: AES256
        """,
    ),
    Good(
        terraform="""
        variable "algorithm" {}

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
          server_side_encryption_configuration {
            rule {
              apply_server_side_encryption_by_default {
                sse_algorithm = var.algorithm
              }
            }
          }
        }
        """,
        cloudformation="""
        Parameters:
          Algorithm:
            Type: String
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: !Ref Algorithm
        """,
    ),
)
