"""What watches an account, in CloudFormation: detectors, trails, plans and account switches."""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.cloudformation.organization import may_deny_regions
from seawall.adapters.convert import flag, text
from seawall.adapters.describe import shared
from seawall.adapters.nodes import Nodes
from seawall.model.resource import Bounds
from seawall.model.services import Baseline, Guard, Trail, Watch, WebEntry
from seawall.value import Val

# type: service, attribute
_SWITCHES: dict[str, tuple[str, str]] = {
    "AWS::GuardDuty::Detector": ("GuardDuty", "Enable"),
    "AWS::CloudTrail::Trail": ("CloudTrail", "IsLogging"),
}
# type: service, attribute, the word that switches it off
_WORDS: dict[str, tuple[str, str, str]] = {
    "AWS::EC2::SnapshotBlockPublicAccess": (
        "the block on public snapshots",
        "State",
        "unblocked",
    ),
    "AWS::Macie::Session": ("Macie", "Status", "PAUSED"),
}
# type: service, of what watches by being there alone
_STANDING: dict[str, str] = {
    "AWS::SecurityHub::Hub": "Security Hub",
    "AWS::Config::ConfigurationRecorder": "Config",
    "AWS::AccessAnalyzer::Analyzer": "IAM Access Analyzer",
}


def adapt(nodes: Nodes, bounds: Bounds) -> Iterator[Guard | Trail | Watch | Baseline | WebEntry]:
    for node in nodes.of(*_SWITCHES):
        service, path = _SWITCHES[node.type]
        on = flag(node.at(path))
        yield Guard(**shared(node), service=service, on=on)
        yield Watch(**shared(node), service=service, on=on)
    for node in nodes.of(*_WORDS):
        service, path, off = _WORDS[node.type]
        on = _is_not(text(node.at(path)), off)
        yield Guard(**shared(node), service=service, on=on, boolean=False)
        yield Watch(**shared(node), service=service, on=on)
    for node in nodes.of(*_STANDING):
        yield Watch(**shared(node), service=_STANDING[node.type], on=Val(True))
    for node in nodes.of("AWS::CloudTrail::Trail"):
        yield Trail(
            **shared(node),
            multi_region=flag(node.at("IsMultiRegionTrail"), False),
            validated=flag(node.at("EnableLogFileValidation"), False),
        )
    yield from _web(nodes)
    if bounds.kind == "account-baseline":
        yield from _baseline(nodes)


def _web(nodes: Nodes) -> Iterator[WebEntry]:
    shielded = {
        node.address
        for association in nodes.of("AWS::WAFv2::WebACLAssociation")
        for node in nodes.referred(association.at("ResourceArn"))
    }
    for node in nodes.of("AWS::ElasticLoadBalancingV2::LoadBalancer"):
        if text(node.at("Type")).or_default("application").is_("application"):
            scheme = text(node.at("Scheme")).or_default("internet-facing")
            firewall = Val("joined") if node.address in shielded else Val.nothing(node.head)
            yield WebEntry(
                **shared(node),
                service="load balancer",
                public=scheme.map(lambda word: word == "internet-facing"),
                firewall=firewall,
            )
    for node in nodes.of("AWS::CloudFront::Distribution"):
        yield WebEntry(
            **shared(node),
            service="distribution",
            public=flag(node.at("DistributionConfig.Enabled"), True),
            firewall=node.at("DistributionConfig.WebACLId"),
        )


def _baseline(nodes: Nodes) -> Iterator[Baseline]:
    missing = []
    if not any(True for _ in nodes.of("AWS::GuardDuty::Detector")):
        missing.append("GuardDuty")
    trails = list(nodes.of("AWS::CloudTrail::Trail"))
    if not any(_may(flag(each.at("IsMultiRegionTrail"), False)) for each in trails):
        missing.append("a trail for all regions")
    budgets = list(nodes.of("AWS::Budgets::Budget"))
    if not any(not each.at("NotificationsWithSubscribers").absent for each in budgets):
        missing.append("a budget with a notification")
    if not may_deny_regions(nodes):
        missing.append("a guardrail on regions")
    place = next(iter(nodes.kinds("template")), None) or next(iter(nodes.kinds("resource")), None)
    if place is not None and missing:
        yield Baseline(**shared(place), missing=tuple(missing))


def _may(value: Val[Any]) -> bool:
    """True, or not known."""
    return not value.known or value.value is True


def _is_not(word: Val[Any], off: str) -> Val[Any]:
    return word.map(lambda each: each != off)
