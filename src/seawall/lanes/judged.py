"""What a lane hands to policy: a finding and the lines on which a comment speaks for it."""

from _blake2 import blake2b  # `hashlib` brings OpenSSL along

from seawall.finding import Finding
from seawall.span import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

Scope = tuple[str, int, int]


class Judged:
    """`scopes` are (path, first line, last line): the finding's own, its resource's head, the
    heads of the module calls that lead to it. `sources` are the texts those lines stand in.
    `later` writes what only a finding that is told needs: its lines and its fix."""

    __slots__ = ("finding", "later", "scopes", "sources")

    def __init__(
        self,
        finding: Finding,
        scopes: tuple[Scope, ...],
        sources: tuple[Source, ...] = (),
        later: "Callable[[Finding], None] | None" = None,
    ) -> None:
        self.finding = finding
        self.scopes = scopes
        self.sources = sources
        self.later = later

    def finish(self) -> None:
        if self.later is not None:
            self.later(self.finding)
            self.later = None


def fingerprint(*parts: str) -> str:
    """The same finding's name in every run: 20 hexadecimal digits over its stable parts."""
    digest = blake2b(digest_size=10)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
