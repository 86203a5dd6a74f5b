"""Find ingress rules that open further services known from break-ins to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.model.ports import ADMIN, RISKY, SENSITIVE
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    IngressRule,
    MEDIUM,
    title="High-risk port is open to the internet",
    why="Caches, search engines and control ports without a password of their own give away data and machines.",
    remedy="Let only the security groups or networks connect that need the service.",
    ja=Ja(
        title="危険度の高いポートがインターネットに公開されている",
        why="認証のないキャッシュや検索エンジン、制御用ポートから、データや機器が奪われます。",
        remedy="そのサービスを使うセキュリティグループやネットワークだけに接続を許可してください。",
    ),
    maps=("aws-fsbp:EC2.18", "aws-fsbp:EC2.19", "nist-800-53-r5:SC-7", "cwe:284", "attack:T1190"),
)
def risky_port_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or rule.everything:
        return
    if any(rule.may_reach(each) for each in (*ADMIN, *SENSITIVE)):
        return  # said already, and louder
    reached = [each for each in RISKY if rule.may_reach(each)]
    if not reached:
        return
    names = ", ".join(f"{each.name} ({each.ports})" for each in reached[:3])
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(f"{shown} may reach {names}", f"{shown} から {names} に接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            related=tuple(each for each in (rule.group, rule.reachable) if each is not None),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "cache" {
          ingress {
            from_port   = 6379
            to_port     = 6379
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Cache:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: cache
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 9200
                  ToPort: 9300
                  CidrIp: 0.0.0.0/0
        """,
    ),
    Good(
        terraform="""
        variable "from" {}
        resource "aws_security_group" "cache" {
          ingress {
            from_port   = 6379
            to_port     = 6379
            protocol    = "tcp"
            cidr_blocks = var.from
          }
        }
        """,
        cloudformation="""
        Resources:
          Cache:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: cache
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 6379
                  ToPort: 6379
                  CidrIp: !ImportValue Office
        """,
    ),
)
