"""Find ingress rules that let every kind of ICMP in from the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.severity import LOW
from seawall.words import say


@check(
    IngressRule,
    LOW,
    title="Every kind of ICMP is let in from the internet",
    why="Redirects and timestamps help to map and to mislead a network; ping and path discovery need two kinds only.",
    remedy="Let in echo requests (8) and unreachable messages (3) only.",
    ja=Ja(
        title="すべての種類の ICMP がインターネットから許可されている",
        why="リダイレクトやタイムスタンプは、ネットワークの調査や誘導に使われます。疎通確認に必要なのは 2 種類だけです。",
        remedy="エコー要求 (8) と到達不能 (3) だけを許可してください。",
    ),
    maps=("cwe:284",),
)
def icmp_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or not rule.icmp:
        return
    for cidr in rule.world if rule.from_port.is_(-1) else ():
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(
                f"{shown} may send every kind of ICMP",
                f"{shown} からすべての種類の ICMP が届きます",
            ),
            related=(rule.group,) if rule.group is not None else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "app" {
          ingress {
            from_port   = -1
            to_port     = -1
            protocol    = "icmp"
            cidr_blocks = ["0.0.0.0/0"]
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
                - IpProtocol: icmp
                  FromPort: -1
                  ToPort: -1
                  CidrIp: 0.0.0.0/0
        """,
    ),
    Good(
        terraform="""
        variable "from" {}
        resource "aws_security_group" "app" {
          ingress {
            from_port   = 8
            to_port     = 0
            protocol    = "icmp"
            cidr_blocks = ["0.0.0.0/0"]
          }
          ingress {
            from_port   = -1
            to_port     = -1
            protocol    = "icmp"
            cidr_blocks = var.from
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
                - IpProtocol: icmp
                  FromPort: -1
                  ToPort: -1
                  CidrIp: !Ref From
        """,
    ),
)
