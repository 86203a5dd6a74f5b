"""What the service authorization data says of actions."""

import pytest

from seawall.model.actions import matching, narrowable, writes
from seawall.model.escalation import SETS


@pytest.mark.parametrize(
    "action", ["s3:GetObject", "S3:getobject", "ec2:TerminateInstances", "kms:Decrypt"]
)
def test_a_resource_can_be_named(action: str) -> None:
    assert narrowable(action)


@pytest.mark.parametrize(
    "action",
    [
        "s3:ListAllMyBuckets",
        "ec2:DescribeInstances",
        "ec2:Describe*",
        "ecr:GetAuthorizationToken",
        "cloudwatch:PutMetricData",
        "unheard:Of",
        "some:action",
        "",
    ],
)
def test_nothing_but_a_star_fits(action: str) -> None:
    assert not narrowable(action)


def test_writing_is_told_from_reading() -> None:
    assert writes("iam:Create*")
    assert not writes("ec2:Describe*")
    assert not writes("unheard:*")


def test_every_escalation_action_exists() -> None:
    gone = {"codestar:CreateProject"}  # the service closed; accounts that had it kept it
    for action in {each for every in SETS for each in every} - gone:
        assert matching(action), action
