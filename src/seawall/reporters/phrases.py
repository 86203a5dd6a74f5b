"""Sentences that several reports for people share."""

from seawall.finding import Notice, Report
from seawall.reporters import shown
from seawall.reporters.options import Options
from seawall.reporters.visible import path_shown, visible
from seawall.words import pick, say

_GO_ON = {
    "commit": say(
        "To go on: mend the file, exclude it in seawall.toml, or, knowingly, "
        "git commit --no-verify.",
        "続けるには: ファイルを直すか、seawall.toml で除外するか、"
        "承知の上で git commit --no-verify を使います。",
    ),
    "push": say(
        "To go on: mend the commit, exclude the path in seawall.toml, or, knowingly, "
        "git push --no-verify.",
        "続けるには: コミットを直すか、seawall.toml でパスを除外するか、"
        "承知の上で git push --no-verify を使います。",
    ),
    "": say(
        "To go on: mend the file, or exclude it in seawall.toml.",
        "続けるには: ファイルを直すか、seawall.toml で除外します。",
    ),
}


_HINT = say(" (--fail-on low lists them)", " (--fail-on low で表示)")


def count(number: int, one: str, many: str, ja: str) -> str:
    """`number` with its noun, in both languages."""
    return say(f"{number:,} {one if number == 1 else many}", f"{number:,} {ja}")


def size(number: int) -> str:
    if number < 1000:
        return f"{number} B"
    amount = float(number)
    for unit in ("KB", "MB", "GB", "TB"):
        amount /= 1000
        if amount < 999.5 or unit == "TB":
            break
    return f"{amount:.0f} {unit}" if amount >= 9.95 else f"{amount:.1f} {unit}"


def summary(report: Report, options: Options, *, lists_low: bool = True) -> str:
    """One line: what blocks, what warns, what was scanned, what was left out."""
    dot = " · " if options.unicode else " - "
    return dot.join(pick(part, options.lang) for part in _parts(report, options, lists_low))


def _parts(report: Report, options: Options, lists_low: bool) -> list[str]:
    parts: list[str] = []
    findings = shown.findings(report, options)
    suppressed = sum(each.verdict.suppressed for each in report.findings)
    blocking = sum(each.verdict.blocks for each in findings)
    low = len(findings) - len(shown.for_people(report, options))
    warnings = (
        sum(not each.verdict.blocks and not each.verdict.suppressed for each in findings) - low
    )
    if blocking:
        parts.append(
            say(
                f"{blocking:,} finding{'s block' if blocking != 1 else ' blocks'}",
                f"ブロックする検出 {blocking:,} 件",
            )
        )
    if warnings:
        parts.append(count(warnings, "warning", "warnings", "件の警告"))
    if low:
        hint = say("", "") if lists_low else _HINT
        parts.append(say(f"{low:,} low{hint}", f"low {low:,} 件{hint.ja}"))
    undecided = sum(notice.count for notice in report.notices if notice.blocks)
    if undecided:
        parts.append(
            say(f"{undecided:,} could not be decided", f"判定できなかったもの {undecided:,} 件")
        )
    if not parts:
        parts.append(say("no findings", "検出なし"))
    parts.append(count(report.counts.files, "file", "files", "ファイル"))
    parts.append(size(report.counts.bytes))
    if report.counts.commits:
        parts.append(count(report.counts.commits, "commit", "commits", "コミット"))
    if suppressed:
        parts.append(say(f"{suppressed:,} suppressed", f"抑制 {suppressed:,} 件"))
    if options.stats:
        parts.append(say(f"{report.elapsed_ms / 1000:.2f} s", f"{report.elapsed_ms / 1000:.2f} 秒"))
    return parts


def unhooked(report: Report, options: Options) -> str:
    """Commits that reached CI although a commit hook would have stopped them; "" for none."""
    if report.gate != "ci":
        return ""
    ids = sorted(
        {each.commit[:12] for each in report.active() if each.commit and each.verdict.blocks}
    )
    if not ids:
        return ""
    some = ", ".join(ids[:5]) + (", ..." if len(ids) > 5 else "")
    said = say(
        f"A commit hook would have stopped {some}; `seawall doctor` tells whether one is active.",
        f"コミットフックがあれば {some} は止まりました。`seawall doctor` で有効か確認できます。",
    )
    return pick(said, options.lang)


def undecided(report: Report, options: Options) -> list[str]:
    """A line for each thing that had to be decided and was not."""
    label = pick(say("could not decide", "判定できません"), options.lang)
    lines = []
    for notice in shown.notices(report, options):
        if notice.blocks:
            lines.append(f"{where(notice)}{label}: {words(notice, options)}")
    return lines


def go_on(report: Report, options: Options) -> str:
    return pick(_GO_ON.get(report.gate, _GO_ON[""]), options.lang)


def not_scanned(report: Report, options: Options, most: int = 3) -> list[str]:
    """For each kind the first few places, a line each, and how many more."""
    kinds: dict[str, list[Notice]] = {}
    for notice in shown.notices(report, options):
        if not notice.blocks:
            kinds.setdefault(notice.kind, []).append(notice)
    lines = []
    for kind in sorted(kinds):
        group = kinds[kind]
        lines += [f"{kind}: {where(each)}{words(each, options)}" for each in group[:most]]
        rest = sum(notice.count for notice in group) - sum(each.count for each in group[:most])
        if rest > 0:
            more = pick(say(f"and {rest:,} more", f"ほか {rest:,} 件"), options.lang)
            lines.append(f"{kind}: {more}")
    return lines


def where(notice: Notice) -> str:
    if notice.place is None:
        return ""
    path = path_shown(notice.place.path)
    return f"{path}:{notice.place.line}: " if notice.place.line > 1 else f"{path}: "


def words(notice: Notice, options: Options) -> str:
    return visible(pick(notice.message, options.lang))
