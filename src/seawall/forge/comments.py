"""What a review says: a body, and a comment for each finding on a line that the diff shows."""

from seawall.finding import Finding, Report
from seawall.forge.suggest import Suggestion
from seawall.reporters.markdown import code, escape, fenced
from seawall.reporters.options import Options
from seawall.reporters.phrases import summary
from seawall.reporters.visible import visible
from seawall.words import pick, say

MARK = "<!-- seawall:v1 fp="
REVIEW = "<!-- seawall:v1 review -->"
_MOST_LISTED = 30
_MOST_CHARACTERS = 60_000


def marked(fingerprint: str) -> str:
    clean = "".join(each for each in fingerprint if each.isalnum() or each in "-_:.")
    return f"{MARK}{clean} -->"


def fingerprint_of(body: str) -> str:
    """The finding an earlier comment was about; "" for a comment that is none of ours."""
    if not body.startswith(MARK):
        return ""
    return body[len(MARK) :].partition(" -->")[0]


def comment(
    finding: Finding, report: Report, suggestion: Suggestion | None, options: Options
) -> str:
    """One finding, its first advice and, where there is one, the change to accept."""
    lang = options.lang
    rule = report.rules.get(finding.check)
    title = pick(rule.title, lang) if rule else finding.check
    lines = [
        marked(finding.fingerprint),
        f"**{finding.severity}** {escape(visible(title))} {code(finding.check)}",
        "",
        escape(visible(pick(finding.message, lang))),
    ]
    if rule and rule.why:
        lines += ["", escape(visible(pick(rule.why, lang)))]
    advice = [pick(each, lang) for each in finding.advice]
    if not advice and rule and rule.remedy:
        advice = [pick(rule.remedy, lang)]
    lines += ["", *(f"- {escape(visible(each))}" for each in advice)] if advice else []
    if suggestion is not None:
        fence = fenced(list(suggestion.lines))
        lines += ["", f"{fence}suggestion", *suggestion.lines, fence]
    hint = f"seawall allow {finding.fingerprint} --reason ..."
    lines += ["", f"<sub>{code(f'seawall explain {finding.check}')} · {code(hint)}</sub>"]
    return "\n".join(lines)[:_MOST_CHARACTERS]


def outdated(body: str, head: str, options: Options) -> str:
    """An earlier comment whose finding is gone: it stays readable and says so once."""
    words = pick(
        say(f"No longer found in {head[:12]}.", f"{head[:12]} では検出されません。"), options.lang
    )
    mark, _, rest = body.partition("\n")
    kept = _without_suggestion(rest)
    return f"{mark}\n**{words}**\n\n<details>\n\n{kept}\n\n</details>"


def is_outdated(body: str) -> bool:
    return body.partition("\n")[2].startswith("**") and "\n<details>\n" in body


def review(report: Report, elsewhere: list[Finding], options: Options) -> str:
    """The review's own text; GitHub refuses an empty one."""
    lang = options.lang
    lines = [REVIEW, f"**Seawall**: {escape(summary(report, options))}"]
    if elsewhere:
        words = say("Not on a line of this diff:", "この差分の行にないもの:")
        lines += ["", pick(words, lang), ""]
    for finding in elsewhere[:_MOST_LISTED]:
        place = code(visible(f"{finding.place.path}:{finding.place.line}"))
        commit = f" ({code(finding.commit[:12])})" if finding.commit else ""
        message = escape(visible(pick(finding.message, lang)))
        lines.append(f"- **{finding.severity}** {place}{commit} {code(finding.check)} {message}")
    if len(elsewhere) > _MOST_LISTED:
        more = len(elsewhere) - _MOST_LISTED
        lines.append(f"- {pick(say(f'and {more:,} more', f'ほか {more:,} 件'), lang)}")
    return "\n".join(lines)[:_MOST_CHARACTERS]


def _without_suggestion(text: str) -> str:
    """A change that was accepted must not be offered again."""
    kept, fence = [], ""
    for line in text.split("\n"):
        if fence:
            fence = "" if line == fence else fence
        elif line.endswith("suggestion") and line.startswith("```"):
            fence = line.removesuffix("suggestion")
        else:
            kept.append(line)
    return "\n".join(kept)
