"""The report as GitLab Code Quality reads it."""

from collections import Counter

from seawall.finding import Finding, Report
from seawall.reporters import shown
from seawall.reporters.document import dumps, plain
from seawall.reporters.options import Options
from seawall.words import pick

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}


def render(report: Report, options: Options) -> str:
    findings = shown.findings(report, options)
    seen: Counter[str] = Counter()
    return dumps([_entry(each, seen, options) for each in findings], items=len(findings))


def _entry(finding: Finding, seen: Counter[str], options: Options) -> dict[str, object]:
    place = finding.place
    return {
        "description": plain(pick(finding.message, options.machine_lang)) or finding.check,
        "check_name": finding.check,
        "fingerprint": unique(finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": plain(place.path),
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }


def unique(finding: Finding, seen: Counter[str]) -> str:
    """The finding's fingerprint, told apart from equal ones: GitLab merges what has the same."""
    fingerprint = finding.fingerprint or f"{finding.check}:{plain(finding.place.path)}"
    seen[fingerprint] += 1
    count = seen[fingerprint]
    return fingerprint if count == 1 else f"{fingerprint}:{count}"
