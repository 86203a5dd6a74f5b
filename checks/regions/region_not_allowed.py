"""Find providers, resources, replicas and state in regions that the settings do not allow."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.region import RegionUse
from seawall.severity import HIGH
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
    HIGH,
    title="Region is not allowed",
    why="Nobody watches a region that nobody uses; miners and data thieves go there, and data may leave its country.",
    remedy="Use an allowed region, or add this one to [regions] allowed in the settings.",
    ja=Ja(
        title="許可されていないリージョンを使っている",
        why="使わないリージョンは監視されず、マイニングやデータ窃取に悪用されます。データが国外に出ることもあります。",
        remedy="許可されたリージョンを使うか、設定の [regions] allowed に追加してください。",
    ),
    maps=("attack:T1535",),
)
def region_not_allowed(use: RegionUse) -> Iterator[Problem]:
    if use.reference or use.used.value is None:
        return
    if use.used.known and use.used.is_not_in(use.allowed):
        region = use.used.value
        yield Problem(
            use.used,
            say(
                f"{use.what} in {region}, which the settings do not allow",
                f"設定で許可されていない {region} を使っています ({PLACES_JA.get(use.what, use.what)})",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        variable "region" {
          default = "us-east-2"
        }
        provider "aws" {
          region = var.region
        }
        """,
        cloudformation="""
        Resources:
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties:
              ReplicaRegions:
                - Region: us-east-2
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Bad(
        terraform="""
        resource "aws_instance" "app" {
          ami               = "ami-0123456789abcdef0"
          availability_zone = "us-west-2a"
        }
        """,
        cloudformation="""
        Resources:
          App:
            Type: AWS::EC2::Instance
            Properties:
              AvailabilityZone: us-west-2a
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Bad(
        terraform="""
        terraform {
          backend "s3" {
            bucket = "state"
            region = "us-east-1"
          }
        }
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Good(
        terraform="""
        provider "aws" {
          region = "eu-west-1"
        }
        provider "aws" {
          alias  = "global"
          region = "us-east-1"
        }
        resource "aws_acm_certificate" "site" {
          provider    = aws.global
          domain_name = "example.com"
        }
        """,
        cloudformation="""
        Parameters:
          Where:
            Type: String
        Resources:
          Secret:
            Type: AWS::SecretsManager::Secret
            Properties:
              ReplicaRegions:
                - Region: !Ref Where
                - Region: eu-west-1
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Good(
        terraform="""
        provider "aws" {
          region = "ap-southeast-2"
        }
        """,
        cloudformation="""
        Resources:
          App:
            Type: AWS::EC2::Instance
            Properties:
              AvailabilityZone: !Select [0, !GetAZs ""]
        """,
    ),
    Good(
        terraform="""
        variable "region" {}
        provider "aws" {
          region = var.region
        }
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
)
