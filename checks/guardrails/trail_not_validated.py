"""Find CloudTrail trails whose files may be changed unnoticed."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Trail
from seawall.severity import LOW
from seawall.words import say


@check(
    Trail,
    LOW,
    title="Trail files are not validated",
    why="Without digests nobody can tell whether a log was changed after the fact.",
    remedy="Switch log file validation on.",
    ja=Ja(
        title="証跡ファイルの検証が無効になっている",
        why="ダイジェストがないと、ログがあとから改ざんされても分かりません。",
        remedy="ログファイルの検証を有効にしてください。",
    ),
    maps=("aws-fsbp:CloudTrail.4", "cis-aws-3.0:3.2"),
)
def trail_not_validated(trail: Trail) -> Iterator[Problem]:
    if trail.validated.is_(False):
        written = trail.validated.written
        terraform = trail.language == "terraform"
        name = "enable_log_file_validation" if terraform else "EnableLogFileValidation"
        yield Problem(
            trail.validated if written else trail,
            say("log files are not validated", "ログファイルが検証されません"),
            fix=SetTo(trail.validated, True) if written else Add(trail, name, True),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_cloudtrail" "home" {
          name           = "home"
          s3_bucket_name = "logs"
        }
        """,
        cloudformation="""
        Resources:
          Home:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
              EnableLogFileValidation: false
        """,
    ),
    Good(
        terraform="""
        variable "on" {}
        resource "aws_cloudtrail" "all" {
          name                       = "all"
          s3_bucket_name             = "logs"
          enable_log_file_validation = true
        }
        resource "aws_cloudtrail" "asked" {
          name                       = "asked"
          s3_bucket_name             = "logs"
          enable_log_file_validation = var.on
        }
        """,
        cloudformation="""
        Parameters:
          On:
            Type: String
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
              EnableLogFileValidation: !Ref On
        """,
    ),
)
