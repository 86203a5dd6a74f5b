"""Find default security groups that are given rules."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.network import DefaultGroup
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    DefaultGroup,
    MEDIUM,
    title="Default security group has rules",
    why="Whatever is started without a group of its own gets the default one, and everything that it allows.",
    remedy="Leave the default security group without rules and give each workload its own group.",
    ja=Ja(
        title="デフォルトセキュリティグループにルールがある",
        why="グループを指定せずに起動したリソースにはデフォルトグループが付き、その許可をすべて受け継ぎます。",
        remedy="デフォルトグループのルールを空にし、ワークロードごとに専用のグループを使ってください。",
    ),
    maps=("aws-fsbp:EC2.2", "cis-aws-3.0:5.4", "cis-aws-5.0:5.5", "nist-800-53-r5:SC-7", "cwe:284"),
)
def default_group_used(group: DefaultGroup) -> Iterator[Problem]:
    if group.rules:
        yield Problem(
            group,
            say("the default security group has rules", "デフォルトグループにルールがあります"),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_default_security_group" "default" {
          vpc_id = "vpc-0123456789abcdef0"
          ingress {
            protocol  = "-1"
            self      = true
            from_port = 0
            to_port   = 0
          }
        }
        """,
        cloudformation="""
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties:
              CidrBlock: 10.0.0.0/16
          Ssh:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !GetAtt Vpc.DefaultSecurityGroup
              IpProtocol: tcp
              FromPort: 22
              ToPort: 22
              CidrIp: 10.0.0.0/8
        """,
    ),
    Good(
        terraform="""
        variable "rules" {}
        resource "aws_default_security_group" "default" {
          vpc_id = "vpc-0123456789abcdef0"
          dynamic "ingress" {
            for_each = var.rules
            content {
              protocol    = "tcp"
              from_port   = 443
              to_port     = 443
              cidr_blocks = [ingress.value]
            }
          }
        }
        """,
        cloudformation="""
        Parameters:
          Group:
            Type: String
        Resources:
          Ssh:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: !Ref Group
              IpProtocol: tcp
              FromPort: 22
              ToPort: 22
              CidrIp: 10.0.0.0/8
        """,
    ),
)
