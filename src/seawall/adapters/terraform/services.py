"""Managed services of the AWS provider that answer on a network."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.model.resource import Bounds
from seawall.model.services import Endpoint
from seawall.readers.node import Node
from seawall.value import Val

# type: kind, service, attribute, default
_FLAGS: dict[str, tuple[str, str, str, bool]] = {
    "aws_redshiftserverless_workgroup": ("data", "Redshift", "publicly_accessible", False),
    "aws_dms_replication_instance": ("data", "DMS", "publicly_accessible", False),
    "aws_mq_broker": ("data", "MQ", "publicly_accessible", False),
    "aws_neptune_cluster_instance": ("data", "Neptune", "publicly_accessible", False),
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Endpoint]:
    for node in nodes.of(*_FLAGS):
        kind, service, path, default = _FLAGS[node.type]
        yield _endpoint(node, kind, service, flag(node.at(path), default))
    for node in nodes.of("aws_redshift_cluster"):
        # public by default until version 6 of the provider
        # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
        before_six = _before_six(nodes)
        yield Endpoint(
            **shared(node),
            kind="data",
            service="Redshift",
            public=flag(node.at("publicly_accessible"), before_six is not False),
            certain=before_six is not None,
        )
    for node in nodes.of("aws_msk_cluster"):
        word = node.at("broker_node_group_info.connectivity_info.public_access.type")
        yield _endpoint(
            node,
            "data",
            "MSK",
            text(word).or_default("DISABLED").map(lambda each: each == "SERVICE_PROVIDED_EIPS"),
        )
    for node in nodes.of("aws_eks_cluster"):
        yield _endpoint(
            node,
            "kubernetes",
            "EKS",
            flag(node.at("vpc_config.endpoint_public_access"), True),
            node.at("vpc_config.public_access_cidrs"),
        )
    for node in nodes.of("aws_eks_node_group"):
        key = node.at("remote_access.ec2_ssh_key")
        if not key.absent:
            groups = node.at("remote_access.source_security_group_ids")
            yield _endpoint(node, "nodes", "EKS nodes", _without(groups, key))
    for node in nodes.of("aws_opensearch_domain", "aws_elasticsearch_domain"):
        yield _endpoint(node, "search", "OpenSearch", _without(node.at("vpc_options"), None))
    for node in nodes.of("aws_lambda_function_url"):
        word = node.at("authorization_type")
        yield _endpoint(node, "function", "Lambda", text(word).map(lambda each: each == "NONE"))
    for node in nodes.of("aws_emr_block_public_access_configuration"):
        blocked = flag(node.at("block_public_security_group_rules"))
        yield _endpoint(node, "emr-guard", "EMR", blocked.map(lambda on: not on))
    for node in nodes.of("aws_sagemaker_notebook_instance"):
        word = text(node.at("direct_internet_access")).or_default("Enabled")
        yield _endpoint(node, "notebook", "SageMaker", word.map(lambda each: each == "Enabled"))
    for node in nodes.of("aws_transfer_server"):
        word = text(node.at("endpoint_type")).or_default("PUBLIC")
        yield _endpoint(node, "transfer", "Transfer", word.map(lambda each: each == "PUBLIC"))


def _endpoint(
    node: Node,
    kind: str,
    service: str,
    public: Val[Any],
    sources: Val[Any] | None = None,
) -> Endpoint:
    return Endpoint(**shared(node), kind=kind, service=service, public=public, sources=sources)


def _without(limit: Val[Any], place: Val[Any] | None) -> Val[Any]:
    """Public where the limit is provably absent or empty."""
    empty = limit.absent or (limit.known and isinstance(limit.value, tuple) and not limit.value)
    if not empty:
        return Val(False, span=limit.span) if limit.known else Val.no_idea(limit.why, limit.span)
    if place is None:
        return Val(True, "default", span=limit.span)
    return Val(True, span=place.span)


def _before_six(nodes: Nodes) -> bool | None:
    """Whether the provider is one before version 6; None where it may be either."""
    for node in nodes.kinds("terraform"):
        version = node.at("required_providers.aws.version")
        if isinstance(version.value, str) and version.known:
            parts = [each.strip() for each in version.value.split(",")]
            if any(_number(each) >= 6 and not each.startswith(("<", "!")) for each in parts):
                return False
            if any(_keeps_below_six(each) for each in parts):
                return True
    return None


def _number(part: str) -> int:
    """The major version of one part of a constraint, -1 where there is none."""
    digits = part.lstrip("~<>=! ").partition(".")[0]
    return int(digits) if digits.isdigit() else -1


def _keeps_below_six(part: str) -> bool:
    major = _number(part)
    if part.startswith("<") and not part.startswith("<="):
        return 0 <= major <= 6
    return part[:1] in tuple("~<=0123456789") and 0 <= major < 6
