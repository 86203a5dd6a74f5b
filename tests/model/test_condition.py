"""Whom the conditions of a statement keep out."""

from typing import Any

import pytest

from seawall.adapters.policy_document import statements
from seawall.model.condition import ADDRESSES, EVERYONE, LIMITED, UNKNOWN, reach
from seawall.value import Val, mapping


def val(plain: Any) -> Val[Any]:
    if isinstance(plain, Val):
        return plain
    if isinstance(plain, dict):
        return mapping({key: val(each) for key, each in plain.items()})
    if isinstance(plain, list):
        return Val(tuple(val(each) for each in plain))
    return Val(plain)


def reached(condition: Any) -> str:
    statement = {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"}
    if condition is not None:
        statement["Condition"] = condition
    (made,) = statements(val({"Statement": [statement]}))
    return reach(made)


UNSURE: Val[Any] = Val.no_idea("var.x")


@pytest.mark.parametrize(
    "condition",
    [
        {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
        {"StringEquals": {"AWS:PRINCIPALORGID": ["o-a1b2c3d4e5"]}},
        {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-1/*"}},
        {"StringEquals": {"aws:PrincipalAccount": "111122223333"}},
        {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader"}},
        {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}},
        {"StringEquals": {"aws:SourceVpc": "vpc-0a1b2c3d"}},
        {"StringEquals": {"aws:SourceVpce": "vpce-0a1b2c3d"}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:*"}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:acme"}},
        {"StringEquals": {"aws:SourceAccount": "111122223333"}},
        {"StringEquals": {"s3:DataAccessPointAccount": UNSURE}},
        {
            "StringEquals": {
                "kms:CallerAccount": UNSURE,
                "kms:ViaService": "s3.eu-west-1.amazonaws.com",
            }
        },
        {"StringEquals": {"sts:ExternalId": "7c9e6679"}},
        {"StringLike": {"aws:userid": "AROAEXAMPLEID:*"}},
        {"Bool": {"aws:PrincipalIsAWSService": "true"}},
        {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}},
        # joined by "and": one fence is enough
        {
            "StringLike": {"aws:Referer": "x"},
            "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
        },
    ],
)
def test_fixed_callers_are_a_fence(condition: Any) -> None:
    assert reached(condition) == LIMITED


@pytest.mark.parametrize(
    "condition",
    [
        None,
        {"StringLike": {"aws:Referer": "https://acme.example/*"}},
        {"StringEquals": {"aws:UserAgent": "acme"}},
        {"Bool": {"aws:SecureTransport": "true"}},
        {"Bool": {"aws:ViaAWSService": "true"}},
        {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
        {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
        {"IpAddress": {"aws:SourceIp": ["203.0.113.7", "::/0"]}},
        {"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}},
        {"NotIpAddress": {"aws:SourceIp": "203.0.113.7"}},
        {"StringLike": {"aws:PrincipalOrgID": "*"}},
        {"StringLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/a", "*"]}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:*"}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:events:*:*:rule/*"}},
        {"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
        {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
        {"ForAllValues:StringEquals": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}},
        {"Null": {"aws:SourceVpce": "false"}},
        {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}},
        {"StringEquals": {"s3:ExistingObjectTag/public": "yes"}},
        {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}},
        {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}},
        {"Bool": {"aws:PrincipalIsAWSService": "false"}},
        {"StringEquals": {"aws:PrincipalTag/team": "blue"}},
    ],
)
def test_what_only_looks_like_a_fence(condition: Any) -> None:
    assert reached(condition) == EVERYONE


@pytest.mark.parametrize(
    "condition",
    [
        {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
        {"IpAddress": {"aws:SourceIp": ["203.0.113.7", "2001:db8::/40"]}},
        {"IpAddressIfExists": {"aws:SourceIp": "8.8.8.8/32"}},
        {"IpAddress": {"aws:SourceIp": "8.8.8.8/32"}, "Bool": {"aws:SecureTransport": "true"}},
    ],
)
def test_strangers_at_some_addresses(condition: Any) -> None:
    assert reached(condition) == ADDRESSES


@pytest.mark.parametrize(
    "condition",
    [
        UNSURE,
        {"StringEquals": UNSURE},
        {"IpAddress": {"aws:SourceIp": UNSURE}},
        {"IpAddress": {"aws:SourceIp": "no address"}},
        {"StringEquals": {"acme:Unheard": "of"}},
        {"SomethingNew": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}},
    ],
)
def test_what_we_cannot_know(condition: Any) -> None:
    assert reached(condition) == UNKNOWN
