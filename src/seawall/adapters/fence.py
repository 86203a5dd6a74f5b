"""Whether a public ACL or policy of a bucket still does anything: shared by both languages.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
"""

from collections.abc import Iterable
from typing import Any

from seawall.model.s3 import AccessBlock
from seawall.value import DEFAULT, Val

ENFORCED = "BucketOwnerEnforced"


def acl_void(blocks: Iterable[AccessBlock], ownership: Val[Any]) -> Val[Any]:
    """True where public ACLs are refused, ignored, or switched off with all ACLs."""
    switches = [each for block in blocks for each in (block.ignore_acls, block.block_acls)]
    if ownership.is_(ENFORCED):
        return Val(True, span=ownership.span)
    made = _any(switches)
    if made.is_(False) and ownership.unknown and not ownership.possible:
        return Val.no_idea(ownership.why or "ownership", ownership.span)
    return made


def policy_void(blocks: Iterable[AccessBlock]) -> Val[Any]:
    """True where a public policy is refused, or opens nothing to strangers."""
    return _any([each for block in blocks for each in (block.restrict_buckets, block.block_policy)])


def _any(switches: list[Val[Any]]) -> Val[Any]:
    for each in switches:
        if each.is_(True):
            return Val(True, span=each.span)
    for each in switches:
        if not each.known:
            return Val.no_idea(each.why or "a switch", each.span)
    return Val(False, DEFAULT)
