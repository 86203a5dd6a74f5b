"""Find file transfer servers that anyone may reach."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Endpoint
from seawall.severity import LOW
from seawall.words import say


@check(
    Endpoint,
    LOW,
    title="File transfer server has a public endpoint",
    why="Everyone may try keys and passwords on it, and no security group can narrow who.",
    remedy="Use a VPC endpoint, with an address of its own where partners have to reach it.",
    ja=Ja(
        title="ファイル転送サーバーに公開エンドポイントがある",
        why="誰でも鍵やパスワードを試せます。セキュリティグループで接続元を絞ることもできません。",
        remedy="VPC エンドポイントを使ってください。外部から接続が必要な場合は Elastic IP を割り当ててください。",
    ),
    maps=("cwe:284",),
)
def transfer_server_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "transfer" and endpoint.public.is_(True):
        yield Problem(
            endpoint.public if endpoint.public.written else endpoint,
            say("the server has a public endpoint", "サーバーに公開エンドポイントがあります"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_transfer_server" "files" {
          identity_provider_type = "SERVICE_MANAGED"
        }
        """,
        cloudformation="""
        Resources:
          Files:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: PUBLIC
        """,
    ),
    Good(
        terraform="""
        variable "kind" {}
        resource "aws_transfer_server" "files" {
          endpoint_type = "VPC"
        }
        resource "aws_transfer_server" "asked" {
          endpoint_type = var.kind
        }
        """,
        cloudformation="""
        Parameters:
          Kind:
            Type: String
        Resources:
          Files:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: !Ref Kind
        """,
    ),
)
