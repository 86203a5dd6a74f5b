"""CloudFormation's CloudFront distributions."""

from collections.abc import Iterator

from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.origins import is_bucket_domain, is_signed
from seawall.model.delivery import BucketOrigin
from seawall.model.resource import Bounds


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    for node in nodes.of("AWS::CloudFront::Distribution"):
        for origin in node.at("DistributionConfig.Origins").items():
            config = origin.at("S3OriginConfig")
            domain = origin.at("DomainName")
            buckets = [each for each in nodes.referred(domain) if each.type == "AWS::S3::Bucket"]
            custom = origin.at("CustomOriginConfig")
            if not custom.absent or not (
                isinstance(config.value, dict) or buckets or is_bucket_domain(domain)
            ):
                continue
            yield BucketOrigin(
                **shared(node),
                at=origin,
                domain=domain,
                signed=is_signed(
                    config.at("OriginAccessIdentity"), origin.at("OriginAccessControlId")
                ),
                bucket=plain_resource(buckets[0]) if buckets else None,
            )
