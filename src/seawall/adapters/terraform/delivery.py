"""Terraform's CloudFront distributions."""

from collections.abc import Iterator

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.origins import is_bucket_domain, is_signed
from seawall.model.delivery import BucketOrigin
from seawall.model.resource import Bounds


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    for node in nodes.of("aws_cloudfront_distribution"):
        for origin in node.blocks("origin"):
            config = origin.at("s3_origin_config")
            domain = origin.at("domain_name")
            buckets = [each for each in nodes.referred(domain) if each.type == "aws_s3_bucket"]
            if not (config.items() or buckets or is_bucket_domain(domain)):
                continue
            if origin.at("custom_origin_config").items():
                continue
            yield BucketOrigin(
                **shared(node),
                at=origin,
                domain=domain,
                signed=is_signed(
                    config.at("origin_access_identity"), origin.at("origin_access_control_id")
                ),
                bucket=plain_resource(buckets[0]) if buckets else None,
            )
