"""What resources and data sources work out themselves, as far as the text already settles it."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from seawall.readers.terraform.values import like, unknown
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

if TYPE_CHECKING:
    from seawall.readers.terraform.bodies import Instance

# attributes that repeat another one of the same resource
_SAME = {
    ("aws_s3_bucket", "id"): "bucket",
    ("aws_iam_role", "id"): "name",
    ("aws_iam_user", "id"): "name",
    ("aws_iam_group", "id"): "name",
    ("aws_iam_instance_profile", "id"): "name",
    ("aws_key_pair", "id"): "key_name",
    ("aws_ecs_cluster", "id"): "arn",
    ("aws_iam_policy", "id"): "arn",
    ("aws_sns_topic", "id"): "arn",
    ("aws_db_instance", "identifier_name"): "identifier",
    ("aws_ecr_repository", "id"): "name",
    ("aws_cloudwatch_log_group", "id"): "name",
    ("aws_lambda_function", "id"): "function_name",
    ("aws_s3_bucket_policy", "id"): "bucket",
    ("aws_s3_bucket_public_access_block", "id"): "bucket",
    ("aws_s3_bucket_ownership_controls", "id"): "bucket",
}  # fmt: skip
# ARNs: what comes before the name; a "{}" is the name, without one the rest is not known
_ARNS = {
    "aws_s3_bucket": ("arn:{partition}:s3:::", "bucket"),
    "aws_iam_role": ("arn:{partition}:iam::", ""),
    "aws_iam_user": ("arn:{partition}:iam::", ""),
    "aws_iam_group": ("arn:{partition}:iam::", ""),
    "aws_iam_policy": ("arn:{partition}:iam::", ""),
    "aws_sqs_queue": ("arn:{partition}:sqs:", ""),
    "aws_sns_topic": ("arn:{partition}:sns:", ""),
    "aws_kms_key": ("arn:{partition}:kms:", ""),
    "aws_lambda_function": ("arn:{partition}:lambda:", ""),
    "aws_dynamodb_table": ("arn:{partition}:dynamodb:", ""),
    "aws_secretsmanager_secret": ("arn:{partition}:secretsmanager:", ""),
    "aws_cloudwatch_log_group": ("arn:{partition}:logs:", ""),
    "aws_ecr_repository": ("arn:{partition}:ecr:", ""),
}


def _render(held: "Instance") -> Val[Any]:
    found: Val[Any] = import_module("seawall.readers.terraform.policy_data").render(held)
    return found


def computed(held: "Instance", name: str) -> Val[Any]:
    """An attribute that the block does not write."""
    mode = "data" if _is_data(held.address) else "resource"
    if mode == "data":
        reader = _DATA.get((held.kind, name))
        if reader is not None:
            return reader(held)
        return _later(held, name)
    source = _SAME.get((held.kind, name))
    if source == "arn":
        return computed(held, "arn")
    if source is not None and source in held:
        return held[source]
    if name == "arn" and held.kind in _ARNS:
        return _arn(held)
    if name in ("tags_all",) and "tags" in held:
        return held["tags"]
    if held.kind == "aws_s3_bucket" and name == "bucket_domain_name" and "bucket" in held:
        bucket = held["bucket"]
        if bucket.known and isinstance(bucket.value, str):
            return like(bucket, f"{bucket.value}.s3.amazonaws.com")
    if held.kind == "terraform_data" and name == "output" and "input" in held:
        return held["input"]
    return _later(held, name)


def _is_data(address: str) -> bool:
    return address.startswith("data.") or ".data." in address


def _later(held: "Instance", name: str) -> Val[Any]:
    return Val.no_idea(f"{held.address}.{name} is known after apply", refs=(held.address,))


def _arn(held: "Instance") -> Val[Any]:
    before, attr = _ARNS[held.kind]
    partition = _partition(held)
    before = before.replace("{partition}", partition)
    if attr and attr in held:
        value = held[attr]
        if value.state in (WRITTEN, PARTIAL) and isinstance(value.value, str):
            return like(value, before + value.value)
    why = f"{held.address}.arn is known after apply"
    return Val(before, PARTIAL, why=why, refs=(held.address,))


def _region(held: "Instance") -> Val[Any]:
    node = held.scope.names.get("provider")
    if node is None or not isinstance(node.value, dict):
        return Val.no_idea("the provider's region is not known")
    if "region" in node.value:
        region: Val[Any] = node.value["region"]
        return region
    return Val.no_idea("the provider has no region")


def _partition(held: "Instance") -> str:
    region = _region(held)
    if region.starts_with("cn-"):
        return "aws-cn"
    return "aws-us-gov" if region.starts_with("us-gov-") else "aws"


def _region_name(held: "Instance") -> Val[Any]:
    for name in ("region", "name"):
        if name in held:
            return held[name]
    region = _region(held)
    return region if region.state != UNKNOWN else unknown((region,))


def _suffix_of(held: "Instance") -> Val[Any]:
    return Val("amazonaws.com.cn" if _partition(held) == "aws-cn" else "amazonaws.com", WRITTEN)


def _bucket_id(held: "Instance") -> Val[Any]:
    return held["bucket"] if "bucket" in held else _later(held, "id")


def _bucket_arn(held: "Instance") -> Val[Any]:
    bucket = held["bucket"] if "bucket" in held else _later(held, "arn")
    if bucket.state in (WRITTEN, PARTIAL) and isinstance(bucket.value, str):
        return like(bucket, f"arn:{_partition(held)}:s3:::{bucket.value}")
    return unknown((bucket,))


def _managed_policy(held: "Instance") -> Val[Any]:
    if "arn" in held:
        return held["arn"]
    name = held["name"] if "name" in held else _later(held, "arn")
    if name.known and isinstance(name.value, str):
        # a name may be the account's own or one of AWS's
        mine = Val(f"arn:{_partition(held)}:iam::aws:policy/{name.value}", span=name.span)
        return unknown((name,), why="whose policy it is", possible=(mine, unknown((name,))))
    return unknown((name,))


_DATA: dict[tuple[str, str], Callable[["Instance"], Val[Any]]] = {
    ("aws_iam_policy_document", "json"): _render,
    ("aws_iam_policy_document", "minified_json"): _render,
    ("aws_region", "name"): _region_name,
    ("aws_region", "id"): _region_name,
    ("aws_region", "region"): _region_name,
    ("aws_partition", "partition"): lambda held: Val(_partition(held), WRITTEN),
    ("aws_partition", "id"): lambda held: Val(_partition(held), WRITTEN),
    ("aws_partition", "dns_suffix"): _suffix_of,
    ("aws_s3_bucket", "arn"): _bucket_arn,
    ("aws_s3_bucket", "id"): _bucket_id,
    ("aws_iam_policy", "arn"): _managed_policy,
}
