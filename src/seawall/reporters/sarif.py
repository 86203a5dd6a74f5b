"""The report as SARIF 2.1.0, as GitHub code scanning reads it."""

from seawall import __url__
from seawall.finding import Edit, Finding, Fix, Notice, Related, Report, RuleInfo
from seawall.reporters import shown
from seawall.reporters.document import dumps, plain, uri
from seawall.reporters.options import Options
from seawall.span import Place
from seawall.words import pick

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

# https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
MOST_RESULTS = 25_000
_MOST_LOCATIONS = 100
_MOST_TAGS = 10
_MOST_WORDS = 1024

_SCORES = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}

Json = dict[str, object]


def render(report: Report, options: Options) -> str:
    findings = shown.findings(report, options)
    kept = _kept(findings)
    rules = _rules(report, kept)
    index = {rule.id: at for at, rule in enumerate(rules)}
    lang = options.machine_lang
    notifications = [_notification(each, lang) for each in shown.notices(report, options)]
    if len(kept) < len(findings):
        words = f"{len(findings) - len(kept)} findings of the least severities were left out"
        notifications.append({"level": "warning", "message": {"text": words}})
    run: Json = {
        "tool": {
            "driver": {
                "name": "Seawall",
                "informationUri": __url__,
                "semanticVersion": options.version or "0.0.0",
                "rules": [_rule(each, lang) for each in rules],
            }
        },
        "automationDetails": {"id": "seawall/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "What was scanned."}}},
        "invocations": [
            {
                "executionSuccessful": not any(each.blocks for each in report.notices),
                "toolExecutionNotifications": notifications,
            }
        ],
        "results": [_result(each, index, lang) for each in kept],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(document, items=len(kept))


def _kept(findings: list[Finding]) -> list[Finding]:
    """As many as GitHub takes in one run, the worst first; in the usual order."""
    if len(findings) <= MOST_RESULTS:
        return findings
    worst = sorted(findings, key=lambda each: (-each.severity.rank, each.key()))
    return sorted(worst[:MOST_RESULTS], key=Finding.key)


def _rules(report: Report, findings: list[Finding]) -> list[RuleInfo]:
    rules = dict(report.rules)
    for finding in findings:
        if finding.check not in rules:
            title = finding.check.replace("-", " ").capitalize()
            rules[finding.check] = RuleInfo(finding.check, finding.family, finding.severity, title)
    return [rules[id] for id in sorted(rules)]


def _rule(rule: RuleInfo, lang: str) -> Json:
    title, why, remedy = (plain(pick(each, lang)) for each in (rule.title, rule.why, rule.remedy))
    level = shown.LEVELS[rule.severity]
    text = "\n\n".join(each for each in (title + ".", why, remedy) if each)
    markdown = "\n\n".join(
        each
        for each in (
            f"**{title}**",
            why,
            f"**What to do.** {remedy}" if remedy else "",
            f"`seawall explain {rule.id}`",
        )
        if each
    )
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": title[: _MOST_WORDS - 1].rstrip(".") + "."},
        "fullDescription": {"text": (why or title + ".")[:_MOST_WORDS]},
        "help": {"text": text, "markdown": markdown},
        **({"helpUri": rule.page} if rule.page.startswith("https://") else {}),
        "defaultConfiguration": {"level": level},
        "properties": {
            "family": rule.family,
            "tags": _tags(rule),
            "precision": rule.precision,
            "problem.severity": _PROBLEMS[level],
            "security-severity": _SCORES[rule.severity],
        },
    }


def _tags(rule: RuleInfo) -> list[str]:
    tags = ["security", rule.family]
    for reference in rule.maps:
        kind, _, number = reference.partition(":")
        tags.append(f"external/cwe/cwe-{number.zfill(3)}" if kind == "cwe" else reference)
    return list(dict.fromkeys(tags))[:_MOST_TAGS]


def _result(finding: Finding, index: dict[str, int], lang: str) -> Json:
    properties: Json = {
        "family": finding.family,
        "severity": str(finding.severity),
        "security-severity": _SCORES[finding.severity],
    }
    for name, word in (
        ("resource", finding.subject.address),
        ("excerpt", finding.excerpt),
        ("group", finding.group),
        ("commit", finding.commit),
        ("author", finding.author),
        ("date", finding.date),
        ("owner", finding.subject.owner),
        ("account", finding.subject.account),
        ("deployment", finding.deployment),
    ):
        if word:
            properties[name] = plain(word)
    fingerprints = {}
    if finding.line_hash:
        fingerprints["primaryLocationLineHash"] = finding.line_hash
    if finding.fingerprint:
        fingerprints["seawall/v1"] = finding.fingerprint
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": index[finding.check],
        "level": shown.level(finding),
        "message": {"text": plain(pick(finding.message, lang)) or finding.check},
        "locations": [_location(finding.place, address=finding.subject.address)],
        "partialFingerprints": fingerprints,
    }
    related = _related(finding, lang)
    if related:
        result["relatedLocations"] = related
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(finding.fix, lang)]
    if finding.verdict.suppressed:
        result["suppressions"] = [_suppression(finding)]
    result["properties"] = properties
    return result


