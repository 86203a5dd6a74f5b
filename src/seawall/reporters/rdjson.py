"""The report as reviewdog reads it (rdjson), with suggestions from our fixes."""

from seawall import __url__
from seawall.finding import Edit, Finding, Report
from seawall.reporters import shown
from seawall.reporters.document import dumps, plain
from seawall.reporters.options import Options
from seawall.span import Place
from seawall.words import pick

# https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, options: Options) -> str:
    findings = shown.findings(report, options)
    value = {
        "source": {"name": "seawall", "url": __url__},
        "diagnostics": [_diagnostic(each, report, options) for each in findings],
    }
    return dumps(value, items=len(findings))


def _diagnostic(finding: Finding, report: Report, options: Options) -> dict[str, object]:
    lang = options.machine_lang
    code: dict[str, object] = {"value": finding.check}
    rule = report.rules.get(finding.check)
    if rule and rule.page.startswith("https://"):
        code["url"] = rule.page
    value: dict[str, object] = {
        "message": plain(pick(finding.message, lang)) or finding.check,
        "location": {
            "path": plain(finding.place.path),
            "range": _range(finding.place, dict(finding.frame.lines)),
        },
        "severity": _SEVERITIES[shown.level(finding)],
        "code": code,
    }
    suggestions = _suggestions(finding)
    if suggestions:
        value["suggestions"] = suggestions
    if finding.related:
        value["related_locations"] = [
            {
                "message": plain(pick(each.message, lang)) or plain(each.address),
                "location": {"path": plain(each.place.path), "range": _lines(each.place)},
            }
            for each in finding.related
        ]
    return value


def _suggestions(finding: Finding) -> list[dict[str, object]]:
    """Only edits whose lines we show: rdjson counts bytes, and we may not read the file."""
    fix = finding.fix
    shown_lines = dict(finding.frame.lines)
    if fix is None or not all(_is_shown(edit, finding, shown_lines) for edit in fix.edits):
        return []
    return [
        {"range": _range(edit.place, shown_lines), "text": plain(edit.replacement)}
        for edit in fix.edits
        if edit.place is not None
    ]


def _is_shown(edit: Edit, finding: Finding, lines: dict[int, str]) -> bool:
    place = edit.place
    return (
        place is not None
        and edit.path == finding.place.path
        and place.line in lines
        and (place.end_line in lines or place.end_column == 1)
    )


def _range(place: Place, lines: dict[int, str]) -> dict[str, object]:
    return {
        "start": {"line": place.line, "column": _bytes(place.line, place.column, lines)},
        "end": {"line": place.end_line, "column": _bytes(place.end_line, place.end_column, lines)},
    }


def _lines(place: Place) -> dict[str, object]:
    return {"start": {"line": place.line}, "end": {"line": place.end_line}}


def _bytes(line: int, column: int, lines: dict[int, str]) -> int:
    """The column in UTF-8 bytes; a masked secret has as many characters as the real one."""
    before = lines.get(line, "")[: column - 1]
    return len(before.encode("utf-8", "replace")) + 1 + max(0, column - 1 - len(before))
