"""Ignores that stand in the text itself: parsed, matched to findings, and judged when unused."""

import re
from datetime import date

from seawall.policy.checkov import CHECKS
from seawall.span import Source
from seawall.words import say

_OURS = re.compile(
    r"seawall\s*:\s*ignore\s*(?:\[(?P<checks>[^\]\n]{0,400})\])?"
    r"(?:[ \t]+until[ \t]*[=:]?[ \t]*(?P<until>[0-9A-Za-z-]{1,20}))?"
    r"(?:[ \t]*--[ \t]*(?P<reason>[^\n]{0,400}))?"
)
_FOREIGN = re.compile(
    r"pragma:\s*(?:allow|white)list\s+(?P<next>nextline\s+)?secret"
    r"|(?P<gitleaks>gitleaks:allow)"
    r"|checkov:skip=(?P<id>[A-Z0-9_]+)(?:\s*:\s*(?P<reason>[^\n]{0,400}))?"
)
# what may stand before an ignore on a line that is only a comment
_COMMENT = re.compile(r"^\s*(?:#|//|/\*|\*|--|;|<!--|%|'|\"|\{#|REM\b|rem\b)")
_TAIL = re.compile(r"\s*(?:\*/|-->|#\}|\"[,\s]*)\s*$")


class Ignore:
    """One ignore: the line it stands on, the lines it covers by itself, what it silences.

    `problem` says why it silences nothing: no reason, a date that is none, or one that has passed.
    """

    __slots__ = ("alone", "checks", "foreign", "line", "path", "problem", "reason", "until", "used")

    def __init__(
        self,
        path: str,
        line: int,
        checks: tuple[str, ...],
        *,
        alone: bool,
        reason: str = "",
        until: str = "",
        foreign: bool = False,
    ) -> None:
        self.path = path
        self.line = line
        self.checks = checks  # () silences every check
        self.alone = alone  # nothing but a comment on its line: it speaks for the next line too
        self.reason = reason
        self.until = until
        self.foreign = foreign
        self.problem = ""
        self.used = False


def has_ignores(data: bytes) -> bool:
    """Whether a text may hold any, at the price of a few substring searches."""
    return (
        b"seawall" in data or b"pragma:" in data or b"gitleaks:" in data or b"checkov:skip" in data
    )


def ignores(source: Source, *, today: date, max_days: int, foreign: bool) -> list[Ignore]:
    """Every ignore of a text, in order; `max_days` 0 is no limit."""
    found: list[Ignore] = []
    text = source.text
    for match in _OURS.finditer(text):
        line, alone = _line_of(source, match.start())
        reason = _TAIL.sub("", (match["reason"] or "")).strip()
        names = tuple(each.strip() for each in (match["checks"] or "").split(",") if each.strip())
        ignore = Ignore(
            source.path, line, names, alone=alone, reason=reason, until=match["until"] or ""
        )
        ignore.problem = _problem(ignore, match["checks"], today, max_days)
        found.append(ignore)
    if foreign:
        for match in _FOREIGN.finditer(text):
            line, alone = _line_of(source, match.start())
            names = CHECKS.get(match["id"], (match["id"],)) if match["id"] else ("secrets",)
            found.append(
                Ignore(
                    source.path,
                    line,
                    names,
                    alone=bool(match["next"]) or alone,
                    reason=(match["reason"] or "another tool's comment").strip(),
                    foreign=True,
                )
            )
    return found


def covers(ignore: Ignore, scopes: tuple[tuple[str, int, int], ...], source: Source) -> bool:
    """Whether it speaks for one of `scopes` (path, first line, last line): on one of its lines,
    or alone in the comment that stands right above the first."""
    for path, first, last in scopes:
        if path != ignore.path:
            continue
        if first <= ignore.line <= last:
            return True
        if ignore.alone and ignore.line < first <= ignore.line + 20:
            between = range(ignore.line + 1, first)
            if all(_COMMENT.match(source.line_text(each)) for each in between):
                return True
    return False


def _line_of(source: Source, offset: int) -> tuple[int, bool]:
    line = source.line_of(offset)
    before = source.text[source.line_starts()[line - 1] : offset]
    return line, bool(_COMMENT.match(before)) and not _COMMENT.sub("", before, count=1).strip(
        "# */!-\t"
    )


def _problem(ignore: Ignore, brackets: str | None, today: date, max_days: int) -> str:
    if brackets is None or not ignore.checks:
        return say(
            "names no check: write ignore[check-id]",
            "チェックの指定がありません。ignore[check-id] と書いてください",
        )
    if not ignore.reason:
        return say("gives no reason: write -- and why", "理由がありません。-- の後に書いてください")
    if not ignore.until:
        if not max_days:
            return ""
        return say(f"needs a date within {max_days} days", f"{max_days} 日以内の期限が必要です")
    try:
        until = date.fromisoformat(ignore.until)
    except ValueError:
        return say(
            f"'{ignore.until}' is no date such as 2027-01-31",
            f"'{ignore.until}' は 2027-01-31 のような日付ではありません",
        )
    if until < today:
        return say(f"expired on {ignore.until}", f"{ignore.until} に期限が切れました")
    if max_days and (until - today).days > max_days:
        return say(
            f"lasts longer than the {max_days} days that the settings allow",
            f"設定で許された {max_days} 日より長い期限です",
        )
    return ""
