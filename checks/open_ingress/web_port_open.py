"""Find ingress rules that open ports 80 and 443 to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.severity import LOW
from seawall.words import say


@check(
    IngressRule,
    LOW,
    title="Web port is open to the internet",
    why="A website has to be reachable; a machine behind a load balancer or CloudFront does not.",
    remedy="Let only the load balancer's security group or CloudFront's prefix list connect, where there is one.",
    ja=Ja(
        title="Web ポートがインターネットに公開されている",
        why="Web サイトは公開が必要だが、ロードバランサーや CloudFront の後ろの機器は公開する必要はありません。",
        remedy="前段がある場合は、そのセキュリティグループか CloudFront のプレフィックスリストだけを許可してください。",
    ),
    maps=("cwe:284",),
)
def web_port_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or not rule.web_only():
        return
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        ports = rule.ports_text()
        yield Problem(
            cidr,
            say(f"{shown} may reach port {ports}", f"{shown} からポート {ports} に接続できます"),
            related=(rule.group,) if rule.group is not None else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "web" {
          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        cloudformation="""
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
            cidr_blocks = [var.from]
          }
        }
        """,
        cloudformation="""
        Resources:
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  SourcePrefixListId: pl-0123456789abcdef0
        """,
    ),
)
