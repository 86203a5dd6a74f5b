"""Buckets, and what opens or fences them, each with the resources it was joined to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from seawall.model.iam import Statement
from seawall.model.resource import Resource
from seawall.value import Val

BUCKET = "bucket"
OBJECT = "object"
ACCOUNT = "account"
ACCESS_POINT = "access point"
MULTI_REGION = "multi-region access point"

# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
OPEN_ACLS = {
    "public-read": ("anyone may read", "誰でも読み取れます"),
    "public-read-write": ("anyone may read and write", "誰でも読み書きできます"),
    "website": ("anyone may read", "誰でも読み取れます"),
    "authenticated-read": ("any AWS account may read", "どの AWS アカウントからも読み取れます"),
}
OPEN_GROUPS = {
    "AllUsers": ("anyone", "誰でも"),
    "AuthenticatedUsers": ("any AWS account", "すべての AWS アカウント"),
}
GROUPS = "http://acs.amazonaws.com/groups/global/"


def _no() -> Val[Any]:
    return Val(False, "default")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AccessBlock(Resource):
    """The four switches against public access; absent ones hold the default.

    `bucket` is what they fence, where it is at hand; it may be the same resource.
    """

    scope: str
    block_acls: Val[Any]
    block_policy: Val[Any]
    ignore_acls: Val[Any]
    restrict_buckets: Val[Any]
    bucket: Resource | None = None

    def switches(self) -> tuple[tuple[str, Val[Any]], ...]:
        """Every switch with AWS's name for it."""
        return (
            ("BlockPublicAcls", self.block_acls),
            ("BlockPublicPolicy", self.block_policy),
            ("IgnorePublicAcls", self.ignore_acls),
            ("RestrictPublicBuckets", self.restrict_buckets),
        )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Grant:
    """One line of an ACL: what is granted, and the group it is granted to."""

    permission: Val[Any]
    grantee: Val[Any]

    @property
    def group(self) -> str:
        """The open group it is provably granted to, by its last word; "" for anybody else."""
        uri = str(self.grantee.value) if self.grantee.known else ""
        name = uri.rpartition("/")[2]
        return name if name in OPEN_GROUPS and uri.lower().startswith(GROUPS[:28]) else ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BucketAcl(Resource):
    """An ACL of a bucket or object.

    `private` is how this language spells the ACL that shares nothing. `void` is provably true
    where a block or the ownership makes public ACLs do nothing. `fences` are the resources that
    say so, or that could have.
    """

    scope: str = BUCKET
    canned: Val[Any]
    private: str = "private"
    grants: tuple[Grant, ...] = ()
    void: Val[Any] = field(default_factory=_no)
    bucket: Resource | None = None
    fences: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BucketPolicy(Resource):
    """The policy of a bucket or access point; `void` as of an ACL."""

    scope: str = BUCKET
    statements: tuple[Statement, ...]
    void: Val[Any] = field(default_factory=_no)
    bucket: Resource | None = None
    fences: tuple[Resource, ...] = ()
    uses: tuple[Resource, ...] = ()

    def allowing(self) -> Iterator[Statement]:
        return (each for each in self.statements if each.allows)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Bucket(Resource):
    """A bucket with what its project says about it, wherever that stands.

    `fenced` is provably true where a block of its own was found, unknown where one may exist that
    could not be joined. `algorithm` is the default encryption. `keeps_logs` is true of a bucket
    that others write their logs to.
    """

    name: Val[Any]
    fenced: Val[Any]
    algorithm: Val[Any]
    encryption: Resource | None = None
    logging: Val[Any] = field(default_factory=_no)
    keeps_logs: Val[Any] = field(default_factory=_no)
    cors: tuple[Val[Any], ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Ownership(Resource):
    """Who owns the objects of a bucket, where that is written."""

    setting: Val[Any]
    bucket: Resource | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Website(Resource):
    """A website that a bucket serves, where that is written."""

    on: Val[Any]
    bucket: Resource | None = None
