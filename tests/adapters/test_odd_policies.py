"""Policies of any shape: no check crashes, which would block a commit."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from seawall import catalog
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

LANE = TextLane()
FAMILIES = {"public-buckets", "wildcard-iam", "guardrails", "regions", "public-endpoints"}
WORDS = some.sampled_from(
    [
        "*",
        "s3:*",
        "iam:PassRole",
        "sts:AssumeRole",
        "Allow",
        "Deny",
        "",
        "arn:aws:iam::root",
        "[",
        "s3:Get[*",
        "::",
        "0.0.0.0/0",
    ]
)
KEYS = some.sampled_from(
    [
        "Effect",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Principal",
        "NotPrincipal",
        "Condition",
        "AWS",
        "Federated",
        "StringLike",
        "ForAnyValue:StringEquals",
        "aws:SourceIp",
        "aws:PrincipalOrgID",
        "sts:ExternalId",
        "Ref",
        "Fn::Sub",
    ]
)
SHAPES: Any = some.recursive(
    some.one_of(WORDS, some.none(), some.booleans(), some.integers(-2, 9)),
    lambda inner: some.one_of(
        some.lists(inner, max_size=3), some.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)
PLACES = some.sampled_from(
    [
        ("AWS::IAM::ManagedPolicy", "PolicyDocument"),
        ("AWS::IAM::Role", "AssumeRolePolicyDocument"),
        ("AWS::IAM::Role", "Policies"),
        ("AWS::IAM::Role", "ManagedPolicyArns"),
        ("AWS::S3::BucketPolicy", "PolicyDocument"),
        ("AWS::S3::Bucket", "PublicAccessBlockConfiguration"),
        ("AWS::S3::Bucket", "AccessControl"),
        ("AWS::SQS::QueuePolicy", "PolicyDocument"),
        ("AWS::Lambda::Permission", "Principal"),
        ("AWS::Events::EventBusPolicy", "Statement"),
        ("AWS::CloudFront::Distribution", "DistributionConfig"),
        ("AWS::Organizations::Policy", "Content"),
    ]
)


class One(Tree):
    def __init__(self, text: str) -> None:
        self.text = text

    def paths(self) -> list[str]:
        return ["template.json"]

    def source(self, path: str) -> Source | None:
        return Source(path, self.text.encode())


@settings(max_examples=300, deadline=None)
@given(PLACES, SHAPES, some.booleans())
def test_no_check_crashes(place: tuple[str, str], shape: Any, as_policy: bool) -> None:
    value = {"Statement": shape} if as_policy else shape
    template = {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Resources": {"A": {"Type": place[0], "Properties": {place[1]: value}}},
    }
    chosen = [each for each in catalog.checks() if each.family in FAMILIES]
    outcome = judge(One(json.dumps(template)), Request(chosen, Settings(), Options(), LANE.lines))
    assert not [str(each.message) for each in outcome.notices if each.kind == "crashed-check"]
