"""Find database security groups, of EC2-Classic times, that are open to the whole internet."""

from collections.abc import Iterator

from seawall.check import Bad, Drop, Good, Ja, Problem, check
from seawall.model.network import DATABASE_GROUP, IngressRule
from seawall.severity import HIGH
from seawall.words import say


@check(
    IngressRule,
    HIGH,
    title="Database security group is open to the internet",
    why="Everyone may try passwords on the database.",
    remedy="Name the networks that may connect, or move the database into a VPC.",
    ja=Ja(
        title="データベースのセキュリティグループがインターネットに公開されている",
        why="誰でもデータベースにパスワードを試せます。",
        remedy="接続元のネットワークを限定するか、データベースを VPC に移してください。",
    ),
    maps=("cwe:284", "attack:T1190"),
)
def database_group_open(rule: IngressRule) -> Iterator[Problem]:
    if rule.kind != DATABASE_GROUP:
        return
    for cidr in rule.world:
        shown = cidr.value if cidr.known else "::/0"
        yield Problem(
            cidr,
            say(f"{shown} may reach the database", f"{shown} からデータベースに接続できます"),
            fix=Drop(cidr) if len(rule.sources) > 1 else None,
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_db_security_group" "db" {
          name = "db"
          ingress {
            cidr = "0.0.0.0/0"
          }
        }
        """,
        cloudformation="""
        Resources:
          Db:
            Type: AWS::RDS::DBSecurityGroup
            Properties:
              GroupDescription: db
              DBSecurityGroupIngress:
                - CIDRIP: 0.0.0.0/0
        """,
    ),
    Good(
        terraform="""
        variable "office" {}
        resource "aws_db_security_group" "db" {
          name = "db"
          ingress {
            cidr = "10.0.0.0/25"
          }
          ingress {
            cidr = var.office
          }
        }
        """,
        cloudformation="""
        Parameters:
          Office:
            Type: String
        Resources:
          Db:
            Type: AWS::RDS::DBSecurityGroup
            Properties:
              GroupDescription: db
              DBSecurityGroupIngress:
                - CIDRIP: 10.0.0.0/25
                - CIDRIP: !Ref Office
        """,
    ),
)
