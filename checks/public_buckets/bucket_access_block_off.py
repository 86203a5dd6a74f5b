"""Find switches against public access that are turned off."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import ACCOUNT, AccessBlock
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    AccessBlock,
    MEDIUM,
    title="Public access block is switched off",
    why="With the block off, one wrong ACL or policy later is enough to publish everything in the bucket.",
    remedy="Set all four switches to true; serve public files from CloudFront with origin access control.",
    ja=Ja(
        title="パブリックアクセスブロックが無効になっている",
        why="ブロックが無効だと、後から ACL やポリシーを一つ間違えるだけで、バケットの中身がすべて公開されます。",
        remedy="四つの設定をすべて true にし、公開するファイルは CloudFront の OAC 経由で配信してください。",
    ),
    maps=(
        "aws-fsbp:S3.8",
        "cis-aws-3.0:2.1.4",
        "nist-800-53:AC-3",
        "nist-800-53:SC-7",
        "pci-dss-4.0.1:1.4.4",
        "cwe:284",
        "attack:T1530",
    ),
)
def bucket_access_block_off(block: AccessBlock) -> Iterator[Problem]:
    if block.scope == ACCOUNT:
        return
    for name, switch in block.switches():
        if switch.written and switch.is_(False):
            yield Problem(
                switch,
                say(
                    f"{name} is off for this {block.scope}",
                    f"{name} が無効になっています",
                ),
                fix=SetTo(switch, True),
                safe=False,
                related=(block.bucket,) if block.bucket else (),
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket                  = "acme-logs"
          block_public_acls       = true
          block_public_policy     = false # the website
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: "false"
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
        """,
    ),
    Bad(
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: false # the website
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
        """,
        change=("false", "true"),
    ),
    Bad(
        terraform="""
        resource "aws_s3_access_point" "logs" {
          bucket = "acme-logs"
          name   = "logs"
          public_access_block_configuration {
            block_public_acls       = false
            block_public_policy     = true
            ignore_public_acls      = true
            restrict_public_buckets = false
          }
        }
        """,
        times=2,
    ),
    Good(
        terraform="""
        variable "block" {}

        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket                  = "acme-logs"
          block_public_acls       = var.block
          block_public_policy     = var.block
          ignore_public_acls      = true
          restrict_public_buckets = true
        }
        """,
        cloudformation="""
        Parameters:
          Block:
            Type: String
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: !Ref Block
                BlockPublicPolicy: !Ref Block
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_access_point" "logs" {
          bucket = "acme-logs"
          name   = "logs"
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::AccessPoint
            Properties:
              Bucket: acme-logs
        """,
    ),
)
