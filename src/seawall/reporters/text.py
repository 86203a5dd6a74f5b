"""The report for people: code frames, what to do first, and one line that sums up."""

from seawall.finding import Finding, Related, Report
from seawall.reporters import phrases, shown
from seawall.reporters.frame import frame
from seawall.reporters.options import Options
from seawall.reporters.paint import paint
from seawall.reporters.visible import path_shown, visible, width
from seawall.words import pick, say

_FIRST = say("first", "まず")
_WHY = say("why", "理由")
_REMEDY = say("remedy", "対処")
_FIX = say("fix", "修正")
_SEE = say("see", "関連")
_MORE = say("more", "詳細")
_ALLOW = say("allow", "許可")
_STATE = say("state", "状態")
_IN = say("in", "場所")
_LEFT_OUT = say("Not scanned or not known:", "走査していないもの、不明なもの:")
_LABELS = (_MORE, _FIRST, _WHY, _REMEDY, _FIX, _SEE, _ALLOW, _STATE, _IN)

_STOPPED = {
    "commit": say("Commit stopped.", "コミットを止めました。"),
    "message": say("Commit stopped.", "コミットを止めました。"),
    "push": say("Push stopped.", "プッシュを止めました。"),
    "receive": say("Push refused.", "プッシュを拒否しました。"),
}


def render(report: Report, options: Options) -> str:
    if shown.is_silent(report, options):
        return ""
    lines: list[str] = []
    explained: set[str] = set()
    for finding in shown.for_people(report, options):
        lines += _finding(finding, report, options, first=finding.check not in explained)
        lines.append("")
        explained.add(finding.check)
    if not options.quiet:
        lines += _closing(report, options)
    else:
        lines += phrases.undecided(report, options)
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding, report: Report, options: Options, *, first: bool) -> list[str]:
    place = finding.place
    lang = options.lang
    rule = report.rules.get(finding.check)
    title = pick(rule.title, lang) if rule else ""
    lines = [
        f"{paint(path_shown(place.path), 'bold', options)}:{place.line}:{place.column} "
        f"{paint(str(finding.severity), finding.severity, options)} "
        f"{paint(finding.check, 'bold', options)}" + (f" {visible(title)}" if title else "")
    ]
    message = visible(pick(finding.message, lang))
    bar = "│" if options.unicode else "|"
    rows = frame(finding, options)
    told = False
    for gutter, code, caret in rows:
        lines.append(f" {paint(f'{gutter} {bar}', 'dim', options)} {code}".rstrip())
        if caret:
            blank = paint(f"{' ' * len(gutter)} {bar}", "dim", options)
            lead = len(gutter) + 4 + width(caret) + 1
            beside = not told and lead + width(message) <= options.width
            painted = paint(caret.lstrip(), finding.severity, options)
            indent = " " * (len(caret) - len(caret.lstrip()))
            lines.append(f" {blank} {indent}{painted}" + (f" {message}" if beside else ""))
            told = told or beside
    if not told:
        lines.append(f"   {message}")
    lines += _facts(finding, options)
    if rule and first:
        lines += _labelled(_WHY, pick(rule.why, lang), options)
        if not finding.advice and not finding.fix:
            lines += _labelled(_REMEDY, pick(rule.remedy, lang), options)
    lines += _ways_on(finding, options, first=first)
    return lines


def _facts(finding: Finding, options: Options) -> list[str]:
    lines = []
    address = finding.subject.address
    owner = finding.subject.owner
    inside = ", ".join(each for each in (address, finding.deployment, owner) if each)
    if inside:
        lines += _labelled(_IN, inside, options)
    if finding.commit:
        parts = (f"commit {finding.commit[:12]}", finding.author, finding.date)
        lines += _labelled(_IN, ", ".join(each for each in parts if each), options)
    for related in finding.related:
        place = f"{path_shown(related.place.path)}:{related.place.line}"
        lines += _labelled(_SEE, f"{place} {_trail(related, options)}".rstrip(), options)
    verdict = finding.verdict
    if verdict.suppressed:
        until = f" until {verdict.until}" if verdict.until else ""
        words = f"{verdict.state} by {verdict.by or 'policy'}{until}"
        lines += _labelled(_STATE, f"{words}: {verdict.reason}".rstrip(": "), options)
    return lines


def _trail(related: Related, options: Options) -> str:
    message = pick(related.message, options.lang)
    return message if related.address in message else f"{related.address} {message}".rstrip()


def _ways_on(finding: Finding, options: Options, *, first: bool) -> list[str]:
    lines = []
    for advice in finding.advice:
        label = _FIRST if finding.family == "secrets" else _REMEDY
        lines += _labelled(label, pick(advice, options.lang), options)
    if finding.fix is not None:
        command = "seawall fix" if finding.fix.safe else "seawall fix --unsafe"
        lines += _labelled(_FIX, f"{pick(finding.fix.title, options.lang)} ({command})", options)
    if first:
        lines += _labelled(_MORE, f"seawall explain {finding.check}", options)
    if finding.verdict.blocks and finding.fingerprint:
        reason = pick(say('"why it is safe"', '"安全である理由"'), options.lang)
        lines += _labelled(
            _ALLOW, f"seawall allow {finding.fingerprint} --reason {reason}", options
        )
    return lines


def _labelled(label: str, words: str, options: Options) -> list[str]:
    if not words:
        return []
    room = max(width(pick(each, options.lang)) for each in _LABELS)
    word = pick(label, options.lang)
    pad = " " * (room - width(word))
    return [f"   {paint(word, 'dim', options)}{pad}  {visible(words)}"]


def _closing(report: Report, options: Options) -> list[str]:
    lang = options.lang
    lines = []
    stuck = phrases.undecided(report, options)
    lines += stuck
    if stuck:
        lines.append(phrases.go_on(report, options))
    left_out = phrases.not_scanned(report, options)
    if left_out:
        lines.append(pick(_LEFT_OUT, lang))
        lines += [f"   {line}" for line in left_out]
    if stuck or left_out:
        lines.append("")
    unhooked = phrases.unhooked(report, options)
    if unhooked:
        lines.append(unhooked)
    stops = stuck or any(each.verdict.blocks for each in report.findings)
    verdict = pick(_STOPPED.get(report.gate, ""), lang) if stops else ""
    lines.append(f"{verdict} {phrases.summary(report, options, lists_low=False)}".lstrip())
    return lines
