"""Databases, snapshots and encryption of the AWS provider."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, many, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.model.data import Database, Snapshot, Store
from seawall.model.resource import Bounds
from seawall.readers.node import Node
from seawall.value import Val

_PUBLIC = {
    "aws_db_instance": "publicly_accessible",
    "aws_rds_cluster_instance": "publicly_accessible",
    "aws_lightsail_database": "publicly_accessible",
}
_SHARED = {
    "aws_db_snapshot": ("database snapshot", "shared_accounts"),
    "aws_db_cluster_snapshot": ("database snapshot", "shared_accounts"),
    "aws_db_snapshot_copy": ("database snapshot", "shared_accounts"),
    "aws_rds_cluster_snapshot_copy": ("database snapshot", "shared_accounts"),
    "aws_ami_launch_permission": ("machine image", "group"),
    "aws_ssm_document": ("SSM document", "permissions.account_ids"),
}
# type: kind, service, attribute, default
_ENCRYPTED: dict[str, tuple[str, str, str, bool]] = {
    "aws_ebs_volume": ("volume", "EBS", "encrypted", False),
    "aws_db_instance": ("database", "RDS", "storage_encrypted", False),
    "aws_rds_cluster": ("database", "RDS", "storage_encrypted", False),
    "aws_docdb_cluster": ("database", "DocumentDB", "storage_encrypted", False),
    "aws_neptune_cluster": ("database", "Neptune", "storage_encrypted", False),
    "aws_elasticsearch_domain": ("database", "OpenSearch", "encrypt_at_rest.enabled", False),
    "aws_opensearch_domain": ("database", "OpenSearch", "encrypt_at_rest.enabled", False),
    "aws_dax_cluster": ("cache", "DAX", "server_side_encryption.enabled", False),
    "aws_elasticache_replication_group": (
        "cache",
        "ElastiCache",
        "at_rest_encryption_enabled",
        False,
    ),
    "aws_efs_file_system": ("file system", "EFS", "encrypted", False),
}
# what a key names; a known absence of the key is a lack of encryption
_KEYED: dict[str, tuple[str, str, str]] = {
    "aws_sns_topic": ("topic", "SNS", "kms_master_key_id"),
    "aws_cloudtrail": ("trail", "CloudTrail", "kms_key_id"),
}
_BLOCKS = ("root_block_device", "ebs_block_device")


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Database | Snapshot | Store]:
    for node in nodes.of(*_PUBLIC):
        yield Database(**shared(node), public=flag(node.at(_PUBLIC[node.type]), False))
    for node in nodes.of(*_SHARED):
        kind, path = _SHARED[node.type]
        yield Snapshot(**shared(node), kind=kind, shared_with=many(node.at(path)))
    by_default = _encrypted_by_default(nodes)
    for node in nodes.of(*_ENCRYPTED):
        yield from _store(node, *_ENCRYPTED[node.type], by_default=by_default)
    for node in nodes.of(*_KEYED):
        kind, service, path = _KEYED[node.type]
        yield Store(**shared(node), kind=kind, service=service, encrypted=_named(node.at(path)))
    for node in nodes.of("aws_sqs_queue"):
        yield from _queue(node)
    for node in nodes.of("aws_kinesis_stream"):
        word = text(node.at("encryption_type")).or_default("NONE")
        yield Store(
            **shared(node),
            kind="stream",
            service="Kinesis",
            encrypted=word.map(lambda each: str(each).upper() != "NONE"),
        )
    if not by_default:
        yield from _block_devices(nodes)


def _store(
    node: Node, kind: str, service: str, path: str, default: bool, *, by_default: bool
) -> Iterator[Store]:
    if kind == "volume" and by_default:
        return
    if node.type in ("aws_db_instance", "aws_rds_cluster") and _inherits(node):
        return  # encrypted as its source is
    yield Store(
        **shared(node),
        kind=kind,
        service=service,
        encrypted=flag(node.at(path), default),
        attribute=path,
    )


def _inherits(node: Node) -> bool:
    names = ("replicate_source_db", "snapshot_identifier", "restore_to_point_in_time")
    return any(not node.at(name).absent for name in (*names, "global_cluster_identifier"))


def _named(key: Val[Any]) -> Val[Any]:
    """Whether a key is named; a name that cannot be known is still a name."""
    if key.absent or key.is_(""):
        return Val.nothing(key.span).or_default(False)
    return Val(True, span=key.span)


def _queue(node: Node) -> Iterator[Store]:
    # SSE-SQS is on for new queues unless it is switched off
    # https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
    if node.at("kms_master_key_id").absent:
        own = flag(node.at("sqs_managed_sse_enabled"), True)
        yield Store(**shared(node), kind="queue", service="SQS", encrypted=own)


def _encrypted_by_default(nodes: Nodes) -> bool:
    return any(
        flag(node.at("enabled"), True).is_(True)
        for node in nodes.of("aws_ebs_encryption_by_default")
    )


def _block_devices(nodes: Nodes) -> Iterator[Store]:
    for node in nodes.of("aws_instance", "aws_launch_configuration", "aws_spot_instance_request"):
        for name in _BLOCKS:
            for block in node.blocks(name):
                if block.at("snapshot_id").absent:
                    yield _device(node, flag(block.at("encrypted"), False), block)
    for node in nodes.of("aws_launch_template"):
        for mapping in node.blocks("block_device_mappings"):
            device = mapping.at("ebs")
            if not device.absent and device.at("snapshot_id").absent:
                yield _device(node, flag(device.at("encrypted"), False), mapping)


def _device(node: Node, encrypted: Val[Any], block: Val[Any]) -> Store:
    if encrypted.absent or not encrypted.written:
        encrypted = Val(encrypted.value, encrypted.state, span=block.span or node.head)
    return Store(**shared(node), kind="volume", service="EBS", encrypted=encrypted)
