"""Find ingress rules that let very large public networks in."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IngressRule,
    MEDIUM,
    title="Millions of public addresses may connect",
    why="A range of a /8 belongs to many owners; it keeps no attacker out and often is a typing mistake.",
    remedy="Name the networks that may connect, as narrow as their owner has them.",
    ja=Ja(
        title="数千万のパブリックアドレスから接続できる",
        why="/8 のような範囲は多くの所有者にまたがり、攻撃者を締め出せません。入力ミスであることも多くあります。",
        remedy="接続元を、実際に所有している狭い範囲で指定してください。",
    ),
    maps=("cwe:284",),
)
def wide_network_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or not rule.ports or rule.web_only():
        return
    for cidr in rule.wide:
        ports = "every port" if rule.everything else f"port {rule.ports_text()}"
        ports_ja = "すべてのポート" if rule.everything else f"ポート {rule.ports_text()}"
        yield Problem(
            cidr,
            say(f"{cidr.value} may reach {ports}", f"{cidr.value} から{ports_ja} に接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            related=(rule.group,) if rule.group is not None else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "app" {
          ingress {
            from_port   = 22
            to_port     = 22
            protocol    = "tcp"
            cidr_blocks = ["52.0.0.0/8"]
          }
        }
        """,
        cloudformation="""
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: app
              SecurityGroupIngress:
                - IpProtocol: "-1"
                  CidrIp: 16.0.0.0/5
        """,
    ),
    Good(
        terraform="""
        variable "from" {}
        resource "aws_security_group" "app" {
          ingress {
            from_port        = 22
            to_port          = 22
            protocol         = "tcp"
            cidr_blocks      = ["10.0.0.0/8", "198.51.100.0/24", "52.94.0.0/16", var.from]
            ipv6_cidr_blocks = ["fc00::/7", "2001:db8::/32"]
          }
        }
        """,
        cloudformation="""
        Parameters:
          From:
            Type: String
        Resources:
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: app
              SecurityGroupIngress:
                - IpProtocol: "-1"
                  CidrIp: 172.16.0.0/12
                - IpProtocol: "-1"
                  CidrIp: !Ref From
        """,
    ),
    Good(
        terraform="""
        resource "aws_security_group" "partner" {
          ingress {
            from_port   = 443
            to_port     = 8443
            protocol    = "tcp"
            cidr_blocks = ["17.0.0.0/8"]
          }
        }
        """,
        settings={"trusted": ("17.0.0.0/8",)},
    ),
)
