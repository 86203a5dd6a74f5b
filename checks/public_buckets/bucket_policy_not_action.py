"""Find bucket policies that allow everything but a few actions."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.s3 import BucketPolicy
from seawall.severity import MEDIUM
from seawall.words import say


@check(
    BucketPolicy,
    MEDIUM,
    title="Bucket policy allows all but a few actions",
    why="Allow with NotAction also gives deletion, policy changes and whatever S3 learns to do next.",
    remedy="Write the allowed actions with Action; keep NotAction for Deny statements.",
    ja=Ja(
        title="バケットポリシーが一部以外の全操作を許可",
        why="Allow と NotAction の組み合わせは、削除やポリシー変更、今後 S3 に加わる操作まで許可します。",
        remedy="許可する操作を Action に書き、NotAction は Deny だけで使ってください。",
    ),
    maps=("cwe:732",),
)
def bucket_policy_not_action(policy: BucketPolicy) -> Iterator[Problem]:
    for statement in policy.allowing():
        if statement.not_actions:
            yield Problem(
                statement.not_actions[0],
                say(
                    "Allow with NotAction gives every action that is not named",
                    "Allow と NotAction により、挙げられていないすべての操作が許可されます",
                ),
                related=policy.uses,
            )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket_policy" "logs" {
          bucket = "acme-logs"
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }
              NotAction = "s3:PutObject"
              Resource  = "arn:aws:s3:::acme-logs/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: acme-logs
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: "arn:aws:iam::111122223333:role/reader"}
                    NotAction: [s3:PutObject]
                    Resource: arn:aws:s3:::acme-logs/*
        """,
    ),
    Good(
        terraform="""
        variable "effect" {}

        resource "aws_s3_bucket_policy" "logs" {
          bucket = "acme-logs"
          policy = jsonencode({
            Statement = [{
              Effect    = var.effect
              Principal = "*"
              NotAction = "s3:GetObject"
              Resource  = "arn:aws:s3:::acme-logs/*"
            }]
          })
        }
        """,
        cloudformation="""
        Resources:
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: acme-logs
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    NotAction: [s3:GetObject]
                    Resource: arn:aws:s3:::acme-logs/*
        """,
    ),
)
