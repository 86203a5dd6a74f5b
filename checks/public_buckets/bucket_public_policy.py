"""Find bucket and access point policies that let everyone in."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import EVERYONE, reach
from seawall.model.s3 import BucketPolicy
from seawall.severity import HIGH
from seawall.words import say


@check(
    BucketPolicy,
    HIGH,
    title="Bucket policy is open to the public",
    why="A policy for every principal lets anyone on the internet use the bucket, which is how backups and customer data leak.",
    remedy="Name the accounts, roles or services that need access, or restrict it by organisation, VPC endpoint or CloudFront origin access control.",
    ja=Ja(
        title="バケットポリシーが公開されている",
        why="すべてのプリンシパルを許可するポリシーでは、インターネット上の誰もがバケットを使え、バックアップや顧客データの漏えいにつながります。",
        remedy="必要なアカウント・ロール・サービスを指定するか、組織、VPC エンドポイント、CloudFront の OAC で制限してください。",
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
def bucket_public_policy(policy: BucketPolicy) -> Iterator[Problem]:
    if policy.void.unknown or policy.void.is_(True):
        return
    related = (
        *((policy.bucket,) if policy.bucket else ()),
        *policy.uses,
        *policy.fences,
    )
    for statement in policy.allowing():
        if statement.open_principals and reach(statement) == EVERYONE:
            who = statement.open_principals[0].who
            if statement.conditional:
                message = say(
                    f"Anyone may use this {policy.scope}: the condition keeps nobody out",
                    "誰でも利用できます。この条件では誰も締め出せません",
                )
            else:
                message = say(f"Anyone may use this {policy.scope}", "誰でも利用できるポリシーです")
            yield Problem(who, message, related=related)
        elif statement.not_principals and reach(statement) == EVERYONE:
            yield Problem(
                statement.not_principals[0].who,
                say(
                    "Allow with NotPrincipal lets in everyone but those named",
                    "Allow と NotPrincipal の組み合わせは、挙げた相手以外の全員を許可します",
                ),
                related=related,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_policy" "site" {
          bucket = "acme-site"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::acme-site/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          SitePolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: acme-site
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "*"}
                    Action: [s3:GetObject]
                    Resource: arn:aws:s3:::acme-site/*
                    Condition:
                      StringLike: {aws:Referer: "https://acme.example/*"}
        """,
    ),
    Bad(
        terraform="""
        data "aws_iam_policy_document" "site" {
          statement {
            actions   = ["s3:GetObject"]
            resources = ["arn:aws:s3:::acme-site/*"]
            principals {
              type        = "*"
              identifiers = ["*"]
            }
          }
        }

        resource "aws_s3_bucket_policy" "site" {
          bucket = "acme-site"
          policy = data.aws_iam_policy_document.site.json
        }
        """,
    ),
    Bad(
        cloudformation="""
        Resources:
          SitePolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: acme-site
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    NotPrincipal: {AWS: "arn:aws:iam::111122223333:root"}
                    Action: s3:*
                    Resource: arn:aws:s3:::acme-site/*
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket_policy" "site" {
          bucket = "acme-site"
          policy = <<-EOF
          {
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::acme-site/*",
                "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
              },
              {
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": "arn:aws:s3:::acme-site/*"
              }
            ]
          }
          EOF
        }
        """,
        cloudformation="""
        Parameters:
          Reader:
            Type: String
        Resources:
          SitePolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: acme-site
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Ref Reader}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::acme-site/*
        """,
    ),
    Good(
        terraform="""
        resource "aws_s3_bucket" "site" {
          bucket = "acme-site"
        }

        resource "aws_s3_bucket_public_access_block" "site" {
          bucket                  = aws_s3_bucket.site.id
          restrict_public_buckets = true
        }

        resource "aws_s3_bucket_policy" "site" {
          bucket = aws_s3_bucket.site.id
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "${aws_s3_bucket.site.arn}/*"
            }]
          })
        }
        """,
    ),
)
