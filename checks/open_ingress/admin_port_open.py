"""Find ingress rules that open SSH or RDP to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.model.ports import ADMIN
from seawall.severity import CRITICAL, HIGH
from seawall.words import say


@check(
    IngressRule,
    HIGH,
    title="Administration port is open to the internet",
    why="Open SSH and RDP ports are found within minutes and attacked with guessed and stolen passwords; ransomware often starts there.",
    remedy="Name the networks that may connect, or use Session Manager or EC2 Instance Connect.",
    ja=Ja(
        title="管理用ポートがインターネットに公開されている",
        why="公開された SSH や RDP のポートは数分で見つかり、推測や漏えいしたパスワードで攻撃されます。ランサムウェアの侵入口になりがちです。",
        remedy="接続元のネットワークを限定するか、Session Manager や EC2 Instance Connect を使ってください。",
    ),
    maps=(
        "aws-fsbp:EC2.19",
        "cis-aws-3.0:5.2",
        "cis-aws-3.0:5.3",
        "nist-800-53-r5:SC-7",
        "cwe:284",
        "attack:T1133",
    ),
    severities=(HIGH, CRITICAL),
)
def admin_port_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or rule.everything:
        return
    names = ", ".join(f"{each.name} ({each.ports})" for each in ADMIN if rule.may_reach(each))
    if not names:
        return
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        related = tuple(each for each in (rule.group, rule.reachable) if each is not None)
        yield Problem(
            cidr,
            say(f"{shown} may reach {names}", f"{shown} から {names} に接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            severity=CRITICAL if rule.reachable is not None else HIGH,
            related=related,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "bastion" {
          ingress {
            from_port   = 22
            to_port     = 22
            protocol    = "tcp"
            cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"] # office
          }
        }
        """,
        cloudformation="""
        Resources:
          Bastion:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: bastion
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
                  CidrIp: 0.0.0.0/0
        """,
    ),
    Bad(
        terraform="""
        resource "aws_vpc_security_group_ingress_rule" "rdp" {
          security_group_id = "sg-0123456789abcdef0"
          ip_protocol       = "6"
          from_port         = 3000
          to_port           = 4000
          cidr_ipv6         = "0:0:0:0:0:0:0:0/0"
        }
        """,
        cloudformation="""
        Resources:
          Rdp:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-0123456789abcdef0
              IpProtocol: "6"
              FromPort: 3000
              ToPort: 4000
              CidrIpv6: "::/0"
        """,
    ),
    Bad(
        terraform="""
        resource "aws_security_group_rule" "halves" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "tcp"
          from_port         = 22
          to_port           = 22
          self              = true
          cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"]
        }
        """,
        times=2,
    ),
    Good(
        terraform="""
        variable "office" {}
        resource "aws_security_group" "bastion" {
          ingress {
            from_port   = 22
            to_port     = 22
            protocol    = "tcp"
            cidr_blocks = [var.office, "203.0.113.0/24", "10.0.0.0/8"]
          }
          egress {
            from_port   = 22
            to_port     = 22
            protocol    = "tcp"
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
        cloudformation="""
        Parameters:
          OfficeCidr:
            Type: String
        Resources:
          Bastion:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: bastion
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 22
                  ToPort: 22
                  CidrIp: !Ref OfficeCidr
        """,
    ),
    Good(
        terraform="""
        resource "aws_security_group_rule" "web" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef0"
          protocol          = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_blocks       = ["0.0.0.0/0"]
        }
        """,
    ),
)
