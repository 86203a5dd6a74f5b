"""Find access blocks that leave switches out, which leaves them off."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.s3 import BUCKET, AccessBlock
from seawall.severity import LOW
from seawall.words import say


@check(
    AccessBlock,
    LOW,
    title="Public access block leaves switches out",
    why="A switch that is not written is off, so the bucket is less protected than its author thinks.",
    remedy="Write all four switches and set them to true.",
    ja=Ja(
        title="パブリックアクセスブロックの設定が欠けている",
        why="書かれていない設定は無効になるため、作成者が思うよりもバケットは守られていません。",
        remedy="四つの設定をすべて書き、true にしてください。",
    ),
    maps=(
        "aws-fsbp:S3.8",
        "cis-aws-3.0:2.1.4",
        "nist-800-53:AC-3",
        "nist-800-53:SC-7",
        "pci-dss-4.0.1:1.4.4",
        "cwe:1188",
    ),
)
def bucket_access_block_incomplete(block: AccessBlock) -> Iterator[Problem]:
    if block.scope != BUCKET:
        return
    missing = [
        name for name, switch in block.switches() if switch.is_(False) and switch.state == "default"
    ]
    if missing:
        # with both doors shut for new ACLs and policies, the bucket itself is not worse off
        shut = block.block_acls.is_(True) and block.block_policy.is_(True)
        yield Problem(
            block,
            say(
                f"The access block leaves out {', '.join(missing)}",
                f"アクセスブロックに {', '.join(missing)} がありません",
            ),
            related=(block.bucket,) if block.bucket and not shut else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket              = "acme-logs"
          block_public_acls   = true
          block_public_policy = true
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
        """,
    ),
    Good(
        terraform="""
        variable "restrict" {}

        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket                  = "acme-logs"
          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = var.restrict
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              PublicAccessBlockConfiguration:
                BlockPublicAcls: true
                BlockPublicPolicy: true
                IgnorePublicAcls: true
                RestrictPublicBuckets: true
        """,
    ),
)
