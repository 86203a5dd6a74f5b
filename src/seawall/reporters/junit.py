"""The report as JUnit XML: a suite for each file, a failure for each finding."""

from seawall.finding import Finding, Report
from seawall.reporters import phrases, shown
from seawall.reporters.options import Options
from seawall.reporters.visible import path_shown, visible
from seawall.words import pick

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render(report: Report, options: Options) -> str:
    suites: dict[str, list[str]] = {}
    failures = 0
    for finding in shown.findings(report, options):
        failing = not finding.verdict.suppressed
        failures += failing
        suites.setdefault(finding.place.path, []).append(
            _case(finding, report, options, failing=failing)
        )
    errors = [
        f'    <testcase name="{_text(phrases.where(notice) + notice.kind)}" '
        f'classname="seawall.notice" time="0">'
        f'<error message="{_text(phrases.words(notice, options))}"/></testcase>\n'
        for notice in shown.notices(report, options)
        if notice.blocks
    ]
    lines = [_suite(path, cases) for path, cases in sorted(suites.items())]
    if errors:
        lines.append(_suite("could not decide", errors))
    if not lines:
        # several viewers call a document without a case an error
        lines.append(
            _suite("seawall", ['    <testcase name="clean" classname="seawall" time="0"/>\n'])
        )
    tests = sum(map(len, suites.values())) + len(errors) or 1
    return (
        f'{_HEAD}<testsuites name="seawall" tests="{tests}" failures="{failures}" '
        f'errors="{len(errors)}" time="0">\n{"".join(lines)}</testsuites>\n'
    )


def _suite(name: str, cases: list[str]) -> str:
    failures = sum("<failure " in case for case in cases)
    errors = sum("<error " in case for case in cases)
    skipped = sum("<skipped " in case for case in cases)
    return (
        f'  <testsuite name="{_text(visible(name))}" tests="{len(cases)}" '
        f'failures="{failures}" errors="{errors}" skipped="{skipped}" time="0">\n'
        f"{''.join(cases)}  </testsuite>\n"
    )


def _case(finding: Finding, report: Report, options: Options, *, failing: bool) -> str:
    place = finding.place
    path = visible(place.path)
    message = visible(pick(finding.message, options.machine_lang))
    rule = report.rules.get(finding.check)
    parts = [f"{path_shown(place.path)}:{place.line}:{place.column} {finding.severity} {message}"]
    if finding.subject.address:
        parts.append(f"resource {visible(finding.subject.address)}")
    if finding.commit:
        parts.append(f"commit {finding.commit}")
    if rule and rule.remedy:
        parts.append(visible(pick(rule.remedy, options.machine_lang)))
    body = _text("\n".join(parts))
    kind = (
        f'<failure type="{finding.severity}" message="{_text(message)}">{body}</failure>'
        if failing
        else f'<skipped message="{_text(message)}"/>'
    )
    return (
        f'    <testcase name="{_text(f"{finding.check} {place.line}:{place.column}")}" '
        f'classname="{_text(finding.check)}" file="{_text(path)}" line="{place.line}" time="0">'
        f"{kind}</testcase>\n"
    )


def _text(text: str) -> str:
    """`text` in XML, attributes included; characters XML forbids are written out by `visible`."""
    for character, entity in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("##[", "##&#91;"),
    ):
        text = text.replace(character, entity)
    return text
