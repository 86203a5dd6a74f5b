"""Find buckets whose ACL opens them to everyone or to every AWS account."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, SetTo, check
from seawall.model.s3 import BUCKET, OPEN_ACLS, OPEN_GROUPS, BucketAcl
from seawall.severity import HIGH
from seawall.words import say


@check(
    BucketAcl,
    HIGH,
    title="Bucket ACL is open to the public",
    why="Open buckets are found by scanners within hours, and most large leaks of customer data began with one.",
    remedy="Set the ACL to private, and share what must be public through CloudFront or a presigned URL.",
    ja=Ja(
        title="バケットの ACL が公開されている",
        why="公開されたバケットは数時間のうちにスキャンで見つかり、大規模な顧客情報漏えいの多くはそこから始まっています。",
        remedy="ACL を private にし、公開が必要なものは CloudFront か署名付き URL で共有してください。",
    ),
    maps=(
        "aws-fsbp:S3.2",
        "aws-fsbp:S3.3",
        "nist-800-53:AC-3",
        "nist-800-53:SC-7",
        "pci-dss-3.2.1:1.2.1",
        "cwe:732",
        "attack:T1530",
    ),
)
def bucket_public_acl(acl: BucketAcl) -> Iterator[Problem]:
    if acl.scope != BUCKET or acl.void.unknown or acl.void.is_(True):
        return
    related = (*((acl.bucket,) if acl.bucket else ()), *acl.fences)
    if acl.canned.is_in(OPEN_ACLS):
        name = str(acl.canned.value if acl.canned.known else acl.canned.possible[0].value)
        en, ja = OPEN_ACLS[name]
        yield Problem(
            acl.canned,
            say(f"The ACL {name} means {en} this bucket", f"ACL {name} により、このバケットは{ja}"),
            fix=SetTo(acl.canned, acl.private),
            safe=False,
            related=related,
        )
    for grant in acl.grants:
        if grant.group:
            en, ja = OPEN_GROUPS[grant.group]
            right = str(grant.permission.value) if grant.permission.known else "rights"
            yield Problem(
                grant.grantee,
                say(f"The ACL grants {right} to {en}", f"ACL が{ja}に {right} を許可しています"),
                related=related,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
        }

        resource "aws_s3_bucket_acl" "logs" {
          bucket = aws_s3_bucket.logs.id
          acl    = "public-read" # for the website
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicReadWrite # for uploads
        """,
    ),
    Bad(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
          acl    = "authenticated-read"
        }
        """,
        change=('"authenticated-read"', '"private"'),
    ),
    Bad(
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: AuthenticatedRead # for partners
        """,
        change=("AuthenticatedRead", "Private"),
    ),
    Bad(
        terraform="""
        resource "aws_s3_bucket_acl" "logs" {
          bucket = "acme-logs"
          access_control_policy {
            grant {
              grantee {
                type = "Group"
                uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
              }
              permission = "READ_ACP"
            }
            owner {
              id = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
            }
          }
        }
        """,
    ),
    Good(
        terraform="""
        variable "acl" {}

        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
          acl    = var.acl
        }
        """,
        cloudformation="""
        Parameters:
          Acl:
            Type: String
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: !Ref Acl
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket" "logs" {
          bucket = "acme-logs"
          acl    = "public-read"
        }

        resource "aws_s3_bucket_public_access_block" "logs" {
          bucket             = aws_s3_bucket.logs.id
          ignore_public_acls = true
        }
        """,
        cloudformation="""
        Resources:
          Logs:
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
              OwnershipControls:
                Rules:
                  - ObjectOwnership: BucketOwnerEnforced
        """,
    ),
)
