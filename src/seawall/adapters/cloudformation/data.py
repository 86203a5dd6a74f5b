"""Databases, snapshots and encryption of CloudFormation."""

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
    "AWS::RDS::DBInstance": "PubliclyAccessible",
    "AWS::RDS::DBCluster": "PubliclyAccessible",
    "AWS::Lightsail::Database": "PubliclyAccessible",
}
# type: kind, service, attribute, default
_ENCRYPTED: dict[str, tuple[str, str, str, bool]] = {
    "AWS::EC2::Volume": ("volume", "EBS", "Encrypted", False),
    "AWS::RDS::DBInstance": ("database", "RDS", "StorageEncrypted", False),
    "AWS::RDS::DBCluster": ("database", "RDS", "StorageEncrypted", False),
    "AWS::DocDB::DBCluster": ("database", "DocumentDB", "StorageEncrypted", False),
    "AWS::Neptune::DBCluster": ("database", "Neptune", "StorageEncrypted", False),
    "AWS::Elasticsearch::Domain": (
        "database",
        "OpenSearch",
        "EncryptionAtRestOptions.Enabled",
        False,
    ),
    "AWS::OpenSearchService::Domain": (
        "database",
        "OpenSearch",
        "EncryptionAtRestOptions.Enabled",
        False,
    ),
    "AWS::DAX::Cluster": ("cache", "DAX", "SSESpecification.SSEEnabled", False),
    "AWS::ElastiCache::ReplicationGroup": (
        "cache",
        "ElastiCache",
        "AtRestEncryptionEnabled",
        False,
    ),
    "AWS::EFS::FileSystem": ("file system", "EFS", "Encrypted", False),
}
# what a key names; a known absence of the key is a lack of encryption
_KEYED: dict[str, tuple[str, str, str]] = {
    "AWS::SNS::Topic": ("topic", "SNS", "KmsMasterKeyId"),
    "AWS::CloudTrail::Trail": ("trail", "CloudTrail", "KMSKeyId"),
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Database | Snapshot | Store]:
    for node in nodes.of(*_PUBLIC):
        yield Database(**shared(node), public=flag(node.at(_PUBLIC[node.type]), False))
    for node in nodes.of(*_ENCRYPTED):
        yield from _store(node, *_ENCRYPTED[node.type])
    for node in nodes.of(*_KEYED):
        kind, service, path = _KEYED[node.type]
        yield Store(**shared(node), kind=kind, service=service, encrypted=_named(node.at(path)))
    for node in nodes.of("AWS::SQS::Queue"):
        yield from _queue(node)
    for node in nodes.of("AWS::Kinesis::Stream"):
        word = text(node.at("StreamEncryption.EncryptionType")).or_default("NONE")
        yield Store(
            **shared(node),
            kind="stream",
            service="Kinesis",
            encrypted=word.map(lambda each: str(each).upper() != "NONE"),
        )
    yield from _block_devices(nodes)


def _store(node: Node, kind: str, service: str, path: str, default: bool) -> Iterator[Store]:
    if node.type in ("AWS::RDS::DBInstance", "AWS::RDS::DBCluster") and _inherits(node):
        return  # encrypted as its source is
    if kind == "volume" and not node.at("SnapshotId").absent:
        return
    yield Store(
        **shared(node),
        kind=kind,
        service=service,
        encrypted=flag(node.at(path), default),
        attribute=path,
    )


def _inherits(node: Node) -> bool:
    names = (
        "SourceDBInstanceIdentifier",
        "DBSnapshotIdentifier",
        "SnapshotIdentifier",
        "SourceDBClusterIdentifier",
        "DBClusterIdentifier",
        "GlobalClusterIdentifier",
    )
    return any(not node.at(name).absent for name in names)


def _named(key: Val[Any]) -> Val[Any]:
    """Whether a key is named; a name that cannot be known is still a name."""
    if key.absent or key.is_(""):
        return Val.nothing(key.span).or_default(False)
    return Val(True, span=key.span)


def _queue(node: Node) -> Iterator[Store]:
    # SSE-SQS is on for new queues unless it is switched off
    # https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html
    if node.at("KmsMasterKeyId").absent:
        own = flag(node.at("SqsManagedSseEnabled"), True)
        yield Store(**shared(node), kind="queue", service="SQS", encrypted=own)


def _block_devices(nodes: Nodes) -> Iterator[Store]:
    for node in nodes.of("AWS::EC2::Instance", "AWS::AutoScaling::LaunchConfiguration"):
        yield from _devices(node, node.at("BlockDeviceMappings"))
    for node in nodes.of("AWS::EC2::LaunchTemplate"):
        yield from _devices(node, node.at("LaunchTemplateData.BlockDeviceMappings"))


def _devices(node: Node, mappings: Val[Any]) -> Iterator[Store]:
    for mapping in many(mappings):
        device = mapping.at("Ebs")
        if device.absent or not device.at("SnapshotId").absent:
            continue
        encrypted = flag(device.at("Encrypted"), False)
        if not encrypted.written:
            encrypted = Val(encrypted.value, encrypted.state, span=mapping.span or node.head)
        yield Store(**shared(node), kind="volume", service="EBS", encrypted=encrypted)
