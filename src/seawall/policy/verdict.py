"""Gives each finding its verdict, in a fixed order, and records who decided; deletes none."""

from collections.abc import Callable, Iterable
from datetime import date

from seawall.finding import INFORMATION, Finding, Notice, Verdict
from seawall.policy.baseline import Baseline
from seawall.policy.exemptions import Exemption
from seawall.policy.inline import Ignore, covers
from seawall.policy.names import means
from seawall.policy.settings import Settings
from seawall.severity import Severity, severity
from seawall.span import Place, Source
from seawall.words import pick, say

# where an ignore is more often told about than meant
_PROSE = (".md", ".rst", ".adoc", ".txt", ".html")

Scopes = tuple[tuple[str, int, int], ...]


class Policy:
    """Everything that may silence a finding in one run.

    `aliases` maps a check's id to its old and foreign ids. `trusted` is true on a shared gate,
    where tags and comments of the very change count only as far as settings say.
    """

    __slots__ = (
        "_per_path",
        "aliases",
        "baseline",
        "exemptions",
        "honour_ignores",
        "settings",
        "today",
        "trusted",
    )

    def __init__(
        self,
        settings: Settings,
        *,
        today: date,
        baseline: Baseline | None = None,
        exemptions: tuple[Exemption, ...] = (),
        aliases: dict[str, tuple[str, ...]] | None = None,
        honour_ignores: bool = True,
        trusted: bool = False,
        per_path: tuple[tuple[Callable[[str], bool], dict[str, object]], ...] = (),
    ) -> None:
        self.settings = settings
        self.today = today
        self.baseline = baseline or Baseline()
        self.exemptions = exemptions
        self.aliases = aliases or {}
        self.honour_ignores = honour_ignores
        self.trusted = trusted
        self._per_path = per_path

    def selected(self, check: str, family: str, path: str = "") -> bool:
        """Whether settings run this check (here)."""
        aliases = self.aliases.get(check, ())
        select, ignore = self.settings.texts("select"), self.settings.texts("ignore")
        chosen = not select or means(select, check, family, aliases)
        chosen = chosen and not means(ignore, check, family, aliases)
        for holds, table in self._per_path:
            if path and holds(path):
                if means(_texts(table, "ignore"), check, family, aliases):
                    chosen = False
                if means(_texts(table, "select"), check, family, aliases):
                    chosen = True
        return chosen

    def severity_of(self, finding: Finding) -> Severity:
        wanted = self.settings.table("severity").get(finding.check)
        for holds, table in self._per_path:
            levels = table.get("severity")
            if isinstance(levels, dict) and finding.check in levels and holds(finding.place.path):
                wanted = levels[finding.check]
        return severity(str(wanted)) if wanted is not None else finding.severity

    def fail_on(self, path: str) -> str:
        """The threshold that settings give for this path; "" where they say nothing."""
        wanted = ""
        for holds, table in self._per_path:
            if "fail-on" in table and holds(path):
                wanted = str(table["fail-on"])
        return wanted

    def decide(
        self, finding: Finding, scopes: Scopes, found: Iterable[tuple[Ignore, Source]]
    ) -> None:
        """Set the finding's severity and verdict: settings, exemptions, baseline, then comments."""
        finding.severity = self.severity_of(finding)
        finding.verdict = (
            self._by_settings(finding)
            or self._by_exemption(finding)
            or self._by_baseline(finding)
            or self._by_comment(finding, scopes, found)
            or finding.verdict
        )

    def _by_settings(self, finding: Finding) -> Verdict | None:
        if self.selected(finding.check, finding.family, finding.place.path):
            return None
        return Verdict("suppressed", "settings", "not selected")

    def _by_exemption(self, finding: Finding) -> Verdict | None:
        for exemption in self.exemptions:
            if exemption.expired(self.today) or not exemption.matches(finding):
                continue
            exemption.used = True
            if (
                exemption.by_tag
                and self.trusted
                and not means(self.settings.texts("ignores.tags"), finding.check, finding.family)
            ):
                continue
            return Verdict("suppressed", "exemption", exemption.reason, exemption.until)
        return None

    def _by_baseline(self, finding: Finding) -> Verdict | None:
        entry = self.baseline.spend(finding.fingerprint, self.today)
        if entry is None:
            return None
        return Verdict("suppressed", "baseline", entry.note or "known before")

    def _by_comment(
        self, finding: Finding, scopes: Scopes, found: Iterable[tuple[Ignore, Source]]
    ) -> Verdict | None:
        if not self.honour_ignores:
            return None
        aliases = self.aliases.get(finding.check, ())
        forbidden = means(
            self.settings.texts("ignores.forbidden"), finding.check, finding.family, aliases
        )
        for ignore, source in found:
            if ignore.problem or not means(ignore.checks, finding.check, finding.family, aliases):
                continue
            if not covers(ignore, scopes, source):
                continue
            ignore.used = True
            if forbidden:
                ignore.problem = say(
                    f"{finding.check} may not be silenced by a comment here",
                    f"{finding.check} はコメントで抑止できません",
                )
                return None
            return Verdict("suppressed", "inline", ignore.reason, ignore.until)
        return None


def notices(policy: Policy, found: Iterable[tuple[Ignore, Source]], whole: bool) -> list[Notice]:
    """What is wrong with the ignores themselves; `whole` when everything was scanned, so that an
    unused baseline entry or exemption is really stale."""
    said: list[Notice] = []
    for ignore, _ in found:
        place = Place(ignore.path, ignore.line)
        if ignore.path.endswith(_PROSE) and not ignore.used:
            continue
        if ignore.problem:
            said.append(
                Notice(
                    INFORMATION,
                    "ignore-without-effect",
                    say(
                        f"this ignore {ignore.problem}; it silences nothing",
                        f"この ignore は無効です: {pick(ignore.problem, 'ja')}",
                    ),
                    place,
                )
            )
        elif not ignore.used and not ignore.foreign and policy.honour_ignores:
            said.append(
                Notice(
                    INFORMATION,
                    "ignore-unused",
                    say(
                        f"nothing here needs ignore[{', '.join(ignore.checks)}]; take it out",
                        f"ignore[{', '.join(ignore.checks)}] は不要です。削除してください",
                    ),
                    place,
                )
            )
    for exemption in policy.exemptions:
        line = policy.settings.lines.get(f"exempt.{exemption.number}", 1)
        place = Place(policy.settings.path, line)
        if exemption.expired(policy.today):
            said.append(
                Notice(
                    INFORMATION,
                    "exemption-expired",
                    say(
                        f"this exemption expired on {exemption.until}",
                        f"この除外は {exemption.until} に期限切れになりました",
                    ),
                    place,
                )
            )
        elif whole and not exemption.used:
            said.append(
                Notice(
                    INFORMATION,
                    "exemption-unused",
                    say(
                        "this exemption matches nothing any more",
                        "この除外に当たる検出はもうありません",
                    ),
                    place,
                )
            )
    if whole:
        stale = policy.baseline.stale()
        if stale:
            said.append(
                Notice(
                    INFORMATION,
                    "baseline-stale",
                    say(
                        f"{len(stale)} baseline entries match nothing any more; "
                        "`seawall baseline update` takes them out",
                        f"ベースラインの {len(stale)} 件はもう存在しません。"
                        "`seawall baseline update` で削除できます",
                    ),
                    Place(policy.baseline.path),
                    len(stale),
                )
            )
    return said


def _texts(table: dict[str, object], name: str) -> tuple[str, ...]:
    value = table.get(name)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
