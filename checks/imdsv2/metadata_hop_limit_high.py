"""Find instances whose metadata answers travel further than the instance itself."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.compute import MetadataService
from seawall.severity import LOW
from seawall.words import say


@check(
    MetadataService,
    LOW,
    title="Metadata answers may travel more than one hop",
    why="With a hop limit above 1, containers and proxies on the instance can fetch its role's credentials.",
    remedy="Set the hop limit to 1 unless containers have to use the instance's own role.",
    ja=Ja(
        title="メタデータの応答が 1 ホップを超えて届く",
        why="ホップ数の上限が 1 を超えると、インスタンス上のコンテナやプロキシがロールの認証情報を取得できます。",
        remedy="コンテナがインスタンスのロールを使う必要がなければ、ホップ数の上限を 1 にしてください。",
    ),
    maps=("aws-fsbp:AutoScaling.4",),
)
def metadata_hop_limit_high(metadata: MetadataService) -> Iterator[Problem]:
    if metadata.may_be_off:
        return
    if metadata.hop_limit.holds(lambda hops: hops > 1):
        hops = metadata.hop_limit.value
        yield Problem(
            metadata.hop_limit,
            say(f"the hop limit is {hops}", f"ホップ数の上限が {hops} です"),
            fix=SetTo(metadata.hop_limit, 1),
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_launch_template" "app" {
          metadata_options {
            http_tokens                 = "required"
            http_put_response_hop_limit = 2
          }
        }
        """,
        cloudformation="""
        Resources:
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpTokens: required
                  HttpPutResponseHopLimit: 3
        """,
    ),
    Good(
        terraform="""
        variable "hops" {}
        resource "aws_launch_template" "app" {
          metadata_options {
            http_tokens                 = "required"
            http_put_response_hop_limit = 1
          }
        }
        resource "aws_launch_template" "other" {
          metadata_options {
            http_tokens                 = "required"
            http_put_response_hop_limit = var.hops
          }
        }
        """,
        cloudformation="""
        Parameters:
          Hops:
            Type: Number
        Resources:
          Template:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpTokens: required
                  HttpPutResponseHopLimit: !Ref Hops
        """,
    ),
)
