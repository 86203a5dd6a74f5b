"""From what a check said to a finding: its place, its trail, its name in every run."""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from seawall.check import Check, Problem
from seawall.finding import BLOCKING, Finding, Fix, Frame, Notice, Related, Subject
from seawall.lanes.judged import Judged, Scope, fingerprint
from seawall.model.resource import Bounds, Resource
from seawall.span import Place, Source, Span
from seawall.value import Val
from seawall.words import Text, say

# lines of a source from one number to another, every secret masked
Lines = Callable[[Source, int, int], tuple[tuple[int, str], ...]]

_BLANKS = re.compile(r"\s+")
_INSTANCE = re.compile(r"""\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]""")


def crashed(check: Check, subject: object, error: Exception, path: str) -> Notice:
    resource = _resource(subject)
    address = resource.address if resource else path
    kind = type(error).__name__
    return Notice(
        BLOCKING,
        "crashed-check",
        say(
            f"check {check.id} crashed on {address} ({kind}); please report it",
            f"チェック {check.id} が {address} で異常終了しました ({kind})。ご報告ください",
        ),
        resource.head.place() if resource else Place(path),
    )


def _edited(resource: Resource) -> str:
    """The address to edit: all instances of a resource stand in one block."""
    address = resource.address
    return _INSTANCE.sub("", address) if "[" in address else address


def _resource(subject: object) -> Resource | None:
    if isinstance(subject, Resource):
        return subject
    for name in ("resource", "owner"):
        found = getattr(subject, name, None)
        if isinstance(found, Resource):
            return found
    return None


def judged_problem(
    check: Check,
    subject: object,
    problem: Problem,
    bounds: Bounds,
    lines: Lines,
    renames: Mapping[str, str],
) -> Judged | None:
    """The finding for one problem, without its lines and fix until it is finished; None where it
    has no place at all."""
    at = problem.at
    resource = at if isinstance(at, Resource) else _resource(subject)
    span = _span_of(at, resource)
    if span is None:
        return None
    place = span.place()
    attribute = "" if isinstance(at, Resource) else _BLANKS.sub(" ", span.text[:400]).strip()
    address = _edited(resource) if resource else ""
    path = renames.get(place.path, place.path)
    related = tuple(_related(at, resource, problem, place))
    finding = Finding(
        check.id,
        check.family,
        problem.severity or check.severity,
        problem.message,
        place,
        related=related,
        subject=_subject(resource, bounds),
        fingerprint=fingerprint(check.id, path, address, attribute, bounds.deployment),
        group="",
        advice=(_remedy(check),),
        deployment=bounds.deployment,
    )

    def later(finding: Finding) -> None:
        frame = lines(span.source, place.line - 1, place.line + 1)
        excerpt = "".join(text for number, text in frame if number == place.line)
        finding.excerpt, finding.frame = excerpt.strip()[:160], Frame(frame)
        finding.fix = _fix(problem, resource) if problem.fix is not None else None

    scopes: list[Scope] = [(place.path, place.line, place.end_line)]
    sources: list[Source] = [span.source]
    for head in (*((resource.head,) if resource else ()), *(resource.trail if resource else ())):
        line = head.place().line
        scopes.append((head.source.path, line, line))
        sources.append(head.source)
    if isinstance(at, Val):
        for step in at.via:
            there = step.place()
            scopes.append((there.path, there.line, there.end_line))
            sources.append(step.source)
    return Judged(finding, tuple(scopes), tuple(sources), later)


def _fix(problem: Problem, resource: Resource | None) -> Fix | None:
    """The writers of both languages are loaded for the first problem that has a fix."""
    fix: Fix | None = import_module("seawall.fixes.plan").plan(problem, resource)
    return fix


def _span_of(at: object, resource: Resource | None) -> Span | None:
    """The wrong attribute's value; the resource's first line where something is absent."""
    if isinstance(at, Span):
        return at
    if isinstance(at, Resource):
        return at.head
    if isinstance(at, Val) and at.span is not None and not at.absent:
        return at.span
    if resource is not None:
        return resource.head
    return at.span.first_line() if isinstance(at, Val) and at.span is not None else None


def _related(
    at: object, resource: Resource | None, problem: Problem, place: Place
) -> Iterator[Related]:
    seen = {place}
    found: list[Related] = []
    if isinstance(at, Val):
        for step in at.via:
            found.append(Related(step.place(), say("the value comes from here", "値の出どころ")))
    for call in resource.trail if resource else ():
        found.append(Related(call.place(), say("called here", "呼び出し元")))
    for other in problem.related:
        if isinstance(other, Resource):
            address = _edited(other)
            message = say(f"together with {address}", f"{address} と合わせて")
            found.append(Related(other.head.place(), message, address))
        elif other.span is not None:
            found.append(Related(other.span.place(), say("see also", "参照")))
    for each in found:
        if each.place not in seen or each.address:
            seen.add(each.place)
            yield each


def _subject(resource: Resource | None, bounds: Bounds) -> Subject:
    if resource is None:
        return Subject(account=bounds.account)
    tags: dict[str, str] = {}
    values = resource.tags.value
    if isinstance(values, dict):
        for name, value in values.items():
            if value.known and value.value is not None:
                tags[str(name)] = str(value.value)
    owner = next((tags[name] for name in ("Owner", "owner", "Team", "team") if tags.get(name)), "")
    account = resource.account or bounds.account
    return Subject(_edited(resource), resource.type, tags, account, owner)


def _remedy(check: Check) -> Text:
    return say(check.remedy, check.ja.remedy)
