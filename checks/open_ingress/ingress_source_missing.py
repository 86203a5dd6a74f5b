"""Find ingress rules that name no source at all."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IngressRule,
    MEDIUM,
    title="Ingress rule names no source",
    why="Whoever fills the gap later, by hand or by default, often fills it with the whole internet.",
    remedy="Name the ranges, groups or prefix lists that may connect, or take the rule out.",
    ja=Ja(
        title="インバウンドルールに接続元がない",
        why="空いたままの接続元は、あとで手作業や既定値によりインターネット全体で埋められることが多くあります。",
        remedy="接続元の範囲、グループ、プレフィックスリストを指定するか、ルールを削除してください。",
    ),
    maps=("cwe:284",),
)
def ingress_source_missing(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind == SECURITY_GROUP and rule.sourceless:
        yield Problem(
            rule.block if rule.block is not None and rule.block.span is not None else rule,
            say("this rule names no source", "このルールには接続元がありません"),
            related=(rule.group,) if rule.group is not None else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "app" {
          ingress {
            from_port = 22
            to_port   = 22
            protocol  = "tcp"
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
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
        """,
    ),
    Good(
        terraform="""
        variable "from" {}
        resource "aws_security_group" "app" {
          ingress {
            from_port   = 22
            to_port     = 22
            protocol    = "tcp"
            cidr_blocks = var.from
          }
          ingress {
            from_port = 0
            to_port   = 0
            protocol  = "-1"
            self      = true
          }
          ingress {
            from_port       = 443
            to_port         = 443
            protocol        = "tcp"
            prefix_list_ids = ["pl-0123456789abcdef0"]
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
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
                  CidrIp: !Ref From
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  SourceSecurityGroupName: lb
        """,
    ),
)
