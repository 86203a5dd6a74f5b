"""The contract of secret rules: data, and at most one small function."""

from seawall.severity import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Bad:
    """A sample that must be found. `⟦regex⟧` is expanded by the tests from a fixed seed; a rule
    whose format has a checksum names a `make` instead: `⟦make⟧` calls the rule's own maker."""

    __slots__ = ("text", "path")

    def __init__(self, text: str, path: str = "") -> None:
        self.text = text
        self.path = path


class Good:
    """A sample that must not be found."""

    __slots__ = ("text", "path")

    def __init__(self, text: str, path: str = "") -> None:
        self.text = text
        self.path = path


class Judgement:
    """What a validator says of a candidate: drop it, or keep it with a note.

    `severity` None keeps the rule's; `certain` is true where a checksum or structure proved it;
    `facts` are words for people (an account id, an expiry date), each a words.Text.
    """

    __slots__ = ("drop", "severity", "certain", "facts")

    def __init__(
        self,
        *,
        drop: bool = False,
        severity: Severity | None = None,
        certain: bool = False,
        facts: tuple[str, ...] = (),
    ) -> None:
        self.drop = drop
        self.severity = severity
        self.certain = certain
        self.facts = facts


class Context:
    """The bounded window a validator may look at: the text around, where the secret and (`at`) the
    whole match begin in it, and the file's path. Offsets are into `window`."""

    __slots__ = ("window", "start", "end", "path", "groups", "at")

    def __init__(
        self,
        window: str,
        start: int,
        end: int,
        path: str,
        groups: dict[str, str] | None = None,
        at: int = 0,
    ) -> None:
        self.window = window
        self.start = start
        self.end = end
        self.path = path
        self.groups = groups or {}
        self.at = at

    @property
    def secret(self) -> str:
        return self.window[self.start : self.end]


class Token:
    """A secret rule.

    `pattern` is a Python regular expression over text with a group `secret`, read with ASCII
    classes and with `^` and `$` at every line; `flags` may hold "i". Its beginning should be rare
    (a prefix, a name): the engine looks for its shortest match. `multiline` allows long matches.
    `keywords` (lower case) must stand within `near` characters before the secret, on the same or
    the lines just before, for a token that is plain by itself; () means none is needed.
    `entropy` is the least Shannon entropy in bits a character. `paths` is a regular expression the
    path must match, "" for every file. `rank` settles which rule wins on one place: higher is
    more specific. `opens` says what the credential opens, `revoke` how to revoke it.
    """

    __slots__ = (
        "id",
        "title",
        "severity",
        "pattern",
        "flags",
        "keywords",
        "near",
        "entropy",
        "validate",
        "facts",
        "opens",
        "revoke",
        "ja",
        "examples",
        "aliases",
        "paths",
        "rank",
        "precision",
        "make",
        "source",
        "multiline",
        "triggers",
    )

    def __init__(
        self,
        *,
        id: str,
        title: str,
        severity: Severity,
        pattern: str,
        ja: str,
        opens: tuple[str, str] = ("", ""),
        revoke: tuple[str, str] = ("", ""),
        flags: str = "",
        keywords: tuple[str, ...] = (),
        near: int = 120,
        entropy: float = 0.0,
        validate: "Callable[[Context], Judgement | None] | None" = None,
        facts: "Callable[[str], tuple[str, ...]] | None" = None,
        examples: tuple[Bad | Good, ...] = (),
        aliases: tuple[str, ...] = (),
        paths: str = "",
        rank: int = 50,
        precision: str = "high",
        make: "Callable[[object], str] | None" = None,
        source: str = "",
        multiline: bool = False,
        triggers: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.id = id
        self.title = title
        self.severity = severity
        self.pattern = pattern
        self.ja = ja  # the title in Japanese
        self.opens = opens  # (en, ja)
        self.revoke = revoke  # (en, ja)
        self.flags = flags
        self.keywords = keywords
        self.near = near
        self.entropy = entropy
        self.validate = validate
        self.facts = facts
        self.examples = examples
        self.aliases = aliases
        self.paths = paths
        self.rank = rank
        self.precision = precision
        self.make = make  # random.Random -> a sample with a right checksum
        self.source = source  # the page that documents the format
        self.multiline = multiline
        # (expression, how far before its end a match may begin): in place of the pattern's own
        # beginning, where that is common
        self.triggers = triggers
