"""The report for Bitbucket's Code Insights: one report and its annotations."""

from collections import Counter

from seawall.finding import Finding, Report
from seawall.reporters import phrases, shown
from seawall.reporters.document import dumps, plain
from seawall.reporters.gitlab import unique
from seawall.reporters.options import Options
from seawall.words import pick

# https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
MOST = 1000
_MOST_SUMMARY = 450


def render(report: Report, options: Options) -> str:
    findings = shown.findings(report, options)
    worst = sorted(findings, key=lambda each: (-each.severity.rank, each.key()))[:MOST]
    blocking = sum(each.verdict.blocks for each in findings)
    undecided = any(notice.blocks for notice in report.notices)
    counts = Counter(str(each.severity) for each in findings)
    seen: Counter[str] = Counter()
    value = {
        "report": {
            "title": "Seawall",
            "details": plain(phrases.summary(report, _english(options)))[:2000],
            "report_type": "SECURITY",
            "reporter": "seawall",
            "result": "FAILED" if blocking or undecided else "PASSED",
            "data": [
                {"title": word.capitalize(), "type": "NUMBER", "value": counts[word]}
                for word in ("critical", "high", "medium", "low")
            ],
        },
        "annotations": [_annotation(each, seen, options) for each in worst],
    }
    return dumps(value, items=len(worst))


def _annotation(finding: Finding, seen: Counter[str], options: Options) -> dict[str, object]:
    message = plain(pick(finding.message, options.machine_lang)) or finding.check
    return {
        "external_id": f"seawall-{unique(finding, seen)}",
        "annotation_type": "VULNERABILITY",
        "path": plain(finding.place.path),
        "line": finding.place.line,
        "summary": f"{finding.check}: {message}"[:_MOST_SUMMARY],
        "severity": str(finding.severity).upper(),
        "result": "FAILED" if finding.verdict.blocks else "PASSED",
    }


def _english(options: Options) -> Options:
    return Options(
        lang=options.machine_lang,
        fail_on=options.fail_on,
        show_suppressed=options.show_suppressed,
        stats=options.stats,
    )
