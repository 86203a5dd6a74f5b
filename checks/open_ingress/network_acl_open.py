"""Find network ACLs that let the whole internet in to SSH, RDP and FTP."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import NETWORK_ACL, IngressRule
from seawall.model.ports import ADMIN, FTP
from seawall.severity import LOW, MEDIUM
from seawall.words import say


@check(
    IngressRule,
    MEDIUM,
    title="Network ACL lets the internet in to SSH, RDP or FTP",
    why="The ACL is the second lock; with it open, one careless security group exposes a machine.",
    remedy="Deny ports 22 and 3389 from everywhere with a rule of a lower number, or allow named networks only.",
    ja=Ja(
        title="ネットワーク ACL が SSH、RDP、FTP をインターネットに許可している",
        why="ネットワーク ACL は二つ目の鍵です。開いていると、セキュリティグループのミス一つで機器が公開されます。",
        remedy="小さいルール番号で 22 と 3389 を拒否するか、特定のネットワークだけを許可してください。",
    ),
    maps=(
        "aws-fsbp:EC2.21",
        "cis-aws-3.0:5.1",
        "cis-aws-5.0:5.2",
        "nist-800-53-r5:SC-7",
        "pci-dss-4.0.1:1.3.1",
        "cwe:284",
    ),
    severities=(MEDIUM, LOW),
)
def network_acl_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != NETWORK_ACL:
        return
    names = ", ".join(
        f"{each.name} ({each.ports})" for each in (*ADMIN, FTP) if rule.may_reach(each)
    )
    if not names:
        return
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(f"the ACL lets {shown} reach {names}", f"ACL が {shown} から {names} を許可します"),
            # a VPC's own ACL is made open by AWS, and says so here only
            severity=LOW
            if rule.everything and rule.type.endswith("default_network_acl")
            else MEDIUM,
            related=(rule.group,) if rule.group is not None else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_network_acl" "main" {
          vpc_id = "vpc-0123456789abcdef0"
          ingress {
            protocol   = "tcp"
            rule_no    = 100
            action     = "allow"
            cidr_block = "0.0.0.0/0"
            from_port  = 3389
            to_port    = 3389
          }
        }
        """,
        cloudformation="""
        Resources:
          Acl:
            Type: AWS::EC2::NetworkAcl
            Properties:
              VpcId: vpc-0123456789abcdef0
          Rule:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: !Ref Acl
              RuleNumber: 100
              RuleAction: allow
              Protocol: 6
              CidrBlock: 0.0.0.0/0
              PortRange:
                From: 22
                To: 22
        """,
    ),
    Bad(
        terraform="""
        resource "aws_network_acl_rule" "late_denial" {
          network_acl_id = "acl-0123456789abcdef0"
          rule_number    = 100
          rule_action    = "allow"
          protocol       = "-1"
          cidr_block     = "0.0.0.0/0"
        }
        """,
        cloudformation="""
        Resources:
          All:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-0123456789abcdef0
              RuleNumber: 100
              RuleAction: ALLOW
              Protocol: -1
              Ipv6CidrBlock: "::/0"
        """,
    ),
    Good(
        terraform="""
        resource "aws_network_acl" "main" {
          vpc_id = "vpc-0123456789abcdef0"
          ingress {
            protocol   = "tcp"
            rule_no    = 90
            action     = "deny"
            cidr_block = "0.0.0.0/0"
            from_port  = 20
            to_port    = 22
          }
          ingress {
            protocol   = "tcp"
            rule_no    = 95
            action     = "deny"
            cidr_block = "0.0.0.0/0"
            from_port  = 3389
            to_port    = 3389
          }
          ingress {
            protocol   = "tcp"
            rule_no    = 100
            action     = "allow"
            cidr_block = "0.0.0.0/0"
            from_port  = 0
            to_port    = 65535
          }
          egress {
            protocol   = "-1"
            rule_no    = 100
            action     = "allow"
            cidr_block = "0.0.0.0/0"
            from_port  = 0
            to_port    = 0
          }
        }
        """,
        cloudformation="""
        Parameters:
          Office:
            Type: String
        Resources:
          Rule:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-0123456789abcdef0
              RuleNumber: 100
              RuleAction: allow
              Protocol: 6
              CidrBlock: !Ref Office
              PortRange:
                From: 22
                To: 22
          Out:
            Type: AWS::EC2::NetworkAclEntry
            Properties:
              NetworkAclId: acl-0123456789abcdef0
              RuleNumber: 100
              RuleAction: allow
              Egress: true
              Protocol: -1
              CidrBlock: 0.0.0.0/0
        """,
    ),
)
