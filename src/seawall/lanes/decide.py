"""From judged findings to a finished report: policy, thresholds, order, facts of the rules."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from seawall import catalog
from seawall.check import Check
from seawall.finding import Finding, Notice, Related, Report, RuleInfo, Verdict
from seawall.lanes.judged import Judged
from seawall.line_hash import line_hash
from seawall.policy import baseline as baselines
from seawall.policy.exemptions import exemptions
from seawall.policy.inline import Ignore, has_ignores, ignores
from seawall.policy.paths import Paths
from seawall.policy.settings import Settings
from seawall.policy.verdict import Policy, notices
from seawall.severity import severity
from seawall.span import Source
from seawall.words import say

# what blocks where nothing else is said: a push warns about infrastructure (contract)
_SOFT_GATES = {"push"}

# further callers of a shared module that are named beside its finding
_CALLERS = 20


class Asked(Protocol):
    """What the command line says above the settings; see `scan.Asked`."""

    today: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    baseline: str
    no_ignores: bool
    trusted: bool
    whole: bool
    override: str


def policy_of(settings: Settings, asked: Asked) -> Policy:
    """The policy of one run; raises SettingsError for a baseline that cannot be read."""
    values = dict(settings.values)
    if asked.select:
        values["select"] = list(asked.select)
    if asked.ignore:
        values["ignore"] = [*settings.texts("ignore"), *asked.ignore]
    settings = Settings(values, settings.path, settings.lines)
    return Policy(
        settings,
        today=date.fromisoformat(asked.today),
        baseline=baselines.parse(asked.baseline, settings.text("baseline")),
        exemptions=exemptions(settings),
        aliases=catalog.aliases(),
        honour_ignores=not asked.no_ignores,
        trusted=asked.trusted,
        per_path=tuple(
            (Paths([pattern]).holds, table)
            for pattern, table in settings.table("per-path").items()
            if isinstance(table, dict)
        ),
    )


def decide(
    report: Report,
    judged: Iterable[Judged],
    said: Iterable[Notice],
    settings: Settings,
    asked: Asked,
    marked: Iterable[Source] = (),
    own: Iterable[Check] = (),
) -> None:
    """Fill `report`. `marked` are scanned texts that may hold ignores besides those with findings.

    Raises SettingsError for a baseline that cannot be read.
    """
    policy = policy_of(settings, asked)
    judged = _once(judged)
    found = _ignores(judged, marked, policy)
    for each in judged:
        sources = {id(source) for source in each.sources}
        near = [pair for pair in found if id(pair[1]) in sources] or found
        policy.decide(each.finding, each.scopes, near)
        _threshold(each.finding, report.gate, policy.settings, asked, policy)
        _hash_line(each)
    report.findings = _one_per_place(sorted((each.finding for each in judged), key=Finding.key))
    report.notices = tuple(
        sorted([*_merged(said), *notices(policy, found, asked.whole)], key=Notice.key)
    )
    report.rules = {
        finding.check: info
        for finding in report.findings
        if (info := rule_info(finding.check, policy.settings, own)) is not None
    }


def rule_info(
    id: str, settings: Settings | None = None, own: Iterable[Check] = ()
) -> RuleInfo | None:
    """The plain facts of a check, a rule or an own one; None for an id that is none of them."""
    check = catalog.check(id) or next((each for each in own if each.id == id), None)
    if check is not None:
        return RuleInfo(
            id,
            check.family,
            check.severity,
            say(check.title, check.ja.title),
            say(check.why, check.ja.why),
            say(check.remedy, check.ja.remedy),
            check.maps,
            check.precision,
            f"docs/checks/{id}.md",
        )
    token = catalog.token(id)
    if token is not None:
        return RuleInfo(
            id,
            "secrets",
            token.severity,
            say(token.title, token.ja),
            say(f"It opens: {token.opens[0]}", f"使えるもの: {token.opens[1]}"),
            say(*token.revoke),
            (),
            token.precision,
            f"docs/checks/{id}.md",
        )
    for table in settings.tables("secrets.rule") if settings else ():
        if table.get("id") == id:
            title = str(table.get("title", id))
            level = severity(str(table.get("severity", "high")))
            return RuleInfo(id, "secrets", level, say(title, title))
    return None


def _once(judged: Iterable[Judged]) -> list[Judged]:
    """One finding per place: of the same check, place and commit the first stands."""
    seen: dict[object, Judged] = {}
    for each in judged:
        finding = each.finding
        key = (
            finding.check,
            finding.place,
            finding.subject.address,
            finding.commit,
            finding.deployment,
        )
        seen.setdefault(key, each)
    return list(seen.values())


def _one_per_place(findings: list[Finding]) -> tuple[Finding, ...]:
    """A wrong in a module that many call stands once, with its callers beside it.

    Verdicts attach to the call, so what is silenced for one caller stays apart from what is not.
    """
    kept: dict[object, Finding] = {}
    more: dict[object, int] = {}
    for finding in findings:
        key = (
            finding.check,
            finding.place,
            finding.commit,
            finding.deployment,
            finding.verdict.state,
            finding.fingerprint if finding.family == "secrets" else "",
        )
        first = kept.setdefault(key, finding)
        if first is finding:
            continue
        more[key] = more.get(key, 0) + 1
        if finding.severity > first.severity:
            first.severity, first.message = finding.severity, finding.message
        first.verdict.blocks = first.verdict.blocks or finding.verdict.blocks
        if more[key] <= _CALLERS:
            said = {each.place for each in first.related}
            address = finding.subject.address
            new = [each for each in finding.related if each.place not in said]
            if not new and address != first.subject.address:
                message = say(f"the same in {address}", f"{address} も同じ")
                new = [Related(finding.place, message, address)]
            first.related = (*first.related, *new)
    return tuple(kept.values())


def _ignores(
    judged: list[Judged], marked: Iterable[Source], policy: Policy
) -> list[tuple[Ignore, Source]]:
    sources: dict[int, Source] = {}
    for each in judged:
        for source in each.sources:
            sources.setdefault(id(source), source)
    for source in marked:
        sources.setdefault(id(source), source)
    settings = policy.settings
    found: list[tuple[Ignore, Source]] = []
    seen: set[tuple[str, int, str]] = set()
    for source in sources.values():
        if not has_ignores(source.data):
            continue
        for ignore in ignores(
            source,
            today=policy.today,
            max_days=settings.number("ignores.max-days"),
            foreign=settings.flag("ignores.foreign", not policy.trusted),
        ):
            key = (ignore.path, ignore.line, ",".join(ignore.checks))
            if key not in seen:
                seen.add(key)
                found.append((ignore, source))
    return found


def _threshold(
    finding: Finding, gate: str, settings: Settings, asked: Asked, policy: Policy
) -> None:
    verdict = finding.verdict
    if verdict.suppressed:
        return
    own = settings.text(f"gate.{gate}.fail-on")
    least = asked.fail_on or policy.fail_on(finding.place.path) or own or settings.text("fail-on")
    explicit = bool(asked.fail_on or own)
    infrastructure = finding.family != "secrets"
    if infrastructure and gate in _SOFT_GATES and not explicit:
        least = "never"
    if infrastructure and asked.override:
        finding.verdict = Verdict(verdict.state, "override", asked.override)
        return
    verdict.blocks = least != "never" and finding.severity >= severity(least)


def _hash_line(judged: Judged) -> None:
    finding = judged.finding
    for source in judged.sources:
        if source.path == finding.place.path:
            finding.line_hash = line_hash(source.text, finding.place.line)
            return


def _merged(said: Iterable[Notice]) -> list[Notice]:
    """Equal notices once, with their count."""
    merged: dict[object, Notice] = {}
    for notice in said:
        key = (notice.level, *notice.key())
        if key in merged:
            merged[key].count += notice.count
        else:
            merged[key] = notice
    return list(merged.values())
