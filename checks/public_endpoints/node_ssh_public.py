"""Find Kubernetes node groups whose SSH port faces the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import Endpoint
from seawall.severity import HIGH
from seawall.words import say


@check(
    Endpoint,
    HIGH,
    title="SSH of cluster nodes is open to the internet",
    why="A key pair without source groups makes the service open port 22 of every node to everyone.",
    remedy="Name the security groups that may connect, or use Session Manager and no key pair.",
    ja=Ja(
        title="クラスターノードの SSH がインターネットに公開されている",
        why="接続元のセキュリティグループなしにキーペアを指定すると、全ノードの 22 番が誰にでも開かれます。",
        remedy="接続元のセキュリティグループを指定するか、キーペアを使わず Session Manager を使ってください。",
    ),
    maps=("cwe:284", "attack:T1133"),
)
def node_ssh_public(endpoint: Endpoint) -> Iterator[Problem]:
    if endpoint.kind == "nodes" and endpoint.public.is_(True):
        yield Problem(
            endpoint.public,
            say(
                "a key pair without source groups opens port 22 to everyone",
                "接続元グループのないキーペアは 22 番を誰にでも開きます",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_eks_node_group" "workers" {
          cluster_name = "main"
          remote_access {
            ec2_ssh_key = "ops"
          }
        }
        """,
        cloudformation="""
        Resources:
          Workers:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: main
              RemoteAccess:
                Ec2SshKey: ops
        """,
    ),
    Good(
        terraform="""
        variable "groups" {}
        resource "aws_eks_node_group" "workers" {
          cluster_name = "main"
          remote_access {
            ec2_ssh_key               = "ops"
            source_security_group_ids = var.groups
          }
        }
        """,
        cloudformation="""
        Parameters:
          Group:
            Type: String
        Resources:
          Workers:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: main
              RemoteAccess:
                Ec2SshKey: ops
                SourceSecurityGroups: [!Ref Group]
          Closed:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: main
        """,
    ),
)
