"""Find bucket policies that let in anyone who comes from certain addresses."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.condition import ADDRESSES, reach
from seawall.model.s3 import BucketPolicy
from seawall.severity import LOW
from seawall.words import say


@check(
    BucketPolicy,
    LOW,
    title="Bucket policy admits strangers by address alone",
    why="Without an identity, everyone behind a shared address or proxy gets in, and no log says who it was.",
    remedy="Name the accounts or roles as principals, and keep the address as a further condition.",
    ja=Ja(
        title="バケットポリシーが IP アドレスだけで許可している",
        why="本人確認がないため、同じアドレスやプロキシの背後にいる全員が利用でき、誰だったかはログにも残りません。",
        remedy="プリンシパルにアカウントやロールを指定し、アドレスは追加の条件として残してください。",
    ),
    maps=("cwe:291",),
)
def bucket_policy_open_by_address(policy: BucketPolicy) -> Iterator[Problem]:
    if policy.void.is_(True):
        return
    for statement in policy.allowing():
        if statement.open_principals and reach(statement) == ADDRESSES:
            yield Problem(
                statement.open_principals[0].who,
                say(
                    "Anyone at the listed addresses may use the bucket, without signing in",
                    "列挙されたアドレスからなら、誰でも認証なしでバケットを利用できます",
                ),
                related=policy.uses,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_policy" "site" {
          bucket = "acme-site"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::acme-site/*"
              Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
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
                    Principal: "*"
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::acme-site/*
                    Condition: {IpAddress: {aws:SourceIp: [203.0.113.0/24]}}
        """,
    ),
    Good(
        terraform="""
        variable "office" {}

        resource "aws_s3_bucket_policy" "site" {
          bucket = "acme-site"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = "*"
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::acme-site/*"
              Condition = { IpAddress = { "aws:SourceIp" = var.office } }
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
                    Principal: {AWS: "arn:aws:iam::111122223333:root"}
                    Action: s3:GetObject
                    Resource: arn:aws:s3:::acme-site/*
                    Condition: {IpAddress: {aws:SourceIp: [203.0.113.0/24]}}
        """,
    ),
)
