"""What a user sees: findings, their fixes and verdicts, notices, and the report that holds them."""

from seawall.severity import Severity
from seawall.span import Place, Span

BLOCKING = "blocking"
INFORMATION = "information"

ACTIVE = "active"


class Edit:
    """Replace `start:end` (code points) of the text with this digest at `path`.

    `place` says the same in lines and columns, for reporters, which may not read the file.
    """

    __slots__ = ("path", "start", "end", "replacement", "digest", "place")

    def __init__(
        self,
        path: str,
        start: int,
        end: int,
        replacement: str,
        digest: str,
        place: Place | None = None,
    ) -> None:
        self.path = path
        self.start = start
        self.end = end
        self.replacement = replacement
        self.digest = digest
        self.place = place


class Fix:
    """Edits that mend one finding; `safe` when nothing that works can stop working."""

    __slots__ = ("title", "safe", "edits")

    def __init__(self, title: str, safe: bool, edits: tuple[Edit, ...]) -> None:
        self.title = title
        self.safe = safe
        self.edits = edits


class Subject:
    """The resource a finding is about, as people address it."""

    __slots__ = ("address", "type", "tags", "account", "owner")

    def __init__(
        self,
        address: str = "",
        type: str = "",
        tags: dict[str, str] | None = None,
        account: str = "",
        owner: str = "",
    ) -> None:
        self.address = address
        self.type = type
        self.tags = tags or {}
        self.account = account
        self.owner = owner


class Related:
    """A further place of a finding: a variable, a module call, a joined resource."""

    __slots__ = ("place", "message", "address")

    def __init__(self, place: Place, message: str = "", address: str = "") -> None:
        self.place = place
        self.message = message
        self.address = address


class Verdict:
    """What policy decided: active, or suppressed by whom and why; and whether it blocks here."""

    __slots__ = ("state", "by", "reason", "until", "blocks")

    def __init__(
        self,
        state: str = ACTIVE,
        by: str = "",
        reason: str = "",
        until: str = "",
        blocks: bool = False,
    ) -> None:
        self.state = state  # "active" or "suppressed"
        self.by = by  # "inline", "baseline", "exemption", "settings", "override", ""
        self.reason = reason
        self.until = until
        self.blocks = blocks  # set last, by the gate's threshold

    @property
    def suppressed(self) -> bool:
        return self.state == "suppressed"


class Frame:
    """The lines of code a report shows, already masked: (line number, text) pairs."""

    __slots__ = ("lines",)

    def __init__(self, lines: tuple[tuple[int, str], ...] = ()) -> None:
        self.lines = lines


class Finding:
    """One wrong at one place; everything a reporter needs, nothing it must not have."""

    __slots__ = (
        "check",
        "family",
        "severity",
        "message",
        "place",
        "related",
        "subject",
        "excerpt",
        "frame",
        "fingerprint",
        "line_hash",
        "group",
        "commit",
        "author",
        "date",
        "fix",
        "verdict",
        "advice",
        "deployment",
    )

    def __init__(
        self,
        check: str,
        family: str,
        severity: Severity,
        message: str,
        place: Place,
        *,
        related: tuple[Related, ...] = (),
        subject: Subject | None = None,
        excerpt: str = "",
        frame: Frame | None = None,
        fingerprint: str = "",
        line_hash: str = "",
        group: str = "",
        commit: str = "",
        author: str = "",
        date: str = "",
        fix: Fix | None = None,
        verdict: Verdict | None = None,
        advice: tuple[str, ...] = (),
        deployment: str = "",
    ) -> None:
        self.check = check
        self.family = family
        self.severity = severity
        self.message = message  # a words.Text: English, with its Japanese
        self.place = place
        self.related = related
        self.subject = subject or Subject()
        self.excerpt = excerpt  # masked
        self.frame = frame or Frame()  # masked
        self.fingerprint = fingerprint
        self.line_hash = line_hash
        self.group = group
        self.commit = commit
        self.author = author
        self.date = date
        self.fix = fix
        self.verdict = verdict or Verdict()
        self.advice = advice  # what to do first, each a words.Text
        self.deployment = deployment

    def key(self) -> tuple[str, int, int, str, str, str]:
        """The order of every report: path, line, column, check."""
        place = self.place
        return place.path, place.line, place.column, self.check, self.fingerprint, self.commit


class Notice:
    """What could not be done: blocking (a touched text that should have been decided and was not)
    or information (binary, unknown value, unavailable module...).

    `kind` is a stable word with hyphens ("unreadable", "syntax", "binary", "unknown-value"...).
    """

    __slots__ = ("level", "kind", "message", "place", "count")

    def __init__(
        self, level: str, kind: str, message: str, place: Place | None = None, count: int = 1
    ) -> None:
        self.level = level
        self.kind = kind
        self.message = message
        self.place = place
        self.count = count

    @property
    def blocks(self) -> bool:
        return self.level == BLOCKING

    def key(self) -> tuple[str, int, str, str]:
        place = self.place
        return (place.path if place else "", place.line if place else 0, self.kind, self.message)

    @classmethod
    def at(cls, level: str, kind: str, message: str, span: Span) -> "Notice":
        return cls(level, kind, message, span.place())


class RuleInfo:
    """Plain facts of one check or rule, for reporters: words, level, page."""

    __slots__ = ("id", "family", "severity", "title", "why", "remedy", "maps", "precision", "page")

    def __init__(
        self,
        id: str,
        family: str,
        severity: Severity,
        title: str,
        why: str = "",
        remedy: str = "",
        maps: tuple[str, ...] = (),
        precision: str = "high",
        page: str = "",
    ) -> None:
        self.id = id
        self.family = family
        self.severity = severity
        self.title = title
        self.why = why
        self.remedy = remedy
        self.maps = maps
        self.precision = precision
        self.page = page


class Counts:
    __slots__ = ("files", "bytes", "commits")

    def __init__(self, files: int = 0, bytes: int = 0, commits: int = 0) -> None:
        self.files = files
        self.bytes = bytes
        self.commits = commits


class Report:
    """Findings in order (suppressed ones too, with their verdict), notices, rules, counts."""

    __slots__ = ("findings", "notices", "rules", "counts", "elapsed_ms", "stats", "gate")

    def __init__(
        self,
        findings: tuple[Finding, ...] = (),
        notices: tuple[Notice, ...] = (),
        rules: dict[str, RuleInfo] | None = None,
        counts: Counts | None = None,
        elapsed_ms: int = 0,
        stats: dict[str, float] | None = None,
        gate: str = "scan",
    ) -> None:
        self.findings = findings
        self.notices = notices
        self.rules = rules or {}
        self.counts = counts or Counts()
        self.elapsed_ms = elapsed_ms
        self.stats = stats or {}
        self.gate = gate  # "commit", "message", "push", "receive", "scan", "ci", "history"

    def active(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if not each.verdict.suppressed)
