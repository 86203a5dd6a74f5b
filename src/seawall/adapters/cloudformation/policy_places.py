"""Every property of CloudFormation's resources that holds a policy."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET, GUARD, IDENTITY, TRUST, Found, Place
from seawall.adapters.policy_document import flat
from seawall.adapters.policy_document import statements as statements_of
from seawall.readers.node import Node
from seawall.value import Val


def _at(kind: str, *paths: str) -> tuple[Place, ...]:
    return tuple(Place(path=path, kind=kind) for path in paths)


_INLINE = _at(IDENTITY, "Policies.*.PolicyDocument")
_OWN = _at(IDENTITY, "PolicyDocument")
# a step `*` goes through every element of that list
PLACES: dict[str, tuple[Place, ...]] = {
    "AWS::IAM::Policy": _OWN,
    "AWS::IAM::ManagedPolicy": _OWN,
    "AWS::IAM::RolePolicy": _OWN,
    "AWS::IAM::UserPolicy": _OWN,
    "AWS::IAM::GroupPolicy": _OWN,
    # PolicyDocument is not a property of these three; where people write it, they mean it
    "AWS::IAM::Role": (*_at(TRUST, "AssumeRolePolicyDocument"), *_INLINE, *_OWN),
    "AWS::IAM::User": (*_INLINE, *_OWN),
    "AWS::IAM::Group": (*_INLINE, *_OWN),
    "AWS::SSO::PermissionSet": _at(IDENTITY, "InlinePolicy"),
    "AWS::Serverless::Function": (
        *_at(TRUST, "AssumeRolePolicyDocument"),
        *_at(IDENTITY, "Policies"),
    ),
    "AWS::Serverless::StateMachine": _at(IDENTITY, "Policies"),
    "AWS::Organizations::Policy": _at(GUARD, "Content"),
    "AWS::EC2::VPCEndpoint": _at(GUARD, "PolicyDocument"),
    "AWS::IoT::Policy": _at(IDENTITY, "PolicyDocument"),
    "AWS::S3::BucketPolicy": _at(BUCKET, "PolicyDocument"),
    "AWS::S3::AccessPoint": _at(BUCKET, "Policy"),
    "AWS::S3::MultiRegionAccessPointPolicy": _at(BUCKET, "Policy"),
    "AWS::S3ObjectLambda::AccessPointPolicy": _at(BUCKET, "PolicyDocument"),
    "AWS::S3Express::BucketPolicy": _at(BUCKET, "PolicyDocument"),
    "AWS::S3Outposts::BucketPolicy": _at(BUCKET, "PolicyDocument"),
    "AWS::KMS::Key": _at("kms", "KeyPolicy"),
    "AWS::KMS::ReplicaKey": _at("kms", "KeyPolicy"),
    "AWS::SQS::QueuePolicy": _at("sqs", "PolicyDocument"),
    "AWS::SQS::QueueInlinePolicy": _at("sqs", "PolicyDocument"),
    "AWS::SNS::TopicPolicy": _at("sns", "PolicyDocument"),
    "AWS::SNS::TopicInlinePolicy": _at("sns", "PolicyDocument"),
    "AWS::ECR::Repository": _at("ecr", "RepositoryPolicyText"),
    "AWS::ECR::RegistryPolicy": _at("ecr", "PolicyText"),
    "AWS::ECR::PublicRepository": _at("ecr-public", "RepositoryPolicyText"),
    "AWS::SecretsManager::ResourcePolicy": _at("secretsmanager", "ResourcePolicy"),
    "AWS::Elasticsearch::Domain": _at("es", "AccessPolicies"),
    "AWS::OpenSearchService::Domain": _at("es", "AccessPolicies"),
    "AWS::EFS::FileSystem": _at("elasticfilesystem", "FileSystemPolicy"),
    "AWS::ApiGateway::RestApi": _at("execute-api", "Policy"),
    "AWS::Logs::Destination": _at("logs", "DestinationPolicy"),
    "AWS::Logs::ResourcePolicy": _at("logs", "PolicyDocument"),
    "AWS::Backup::BackupVault": _at("backup", "AccessPolicy"),
    "AWS::CodeArtifact::Domain": _at("codeartifact", "PermissionsPolicyDocument"),
    "AWS::CodeArtifact::Repository": _at("codeartifact", "PermissionsPolicyDocument"),
    "AWS::DynamoDB::Table": _at("dynamodb", "ResourcePolicy.PolicyDocument"),
    "AWS::Kinesis::ResourcePolicy": _at("kinesis", "ResourcePolicy"),
    "AWS::MSK::ClusterPolicy": _at("kafka", "Policy"),
    "AWS::Lex::ResourcePolicy": _at("lex", "Policy"),
    "AWS::MediaStore::Container": _at("mediastore", "Policy"),
    "AWS::VpcLattice::AuthPolicy": _at("vpc-lattice-svcs", "Policy"),
    "AWS::VpcLattice::ResourcePolicy": _at("vpc-lattice", "Policy"),
    "AWS::EventSchemas::RegistryPolicy": _at("schemas", "Policy"),
    "AWS::S3Tables::TableBucketPolicy": _at("s3tables", "ResourcePolicy"),
    "AWS::S3Tables::TablePolicy": _at("s3tables", "ResourcePolicy"),
    "AWS::S3Vectors::VectorBucketPolicy": _at("s3vectors", "Policy"),
    "AWS::S3Express::AccessPoint": _at(BUCKET, "Policy"),
    "AWS::S3Outposts::AccessPoint": _at(BUCKET, "Policy"),
    "AWS::APS::ResourcePolicy": _at("aps", "PolicyDocument"),
    "AWS::ApiGateway::DomainNameV2": _at("execute-api", "Policy"),
    "AWS::Backup::LogicallyAirGappedBackupVault": _at("backup", "AccessPolicy"),
    "AWS::CloudTrail::ResourcePolicy": _at("cloudtrail", "ResourcePolicy"),
    "AWS::DSQL::Cluster": _at("dsql", "PolicyDocument"),
    "AWS::DynamoDB::GlobalTable": _at("dynamodb", "Replicas.*.ResourcePolicy.PolicyDocument"),
    "AWS::ECR::RepositoryCreationTemplate": _at("ecr", "RepositoryPolicy"),
    "AWS::Events::EventBus": _at("events", "Policy"),
    "AWS::Lambda::ResourcePolicy": _at("lambda", "PolicyDocument"),
    "AWS::Logs::LogGroup": _at("logs", "ResourcePolicyDocument"),
    "AWS::MediaPackageV2::ChannelPolicy": _at("mediapackagev2", "Policy"),
    "AWS::MediaPackageV2::OriginEndpointPolicy": _at("mediapackagev2", "Policy"),
    "AWS::Oam::Sink": _at("oam", "Policy"),
    "AWS::PaymentCryptography::Key": _at("payment-cryptography", "Policy"),
    "AWS::Redshift::Cluster": _at("redshift", "NamespaceResourcePolicy"),
    "AWS::RedshiftServerless::Namespace": _at("redshift-serverless", "NamespaceResourcePolicy"),
    "AWS::SSM::ResourcePolicy": _at("ssm", "Policy"),
    "AWS::SageMaker::ModelPackageGroup": _at("sagemaker", "ModelPackageGroupPolicy"),
    "AWS::XRay::ResourcePolicy": _at("xray", "PolicyDocument"),
}


def found(nodes: Nodes, kinds: frozenset[str] | None = None) -> Iterator[Found]:
    """Every policy of these kinds (all when None), each once where its text stands."""
    for type_, places in PLACES.items():
        wanted = [place for place in places if kinds is None or place.kind in kinds]
        for node in nodes.of(type_) if wanted else ():
            for place in wanted:
                for value in _values(node, place.path):
                    said = statements_of(value)
                    if said:
                        yield Found(kind=place.kind, node=node, statements=said, value=value)


def _values(node: Node, path: str) -> Iterator[Val[Any]]:
    head, star, rest = path.partition(".*.")
    for value in flat(node.at(head)):
        yield value.at(rest) if star else value
