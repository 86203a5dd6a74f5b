"""Find ingress rules that open databases, file shares and old protocols to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import SECURITY_GROUP, IngressRule
from seawall.model.ports import SENSITIVE
from seawall.severity import CRITICAL, HIGH
from seawall.words import say


@check(
    IngressRule,
    HIGH,
    title="Sensitive service port is open to the internet",
    why="Databases and file shares that face the internet are scanned all day; many are emptied or held to ransom.",
    remedy="Let only the security groups or networks connect that need the service.",
    ja=Ja(
        title="重要なサービスのポートがインターネットに公開されている",
        why="公開されたデータベースやファイル共有は常にスキャンされ、データの窃取や身代金要求の被害にあいます。",
        remedy="そのサービスを使うセキュリティグループやネットワークだけに接続を許可してください。",
    ),
    maps=("aws-fsbp:EC2.18", "aws-fsbp:EC2.19", "nist-800-53-r5:SC-7", "cwe:284", "attack:T1190"),
    severities=(HIGH, CRITICAL),
)
def sensitive_port_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != SECURITY_GROUP or rule.everything:
        return
    reached = [each for each in SENSITIVE if rule.may_reach(each)]
    if not reached:
        return
    names = ", ".join(f"{each.name} ({each.ports})" for each in reached[:3])
    more = len(reached) - 3
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(
                f"{shown} may reach {names}" + (f" and {more} more services" if more > 0 else ""),
                f"{shown} から {names}"
                + (f" とほか {more} サービス" if more > 0 else "")
                + " に接続できます",
            ),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
            severity=CRITICAL if rule.reachable is not None else HIGH,
            related=tuple(each for each in (rule.group, rule.reachable) if each is not None),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_security_group" "db" {
          ingress {
            from_port        = 3306
            to_port          = 3306
            protocol         = "TCP"
            ipv6_cidr_blocks = ["::/0"]
          }
        }
        """,
        cloudformation="""
        Resources:
          Db:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: db
              SecurityGroupIngress:
                IpProtocol: tcp
                FromPort: "5430"
                ToPort: "5440"
                CidrIp: 10.0.0.1/0
        """,
    ),
    Bad(
        terraform="""
        resource "aws_ec2_managed_prefix_list" "anyone" {
          name           = "anyone"
          address_family = "IPv4"
          max_entries    = 1
          entry {
            cidr = "0.0.0.0/0"
          }
        }
        resource "aws_vpc_security_group_ingress_rule" "mongo" {
          security_group_id = "sg-0123456789abcdef0"
          ip_protocol       = "tcp"
          from_port         = 27017
          to_port           = 27017
          prefix_list_id    = aws_ec2_managed_prefix_list.anyone.id
        }
        """,
        cloudformation="""
        Resources:
          Anyone:
            Type: AWS::EC2::PrefixList
            Properties:
              PrefixListName: anyone
              AddressFamily: IPv4
              MaxEntries: 1
              Entries:
                - Cidr: 0.0.0.0/0
          Mongo:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: sg-0123456789abcdef0
              IpProtocol: tcp
              FromPort: 27017
              ToPort: 27017
              SourcePrefixListId: !Ref Anyone
        """,
    ),
    Good(
        terraform="""
        resource "aws_security_group" "db" {
          ingress {
            from_port       = 3306
            to_port         = 3306
            protocol        = "tcp"
            security_groups = ["sg-0123456789abcdef0"]
          }
          ingress {
            from_port   = 5432
            to_port     = 5432
            protocol    = "tcp"
            cidr_blocks = ["198.51.100.0/24", "172.16.0.0/12"]
          }
        }
        """,
        cloudformation="""
        Parameters:
          Office:
            Type: String
        Resources:
          Db:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: db
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 3306
                  ToPort: 3306
                  SourceSecurityGroupId: sg-0123456789abcdef0
                - IpProtocol: tcp
                  FromPort: 5432
                  ToPort: 5432
                  CidrIp: !Ref Office
        """,
    ),
    Good(
        terraform="""
        resource "aws_vpc_security_group_ingress_rule" "list" {
          security_group_id = "sg-0123456789abcdef0"
          ip_protocol       = "tcp"
          from_port         = 5432
          to_port           = 5432
          prefix_list_id    = "pl-0123456789abcdef0"
        }
        """,
    ),
)
