"""Find ingress rules that open a port other than 80 and 443 to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.model.ports import ADMIN, RISKY, SENSITIVE
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IngressRule,
    MEDIUM,
    title="Port other than 80 and 443 is open to the internet",
    why="A service on an unusual port is rarely built to be reached by everyone.",
    remedy="Name the networks that may connect, or put a load balancer on 443 in front.",
    ja=Ja(
        title="80 と 443 以外のポートがインターネットに公開されている",
        why="標準でないポートのサービスは、誰からも接続される前提で作られていないことが多くあります。",
        remedy="接続元のネットワークを限定するか、443 番のロードバランサーを前段に置いてください。",
    ),
    maps=("aws-fsbp:EC2.18", "nist-800-53-r5:SC-7", "cwe:284", "attack:T1190"),
)
def unknown_port_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or rule.everything or not rule.ports or rule.web_only():
        return
    if any(rule.may_reach(each) for each in (*ADMIN, *SENSITIVE, *RISKY)):
        return  # has a name
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        ports = rule.ports_text()
        yield Problem(
            cidr,
            say(f"{shown} may reach port {ports}", f"{shown} からポート {ports} に接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            related=tuple(each for each in (rule.group, rule.reachable) if each is not None),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group_rule" "game" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "udp"
          from_port         = 27960
          to_port           = 27960
          cidr_blocks       = ["0.0.0.0/0"]
        }
        """,
        cloudformation="""
        Resources:
          Game:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-0123456789abcdef0
              IpProtocol: tcp
              FromPort: 46
              ToPort: 46
              CidrIp: 0.0.0.0/0
        """,
    ),
    Good(
        terraform="""
        variable "from" {}
        resource "aws_security_group" "web" {
          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
          ingress {
            from_port   = 8443
            to_port     = 8443
            protocol    = "tcp"
            cidr_blocks = [var.from]
          }
        }
        """,
        cloudformation="""
        Parameters:
          From:
            Type: String
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 80
                  ToPort: 80
                  CidrIp: 0.0.0.0/0
                - IpProtocol: tcp
                  FromPort: 8443
                  ToPort: 8443
                  CidrIp: !Ref From
        """,
    ),
)
