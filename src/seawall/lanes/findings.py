"""Leaks to findings: masked, fingerprinted, compared with the text before."""

from collections import Counter
from importlib import import_module

from seawall.errors import GitError
from seawall.finding import Finding, Fix, Frame, Related, Report, Verdict
from seawall.lanes.judged import Judged, fingerprint
from seawall.lanes.own_rules import Allow
from seawall.lanes.text import TextLane
from seawall.matcher.leak import Leak
from seawall.severity import severity
from seawall.sources.changes import Change
from seawall.span import Place, Source, Span
from seawall.words import Text, pick, say

# hexadecimal digits of a secret's digest in a fingerprint: enough to tell two secrets of one file
# apart, too few to find out a weak password by trying
_SHORT = 6


def of_leaks(change: Change, leaks: tuple[Leak, ...], lane: TextLane, *, salt: str) -> list[Judged]:
    """Findings for the leaks in `change.after` that were not in `change.before` already.

    Compared by rule and salted digest as multisets, so that a moved line is not new and a second
    copy is.
    """
    source = change.after
    assert source is not None
    key = salt.encode()
    known = _known(change, lane, key)
    found: list[Judged] = []
    for leak in leaks:
        digest = leak.secret_digest(key)[:_SHORT]
        if known[leak.token, digest] > 0:
            known[leak.token, digest] -= 1
            continue
        found.append(_judged(change, source, leak, lane, key))
    return found


def of_name(change: Change, leaks: tuple[Leak, ...], lane: TextLane, *, salt: str) -> list[Judged]:
    """Findings for what the path itself gives away; the path is shown masked."""
    key = salt.encode()
    found: list[Judged] = []
    for leak in leaks:
        judged = _judged(change, Source(change.path, b"", origin="name"), leak, lane, key)
        finding = judged.finding
        finding.place = Place(lane.masked(change.path))
        finding.frame = Frame()
        finding.excerpt = finding.place.path
        finding.message = say(
            f"{finding.message} (in the file's name)",
            f"{pick(finding.message, 'ja')} (ファイル名の中)",
        )
        found.append(Judged(finding, (), ()))
    return found


def mask_names(report: Report, lane: TextLane) -> None:
    """Show no path whole that gives away a secret, whatever is said of the file."""
    known: dict[str, str] = {}

    def shown(place: Place) -> Place:
        path = known.get(place.path)
        if path is None:
            path = known[place.path] = lane.masked(place.path)
        if path == place.path:
            return place
        return Place(path, place.line, place.column, place.end_line, place.end_column)

    for finding in report.findings:
        before = finding.place
        finding.place = shown(before)
        finding.related = tuple(
            Related(shown(each.place), each.message, each.address) for each in finding.related
        )
        if finding.place is not before:
            finding.fix = None  # its edits name the file
    for notice in report.notices:
        if notice.place is not None:
            notice.place = shown(notice.place)


def names_in(path: str, leaks: tuple[Leak, ...], salt: str) -> frozenset[str]:
    """The fingerprints that these leaks have at `path`."""
    return frozenset(_name(path, leak, salt.encode()) for leak in leaks)


def _name(path: str, leak: Leak, key: bytes) -> str:
    return fingerprint(leak.token, path, leak.secret_digest(key)[:_SHORT])


def let_pass(judged: list[Judged], patterns: tuple[str, ...]) -> None:
    """Give every secret that an allowed expression matches its verdict; it stays in the report."""
    allow = Allow(patterns)
    for each in judged:
        finding = each.finding
        if finding.family != "secrets" or not each.sources:
            continue
        place, source = finding.place, each.sources[0]
        start = source.line_starts()[place.line - 1] + place.column - 1
        end = source.line_starts()[place.end_line - 1] + place.end_column - 1
        line = source.line_text(place.line)
        if allow.holds(source.text[start:end], line, f"{place.path}:{place.line}:"):
            finding.verdict = Verdict("suppressed", "settings", "secrets.allow")


def _known(change: Change, lane: TextLane, key: bytes) -> Counter[tuple[str, str]]:
    if change.before is None:
        return Counter()
    try:
        old = lane.search(change.before)
    except (OSError, GitError):
        return Counter()  # what cannot be compared counts as new
    return Counter((leak.token, leak.secret_digest(key)[:_SHORT]) for leak in old)


def _judged(change: Change, source: Source, leak: Leak, lane: TextLane, key: bytes) -> Judged:
    place = Span(source, leak.start, leak.end).place()
    commit = change.commit
    finding = Finding(
        leak.token,
        "secrets",
        severity(leak.severity),
        _message(leak),
        place,
        excerpt=leak.excerpt,
        frame=_frame(source, place, lane),
        fingerprint=_name(change.path, leak, key),
        group=leak.group_digest(key)[:8],
        commit=commit.id if commit else "",
        author=lane.masked(commit.author) if commit else "",
        date=commit.date if commit else "",
        advice=_advice(leak),
        fix=_fix(source, leak),
    )
    return Judged(finding, ((place.path, place.line, place.end_line),), (source,))


def _message(leak: Leak) -> Text:
    """What it is, and what can be said of it offline."""
    en = [str(leak.message), *(str(each) for each in leak.facts)]
    ja = [pick(leak.message, "ja"), *(pick(each, "ja") for each in leak.facts)]
    return say("; ".join(en), "、".join(ja))


def _fix(source: Source, leak: Leak) -> Fix | None:
    """A reference in the secret's place; what is decoded or no file has no place to edit."""
    if leak.via or source.origin not in ("worktree", "index"):
        return None
    fix: Fix | None = import_module("seawall.fixes.secrets").plan(source, leak.start, leak.end)
    return fix


def _advice(leak: Leak) -> tuple[Text, ...]:
    said: list[Text] = []
    if leak.rule.revoke[0]:
        said.append(say(*leak.rule.revoke))
    return tuple(said)


def _frame(source: Source, place: Place, lane: TextLane) -> Frame:
    return Frame(lane.lines(source, place.line - 1, place.line + 1))
