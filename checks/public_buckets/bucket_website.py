"""Find buckets that serve a website themselves."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.s3 import Website
from seawall.severity import LOW
from seawall.words import say


@check(
    Website,
    LOW,
    title="Bucket serves a website itself",
    why="A website bucket must be public to work and speaks HTTP only; what lands in it by mistake is published at once.",
    remedy="Serve the site through CloudFront with origin access control and keep the bucket private.",
    ja=Ja(
        title="バケットが直接ウェブサイトを公開している",
        why="ウェブサイト用バケットは公開が前提で HTTP のみのため、誤って置いたものが直ちに公開されます。",
        remedy="CloudFront と OAC でサイトを配信し、バケットは非公開にしてください。",
    ),
    maps=("cwe:319", "attack:T1530"),
)
def bucket_website(website: Website) -> Iterator[Problem]:
    if website.on.is_(True):
        yield Problem(
            website.on,
            say("Static website hosting is on", "静的ウェブサイトホスティングが有効です"),
            related=(website.bucket,) if website.bucket else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_s3_bucket" "site" {
          bucket = "acme-site"
        }

        resource "aws_s3_bucket_website_configuration" "site" {
          bucket = aws_s3_bucket.site.id
          index_document {
            suffix = "index.html"
          }
        }
        """,
        cloudformation="""
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration:
                IndexDocument: index.html
        """,
    ),
    Good(
        terraform="""
        variable "site" {
          type = bool
        }

        resource "aws_s3_bucket" "site" {
          bucket = "acme-site"
        }

        resource "aws_s3_bucket" "plain" {
          bucket = "acme-plain"
        }
        """,
        cloudformation="""
        Parameters:
          Site:
            Type: String
        Conditions:
          IsSite: !Equals [!Ref Site, "yes"]
        Resources:
          Site:
            Type: AWS::S3::Bucket
            Properties:
              WebsiteConfiguration: !If [IsSite, {IndexDocument: index.html}, !Ref "AWS::NoValue"]
        """,
    ),
)
