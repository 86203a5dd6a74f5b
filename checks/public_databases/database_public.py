"""Find databases with a public address."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.data import Database
from seawall.severity import HIGH
from seawall.words import say


@check(
    Database,
    HIGH,
    title="Database has a public address",
    why="One open security group away from everyone; databases on the internet are found, guessed and held to ransom.",
    remedy="Switch public access off and connect through the VPC, a VPN or Session Manager.",
    ja=Ja(
        title="データベースがパブリックアドレスを持つ",
        why="セキュリティグループのミス一つで誰でも接続できます。公開されたデータベースは見つけられ、身代金の標的になります。",
        remedy="パブリックアクセスを無効にし、VPC、VPN、Session Manager 経由で接続してください。",
    ),
    maps=(
        "aws-fsbp:RDS.2",
        "cis-aws-3.0:2.3.3",
        "cis-aws-5.0:2.2.3",
        "nist-800-53-r5:SC-7",
        "pci-dss-4.0.1:1.4.4",
        "cwe:284",
        "attack:T1190",
    ),
)
def database_public(database: Database) -> Iterator[Problem]:
    if database.public.is_(True):
        yield Problem(
            database.public if database.public.written else database,
            say("the database gets a public address", "データベースにパブリックアドレスが付きます"),
            fix=SetTo(database.public, False) if database.public.written else None,
            safe=False,
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_db_instance" "main" {
          engine              = "postgres"
          instance_class      = "db.t3.micro"
          publicly_accessible = true
        }
        """,
        cloudformation="""
        Resources:
          Main:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: "true"
        """,
    ),
    Bad(
        terraform="""
        module "db" {
          source              = "terraform-aws-modules/rds/aws"
          identifier          = "main"
          publicly_accessible = true
        }
        """,
    ),
    Good(
        terraform="""
        variable "public" {}
        resource "aws_db_instance" "main" {
          engine              = "postgres"
          instance_class      = "db.t3.micro"
          publicly_accessible = false
        }
        resource "aws_db_instance" "default" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
        }
        resource "aws_rds_cluster_instance" "asked" {
          cluster_identifier  = "main"
          instance_class      = "db.r6g.large"
          publicly_accessible = var.public
        }
        """,
        cloudformation="""
        Parameters:
          Public:
            Type: String
        Resources:
          Main:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              PubliclyAccessible: !Ref Public
          Other:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
        """,
    ),
)
