"""Find search domains whose access policy lets everyone in."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import EVERYONE, reach
from seawall.model.iam import ResourcePolicy
from seawall.severity import HIGH
from seawall.words import say


@check(
    ResourcePolicy,
    HIGH,
    title="Search domain is open to everyone",
    why="Open search clusters are read and wiped by scanners within hours, and have leaked billions of records.",
    remedy="Put the domain into a VPC, or name the roles and accounts that may use it.",
    ja=Ja(
        title="検索ドメインが全員に開かれている",
        why="公開された検索クラスタは数時間のうちに読み出しや消去の被害を受け、何十億件もの情報漏えいを招いています。",
        remedy="ドメインを VPC に入れるか、利用できるロールとアカウントを指定してください。",
    ),
    maps=("cwe:732", "attack:T1190", "attack:T1530"),
)
def search_policy_public(policy: ResourcePolicy) -> Iterator[Problem]:
    if policy.service != "es" or policy.private.unknown or policy.private.is_(True):
        return
    for statement in policy.allowing():
        if statement.open_principals and reach(statement) == EVERYONE:
            yield Problem(
                statement.open_principals[0].who,
                say("Anyone may use this search domain", "誰でもこの検索ドメインを利用できます"),
                related=policy.uses,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_opensearch_domain_policy" "logs" {
          domain_name     = "logs"
          access_policies = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "es:ESHttp*"
              Resource  = "arn:aws:es:eu-west-1:111122223333:domain/logs/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::Elasticsearch::Domain
            Properties:
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "*"}
                    Action: es:*
                    Resource: "*"
        """,
    ),
    Good(
        terraform="""
        variable "office" {}

        resource "aws_opensearch_domain_policy" "logs" {
          domain_name     = "logs"
          access_policies = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "es:ESHttp*"
              Resource  = "arn:aws:es:eu-west-1:111122223333:domain/logs/*"
              Condition = { IpAddress = { "aws:SourceIp" = var.office } }
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::OpenSearchService::Domain
            Properties:
              VPCOptions: {SubnetIds: [subnet-0a1b2c3d]}
              AccessPolicies:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "*"}
                    Action: es:*
                    Resource: "*"
        """,
    ),
)
