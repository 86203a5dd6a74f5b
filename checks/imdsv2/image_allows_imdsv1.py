"""Find machine images that do not ask their instances to require tokens."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.compute import Image
from seawall.severity import LOW
from seawall.words import say


@check(
    Image,
    LOW,
    title="Image does not ask for IMDSv2",
    why="An image registered for v2.0 makes tokens required by default for every instance started from it.",
    remedy="Set the image's metadata support to v2.0.",
    ja=Ja(
        title="イメージが IMDSv2 を求めていない",
        why="v2.0 として登録されたイメージから起動したインスタンスは、既定でトークンが必須になります。",
        remedy="イメージのメタデータサポートを v2.0 にしてください。",
    ),
)
def image_allows_imdsv1(image: Image) -> Iterator[Problem]:
    if image.support.is_not("v2.0"):
        yield Problem(image, say("the image lacks v2.0", "イメージに v2.0 の指定がありません"))


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_ami" "golden" {
          name             = "golden"
          root_device_name = "/dev/xvda"
        }
        """,
    ),
    Good(
        terraform="""
        variable "support" {}
        resource "aws_ami" "golden" {
          name         = "golden"
          imds_support = "v2.0"
        }
        resource "aws_ami" "other" {
          name         = "other"
          imds_support = var.support
        }
        """,
    ),
)
