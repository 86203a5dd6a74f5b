"""The report as GitLab Secret Detection reads it, without the secret."""

from collections import Counter

from seawall.finding import Finding, Report
from seawall.reporters import shown
from seawall.reporters.document import dumps, plain
from seawall.reporters.gitlab import unique
from seawall.reporters.options import Options
from seawall.words import pick

# https://gitlab.com/gitlab-org/security-products/security-report-schemas
_VERSION = "15.2.1"
_SCHEMA = (
    "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/"
    f"v{_VERSION}/dist/secret-detection-report-format.json"
)
_SEVERITIES = {"critical": "Critical", "high": "High", "medium": "Medium", "low": "Low"}
_EPOCH = "1970-01-01T00:00:00"


def render(report: Report, options: Options) -> str:
    findings = [each for each in shown.findings(report, options) if each.family == "secrets"]
    seen: Counter[str] = Counter()
    version = options.version or "0.0.0"
    # GitLab wants local times without a zone; ours are UTC
    time = options.now[:19] or _EPOCH
    scanner = {
        "id": "seawall",
        "name": "Seawall",
        "version": version,
        "vendor": {"name": "Seawall"},
    }
    failed = any(notice.blocks for notice in report.notices)
    value = {
        "version": _VERSION,
        "schema": _SCHEMA,
        "scan": {
            "analyzer": scanner,
            "scanner": scanner,
            "type": "secret_detection",
            "start_time": time,
            "end_time": time,
            "status": "failure" if failed else "success",
        },
        "vulnerabilities": [_vulnerability(each, report, seen, options) for each in findings],
    }
    return dumps(value, items=len(findings))


def _vulnerability(
    finding: Finding, report: Report, seen: Counter[str], options: Options
) -> dict[str, object]:
    lang = options.machine_lang
    rule = report.rules.get(finding.check)
    title = plain(pick(rule.title, lang)) if rule else finding.check
    value: dict[str, object] = {
        "id": unique(finding, seen),
        "name": title[:255],
        "description": plain(pick(finding.message, lang)),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "file": plain(finding.place.path),
            "start_line": finding.place.line,
            "end_line": finding.place.end_line,
            # the sha GitLab itself writes where a finding is in no particular commit
            "commit": {"sha": finding.commit or "0000000"},
        },
        "identifiers": [
            {"type": "seawall_rule_id", "name": f"Seawall {finding.check}", "value": finding.check}
        ],
    }
    solution = plain(pick(rule.remedy, lang)) if rule else ""
    if solution:
        value["solution"] = solution
    return value
