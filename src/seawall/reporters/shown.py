"""What a report shows of its findings, and which of them block."""

from seawall.finding import Finding, Notice, Report
from seawall.reporters.options import Options
from seawall.severity import LOW, Severity, severity

HOOKS = frozenset({"commit", "message", "push", "receive"})

# notices about the rules of the gate, which break even a hook's silence; what is binary, unknown
# or unavailable is every tree's everyday
_REMARKABLE = frozenset(
    {
        "exemption-expired",
        "ignore-without-effect",
        "ignore-without-reason",
        "override",
        "partial-view",
    }
)

# texts that were left unread, wholly or in part
_LEFT_OUT = frozenset(
    {
        "archive",
        "binary",
        "cdk-not-synthesised",
        "lfs-pointer",
        "missing",
        "other-engine",
        "special-file",
        "submodule",
        "symlink",
        "template-engine",
        "too-large",
        "unreadable",
        "vanished",
    }
)


def findings(report: Report, options: Options) -> list[Finding]:
    """In the contract's order; suppressed ones only where asked for."""
    kept = [
        each for each in report.findings if options.show_suppressed or not each.verdict.suppressed
    ]
    return sorted(kept, key=Finding.key)


def for_people(report: Report, options: Options) -> list[Finding]:
    """Low ones are counted, not listed, unless they block or all is asked for."""
    return [
        each
        for each in findings(report, options)
        if each.severity != LOW or options.show_suppressed or each.verdict.blocks
    ]


def notices(report: Report, options: Options) -> list[Notice]:
    return sorted(report.notices, key=Notice.key)


def is_silent(report: Report, options: Options) -> bool:
    """Whether a hook has nothing worth a line."""
    return (
        report.gate in HOOKS
        and not for_people(report, options)
        and not any(is_remarkable(notice) for notice in report.notices)
    )


def is_remarkable(notice: Notice) -> bool:
    return notice.blocks or notice.kind in _REMARKABLE


def level(finding: Finding) -> str:
    """error, warning or note, by severity: SARIF's words."""
    return LEVELS[finding.severity]


def weight(finding: Finding) -> str:
    """error, warning or note, by what it does to this run: a log's words."""
    if finding.verdict.blocks:
        return "error"
    return "note" if finding.severity == LOW else "warning"


LEVELS: dict[Severity, str] = {
    severity("critical"): "error",
    severity("high"): "error",
    severity("medium"): "warning",
    severity("low"): "note",
}


def is_skipped(notice: Notice) -> bool:
    """Whether the text at the notice's place was not, or not wholly, scanned."""
    return notice.blocks or notice.kind in _LEFT_OUT
