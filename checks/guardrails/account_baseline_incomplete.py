"""Find folders declared as an account's baseline that lack a part of it."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Baseline
from seawall.severity import MEDIUM
from seawall.words import say

_JA = {
    "GuardDuty": "GuardDuty",
    "a trail for all regions": "マルチリージョンの証跡",
    "a budget with a notification": "通知付きの予算",
    "a guardrail on regions": "リージョンのガードレール",
}


@check(
    Baseline,
    MEDIUM,
    title="Account baseline is incomplete",
    why="A stolen key is noticed by detection, logs and a bill, in this order; the one that lacks is the one that was needed.",
    remedy="Add what is missing to the baseline, or take the kind out of the settings.",
    ja=Ja(
        title="アカウントの基本設定が足りない",
        why="漏えいしたキーは、検知、ログ、請求の順に気づかれます。足りないものが、まさに必要なものになります。",
        remedy="足りないものを追加するか、設定の kind を外してください。",
    ),
    maps=("attack:T1562.008",),
)
def account_baseline_incomplete(baseline: Baseline) -> Iterator[Problem]:
    for part in baseline.missing:
        yield Problem(
            baseline,
            say(f"the baseline lacks {part}", f"{_JA.get(part, part)} がありません"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        provider "aws" {
          region = "eu-west-1"
        }
        resource "aws_guardduty_detector" "main" {
        }
        resource "aws_cloudtrail" "home" {
          name           = "home"
          s3_bucket_name = "logs"
        }
        """,
        cloudformation="""
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              IsMultiRegionTrail: true
              S3BucketName: logs
        """,
        settings={"kind": "account-baseline"},
        times=3,
    ),
    Good(
        terraform="""
        resource "aws_guardduty_detector" "main" {
        }
        resource "aws_cloudtrail" "all" {
          name                  = "all"
          s3_bucket_name        = "logs"
          is_multi_region_trail = true
        }
        resource "aws_budgets_budget" "month" {
          budget_type  = "COST"
          limit_amount = "100"
          limit_unit   = "USD"
          time_unit    = "MONTHLY"
          notification {
            comparison_operator        = "GREATER_THAN"
            threshold                  = 80
            threshold_type             = "PERCENTAGE"
            notification_type          = "ACTUAL"
            subscriber_email_addresses = ["ops@example.com"]
          }
        }
        resource "aws_iam_policy" "boundary" {
          policy = jsonencode({
            Statement = [{
              Effect    = "Deny"
              NotAction = ["iam:*", "sts:*"]
              Resource  = "*"
              Condition = { StringNotEquals = { "aws:RequestedRegion" = ["eu-west-1"] } }
            }]
          })
        }
        """,
        settings={"kind": "account-baseline"},
    ),
    Good(
        cloudformation="""
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
    ),
)
