"""A secret that was found: what it is and where it stands, never what it says."""

from _blake2 import blake2b

from seawall.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from seawall.token import Token


class Leak:
    """One secret in one text. `start:end` are code points of the text: the secret itself, or the
    encoded stretch it was decoded from (`via` then says how). `keyword` is the span of the word
    that makes it one. `repr` never shows it."""

    __slots__ = (
        "token",
        "severity",
        "message",
        "start",
        "end",
        "excerpt",
        "facts",
        "certain",
        "keyword",
        "rank",
        "via",
        "rule",
        "_secret",
        "_group",
    )

    def __init__(
        self,
        rule: "Token",
        secret: str,
        start: int,
        end: int,
        *,
        severity: Severity,
        message: str,
        facts: tuple[str, ...] = (),
        certain: bool = False,
        keyword: tuple[int, int] | None = None,
        rank: int = 50,
        via: str = "",
    ) -> None:
        self.token = rule.id
        self.rule = rule
        self.severity = severity
        self.message = message  # a words.Text
        self.start = start
        self.end = end
        self.excerpt = ""  # the line it stands on, every secret masked
        self.facts = facts  # words.Text each
        self.certain = certain
        self.keyword = keyword
        self.rank = rank
        self.via = via
        self._secret = secret
        self._group = secret

    def secret_digest(self, salt: bytes = b"") -> str:
        """The same for the same secret under the same salt; tells nothing of it."""
        return _digest(self._secret, salt)

    def group_digest(self, salt: bytes = b"") -> str:
        """Shared by every place of one secret, and by a key id and its secret."""
        return _digest(self._group, salt)

    def join(self, other: "Leak") -> None:
        """Belong to the group of `other`."""
        self._group = other._group

    def stand_at(self, start: int, end: int, kind: str) -> None:
        """Point at the encoded stretch that held it."""
        self.start, self.end, self.keyword = start, end, None
        self.via = f"{kind} {self.via}".strip()

    def same_secret(self, other: "Leak") -> bool:
        return self._secret == other._secret

    def __repr__(self) -> str:
        return f"<Leak {self.token} {self.start}:{self.end}>"


def _digest(secret: str, salt: bytes) -> str:
    data = secret.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=12, key=salt[:64], person=b"seawall/secret").hexdigest()
