"""Every attribute of Terraform's AWS resources that holds a policy."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.adapters.places import BUCKET, GUARD, IDENTITY, TRUST, Found, Place
from seawall.adapters.policy_document import statements as statements_of
from seawall.adapters.terraform import documents, modules_iam
from seawall.model.iam import Statement
from seawall.readers.node import Node
from seawall.value import Val, walk


def _at(kind: str, *paths: str) -> tuple[Place, ...]:
    return tuple(Place(path=path, kind=kind) for path in paths)


# a step `*` goes through every block of that name
PLACES: dict[str, tuple[Place, ...]] = {
    "aws_iam_policy": _at(IDENTITY, "policy"),
    "aws_iam_role_policy": _at(IDENTITY, "policy"),
    "aws_iam_user_policy": _at(IDENTITY, "policy"),
    "aws_iam_group_policy": _at(IDENTITY, "policy"),
    "aws_iam_role": (*_at(TRUST, "assume_role_policy"), *_at(IDENTITY, "inline_policy.*.policy")),
    "aws_ssoadmin_permission_set_inline_policy": _at(IDENTITY, "inline_policy"),
    "aws_organizations_policy": _at(GUARD, "content"),
    "aws_vpc_endpoint": _at(GUARD, "policy"),
    "aws_vpc_endpoint_policy": _at(GUARD, "policy"),
    "aws_s3_bucket": _at(BUCKET, "policy"),
    "aws_s3_bucket_policy": _at(BUCKET, "policy"),
    "aws_s3_access_point": _at(BUCKET, "policy"),
    "aws_s3control_access_point_policy": _at(BUCKET, "policy"),
    "aws_s3control_multi_region_access_point_policy": _at(BUCKET, "details.*.policy"),
    "aws_kms_key": _at("kms", "policy"),
    "aws_kms_external_key": _at("kms", "policy"),
    "aws_kms_replica_key": _at("kms", "policy"),
    "aws_kms_key_policy": _at("kms", "policy"),
    "aws_sqs_queue": _at("sqs", "policy"),
    "aws_sqs_queue_policy": _at("sqs", "policy"),
    "aws_sns_topic": _at("sns", "policy"),
    "aws_sns_topic_policy": _at("sns", "policy"),
    "aws_ecr_repository_policy": _at("ecr", "policy"),
    "aws_ecr_registry_policy": _at("ecr", "policy"),
    "aws_ecrpublic_repository_policy": _at("ecr-public", "policy"),
    "aws_secretsmanager_secret": _at("secretsmanager", "policy"),
    "aws_secretsmanager_secret_policy": _at("secretsmanager", "policy"),
    "aws_elasticsearch_domain": _at("es", "access_policies"),
    "aws_elasticsearch_domain_policy": _at("es", "access_policies"),
    "aws_opensearch_domain": _at("es", "access_policies"),
    "aws_opensearch_domain_policy": _at("es", "access_policies"),
    "aws_opensearchserverless_access_policy": (),
    "aws_glacier_vault": _at("glacier", "access_policy"),
    "aws_glacier_vault_lock": _at("glacier", "policy"),
    "aws_efs_file_system_policy": _at("elasticfilesystem", "policy"),
    "aws_glue_resource_policy": _at("glue", "policy"),
    "aws_api_gateway_rest_api": _at("execute-api", "policy"),
    "aws_api_gateway_rest_api_policy": _at("execute-api", "policy"),
    "aws_ses_identity_policy": _at("ses", "policy"),
    "aws_sesv2_email_identity_policy": _at("ses", "policy"),
    "aws_cloudwatch_log_destination_policy": _at("logs", "access_policy"),
    "aws_cloudwatch_log_resource_policy": _at("logs", "policy_document"),
    "aws_backup_vault_policy": _at("backup", "policy"),
    "aws_cloudwatch_event_bus_policy": _at("events", "policy"),
    "aws_media_store_container_policy": _at("mediastore", "policy"),
    "aws_codeartifact_domain_permissions_policy": _at("codeartifact", "policy_document"),
    "aws_codeartifact_repository_permissions_policy": _at("codeartifact", "policy_document"),
    "aws_codebuild_resource_policy": _at("codebuild", "policy"),
    "aws_dynamodb_resource_policy": _at("dynamodb", "policy"),
    "aws_kinesis_resource_policy": _at("kinesis", "policy"),
    "aws_s3_directory_bucket_policy": _at(BUCKET, "policy"),
    "aws_s3tables_table_bucket_policy": _at("s3tables", "resource_policy"),
    "aws_s3tables_table_policy": _at("s3tables", "resource_policy"),
    "aws_s3control_object_lambda_access_point_policy": _at(BUCKET, "policy"),
    "aws_s3outposts_bucket_policy": _at(BUCKET, "policy"),
    "aws_s3control_bucket_policy": _at(BUCKET, "policy"),
    "aws_transfer_user": _at(GUARD, "policy"),
    "aws_acmpca_policy": _at("acm-pca", "policy"),
    "aws_lex_resource_policy": _at("lex", "policy"),
    "aws_msk_cluster_policy": _at("kafka", "policy"),
    "aws_networkfirewall_resource_policy": _at("network-firewall", "policy"),
    "aws_redshift_resource_policy": _at("redshift", "policy"),
    "aws_redshiftserverless_resource_policy": _at("redshift-serverless", "policy"),
    "aws_rekognition_project_policy": _at("rekognition", "policy"),
    "aws_ssmincidents_replication_set": (),
    "aws_vpclattice_auth_policy": _at("vpc-lattice-svcs", "policy"),
    "aws_vpclattice_resource_policy": _at("vpc-lattice", "policy"),
    "aws_iot_policy": _at(IDENTITY, "policy"),
    "aws_schemas_registry_policy": _at("schemas", "policy"),
    "aws_cloudwatch_log_delivery_destination_policy": _at("logs", "delivery_destination_policy"),
    "aws_oam_sink_policy": _at("oam", "policy"),
    "aws_xray_resource_policy": _at("xray", "policy_document"),
    "aws_sagemaker_model_package_group_policy": _at("sagemaker", "resource_policy"),
    "aws_prometheus_resource_policy": _at("aps", "policy_document"),
}
PLACES = {kind: places for kind, places in PLACES.items() if places}


def found(nodes: Nodes, kinds: frozenset[str] | None = None) -> Iterator[Found]:
    """Every policy of these kinds (all when None), each once where its text stands."""
    used: dict[str, list[tuple[str, Node]]] = {}
    for taken, kind, call in modules_iam.used_documents(nodes):
        used.setdefault(taken.address, []).append((kind, call))
    for each in modules_iam.found(nodes):
        if kinds is None or each.kind in kinds:
            yield each
    for type_, places in PLACES.items():
        for node in nodes.of(type_):
            for place in places:
                for written in _values(node, place.path):
                    value = _rendered(nodes, written)
                    document = documents.document_of(nodes, value)
                    if document is not None:
                        used.setdefault(document.address, []).append((place.kind, node))
                    elif kinds is None or place.kind in kinds:
                        said = statements_of(value)
                        if said:
                            yield Found(kind=place.kind, node=node, statements=said, value=value)
    yield from _documents(nodes, used, kinds)


def _documents(
    nodes: Nodes, used: dict[str, list[tuple[str, Node]]], kinds: frozenset[str] | None
) -> Iterator[Found]:
    data = list(nodes.of(documents.DOCUMENT, kind="data"))
    parents: dict[str, list[str]] = {}
    for node in data:
        for value in documents.sources(nodes, node):
            taken = documents.document_of(nodes, value)
            if taken is not None:
                parents.setdefault(taken.address, []).append(node.address)
    taken_away = _into_modules(nodes) if data else set()
    for node in data:
        # texts that a document takes in stand nowhere else
        said = documents.statements(node) + tuple(
            statement
            for value in documents.sources(nodes, node)
            if documents.document_of(nodes, value) is None
            for statement in statements_of(value)
        )
        if not said:
            continue
        by_kind: dict[str, list[Node]] = {}
        for address in _upwards(node.address, parents):
            for kind, user in used.get(address, ()):
                by_kind.setdefault(kind, []).append(user)
        if not by_kind:
            # in a module it may be the policy of an endpoint, which opens nothing
            unsure = node.address in taken_away and _names_principals(said)
            by_kind = {GUARD if unsure else _kind_of(said): []}
        for kind, users in by_kind.items():
            if kinds is None or kind in kinds:
                yield Found(
                    kind=kind, node=node, statements=said, uses=tuple(users), value=node.body
                )


def _into_modules(nodes: Nodes) -> set[str]:
    """Documents that go into a module: where it is not at hand, what for is not known."""
    return {
        node.address
        for call in nodes.kinds("module")
        for value in walk(call.body)
        if value.refs
        for node in nodes.referred(value)
    }


def _names_principals(said: tuple[Statement, ...]) -> bool:
    return any(each.principals or each.not_principals for each in said)


def _upwards(address: str, parents: dict[str, list[str]]) -> list[str]:
    """A document and all that take it in, however far up."""
    reached = [address]
    for each in reached:
        reached.extend(up for up in parents.get(each, ()) if up not in reached)
    return reached


def _kind_of(said: tuple[Statement, ...]) -> str:
    """What a document that nothing here uses is for, from what it says."""
    if not _names_principals(said):
        return IDENTITY
    services = {
        str(action.value).partition(":")[0].lower()
        for each in said
        for action in each.actions
        if action.known
    }
    if services == {"sts"}:
        return TRUST
    if len(services) == 1:
        (service,) = services
        return BUCKET if service == "s3" else service
    return "unknown"


def _values(node: Node, path: str) -> Iterator[Val[Any]]:
    head, star, rest = path.partition(".*.")
    if not star:
        yield node.at(path)
        return
    for block in node.blocks(head):
        yield block.at(rest)


def _rendered(nodes: Nodes, value: Val[Any]) -> Val[Any]:
    """The text of a `template_file`, which older configurations render policies with."""
    if value.known:
        return value
    for node in nodes.referred(value):
        if node.kind == "data" and node.type == "template_file":
            return node.at("template")
    return value
