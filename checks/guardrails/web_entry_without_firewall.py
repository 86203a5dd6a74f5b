"""Find load balancers and distributions on the internet without a web application firewall."""

from collections.abc import Iterator

from seawall.check import Bad, Good, Ja, Problem, check
from seawall.model.services import WebEntry
from seawall.severity import LOW
from seawall.words import say


@check(
    WebEntry,
    LOW,
    title="No web application firewall in front",
    why="Known attacks reach the application unfiltered.",
    remedy="Join a WAF web ACL, or note why the application needs none.",
    ja=Ja(
        title="前段に WAF がない",
        why="既知の攻撃が、そのままアプリケーションに届きます。",
        remedy="WAF のウェブ ACL を関連付けるか、不要な理由を書いてください。",
    ),
    maps=("aws-fsbp:CloudFront.6",),
)
def web_entry_without_firewall(entry: WebEntry) -> Iterator[Problem]:
    if entry.public.is_(True) and (entry.firewall.absent or entry.firewall.is_("")):
        yield Problem(
            entry,
            say(
                f"the {entry.service} has no web ACL",
                f"この {entry.service} にウェブ ACL がありません",
            ),
        )


EXAMPLES = (
    Bad(
        terraform="""
        resource "aws_lb" "site" {
          name     = "site"
          internal = false
        }
        """,
        cloudformation="""
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
        """,
    ),
    Good(
        terraform="""
        variable "acl" {}
        resource "aws_lb" "site" {
          name = "site"
        }
        resource "aws_wafv2_web_acl_association" "site" {
          resource_arn = aws_lb.site.arn
          web_acl_arn  = var.acl
        }
        resource "aws_lb" "inside" {
          name     = "inside"
          internal = true
        }
        resource "aws_cloudfront_distribution" "site" {
          enabled    = true
          web_acl_id = var.acl
        }
        """,
        cloudformation="""
        Parameters:
          Acl:
            Type: String
        Resources:
          Site:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                Enabled: true
                WebACLId: !Ref Acl
          Inside:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties:
              Scheme: internal
        """,
    ),
)
