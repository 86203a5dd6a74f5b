"""Find resources that lean on something in a region that the settings do not allow."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.region import RegionUse
from seawall.severity import MEDIUM
from seawall.words import say

PLACES_JA = {
    "availability zone": "アベイラビリティーゾーン",
    "endpoint service": "エンドポイントサービス",
    "provider": "プロバイダー",
    "region": "リージョン",
    "replica": "レプリカ",
    "source of a copy": "コピー元",
    "state": "ステート",
}


@check(
    RegionUse,
    MEDIUM,
    title="Reference into a region that is not allowed",
    why="A key, topic or copy in a forgotten region takes data and control out of sight.",
    remedy="Point to the same thing in an allowed region, or add the region to [regions] allowed.",
    ja=Ja(
        title="許可されていないリージョンを参照している",
        why="忘れられたリージョンのキーやトピック、複製元は、データと制御を見えない場所に出してしまいます。",
        remedy="許可されたリージョンのものを参照するか、[regions] allowed に追加してください。",
    ),
    maps=("attack:T1535",),
)
def region_reference_not_allowed(use: RegionUse) -> Iterator[Problem]:
    if use.reference and use.used.known and use.used.is_not_in(use.allowed):
        region = use.used.value
        yield Problem(
            use.used,
            say(
                f"{use.what} in {region}, which the settings do not allow",
                f"設定で許可されていない {region} を参照しています ({PLACES_JA.get(use.what, use.what)})",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_db_instance" "main" {
          engine     = "postgres"
          kms_key_id = "arn:aws:kms:us-east-2:111122223333:key/0f0f0f0f"
        }
        """,
        cloudformation="""
        Resources:
          Hook:
            Type: AWS::SNS::Subscription
            Properties:
              Protocol: sqs
              TopicArn: arn:aws:sns:us-east-2:111122223333:news
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Good(
        terraform="""
        variable "key" {}
        resource "aws_db_instance" "main" {
          engine     = "postgres"
          kms_key_id = var.key
        }
        resource "aws_cloudfront_distribution" "site" {
          web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/0f0f"
        }
        """,
        cloudformation="""
        Parameters:
          Topic:
            Type: String
        Resources:
          Hook:
            Type: AWS::SNS::Subscription
            Properties:
              Protocol: sqs
              TopicArn: !Ref Topic
          Home:
            Type: AWS::SNS::Subscription
            Properties:
              Protocol: sqs
              TopicArn: arn:aws:sns:eu-west-1:111122223333:news
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
)
