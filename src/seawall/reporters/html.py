"""The report as one self-contained page: filters, charts, code frames, no other host."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence

from seawall.finding import Finding, Report
from seawall.reporters import phrases, shown
from seawall.reporters.chart import Rows, bars, columns
from seawall.reporters.frame import marked
from seawall.reporters.html_script import SCRIPT
from seawall.reporters.html_style import STYLE
from seawall.reporters.markup import tag, text
from seawall.reporters.options import Options
from seawall.severity import ALL
from seawall.words import pick, say

_WORDS = {
    "title": say("Seawall report", "Seawall レポート"),
    "skip": say("Skip to the findings", "検出一覧へ移動"),
    "families": say("Findings by family", "種類別の検出"),
    "trend": say("Findings over time", "検出の推移"),
    "table": say("As a table", "表で見る"),
    "findings": say("Findings", "検出"),
    "filter": say("Filter findings", "検出の絞り込み"),
    "severity": say("Severity", "重大度"),
    "family": say("Family", "種類"),
    "owner": say("Owner", "所有者"),
    "path": say("Path contains", "パスに含む文字"),
    "all": say("all", "すべて"),
    "nobody": say("no owner", "所有者なし"),
    "reset": say("Reset", "リセット"),
    "shown": say("{} of {} findings shown", "{} / {} 件を表示"),
    "none": say("No findings.", "検出はありません。"),
    "undecided": say("Could not decide", "判定できなかったもの"),
    "left out": say("Not scanned or not known", "走査していないもの、不明なもの"),
    "why": say("Why", "理由"),
    "remedy": say("Remedy", "対処"),
    "first": say("First", "まず"),
    "resource": say("Resource", "リソース"),
    "commit": say("Commit", "コミット"),
    "see": say("See also", "関連"),
    "fix": say("Fix", "修正"),
    "state": say("State", "状態"),
    "fingerprint": say("Fingerprint", "指紋"),
}


def render(report: Report, options: Options) -> str:
    return page(report, options)


def page(report: Report, options: Options, trend: Rows = ()) -> str:
    """The page for `report`; `trend` has the counts by severity of earlier reports."""
    findings = shown.findings(report, options)
    body = [
        f'<a class="skip" href="#findings">{_say("skip", options)}</a>',
        f"<header><h1>{_say('title', options)}</h1>",
        f"<p>{text(phrases.summary(report, options))}</p>",
        f'<p class="quiet">{text(options.now)}</p></header><main>',
        _charts(findings, trend, options),
        f'<h2 id="findings" tabindex="-1">{_say("findings", options)}</h2>',
        _filter(findings, options) if findings else f"<p>{_say('none', options)}</p>",
        '<ol class="findings">',
        *(_finding(each, report, options) for each in findings),
        "</ol>",
        _list("undecided", phrases.undecided(report, options), options),
        _list("left out", phrases.not_scanned(report, options, most=50), options),
        "</main>",
    ]
    return _document("\n".join(body), options)


def _document(body: str, options: Options) -> str:
    policy = (
        f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!doctype html>\n<html lang="{options.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_say('title', options)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{body}\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _digest(inline: str) -> str:
    digest = hashlib.sha256(inline.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _say(key: str, options: Options) -> str:
    return text(pick(_WORDS[key], options.lang))


def _charts(findings: list[Finding], trend: Rows, options: Options) -> str:
    charts = []
    table = pick(_WORDS["table"], options.lang)
    if findings:
        rows = []
        for family in sorted({each.family for each in findings}):
            of = (str(each.severity) for each in findings if each.family == family)
            rows.append((family, Counter(of)))
        charts.append(bars(rows, pick(_WORDS["families"], options.lang), table))
    if trend:
        charts.append(columns(trend, pick(_WORDS["trend"], options.lang), table))
    return f'<div class="charts">{"".join(charts)}</div>' if charts else ""


def _filter(findings: list[Finding], options: Options) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{each}" checked> {each}</label>'
        for each in reversed(ALL)
    )
    families = sorted({each.family for each in findings})
    owners = sorted({each.subject.owner for each in findings})
    return (
        f'<form id="filter" aria-label="{_say("filter", options)}">'
        f"<fieldset><legend>{_say('severity', options)}</legend>{boxes}</fieldset>"
        + _select("family", families, options)
        + _select("owner", owners, options)
        + f"<label><span>{_say('path', options)}</span>"
        f'<input type="search" name="path" autocomplete="off"></label>'
        f'<button type="reset">{_say("reset", options)}</button></form>'
        f'<p id="shown" class="quiet" role="status" data-words="{_say("shown", options)}"></p>'
    )


def _select(name: str, values: Sequence[str], options: Options) -> str:
    choices = "".join(
        tag("option", text(each) if each else _say("nobody", options), value=each)
        for each in values
    )
    return (
        f'<label><span>{_say(name, options)}</span><select name="{name}">'
        f'<option value="*">{_say("all", options)}</option>{choices}</select></label>'
    )


def _finding(finding: Finding, report: Report, options: Options) -> str:
    rule = report.rules.get(finding.check)
    title = pick(rule.title, options.lang) if rule else finding.check
    place = finding.place
    head = (
        f'<summary><span class="word">{finding.severity}</span> '
        f"<strong>{text(title)}</strong> "
        f"<code>{text(place.path)}:{place.line}:{place.column}</code></summary>"
    )
    body = (
        f"<p>{text(pick(finding.message, options.lang))}</p>"
        + _frame(finding)
        + _facts(finding, report, options)
    )
    opened = " open" if finding.verdict.blocks else ""
    return tag(
        "li",
        f'<details{opened}>{head}<div class="body">{body}</div></details>',
        str(finding.severity),
        data_severity=finding.severity,
        data_family=finding.family,
        data_owner=finding.subject.owner,
        data_path=place.path,
    )


def _frame(finding: Finding) -> str:
    rows = []
    for number, line in finding.frame.lines:
        shown_line, start, end = line, 0, 0
        if number == finding.place.line:
            shown_line, start, end = marked(finding, line)
        code = text(shown_line)
        if end > start:
            before, wrong, after = shown_line[:start], shown_line[start:end], shown_line[end:]
            code = f"{text(before)}<mark>{text(wrong)}</mark>{text(after)}"
        rows.append(f'<span class="number">{number}</span>{code}')
    return f'<pre tabindex="0"><code>{chr(10).join(rows)}</code></pre>' if rows else ""


def _facts(finding: Finding, report: Report, options: Options) -> str:
    lang = options.lang
    rule = report.rules.get(finding.check)
    verdict = finding.verdict
    advice = "first" if finding.family == "secrets" else "remedy"
    facts = [
        ("why", pick(rule.why, lang) if rule else ""),
        *((advice, pick(each, lang)) for each in finding.advice),
        ("remedy", pick(rule.remedy, lang) if rule and not finding.advice else ""),
        ("fix", pick(finding.fix.title, lang) if finding.fix else ""),
        ("resource", finding.subject.address),
        ("owner", finding.subject.owner),
        ("commit", " ".join(filter(None, (finding.commit, finding.author, finding.date)))),
        *(
            (
                "see",
                f"{each.place.path}:{each.place.line} {pick(each.message, lang) or each.address}",
            )
            for each in finding.related
        ),
        ("state", f"{verdict.by}: {verdict.reason}" if verdict.suppressed else ""),
    ]
    rows = "".join(f"<dt>{_say(key, options)}</dt><dd>{text(it)}</dd>" for key, it in facts if it)
    rows += (
        f"<dt>{_say('fingerprint', options)}</dt><dd><code>{text(finding.fingerprint)}</code></dd>"
    )
    return f"<dl>{rows}</dl>"


def _list(key: str, lines: list[str], options: Options) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{text(line)}</li>" for line in lines)
    return f"<h2>{_say(key, options)}</h2><ul>{items}</ul>"
