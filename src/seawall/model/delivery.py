"""Content delivery: where a distribution fetches what it serves."""

from dataclasses import dataclass
from typing import Any

from seawall.model.resource import Resource
from seawall.value import Val


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BucketOrigin(Resource):
    """An origin of a distribution that is a bucket.

    `at` is the origin's block. `signed` is provably false where requests to the bucket carry no
    identity of the distribution, so that the bucket has to let everybody in.
    """

    at: Val[Any]
    domain: Val[Any]
    signed: Val[Any]
    bucket: Resource | None = None
