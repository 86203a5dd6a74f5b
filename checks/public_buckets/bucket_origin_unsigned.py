"""Find distributions that fetch from a bucket without an identity."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.delivery import BucketOrigin
from seawall.severity import LOW
from seawall.words import say


@check(
    BucketOrigin,
    LOW,
    title="CloudFront reads a bucket without an identity",
    why="The bucket must then be open to everyone, and people can go around CloudFront, its firewall and its logs.",
    remedy="Give the origin an origin access control and let the bucket policy admit only this distribution.",
    ja=Ja(
        title="CloudFront が ID なしでバケットを読んでいる",
        why="バケットを全員に公開する必要が生じ、CloudFront やそのファイアウォール、ログを迂回されます。",
        remedy="オリジンに OAC を設定し、バケットポリシーではこのディストリビューションだけを許可してください。",
    ),
    maps=("cwe:284", "attack:T1530"),
)
def bucket_origin_unsigned(origin: BucketOrigin) -> Iterator[Problem]:
    if origin.signed.is_(False):
        yield Problem(
            origin.domain if origin.domain.span is not None else origin.at,
            say(
                "Requests to this bucket carry no identity of the distribution",
                "このバケットへのリクエストにディストリビューションの ID が付いていません",
            ),
            related=(origin.bucket,) if origin.bucket else (),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_cloudfront_distribution" "site" {
          enabled = true
          origin {
            domain_name = "acme-site.s3.eu-west-1.amazonaws.com"
            origin_id   = "site"
          }
        }
        """,
        cloudformation="""
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: site
                    DomainName: acme-site.s3.eu-west-1.amazonaws.com
                    S3OriginConfig: {OriginAccessIdentity: ""}
        """,
    ),
    Good(
        terraform="""
        variable "control" {}

        resource "aws_cloudfront_distribution" "site" {
          enabled = true
          origin {
            domain_name              = "acme-site.s3.eu-west-1.amazonaws.com"
            origin_id                = "site"
            origin_access_control_id = var.control
          }
          origin {
            domain_name = "api.acme.example"
            origin_id   = "api"
            custom_origin_config {
              http_port              = 80
              https_port             = 443
              origin_protocol_policy = "https-only"
              origin_ssl_protocols   = ["TLSv1.2"]
            }
          }
        }
        """,
        cloudformation="""
        Resources:
          Control:
            Type: AWS::CloudFront::OriginAccessControl
            Properties:
              OriginAccessControlConfig: {Name: site, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4}
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                Origins:
                  - Id: site
                    DomainName: acme-site.s3.eu-west-1.amazonaws.com
                    OriginAccessControlId: !GetAtt Control.Id
                    S3OriginConfig: {OriginAccessIdentity: ""}
        """,
    ),
)