def _location(place: Place, *, address: str = "") -> Json:
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(place.path), "uriBaseId": "%SRCROOT%"},
            "region": _region(place),
        }
    }
    if address:
        location["logicalLocations"] = [{"fullyQualifiedName": plain(address), "kind": "resource"}]
    return location


def _region(place: Place) -> Json:
    """Never empty: GitHub marks no text for a region without width."""
    end_column = place.end_column
    if place.end_line == place.line:
        end_column = max(end_column, place.column + 1)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": max(1, end_column),
    }


def _related(finding: Finding, lang: str) -> list[Json]:
    trail: list[Related] = list(finding.related)
    locations = []
    for at, each in enumerate(trail[:_MOST_LOCATIONS]):
        location = _location(each.place, address=each.address)
        words = plain(pick(each.message, lang)) or plain(each.address)
        locations.append({"id": at + 1, **location, "message": {"text": words or "see also"}})
    if finding.commit and len(locations) < _MOST_LOCATIONS:
        words = " ".join(filter(None, (f"commit {finding.commit}", plain(finding.author))))
        location = _location(finding.place)
        locations.append({"id": len(locations) + 1, **location, "message": {"text": words}})
    return locations


def _fix(fix: Fix, lang: str) -> Json:
    changes: dict[str, list[Json]] = {}
    for edit in fix.edits:
        changes.setdefault(edit.path, []).append(
            {
                "deletedRegion": _deleted(edit),
                "insertedContent": {"text": plain(edit.replacement)},
            }
        )
    return {
        "description": {"text": plain(pick(fix.title, lang))},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri(path), "uriBaseId": "%SRCROOT%"},
                "replacements": replacements,
            }
            for path, replacements in changes.items()
        ],
    }


def _deleted(edit: Edit) -> Json:
    if edit.place is None:
        return {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {
        "startLine": edit.place.line,
        "startColumn": edit.place.column,
        "endLine": edit.place.end_line,
        "endColumn": edit.place.end_column,
    }


def _suppression(finding: Finding) -> Json:
    verdict = finding.verdict
    kind = "inSource" if verdict.by == "inline" else "external"
    justification = plain(verdict.reason) or plain(verdict.by) or verdict.state
    return {"kind": kind, "status": "accepted", "justification": justification}


def _notification(notice: Notice, lang: str) -> Json:
    value: Json = {
        "descriptor": {"id": notice.kind},
        "level": "error" if notice.blocks else "note",
        "message": {"text": plain(pick(notice.message, lang)) or notice.kind},
    }
    if notice.place is not None:
        value["locations"] = [_location(notice.place)]
    if notice.count != 1:
        value["properties"] = {"count": notice.count}
    return value
