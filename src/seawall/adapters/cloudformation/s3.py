"""CloudFormation's buckets, joined with the policies and access points beside them."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.cloudformation.policy_places import found
from seawall.adapters.convert import flag
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.fence import acl_void, policy_void
from seawall.adapters.joins import pointed, through
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET as BUCKET_POLICY
from seawall.adapters.places import Found
from seawall.model.resource import Bounds
from seawall.model.s3 import (
    ACCESS_POINT,
    BUCKET,
    MULTI_REGION,
    AccessBlock,
    Bucket,
    BucketAcl,
    BucketPolicy,
    Ownership,
    Website,
)
from seawall.readers.node import Node
from seawall.value import Val

_BUCKET = "AWS::S3::Bucket"
_BLOCK = "PublicAccessBlockConfiguration"
_CANNED = {
    "PublicRead": "public-read",
    "PublicReadWrite": "public-read-write",
    "AuthenticatedRead": "authenticated-read",
    "LogDeliveryWrite": "log-delivery-write",
    "Private": "private",
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    blocks = tuple(_blocks(nodes))
    yield from blocks
    fences: dict[str, tuple[AccessBlock, ...]] = {}
    for block in blocks:
        fences[block.address] = (*fences.get(block.address, ()), block)
    keepers = _log_keepers(nodes)
    for node in nodes.of(_BUCKET):
        own = fences.get(node.address, ())
        yield _bucket(node, own, keepers)
        yield Ownership(**shared(node), setting=_ownership(node))
        yield Website(**shared(node), on=_there(node.at("WebsiteConfiguration")))
        if not node.at("AccessControl").absent:
            yield BucketAcl(
                **shared(node),
                canned=node.at("AccessControl").map(lambda word: _CANNED.get(str(word), word)),
                private="Private",
                void=acl_void(own, _ownership(node)),
                fences=own,
            )
    for each in found(nodes, frozenset({BUCKET_POLICY})):
        yield _policy(nodes, each, fences)


def _bucket(node: Node, blocks: tuple[AccessBlock, ...], keepers: dict[str, Node]) -> Bucket:
    block = node.at(_BLOCK)
    fenced = Val(bool(blocks), span=block.span) if block.known or blocks else block
    logging = node.at("LoggingConfiguration")
    return Bucket(
        **shared(node),
        name=node.at("BucketName"),
        fenced=fenced,
        algorithm=through(
            node.body,
            "BucketEncryption.ServerSideEncryptionConfiguration"
            ".ServerSideEncryptionByDefault.SSEAlgorithm",
        ),
        logging=_there(logging),
        keeps_logs=_keeps_logs(node, keepers),
    )


def _there(setting: Val[Any]) -> Val[Any]:
    if setting.absent:
        return Val(False, "default", span=setting.span)
    return Val(True, span=setting.span) if setting.known or setting.items() else setting


def _ownership(node: Node) -> Val[Any]:
    return node.at("OwnershipControls.Rules.ObjectOwnership")


def _keeps_logs(bucket: Node, keepers: dict[str, Node]) -> Val[Any]:
    if bucket.at("AccessControl").is_("LogDeliveryWrite"):
        return Val(True)
    writer = keepers.get(bucket.address)
    return Val(True, span=writer.head) if writer else Val(False, "default")


def _log_keepers(nodes: Nodes) -> dict[str, Node]:
    """Who writes logs into which bucket, by the bucket's address."""
    found: dict[str, Node] = {}
    for type_, path in _LOG_TARGETS.items():
        for node in nodes.of(type_):
            for bucket in pointed(nodes, node.at(path), (_BUCKET,), "BucketName"):
                found.setdefault(bucket.address, node)
    return found


_LOG_TARGETS = {
    "AWS::S3::Bucket": "LoggingConfiguration.DestinationBucketName",
    "AWS::CloudTrail::Trail": "S3BucketName",
}


def _blocks(nodes: Nodes) -> Iterator[AccessBlock]:
    for node in nodes.of(_BUCKET):
        body = node.at(_BLOCK)
        if isinstance(body.value, dict):
            yield _block(node, body, BUCKET, default=False, bucket=node)
    for node in nodes.of("AWS::S3::AccessPoint"):
        fenced = pointed(nodes, node.at("Bucket"), (_BUCKET,), "BucketName")
        bucket = fenced[0] if fenced else None
        yield _block(node, node.at(_BLOCK), ACCESS_POINT, default=True, bucket=bucket)
    for node in nodes.of("AWS::S3::MultiRegionAccessPoint"):
        yield _block(node, node.at(_BLOCK), MULTI_REGION, default=True)


def _block(
    node: Node, body: Val[Any], scope: str, *, default: bool, bucket: Node | None = None
) -> AccessBlock:
    def switch(name: str) -> Val[Any]:
        return flag(body.at(name), default)

    return AccessBlock(
        **shared(node),
        scope=scope,
        block_acls=switch("BlockPublicAcls"),
        block_policy=switch("BlockPublicPolicy"),
        ignore_acls=switch("IgnorePublicAcls"),
        restrict_buckets=switch("RestrictPublicBuckets"),
        bucket=plain_resource(bucket) if bucket and bucket is not node else None,
    )


def _policy(
    nodes: Nodes, policy: Found, fences: dict[str, tuple[AccessBlock, ...]]
) -> BucketPolicy:
    node = policy.node
    own = list(fences.get(node.address, ()))
    buckets = pointed(nodes, node.at("Bucket"), (_BUCKET,), "BucketName")
    bucket = buckets[0] if buckets else None
    if bucket is not None:
        own.extend(each for each in fences.get(bucket.address, ()) if each.scope == BUCKET)
    return BucketPolicy(
        **shared(node),
        scope=ACCESS_POINT if "AccessPoint" in node.type else BUCKET,
        statements=policy.statements,
        void=policy_void(own),
        bucket=plain_resource(bucket) if bucket else None,
        fences=tuple(own),
    )
