"""Terraform's buckets, joined with the split resources that open, fence and encrypt them."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.fence import acl_void, policy_void
from seawall.adapters.joins import block_list, lost, pointed, through
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET as BUCKET_POLICY
from seawall.adapters.terraform.policy_places import found
from seawall.model.resource import Bounds, Resource
from seawall.model.s3 import (
    ACCESS_POINT,
    ACCOUNT,
    BUCKET,
    MULTI_REGION,
    OBJECT,
    AccessBlock,
    Bucket,
    BucketAcl,
    BucketPolicy,
    Grant,
    Ownership,
    Website,
)
from seawall.readers.node import Node
from seawall.value import Val

_BUCKET = "aws_s3_bucket"
_BLOCK = "aws_s3_bucket_public_access_block"
_OWNERSHIP = "aws_s3_bucket_ownership_controls"
_WEBSITE = "aws_s3_bucket_website_configuration"
_OBJECTS = ("aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy")
_ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration"
_ALGORITHM = "rule.apply_server_side_encryption_by_default.sse_algorithm"


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    scene = _Scene(nodes)
    yield from scene.blocks
    yield from (_bucket(scene, node) for node in nodes.of(_BUCKET))
    yield from _acls(scene)
    yield from _settings(scene)
    for each in found(nodes, frozenset({BUCKET_POLICY})):
        yield _policy(scene, each)


class _Scene:
    """What is joined once for all buckets of a project."""

    def __init__(self, nodes: Nodes) -> None:
        self.nodes = nodes
        self.blocks = tuple(_blocks(nodes))
        self.account = tuple(each for each in self.blocks if each.scope == ACCOUNT)
        self._beside: dict[str, dict[str, list[Node]]] = {}
        self._keeping: set[str] | None = None
        self._fences: dict[str, list[AccessBlock]] = {}
        for block in self.blocks:
            if block.scope == BUCKET and block.bucket:
                self._fences.setdefault(block.bucket.address, []).append(block)

    def buckets(self, value: Val[Any]) -> tuple[Node, ...]:
        return pointed(self.nodes, value, (_BUCKET,), "bucket")

    def beside(self, bucket: Node, type_: str) -> list[Node]:
        """The split resources of this type that belong to the bucket."""
        if type_ not in self._beside:
            by_bucket: dict[str, list[Node]] = {}
            for node in self.nodes.of(type_):
                for owner in self.buckets(node.at("bucket")):
                    by_bucket.setdefault(owner.address, []).append(node)
            self._beside[type_] = by_bucket
        return self._beside[type_].get(bucket.address, [])

    def keeps_logs(self, bucket: Node) -> bool:
        """Whether something writes its logs to the bucket."""
        if self._keeping is None:
            self._keeping = {
                owner.address
                for type_, path in _LOG_TARGETS.items()
                for node in self.nodes.of(type_)
                for owner in self.buckets(node.at(path))
            }
        return bucket.address in self._keeping

    def fences(self, bucket: Node) -> tuple[AccessBlock, ...]:
        return (*self._fences.get(bucket.address, ()), *self.account)

    def ownership(self, bucket: Node) -> tuple[Val[Any], tuple[Node, ...]]:
        for node in self.beside(bucket, _OWNERSHIP):
            return node.at("rule.object_ownership"), (node,)
        return Val.nothing(bucket.head), ()

    def may_have_lost(self, type_: str) -> bool:
        """Whether a split resource of this type may belong to any bucket."""
        return any(lost(node.at("bucket")) for node in self.nodes.of(type_))


def _bucket(scene: _Scene, node: Node) -> Bucket:
    encryption = next(iter(scene.beside(node, _ENCRYPTION)), None)
    algorithm = through(
        (encryption or node).body,
        _ALGORITHM if encryption else f"server_side_encryption_configuration.{_ALGORITHM}",
    )
    if encryption is None and algorithm.absent and scene.may_have_lost(_ENCRYPTION):
        algorithm = Val.no_idea("an encryption of an unknown bucket", node.head)
    fenced: Val[Any] = Val(bool(scene.fences(node)))
    if fenced.is_(False) and scene.may_have_lost(_BLOCK):
        fenced = Val.no_idea("an access block of an unknown bucket", node.head)
    return Bucket(
        **shared(node),
        name=node.at("bucket"),
        fenced=fenced,
        algorithm=algorithm,
        encryption=plain_resource(encryption) if encryption else None,
        logging=_there(scene, node, "logging", "aws_s3_bucket_logging"),
        keeps_logs=_keeps_logs(scene, node),
    )


def _settings(scene: _Scene) -> Iterator[Ownership | Website]:
    """What stands in a resource of its own: named there, as that is what is edited."""
    for node in scene.nodes.of(_OWNERSHIP):
        yield Ownership(
            **shared(node), setting=node.at("rule.object_ownership"), bucket=_owner(scene, node)
        )
    for node in scene.nodes.of(_BUCKET):
        block = node.at("website")
        if block.items():
            yield Website(**shared(node), on=Val(True, span=block.span))
    for node in scene.nodes.of(_WEBSITE):
        yield Website(**shared(node), on=Val(True, span=node.head), bucket=_owner(scene, node))


def _owner(scene: _Scene, node: Node) -> Resource | None:
    return next((plain_resource(each) for each in scene.buckets(node.at("bucket"))), None)


def _there(scene: _Scene, bucket: Node, inline: str, split: str) -> Val[Any]:
    """Whether a bucket has a setting, inline or as a resource; where it stands."""
    for node in scene.beside(bucket, split):
        return Val(True, span=node.head)
    block = bucket.at(inline)
    if block.items():
        return Val(True, span=block.span)
    if not block.known or scene.may_have_lost(split):
        return Val.no_idea(block.why or f"a {inline} of an unknown bucket", bucket.head)
    return Val(False, "default", span=bucket.head)


def _keeps_logs(scene: _Scene, bucket: Node) -> Val[Any]:
    if bucket.at("acl").is_("log-delivery-write") or scene.keeps_logs(bucket):
        return Val(True)
    return Val(False, "default")


_LOG_TARGETS = {
    "aws_s3_bucket_logging": "target_bucket",
    "aws_s3_bucket": "logging.target_bucket",
    "aws_cloudtrail": "s3_bucket_name",
    "aws_lb": "access_logs.bucket",
    "aws_alb": "access_logs.bucket",
    "aws_elb": "access_logs.bucket",
}


def _blocks(nodes: Nodes) -> Iterator[AccessBlock]:
    for node in nodes.of(_BLOCK):
        fenced = pointed(nodes, node.at("bucket"), (_BUCKET,), "bucket")
        yield _block(node, node.body, BUCKET, default=False, bucket=fenced)
    for node in nodes.of("aws_s3_account_public_access_block"):
        yield _block(node, node.body, ACCOUNT, default=False)
    for node in nodes.of("aws_s3_access_point"):
        body = node.at("public_access_block_configuration")
        fenced = pointed(nodes, node.at("bucket"), (_BUCKET,), "bucket")
        yield _block(node, body, ACCESS_POINT, default=True, bucket=fenced)
    for node in nodes.of("aws_s3control_multi_region_access_point"):
        body = node.at("details.public_access_block")
        yield _block(node, body, MULTI_REGION, default=True)


def _block(
    node: Node, body: Val[Any], scope: str, *, default: bool, bucket: tuple[Node, ...] = ()
) -> AccessBlock:
    def switch(name: str) -> Val[Any]:
        return flag(body.at(name), default)

    return AccessBlock(
        **shared(node),
        scope=scope,
        block_acls=switch("block_public_acls"),
        block_policy=switch("block_public_policy"),
        ignore_acls=switch("ignore_public_acls"),
        restrict_buckets=switch("restrict_public_buckets"),
        bucket=plain_resource(bucket[0]) if bucket else None,
    )


def _acls(scene: _Scene) -> Iterator[BucketAcl]:
    nodes = scene.nodes
    for node in nodes.of(_BUCKET):
        if not node.at("acl").absent or not node.at("grant").absent:
            grants = [grant for each in node.blocks("grant") for grant in _inline_grants(each)]
            yield _acl(scene, node, BUCKET, (node,), tuple(grants))
    for node in nodes.of("aws_s3_bucket_acl"):
        grants = [
            Grant(permission=each.at("permission"), grantee=each.at("grantee.uri"))
            for policy in node.blocks("access_control_policy")
            for each in block_list(policy.at("grant"))
        ]
        yield _acl(scene, node, BUCKET, scene.buckets(node.at("bucket")), tuple(grants))
    for node in nodes.of(*_OBJECTS):
        if not node.at("acl").absent or not node.at("grant").absent:
            grants = [grant for each in node.blocks("grant") for grant in _inline_grants(each)]
            yield _acl(scene, node, OBJECT, scene.buckets(node.at("bucket")), tuple(grants))


def _acl(
    scene: _Scene, node: Node, scope: str, buckets: tuple[Node, ...], grants: tuple[Grant, ...]
) -> BucketAcl:
    bucket = buckets[0] if buckets else None
    blocks = scene.fences(bucket) if bucket else scene.account
    ownership, owners = scene.ownership(bucket) if bucket else (Val.nothing(), ())
    fences: list[Resource] = [*blocks, *map(plain_resource, owners)]
    void = acl_void(blocks, ownership)
    if not blocks and void.is_(False) and scene.may_have_lost(_BLOCK):
        void = Val.no_idea("an access block of an unknown bucket", node.head)
    return BucketAcl(
        **shared(node),
        scope=scope,
        canned=node.at("acl"),
        grants=grants,
        void=void,
        bucket=plain_resource(bucket) if bucket and bucket is not node else None,
        fences=tuple(fences),
    )


def _inline_grants(block: Val[Any]) -> Iterator[Grant]:
    for permission in block_list(block.at("permissions")):
        yield Grant(permission=permission, grantee=block.at("uri"))


def _policy(scene: _Scene, policy: Any) -> BucketPolicy:
    bearers: tuple[Node, ...] = policy.bearers
    blocks: list[AccessBlock] = []
    bucket: Node | None = None
    for bearer in bearers:
        found_at = (bearer,) if bearer.type == _BUCKET else scene.buckets(bearer.at("bucket"))
        bucket = bucket or next(iter(found_at), None)
        blocks.extend(each for each in scene.blocks if each.address == bearer.address)
    if bucket is not None:
        blocks.extend(scene.fences(bucket))
    else:
        blocks.extend(scene.account)
    void = policy_void(blocks)
    if void.is_(False) and not blocks and scene.may_have_lost(_BLOCK):
        void = Val.no_idea("an access block of an unknown bucket")
    node: Node = policy.node
    return BucketPolicy(
        **shared(node),
        scope=ACCESS_POINT if "access_point" in bearers[0].type else BUCKET,
        statements=policy.statements,
        void=void,
        bucket=plain_resource(bucket) if bucket and bucket is not node else None,
        fences=tuple(dict.fromkeys(blocks)),
        uses=tuple(plain_resource(each) for each in policy.uses),
    )
