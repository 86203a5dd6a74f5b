"""What a lane hands to policy: a finding and the lines on which a comment speaks for it."""

from _blake2 import blake2b  # `hashlib` brings OpenSSL along

from seawall.finding import Finding
from seawall.span import Source

Scope = tuple[str, int, int]


class Judged:
    """`scopes` are (path, first line, last line): the finding's own, its resource's head, the
    heads of the module calls that lead to it. `sources` are the texts those lines stand in."""

    __slots__ = ("finding", "scopes", "sources")

    def __init__(
        self, finding: Finding, scopes: tuple[Scope, ...], sources: tuple[Source, ...] = ()
    ) -> None:
        self.finding = finding
        self.scopes = scopes
        self.sources = sources


def fingerprint(*parts: str) -> str:
    """The same finding's name in every run: 20 hexadecimal digits over its stable parts."""
    digest = blake2b(digest_size=10)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
