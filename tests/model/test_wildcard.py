"""What a star covers, in the spellings people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from seawall.model.wildcard import (
    covers,
    is_account,
    is_every_action,
    is_every_action_of_a_service,
    is_every_resource,
    is_every_resource_of_a_service,
)


@pytest.mark.parametrize("pattern", ["*", "*:*", "**", "**:*", "*:?*", "?*:*"])
def test_every_action(pattern: str) -> None:
    assert is_every_action(pattern)
    assert not is_every_action_of_a_service(pattern)


@pytest.mark.parametrize("pattern", ["s3:*", "s3:**", "iam:?*", "s3*", "EC2:*"])
def test_every_action_of_a_service(pattern: str) -> None:
    assert is_every_action_of_a_service(pattern)
    assert not is_every_action(pattern)


@pytest.mark.parametrize(
    "pattern", ["s3:Get*", "s3:GetObject", "?", "", "s3:*Object", "*:GetObject"]
)
def test_neither(pattern: str) -> None:
    assert not is_every_action(pattern)
    assert not is_every_action_of_a_service(pattern)


@pytest.mark.parametrize(
    ("pattern", "everything", "of_a_service"),
    [
        ("*", True, True),
        ("**", True, True),
        ("arn:aws:*:*:*:*", True, True),
        ("arn:*:*:*:*:*", True, True),
        ("arn:aws:*", True, True),
        ("arn:*", True, True),
        ("arn:aws:s3:::*", False, True),
        ("arn:aws:iam::*:role/*", False, True),
        ("arn:aws:iam::111122223333:role/*", False, True),
        ("arn:aws:s3:::acme/*", False, False),
        ("arn:aws:iam::*:role/audit", False, False),
        ("arn:aws:logs:*:*:*", False, True),
        ("arn:aws:sns:eu-west-1:111122223333:orders*", False, False),
        ("", False, False),
        ("arn", False, False),
        ("arn:aws", False, False),
    ],
)
def test_every_resource(pattern: str, everything: bool, of_a_service: bool) -> None:
    assert is_every_resource(pattern) is everything
    assert is_every_resource_of_a_service(pattern) is of_a_service


@pytest.mark.parametrize(
    ("pattern", "name", "covered"),
    [
        ("s3:get*", "s3:GetObject", True),
        ("S3:GETOBJECT", "s3:GetObject", True),
        ("s3:Get?bject", "s3:GetObject", True),
        ("iam:*Role*", "iam:PassRole", True),
        ("s3:Get", "s3:GetObject", False),
        ("s3:Get[O]bject", "s3:GetObject", False),
        ("ec2:*", "s3:GetObject", False),
    ],
)
def test_covers(pattern: str, name: str, covered: bool) -> None:
    assert covers(pattern, name) is covered


@given(some.text("abcS3:*?[]-", max_size=12))
def test_a_pattern_without_stars_covers_itself_alone(text: str) -> None:
    if not {"*", "?"} & set(text):
        assert covers(text, text)
        assert not covers(text, text + "x")
    is_every_action(text), is_every_resource(text), is_every_resource_of_a_service(text)


@pytest.mark.parametrize(
    ("who", "account"),
    [
        ("111122223333", True),
        ("arn:aws:iam::111122223333:root", True),
        ("arn:aws-cn:iam::111122223333:root", True),
        ("arn:aws:iam::root", True),
        ("arn:aws:iam::111122223333:role/reader", False),
        ("ec2.amazonaws.com", False),
        ("11112222333", False),
        ("*", False),
    ],
)
def test_a_whole_account(who: str, account: bool) -> None:
    assert is_account(who) is account
