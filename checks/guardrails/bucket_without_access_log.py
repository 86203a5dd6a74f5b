"""Find buckets whose requests nobody logs."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.s3 import Bucket
from seawall.severity import LOW
from seawall.words import say


@check(
    Bucket,
    LOW,
    title="Bucket requests are not logged",
    why="After a leak nobody can say what was read and by whom, and that decides whether customers must be told.",
    remedy="Turn on server access logging to a bucket of its own, or CloudTrail data events for this bucket.",
    ja=Ja(
        title="バケットへのアクセスが記録されていない",
        why="漏えい時に何を誰が読んだか分からず、顧客への通知が必要かどうかも判断できません。",
        remedy="専用バケットへのサーバーアクセスログか、CloudTrail のデータイベントを有効にしてください。",
    ),
    maps=("aws-fsbp:S3.9", "cwe:778"),
)
def bucket_without_access_log(bucket: Bucket) -> Iterator[Problem]:
    if bucket.logging.is_(False) and bucket.keeps_logs.is_(False):
        yield Problem(
            bucket,
            say(
                "Requests to this bucket are not logged",
                "このバケットへのリクエストは記録されません",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "reports" {
          bucket = "acme-reports"
        }
        """,
        cloudformation="""
        Resources:
          Reports:
            Type: AWS::S3::Bucket
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket" "reports" {
          bucket = "acme-reports"
        }

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_logging" "reports" {
          bucket        = aws_s3_bucket.reports.id
          target_bucket = aws_s3_bucket.logs.id
          target_prefix = "reports/"
        }
        """,
        cloudformation="""
        Parameters:
          Logs:
            Type: String
        Resources:
          Reports:
            Type: AWS::S3::Bucket
            Properties:
              LoggingConfiguration:
                DestinationBucketName: !Ref Logs
        """,
    ),
)
