"""The report as JSON; its schema is data/report.schema.json."""

from seawall.finding import Edit, Finding, Fix, Notice, Related, Report
from seawall.reporters import shown
from seawall.reporters.document import dumps, plain
from seawall.reporters.options import Options
from seawall.span import Place
from seawall.words import pick


def render(report: Report, options: Options) -> str:
    findings = shown.findings(report, options)
    notices = shown.notices(report, options)
    value: dict[str, object] = {
        "version": 1,
        "findings": [_finding(each, options.machine_lang) for each in findings],
        "notices": [_notice(each, options.machine_lang) for each in notices],
        "scanned": {
            "files": report.counts.files,
            "bytes": report.counts.bytes,
            "commits": report.counts.commits,
        },
        "skipped": [
            {"path": plain(each.place.path), "why": plain(pick(each.message, options.machine_lang))}
            for each in notices
            if each.place is not None and shown.is_skipped(each)
        ],
    }
    if options.stats:
        value["elapsed_ms"] = report.elapsed_ms
        value["stats"] = dict(sorted(report.stats.items()))
    return dumps(value, items=len(findings))


def _finding(finding: Finding, lang: str) -> dict[str, object]:
    verdict = finding.verdict
    return {
        "check": finding.check,
        "family": finding.family,
        "severity": str(finding.severity),
        "message": plain(pick(finding.message, lang)),
        **_place(finding.place),
        "resource": plain(finding.subject.address),
        "excerpt": plain(finding.excerpt),
        "fingerprint": finding.fingerprint,
        "group": finding.group,
        "commit": finding.commit,
        "author": plain(finding.author),
        "date": finding.date,
        "owner": plain(finding.subject.owner),
        "account": finding.subject.account,
        "deployment": plain(finding.deployment),
        "related": [_related(each, lang) for each in finding.related],
        "fix": _fix(finding.fix, lang) if finding.fix else None,
        "advice": [plain(pick(each, lang)) for each in finding.advice],
        "verdict": {
            "state": verdict.state,
            "blocks": verdict.blocks,
            "by": plain(verdict.by),
            "reason": plain(verdict.reason),
            "until": verdict.until,
        },
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "path": plain(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _related(related: Related, lang: str) -> dict[str, object]:
    return {
        **_place(related.place),
        "message": plain(pick(related.message, lang)),
        "resource": plain(related.address),
    }


def _fix(fix: Fix, lang: str) -> dict[str, object]:
    return {
        "title": plain(pick(fix.title, lang)),
        "safe": fix.safe,
        "edits": [_edit(each) for each in fix.edits],
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {
        "path": plain(edit.path),
        "start": edit.start,
        "end": edit.end,
        "replacement": plain(edit.replacement),
        "digest": edit.digest,
    }


def _notice(notice: Notice, lang: str) -> dict[str, object]:
    place = notice.place
    return {
        "level": notice.level,
        "kind": notice.kind,
        "message": plain(pick(notice.message, lang)),
        "path": plain(place.path) if place else "",
        "line": place.line if place else 0,
        "column": place.column if place else 0,
        "count": notice.count,
    }
