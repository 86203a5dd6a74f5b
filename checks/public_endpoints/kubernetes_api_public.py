"""Find Kubernetes API endpoints that the whole internet may reach."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Endpoint
from seawall.severity import HIGH, MEDIUM
from seawall.words import say


@check(
    Endpoint,
    HIGH,
    title="Kubernetes API is open to the internet",
    why="A stolen token or a fresh hole in the API server is all an attacker needs from anywhere.",
    remedy="Switch the public endpoint off, or name the networks that may reach it.",
    ja=Ja(
        title="Kubernetes API がインターネットに公開されている",
        why="盗まれたトークンか API サーバーの新しい脆弱性さえあれば、どこからでも攻撃できます。",
        remedy="パブリックエンドポイントを無効にするか、接続元のネットワークを限定してください。",
    ),
    maps=("aws-fsbp:EKS.1", "cwe:284", "attack:T1190"),
    severities=(HIGH, MEDIUM),
)
def kubernetes_api_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind != "kubernetes" or not endpoint.unrestricted:
        return
    if endpoint.public.is_(True):
        written = endpoint.world[0] if endpoint.world else endpoint.public
        yield Problem(
            written if written.written else endpoint,
            say(
                "everyone may reach the cluster's API endpoint",
                "クラスターの API エンドポイントに誰でも接続できます",
            ),
            # the service's own default is said more quietly than what somebody wrote
            severity=HIGH if written.written else MEDIUM,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_eks_cluster" "main" {
          name = "main"
          vpc_config {
            subnet_ids          = ["subnet-0123456789abcdef0"]
            public_access_cidrs = ["0.0.0.0/0"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Main:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                EndpointPublicAccess: true
        """,
    ),
    Bad(
        terraform="""
        resource "aws_eks_cluster" "default" {
          name = "main"
          vpc_config {
            subnet_ids          = ["subnet-0123456789abcdef0"]
            public_access_cidrs = []
          }
        }
        """,
    ),
    Good(
        terraform="""
        variable "office" {}
        resource "aws_eks_cluster" "main" {
          name = "main"
          vpc_config {
            subnet_ids             = ["subnet-0123456789abcdef0"]
            endpoint_public_access = false
          }
        }
        resource "aws_eks_cluster" "narrow" {
          name = "narrow"
          vpc_config {
            subnet_ids          = ["subnet-0123456789abcdef0"]
            public_access_cidrs = ["198.51.100.0/24"]
          }
        }
        resource "aws_eks_cluster" "asked" {
          name = "asked"
          vpc_config {
            subnet_ids          = ["subnet-0123456789abcdef0"]
            public_access_cidrs = var.office
          }
        }
        """,
        cloudformation="""
        Parameters:
          Office:
            Type: String
        Resources:
          Main:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig:
                EndpointPublicAccess: true
                PublicAccessCidrs: [!Ref Office]
        """,
    ),
)
