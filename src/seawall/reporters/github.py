"""Annotations as the Actions runner reads them, then the report for people."""

from seawall.finding import Finding, Notice, Report
from seawall.reporters import phrases, shown
from seawall.reporters.options import Options
from seawall.reporters.text import render as render_text
from seawall.reporters.visible import visible
from seawall.span import Place
from seawall.words import pick, say

# https://github.com/actions/runner: ten of each level for a step, 4,096 characters a message
MOST = 10
_MOST_CHARACTERS = 4000
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: Options) -> str:
    return annotations(report, options) + render_text(report, options)


def annotations(report: Report, options: Options) -> str:
    """The best ten of each level, one for each rule and file, then how many more there are."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in shown.findings(report, options):
        if not finding.verdict.suppressed:
            key = (shown.weight(finding), finding.check, finding.place.path)
            groups.setdefault(key, []).append(finding)
    ranked = sorted(groups.items(), key=lambda item: _rank(item[1]))
    lines: dict[str, list[str]] = {"error": _undecided(report, options), "warning": [], "note": []}
    hidden = 0
    for (level, _, _), group in ranked:
        most = MOST - 1 if level == "note" else MOST
        if len(lines[level]) < most:
            lines[level].append(_annotation(level, group, report, options))
        else:
            hidden += len(group)
    if hidden:
        words = say(
            f"and {hidden:,} more in the log below", f"ほか {hidden:,} 件は下のログにあります"
        )
        lines["note"].append(command("notice", {"title": "Seawall"}, pick(words, options.lang)))
    return "".join(f"{line}\n" for level in lines.values() for line in level)


def _rank(group: list[Finding]) -> tuple[int, str, int, int, str, str, str]:
    return (-max(each.severity.rank for each in group), *group[0].key())


def _annotation(level: str, group: list[Finding], report: Report, options: Options) -> str:
    worst = min(group, key=lambda each: (-each.severity.rank, each.key()))
    rule = report.rules.get(worst.check)
    title = pick(rule.title, options.lang) if rule else worst.check
    words = [visible(pick(worst.message, options.lang))]
    if worst.subject.address:
        words.append(visible(worst.subject.address))
    if worst.commit:
        words.append(f"commit {visible(worst.commit[:12])}")
    if worst.advice:
        words.append(visible(pick(worst.advice[0], options.lang)))
    elif rule and rule.remedy:
        words.append(visible(pick(rule.remedy, options.lang)))
    if len(group) > 1:
        more = say(
            f"and {len(group) - 1:,} more in this file", f"このファイルにほか {len(group) - 1:,} 件"
        )
        words.append(pick(more, options.lang))
    words.append(f"seawall explain {worst.check}")
    title = f"{visible(title)} ({worst.check})"
    return command(_COMMANDS[level], {**position(worst.place), "title": title}, "\n".join(words))


def _undecided(report: Report, options: Options) -> list[str]:
    """What could not be decided takes a third of the places at most."""
    title = pick(say("Could not decide", "判定できません"), options.lang)
    blocking = [each for each in shown.notices(report, options) if each.blocks]
    more = max(0, len(blocking) - MOST // 3)
    return [
        _notice(notice, title, more if at == MOST // 3 - 1 else 0, options)
        for at, notice in enumerate(blocking[: MOST // 3])
    ]


def _notice(notice: Notice, title: str, more: int, options: Options) -> str:
    message = phrases.words(notice, options)
    if more > 0:
        message += pick(say(f" (and {more:,} more)", f" (ほか {more:,} 件)"), options.lang)
    where = position(notice.place) if notice.place else {}
    return command("error", {**where, "title": title}, message)


def position(place: Place) -> dict[str, str]:
    """The runner drops columns of a region over several lines, so they are left out."""
    where = {"file": visible(place.path), "line": str(place.line)}
    if place.end_line > place.line:
        where["endLine"] = str(place.end_line)
    else:
        where["endLine"] = str(place.line)
        where["col"] = str(place.column)
        # the annotation's end column is inclusive
        where["endColumn"] = str(max(place.column, place.end_column - 1))
    return where


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command on one line, escaped as the runner unescapes it."""
    pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name} {pairs}::{_data(message[:_MOST_CHARACTERS])}"


def _data(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
