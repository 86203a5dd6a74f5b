"""Find OpenSearch domains outside a VPC."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Endpoint
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    Endpoint,
    MEDIUM,
    title="Search domain is outside a VPC",
    why="Only its access policy stands between the domain's data and the internet.",
    remedy="Put the domain into a VPC; it has to be made anew for that.",
    ja=Ja(
        title="検索ドメインが VPC の外にある",
        why="ドメインのデータとインターネットの間には、アクセスポリシーしかありません。",
        remedy="ドメインを VPC の中に作り直してください。",
    ),
    maps=("aws-fsbp:Opensearch.2", "cwe:284", "attack:T1190"),
)
def search_domain_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "search" and endpoint.public.is_(True):
        yield Problem(
            endpoint,
            say("the domain has a public endpoint", "ドメインに公開エンドポイントがあります"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_opensearch_domain" "logs" {
          domain_name = "logs"
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: logs
        """,
    ),
    Good(
        terraform="""
        variable "subnets" {}
        resource "aws_opensearch_domain" "logs" {
          domain_name = "logs"
          vpc_options {
            subnet_ids = var.subnets
          }
        }
        """,
        cloudformation="""
        Parameters:
          Subnet:
            Type: String
        Resources:
          Logs:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: logs
              VPCOptions:
                SubnetIds: [!Ref Subnet]
        """,
    ),
)
