"""Buckets made by well-known public modules, judged by the inputs that are written."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag
from seawall.adapters.describe import plain_resource, shared
from seawall.adapters.fence import acl_void, policy_void
from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET as BUCKET_POLICY
from seawall.adapters.places import Found
from seawall.adapters.policy_document import statements
from seawall.adapters.terraform import documents
from seawall.adapters.terraform.registry import calls
from seawall.model.resource import Bounds
from seawall.model.s3 import (
    ACCOUNT,
    BUCKET,
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
from seawall.value import DEFAULT, Val

_POLICIES = ("policy", "source_policy_documents")
_SWITCHES = (
    "block_public_acls",
    "block_public_policy",
    "ignore_public_acls",
    "restrict_public_buckets",
)


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[object]:
    for name, node in calls(nodes):
        if name == "s3-bucket/account-public-access":
            yield from _blocks(node, ACCOUNT)
        if name == "s3-bucket/object" and not node.at("acl").absent:
            yield BucketAcl(**shared(node), scope=OBJECT, canned=node.at("acl"))
        if name not in ("s3-bucket", "s3-log-storage"):
            continue
        blocks = tuple(_blocks(node))
        yield from blocks
        yield _bucket(node)
        yield Ownership(**shared(node), setting=node.at("object_ownership"))
        if node.at("website").items():
            yield Website(**shared(node), on=Val(True, span=node.at("website").span))
        if not node.at("acl").absent or not node.at("grant").absent:
            yield BucketAcl(
                **shared(node),
                canned=node.at("acl"),
                grants=tuple(_grants(node)),
                void=acl_void(_written(blocks), node.at("object_ownership")),
            )
        for policy in _policies(nodes, node):
            yield BucketPolicy(
                **shared(policy.node),
                statements=policy.statements,
                void=policy_void(_written(blocks)),
                uses=tuple(plain_resource(each) for each in policy.uses),
            )


def _bucket(node: Node) -> Bucket:
    """The bucket of a call: what its inputs leave out may be done by the module."""
    unsaid = Val.no_idea("the module decides", node.head)
    return Bucket(
        **shared(node),
        name=node.at("bucket"),
        fenced=unsaid,
        algorithm=unsaid,
        logging=unsaid,
        keeps_logs=unsaid,
    )


def _blocks(node: Node, scope: str = BUCKET) -> Iterator[AccessBlock]:
    # which way a switch points by default changed between versions of these modules; only what
    # is written is judged, and what is not written neither accuses nor excuses
    if all(node.at(name).absent for name in _SWITCHES):
        return
    acls, policy, ignore, restrict = (flag(node.at(name), True) for name in _SWITCHES)
    yield AccessBlock(
        **shared(node),
        scope=scope,
        block_acls=acls,
        block_policy=policy,
        ignore_acls=ignore,
        restrict_buckets=restrict,
    )


def _written(blocks: tuple[AccessBlock, ...]) -> tuple[AccessBlock, ...]:
    """The blocks of which every switch is written."""
    return tuple(
        block
        for block in blocks
        if not any(switch.state == DEFAULT for _, switch in block.switches())
    )


def _grants(node: Node) -> Iterator[Grant]:
    for each in node.at("grant").items():
        for permission in (*each.at("permission").items(), *each.at("permissions").items()):
            yield Grant(permission=permission, grantee=each.at("uri"))


def _policies(nodes: Nodes, node: Node) -> Iterator[Found]:
    for name in _POLICIES:
        for value in node.at(name).items():
            document = documents.document_of(nodes, value)
            said: tuple[Any, ...]
            if document is not None:
                said = documents.statements(document)
                yield _found(document, said, value, (node,))
            elif said := statements(value):
                yield _found(node, said, value, ())


def _found(node: Node, said: tuple[Any, ...], value: Val[Any], uses: tuple[Node, ...]) -> Found:
    return Found(kind=BUCKET_POLICY, node=node, statements=said, value=value, uses=uses)
