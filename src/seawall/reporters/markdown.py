"""The report in Markdown: a job's step summary, within the runner's 1 MiB."""

from collections import Counter

from seawall.finding import Finding, Report
from seawall.reporters import phrases, shown
from seawall.reporters.options import Options
from seawall.reporters.visible import visible
from seawall.severity import ALL
from seawall.words import pick, say

# a summary of more than 1 MiB is refused whole; the rest is for what others append
MOST_BYTES = 1_000_000
_TITLE = "Seawall"
_OPENERS = "\\`*_{}[]<>().!|~&:$"
_REFERENCES = "@#"  # a comment behind them keeps GitHub from reading a mention or an issue


def render(report: Report, options: Options) -> str:
    return summary(report, options, most=MOST_BYTES)


def summary(report: Report, options: Options, *, most: int) -> str:
    """Counts, a table by severity and owner, each finding folded, what was not scanned."""
    lang = options.lang
    findings = sorted(
        shown.findings(report, options), key=lambda each: (-each.severity.rank, each.key())
    )
    head = [f"## {_TITLE}", "", escape(phrases.summary(report, options)), ""]
    head += _table(findings, options)
    foot = _foot(report, options)
    room = most - sum(len(line.encode()) + 1 for line in (*head, *foot)) - 200
    body: list[str] = []
    for at, finding in enumerate(findings):
        block = _details(finding, report, options)
        room -= sum(len(line.encode()) + 1 for line in block)
        if room < 0:
            more = len(findings) - at
            words = say(f"and {more:,} more; see the log", f"ほか {more:,} 件はログを参照")
            body += [pick(words, lang), ""]
            break
        body += block
    return "".join(f"{line}\n" for line in (*head, *body, *foot))


def _table(findings: list[Finding], options: Options) -> list[str]:
    """Owners down, severities across."""
    if not findings:
        return []
    nobody = pick(say("no owner", "所有者なし"), options.lang)
    counts = Counter((each.subject.owner or nobody, str(each.severity)) for each in findings)
    owners = sorted({owner for owner, _ in counts})
    words = [str(each) for each in reversed(ALL)]
    title = pick(say("owner", "所有者"), options.lang)
    lines = [f"| {title} | {' | '.join(words)} |", f"| --- |{' ---: |' * len(words)}"]
    for owner in owners[:50]:
        cells = " | ".join(str(counts[owner, word]) for word in words)
        lines.append(f"| {escape(visible(owner))} | {cells} |")
    if len(owners) > 50:
        rest = [sum(counts[owner, word] for owner in owners[50:]) for word in words]
        lines.append(f"| … | {' | '.join(map(str, rest))} |")
    return [*lines, ""]


def _details(finding: Finding, report: Report, options: Options) -> list[str]:
    lang = options.lang
    place = finding.place
    rule = report.rules.get(finding.check)
    title = pick(rule.title, lang) if rule else finding.check
    path = visible(f"{place.path}:{place.line}")
    lines = [
        f"<details><summary><b>{finding.severity}</b> {escape(visible(title))} "
        f"<code>{escape(path)}</code></summary>",
        "",
        escape(visible(pick(finding.message, lang))),
        "",
    ]
    facts = [
        ("check", finding.check),
        ("resource", finding.subject.address),
        ("owner", finding.subject.owner),
        ("commit", finding.commit),
        ("state", finding.verdict.state if finding.verdict.suppressed else ""),
        ("fingerprint", finding.fingerprint),
    ]
    lines += [f"- {name}: {code(visible(word))}" for name, word in facts if word]
    lines += [f"- {escape(visible(pick(each, lang)))}" for each in finding.advice]
    if rule and rule.remedy and not finding.advice:
        lines.append(f"- {escape(visible(pick(rule.remedy, lang)))}")
    if finding.frame.lines:
        rows = [f"{number:>5} | {visible(text)[:300]}" for number, text in finding.frame.lines]
        fence = fenced(rows)
        lines += ["", fence, *rows, fence]
    return [*lines, "", "</details>", ""]


def _foot(report: Report, options: Options) -> list[str]:
    stuck = phrases.undecided(report, options)[:100]
    left_out = phrases.not_scanned(report, options)[:100]
    unhooked = phrases.unhooked(report, options)
    lines = [escape(unhooked), ""] if unhooked else []
    lines += [f"- {escape(line)}" for line in stuck]
    if stuck:
        lines += ["", escape(phrases.go_on(report, options)), ""]
    if left_out:
        title = pick(
            say("Not scanned or not known", "走査していないもの、不明なもの"), options.lang
        )
        lines += [f"<details><summary>{title}</summary>", ""]
        lines += [f"- {escape(line)}" for line in left_out]
        lines += ["", "</details>", ""]
    return lines


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no link, mention, image, table cell or HTML."""
    text = text.lstrip()
    start = 1 if text[:1] in {"-", "+", "="} else 0
    return "".join(f"&#{ord(each)};" for each in text[:start]) + "".join(
        _escaped(each) for each in text[start:]
    )


def _escaped(character: str) -> str:
    if character in _OPENERS:
        return f"&#{ord(character)};"
    return f"{character}<!-- -->" if character in _REFERENCES else character


def code(text: str) -> str:
    """A code span, whatever back-ticks and bars it holds."""
    return f"<code>{escape(text)}</code>"


def fenced(lines: list[str]) -> str:
    """A fence longer than any run of back-ticks inside."""
    longest = run = 0
    for character in "\n".join(lines):
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    return "`" * max(3, longest + 1)
