"""Find CloudTrail trails that watch one region only."""

from collections.abc import Iterator

from seawall.check import Add, Bad, Good, Ja, Problem, SetTo, check
from seawall.model.services import Trail
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Trail,
    MEDIUM,
    title="Trail watches one region only",
    why="What happens in a region that nobody uses is what an investigation needs most.",
    remedy="Make the trail a multi-region one.",
    ja=Ja(
        title="証跡が一つのリージョンしか記録していない",
        why="誰も使わないリージョンでの操作こそ、調査に最も必要な記録です。",
        remedy="証跡をマルチリージョンにしてください。",
    ),
    maps=("aws-fsbp:CloudTrail.1", "cis-aws-3.0:3.1", "attack:T1535"),
)
def trail_single_region(trail: Trail) -> Iterator[Problem]:
    if trail.multi_region.is_(False):
        written = trail.multi_region.written
        name = "is_multi_region_trail" if trail.language == "terraform" else "IsMultiRegionTrail"
        yield Problem(
            trail.multi_region if written else trail,
            say("the trail watches one region only", "証跡が一つのリージョンだけを記録しています"),
            fix=SetTo(trail.multi_region, True) if written else Add(trail, name, True),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_cloudtrail" "home" {
          name                  = "home"
          s3_bucket_name        = "logs"
          is_multi_region_trail = false
        }
        """,
        cloudformation="""
        Resources:
          Home:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
        """,
    ),
    Good(
        terraform="""
        variable "everywhere" {}
        resource "aws_cloudtrail" "all" {
          name                  = "all"
          s3_bucket_name        = "logs"
          is_multi_region_trail = true
        }
        resource "aws_cloudtrail" "asked" {
          name                  = "asked"
          s3_bucket_name        = "logs"
          is_multi_region_trail = var.everywhere
        }
        """,
        cloudformation="""
        Parameters:
          Everywhere:
            Type: String
        Resources:
          All:
            Type: AWS::CloudTrail::Trail
            Properties:
              IsLogging: true
              S3BucketName: logs
              IsMultiRegionTrail: !Ref Everywhere
        """,
    ),
)
