"""Find buckets whose encryption names an algorithm that S3 does not have."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import Bucket
from seawall.severity import LOW
from seawall.words import say

# https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
_ALGORITHMS = frozenset({"AES256", "aws:kms", "aws:kms:dsse", "aws:fsx", "aws:backup"})


@check(
    Bucket,
    LOW,
    title="Bucket encryption names no algorithm of S3",
    why="S3 refuses the setting, so the bucket stays without the encryption its author meant.",
    remedy="Use AES256, aws:kms or aws:kms:dsse.",
    ja=Ja(
        title="バケット暗号化のアルゴリズムが存在しない",
        why="S3 がこの設定を拒否するため、作成者の意図した暗号化は適用されません。",
        remedy="AES256、aws:kms、aws:kms:dsse のいずれかを使ってください。",
    ),
    maps=("cwe:1188",),
)
def bucket_encryption_unknown_algorithm(bucket: Bucket) -> Iterator[Problem]:
    algorithm = bucket.algorithm
    if algorithm.written and algorithm.value is not None and algorithm.is_not_in(_ALGORITHMS):
        yield Problem(
            algorithm,
            say("S3 has no such encryption algorithm", "S3 にこの暗号化アルゴリズムはありません"),
            fix=SetTo(algorithm, "aws:kms"),
            safe=False,
            related=(bucket,),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
          bucket = aws_s3_bucket.logs.id
          rule {
            apply_server_side_encryption_by_default {
              sse_algorithm = "aes-256"
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
                      SSEAlgorithm: kms
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
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault:
                      SSEAlgorithm: aws:kms:dsse
        """,
    ),
)
