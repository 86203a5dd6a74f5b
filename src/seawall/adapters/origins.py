"""Whether an origin is a bucket, and whether the distribution signs its requests."""

from typing import Any

from seawall.value import Val


def is_bucket_domain(domain: Val[Any]) -> bool:
    """Provably a bucket's own endpoint; the website endpoint takes no signature at all."""
    return domain.holds(lambda name: ".s3" in str(name) and "s3-website" not in str(name))


def is_signed(*identities: Val[Any]) -> Val[Any]:
    """True where one of them is given, unknown where one may be."""
    given = [each for each in identities if not each.absent and each.is_not("")]
    if any(each.known or each.refs for each in given):
        return Val(True)
    for each in identities:
        if not each.known:
            return Val(True) if each.refs else each
    return Val(False)
