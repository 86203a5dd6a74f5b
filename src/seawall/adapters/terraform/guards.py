"""What watches an account, in the AWS provider: detectors, trails, recorders, account switches."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.adapters.terraform.organization import may_deny_regions
from seawall.model.resource import Bounds
from seawall.model.services import Baseline, Guard, Trail, Watch, WebEntry
from seawall.value import Val

# type: service, attribute, default
_SWITCHES: dict[str, tuple[str, str, bool | None]] = {
    "aws_guardduty_detector": ("GuardDuty", "enable", True),
    "aws_cloudtrail": ("CloudTrail", "enable_logging", True),
    "aws_config_configuration_recorder_status": ("Config", "is_enabled", None),
    "aws_ebs_encryption_by_default": ("EBS encryption by default", "enabled", True),
}
# type: service, attribute, the word that switches it off
_WORDS: dict[str, tuple[str, str, str]] = {
    "aws_ebs_snapshot_block_public_access": (
        "the block on public snapshots",
        "state",
        "unblocked",
    ),
    "aws_ec2_image_block_public_access": ("the block on public images", "state", "unblocked"),
    "aws_macie2_account": ("Macie", "status", "PAUSED"),
    "aws_guardduty_organization_configuration": (
        "GuardDuty for new accounts",
        "auto_enable_organization_members",
        "NONE",
    ),
}
# type: service, of what watches by being there alone
_STANDING: dict[str, str] = {
    "aws_securityhub_account": "Security Hub",
    "aws_config_configuration_recorder": "Config",
    "aws_accessanalyzer_analyzer": "IAM Access Analyzer",
    "aws_s3_account_public_access_block": "the account's block on public buckets",
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Guard | Trail | Watch | Baseline | WebEntry]:
    for node in nodes.of(*_SWITCHES):
        service, path, default = _SWITCHES[node.type]
        on = flag(node.at(path), default)
        yield Guard(**shared(node), service=service, on=on)
        yield Watch(**shared(node), service=service, on=on)
    for node in nodes.of(*_WORDS):
        service, path, off = _WORDS[node.type]
        on = _is_not(text(node.at(path)), off)
        yield Guard(**shared(node), service=service, on=on, boolean=False)
        yield Watch(**shared(node), service=service, on=on)
    for node in nodes.of(*_STANDING):
        yield Watch(**shared(node), service=_STANDING[node.type], on=Val(True))
    for node in nodes.of("aws_cloudtrail"):
        yield Trail(
            **shared(node),
            multi_region=flag(node.at("is_multi_region_trail"), False),
            validated=flag(node.at("enable_log_file_validation"), False),
        )
    yield from _web(nodes)
    if bounds.kind == "account-baseline":
        yield from _baseline(nodes)


def _web(nodes: Nodes) -> Iterator[WebEntry]:
    shielded = {
        node.address
        for association in nodes.of(
            "aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"
        )
        for node in nodes.referred(association.at("resource_arn"))
    }
    for node in nodes.of("aws_lb", "aws_alb"):
        kind = text(node.at("load_balancer_type")).or_default("application")
        if kind.is_("application"):
            inside = flag(node.at("internal"), False)
            firewall = Val("joined") if node.address in shielded else Val.nothing(node.head)
            yield WebEntry(
                **shared(node),
                service="load balancer",
                public=inside.map(lambda on: not on),
                firewall=firewall,
            )
    for node in nodes.of("aws_cloudfront_distribution"):
        yield WebEntry(
            **shared(node),
            service="distribution",
            public=flag(node.at("enabled"), True),
            firewall=node.at("web_acl_id"),
        )


def _baseline(nodes: Nodes) -> Iterator[Baseline]:
    missing = []
    if not _any(nodes, "aws_guardduty_detector"):
        missing.append("GuardDuty")
    trails = list(nodes.of("aws_cloudtrail"))
    if not any(_may(flag(each.at("is_multi_region_trail"), False)) for each in trails):
        missing.append("a trail for all regions")
    budgets = list(nodes.of("aws_budgets_budget"))
    if not any(each.blocks("notification") for each in budgets):
        missing.append("a budget with a notification")
    if not may_deny_regions(nodes):
        missing.append("a guardrail on regions")
    place = next(iter(nodes.kinds("provider")), None) or next(iter(nodes.kinds("resource")), None)
    unseen = any(True for _ in nodes.kinds("module"))
    if place is not None and missing and not unseen:
        yield Baseline(**shared(place), missing=tuple(missing))


def _any(nodes: Nodes, *types: str) -> bool:
    return any(True for _ in nodes.of(*types))


def _may(value: Val[Any]) -> bool:
    """True, or not known."""
    return not value.known or value.value is True


def _is_not(word: Val[Any], off: str) -> Val[Any]:
    return word.map(lambda each: each != off)
