"""Find inputs that choose a region and accept any."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.region import RegionInput
from seawall.severity import LOW, MEDIUM
from seawall.words import say


@check(
    RegionInput,
    MEDIUM,
    title="Any region may be chosen",
    why="One word on a command line moves the workload to a region that nobody watches or pays attention to.",
    remedy="Allow a list of regions: a validation block in Terraform, AllowedValues in CloudFormation.",
    ja=Ja(
        title="どのリージョンでも指定できる",
        why="コマンドの一語で、誰も監視していないリージョンにワークロードが作られます。",
        remedy="リージョンを限定してください。Terraform では validation ブロック、CloudFormation では AllowedValues を使ってください。",
    ),
    maps=("attack:T1535",),
    severities=(MEDIUM, LOW),
)
def region_unconstrained(chosen: RegionInput) -> Iterator[Problem]:
    if not chosen.constrained:
        yield Problem(
            chosen,
            say(
                f"{chosen.name} accepts any region", f"{chosen.name} はどのリージョンも受け付けます"
            ),
            # a default is what most people take
            severity=LOW if chosen.has_default else MEDIUM,
        )
        return
    if chosen.allowed is None:
        return
    for each in chosen.may_be:
        if each.known and each.is_not_in(chosen.allowed):
            yield Problem(
                each,
                say(
                    f"{chosen.name} accepts {each.value}, which the settings do not allow",
                    f"{chosen.name} は設定で許可されていない {each.value} を受け付けます",
                ),
            )


EXAMPLES = (
    Bad(
        terraform="""
        variable "region" {
          type = string
        }
        provider "aws" {
          region = var.region
        }
        """,
        cloudformation="""
        Parameters:
          TargetRegion:
            Type: String
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
    ),
    Bad(
        terraform="""
        variable "aws_region" {
          default = "eu-west-1"
        }
        provider "aws" {
          region = var.aws_region
        }
        """,
        cloudformation="""
        Parameters:
          Region:
            Type: String
            AllowedValues: [eu-west-1, us-west-2]
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
        settings={"allowed_regions": ["eu-west-1"]},
    ),
    Good(
        terraform="""
        variable "region" {
          type = string
          validation {
            condition     = contains(["eu-west-1", "eu-central-1"], var.region)
            error_message = "Europe only."
          }
        }
        provider "aws" {
          region = var.region
        }
        """,
        cloudformation="""
        Parameters:
          Region:
            Type: String
            AllowedValues: [eu-west-1, eu-central-1]
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
    ),
    Good(
        terraform="""
        variable "name" {}
        provider "aws" {
          region = "eu-west-1"
        }
        """,
        cloudformation="""
        Parameters:
          RegionalBucketName:
            Type: String
        Resources:
          Topic:
            Type: AWS::SNS::Topic
        """,
    ),
)
