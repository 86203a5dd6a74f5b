"""Find providers whose region is left to the environment."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.region import RegionUnset
from seawall.severity import LOW
from seawall.words import say


@check(
    RegionUnset,
    LOW,
    title="Provider names no region",
    why="The shell of whoever runs it decides where everything is made.",
    remedy="Write the region into the provider, or give it a variable with a validation.",
    ja=Ja(
        title="プロバイダーにリージョンの指定がない",
        why="どこに作られるかが、実行した人の環境変数で決まってしまいます。",
        remedy="プロバイダーにリージョンを書くか、検証付きの変数を渡してください。",
    ),
    maps=("attack:T1535",),
)
def region_unset(provider: RegionUnset) -> Iterator[Problem]:
    yield Problem(
        provider,
        say("the environment decides the region", "リージョンが環境に任されています"),
    )


EXAMPLES = (
    Bad(
        terraform="""
        provider "aws" {
          profile = "default"
        }
        """,
    ),
    Good(
        terraform="""
        variable "region" {}
        provider "aws" {
          region = "eu-west-1"
        }
        provider "aws" {
          alias  = "asked"
          region = var.region
        }
        provider "google" {
        }
        """,
    ),
)
