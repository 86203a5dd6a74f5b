"""Find ingress rules that open every port to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.severity import CRITICAL, HIGH
from seawall.words import say


@check(
    IngressRule,
    HIGH,
    title="All ports are open to the internet",
    why="Anyone can reach every service of every machine in the group, also those that nobody thought of.",
    remedy="Open single ports, and only to the networks that need them.",
    ja=Ja(
        title="すべてのポートがインターネットに公開されている",
        why="グループ内のすべての機器のすべてのサービスに、誰でも接続できます。忘れられたサービスも例外ではありません。",
        remedy="必要なポートだけを、必要なネットワークだけに開いてください。",
    ),
    maps=(
        "aws-fsbp:EC2.18",
        "aws-fsbp:EC2.19",
        "cis-aws-3.0:5.2",
        "cis-aws-3.0:5.3",
        "nist-800-53-r5:SC-7",
        "cwe:284",
        "attack:T1190",
    ),
    severities=(HIGH, CRITICAL),
)
def all_ports_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or not rule.everything:
        return
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(f"{shown} may reach every port", f"{shown} からすべてのポートに接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            severity=CRITICAL if rule.reachable is not None else HIGH,
            related=tuple(each for each in (rule.group, rule.reachable) if each is not None),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "open" {
          ingress = [{
            from_port        = 0
            to_port          = 0
            protocol         = "-1"
            cidr_blocks      = ["0.0.0.0/0"]
            ipv6_cidr_blocks = ["::/0"]
            self             = true
          }]
        }
        """,
        cloudformation="""
        Resources:
          Open:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: open
              SecurityGroupIngress:
                - IpProtocol: -1
                  CidrIp: 0.0.0.0/0
                - IpProtocol: tcp
                  FromPort: 0
                  ToPort: 65535
                  CidrIpv6: "::/0"
        """,
        times=2,
    ),
    Good(
        terraform="""
        variable "port" {}
        resource "aws_security_group" "inside" {
          ingress {
            from_port = 0
            to_port   = 0
            protocol  = "-1"
            self      = true
          }
          ingress {
            from_port   = var.port
            to_port     = var.port
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        cloudformation="""
        Parameters:
          Port:
            Type: Number
        Resources:
          Inside:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: inside
              SecurityGroupIngress:
                - IpProtocol: "-1"
                  CidrIp: 10.0.0.0/8
                - IpProtocol: tcp
                  FromPort: !Ref Port
                  ToPort: !Ref Port
                  CidrIp: 0.0.0.0/0
        """,
    ),
)
