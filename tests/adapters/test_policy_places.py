"""Every place a policy can stand is really read, in both languages."""

import json

import pytest

from seawall import catalog
from seawall.adapters.cloudformation.policy_places import PLACES as CLOUDFORMATION
from seawall.adapters.places import GUARD, IDENTITY
from seawall.adapters.terraform.policy_places import PLACES as TERRAFORM
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

LANE = TextLane()

STAR = {"Effect": "Allow", "Action": "*", "Resource": "*"}
OPEN = {**STAR, "Principal": {"AWS": "*"}}
FAMILIES = {"public-buckets", "wildcard-iam"}


class One(Tree):
    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    def paths(self) -> list[str]:
        return [self.path]

    def source(self, path: str) -> Source | None:
        return Source(path, self.text.encode()) if path == self.path else None


def found(path: str, text: str) -> list[str]:
    chosen = [each for each in catalog.checks() if each.family in FAMILIES]
    outcome = judge(One(path, text), Request(chosen, Settings(), Options(), LANE.lines))
    assert not [str(each.message) for each in outcome.notices if each.blocks]
    return [
        each.finding.check
        for each in outcome.judged
        if "star" in each.finding.check
        or "public" in each.finding.check
        or "trust" in each.finding.check
    ]


@pytest.mark.parametrize(
    ("type_", "path", "kind"),
    [(name, place.path, place.kind) for name, places in TERRAFORM.items() for place in places],
)
def test_terraform(type_: str, path: str, kind: str) -> None:
    policy = json.dumps({"Statement": [STAR if kind == IDENTITY else OPEN]})
    block, star, attribute = path.partition(".*.")
    line = f"{attribute if star else path} = jsonencode({policy})"
    extra = ""
    if type_ == "aws_s3_access_point":
        extra = "public_access_block_configuration {\n block_public_policy = false\n restrict_public_buckets = false\n}"
    body = f"{block} {{\n{line}\n}}" if star else line
    said = found("main.tf", f'resource "{type_}" "a" {{\n{body}\n{extra}\n}}\n')
    assert bool(said) is (kind != GUARD), said


@pytest.mark.parametrize(
    ("type_", "path", "kind"),
    [(name, place.path, place.kind) for name, places in CLOUDFORMATION.items() for place in places],
)
def test_cloudformation(type_: str, path: str, kind: str) -> None:
    policy: object = {"Statement": [STAR if kind == IDENTITY else OPEN]}
    for step in reversed(path.split(".")):
        policy = [policy] if step == "*" else {step: policy}
    properties: dict[str, object] = dict(policy) if isinstance(policy, dict) else {}
    if type_ == "AWS::S3::AccessPoint":
        properties["PublicAccessBlockConfiguration"] = {
            "BlockPublicPolicy": False,
            "RestrictPublicBuckets": False,
        }
    template = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Resources": {"A": {"Type": type_, "Properties": properties}},
    }
    said = found("template.json", json.dumps(template, indent=1))
    assert bool(said) is (kind != GUARD), said
