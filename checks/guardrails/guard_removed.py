"""Find guards of an account that a change takes away."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import RemovedWatch
from seawall.severity import HIGH
from seawall.words import say


@check(
    RemovedWatch,
    HIGH,
    title="Guard of the account is removed",
    why="Deleting detection and logging is the quiet way of switching them off; the next apply leaves the account blind.",
    remedy="Keep the guard; if another place has taken over, say so in an exemption with a reason.",
    ja=Ja(
        title="アカウントの監視や保護が削除される",
        why="検知やログの削除は、目立たずに無効化する方法です。次の適用でアカウントは無防備になります。",
        remedy="残してください。別の場所に移した場合は、理由を付けて除外を設定してください。",
    ),
    maps=("attack:T1562.008",),
)
def guard_removed(guard: RemovedWatch) -> Iterator[Problem]:
    yield Problem(
        guard,
        say(
            f"this change removes {guard.service} ({guard.address})",
            f"この変更は {guard.service} ({guard.address}) を削除します",
        ),
    )


EXAMPLES = (
    Bad(
        terraform="""
        provider "aws" {
          region = "eu-west-1"
        }
        """,
        cloudformation="""
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
        before={
            "terraform": """
            provider "aws" {
              region = "eu-west-1"
            }
            resource "aws_guardduty_detector" "main" {
              enable = true
            }
            """,
            "cloudformation": """
            Resources:
              Topic:
                Type: AWS::SNS::Topic
              Hub:
                Type: AWS::SecurityHub::Hub
            """,
        },
    ),
    Good(
        terraform="""
        resource "aws_cloudtrail" "organization" {
          name           = "all"
          s3_bucket_name = "logs"
        }
        """,
        cloudformation="""
        Resources:
          Organization:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
        """,
        before={
            "terraform": """
            resource "aws_cloudtrail" "account" {
              name           = "all"
              s3_bucket_name = "logs"
            }
            """,
            "cloudformation": """
            Resources:
              Account:
                Type: AWS::CloudTrail::Trail
                Properties:
                  IsLogging: true
                  S3BucketName: logs
            """,
        },
    ),
)
