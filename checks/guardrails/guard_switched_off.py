"""Find guards of an account that are switched off."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Guard
from seawall.severity import HIGH
from seawall.words import say


@check(
    Guard,
    HIGH,
    title="Guard of the account is switched off",
    why="Attackers switch off logging and detection first; what they do next leaves no trace.",
    remedy="Switch it on; to save cost, narrow what it watches instead.",
    ja=Ja(
        title="アカウントの監視や保護が無効になっている",
        why="攻撃者はまずログと検知を止めます。その後の行動は痕跡が残りません。",
        remedy="有効にしてください。費用を抑えるには、監視対象を絞ってください。",
    ),
    maps=("aws-fsbp:GuardDuty.1", "aws-fsbp:Config.1", "attack:T1562.008"),
)
def guard_switched_off(guard: Guard) -> Iterator[Problem]:
    if guard.on.is_(False):
        yield Problem(
            guard.on if guard.on.written else guard,
            say(f"{guard.service} is switched off", f"{guard.service} が無効になっています"),
            fix=SetTo(guard.on, True) if guard.on.written and guard.boolean else None,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_guardduty_detector" "main" {
          enable = false
        }
        """,
        cloudformation="""
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: false
        """,
        change=("false", "true"),
    ),
    Bad(
        terraform="""
        resource "aws_ebs_snapshot_block_public_access" "account" {
          state = "unblocked"
        }
        """,
        cloudformation="""
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: "false"
              S3BucketName: logs
        """,
    ),
    Good(
        terraform="""
        variable "on" {}
        resource "aws_guardduty_detector" "main" {
        }
        resource "aws_ebs_encryption_by_default" "account" {
          enabled = true
        }
        resource "aws_cloudtrail" "all" {
          name           = "all"
          s3_bucket_name = "logs"
          enable_logging = var.on
        }
        """,
        cloudformation="""
        Parameters:
          On:
            Type: String
        Resources:
          Detector:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: !Ref On
        """,
    ),
)
