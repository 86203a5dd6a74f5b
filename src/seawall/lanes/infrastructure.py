"""The infrastructure lane: trees to projects, to the model, to problems, to findings."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from seawall import adapters, catalog, readers
from seawall.cache.store import plugin_store
from seawall.check import Check
from seawall.finding import INFORMATION, Notice
from seawall.lanes.judged import Judged
from seawall.lanes.outside import cfn_lint
from seawall.lanes.own_checks import own_checks
from seawall.lanes.problems import Lines, crashed, judged_problem
from seawall.lanes.regions import not_judged, regions_of
from seawall.lanes.removed import Watches, judge_removed, may_remove
from seawall.lanes.text import TextLane
from seawall.model.resource import Bounds
from seawall.model.services import Watch
from seawall.policy.names import means
from seawall.policy.settings import Settings
from seawall.readers.node import Options, Reading
from seawall.sources.changes import ChangeSet, Tree
from seawall.span import Place

if TYPE_CHECKING:
    from seawall.policy.paths import Paths

# what a lane makes, it keeps to its end: looking for garbage in it again and again doubled its cost
_BEFORE_GARBAGE = 500_000


class Asked(Protocol):
    """What the command line says above the settings; see `scan.Asked`."""

    select: tuple[str, ...]
    variables: dict[str, str]
    var_files: tuple[str, ...]
    parameter_files: tuple[str, ...]
    with_tools: tuple[str, ...]
    plugins: tuple[tuple[str, str], ...]
    plugins_from_base: bool


class Run(Protocol):
    """Where a lane leaves what it found; see `scan`."""

    judged: list[Judged]
    notices: list[Notice]
    renames: dict[str, str]
    own: tuple[Check, ...]


class Outcome:
    """What one pass over a tree found."""

    __slots__ = ("judged", "notices", "projects", "regions", "templates", "watches")

    def __init__(self) -> None:
        self.judged: list[Judged] = []
        self.notices: list[Notice] = []
        self.projects = 0
        self.templates: set[str] = set()
        self.regions: set[str] = set()  # of projects that no list of allowed regions judges
        self.watches: Watches = []


class Request:
    """How to judge: the checks that are wanted, the settings, the values given by hand."""

    __slots__ = ("checks", "lines", "options", "settings")

    def __init__(
        self,
        checks: Iterable[Check],
        settings: Settings,
        options: Options,
        lines: Lines,
    ) -> None:
        self.checks = tuple(checks)
        self.settings = settings
        self.options = options
        self.lines = lines


def run(
    changes: ChangeSet,
    settings: Settings,
    asked: Asked,
    into: Run,
    lane: TextLane,
    excluded: Callable[[str], bool] | None,
) -> None:
    """Judge the trees of `changes`; findings and notices go to `into`."""
    assert changes.after is not None
    if asked.plugins:
        into.own = own_checks(
            asked.plugins,
            plugin_store(),
            from_base=asked.plugins_from_base,
            notices=into.notices,
        )
    every = (*catalog.checks(), *into.own)
    checks = [each for each in every if _may_run(each, settings, asked)]
    if not checks and not asked.with_tools:
        return
    gc.set_threshold(_BEFORE_GARBAGE, 50, 50)
    terraform, cloudformation = settings.table("terraform"), settings.table("cloudformation")
    variables = terraform.get("variables")
    options = Options(
        variables={
            **{k: str(v) for k, v in (variables if isinstance(variables, dict) else {}).items()},
            **asked.variables,
        },
        var_files=(*_texts(terraform, "var-files"), *asked.var_files),
        parameter_files=(*_texts(cloudformation, "parameters"), *asked.parameter_files),
        installed_modules=changes.gate == "scan"
        or settings.flag("terraform.installed-modules", False),
    )
    request = Request(checks, settings, options, lane.lines)
    outcome = judge(
        changes.after,
        request,
        before=changes.before,
        touched=changes.touched,
        renames=into.renames,
    )
    named = changes.touched if changes.gate == "scan" else None
    for each in outcome.judged:
        path = each.finding.place.path
        if (excluded is None or not excluded(path)) and (named is None or path in named):
            into.judged.append(each)
    into.notices += outcome.notices
    if changes.gate == "scan" and outcome.regions and any(e.family == "regions" for e in checks):
        into.notices.append(not_judged(outcome.regions))
    if "cfn-lint" in asked.with_tools:
        into.judged += cfn_lint(
            changes, outcome.templates, settings.texts("regions.allowed"), lane.masked
        )


def _may_run(check: Check, settings: Settings, asked: Asked) -> bool:
    """Whether any path may want this check; policy decides path by path."""
    select = asked.select or settings.texts("select")
    if settings.table("per-path") or not select:
        return True
    return means(select, check.id, check.family, check.aliases)


def judge(
    after: Tree,
    request: Request,
    *,
    before: Tree | None = None,
    touched: frozenset[str] | None = None,
    renames: Mapping[str, str] | None = None,
) -> Outcome:
    """What is wrong in `after`; with `before`, only what was not wrong there already.

    `renames` maps old paths to new ones. The tree before is read only when there is something to
    compare.
    """
    outcome = _compared(after, request, before, touched, renames or {})
    for each in outcome.judged:
        each.finish()
    return outcome


def _compared(
    after: Tree,
    request: Request,
    before: Tree | None,
    touched: frozenset[str] | None,
    renames: Mapping[str, str],
) -> Outcome:
    outcome = _pass(after, request, touched, {})
    if before is None or not (
        outcome.judged
        or any(each.blocks for each in outcome.notices)
        or may_remove(before, after, touched, renames)
    ):
        return outcome
    old = _pass(before, request, touched, renames)
    known = Counter(each.finding.fingerprint for each in old.judged)
    new: list[Judged] = []
    for each in outcome.judged:
        if known[each.finding.fingerprint] > 0:
            known[each.finding.fingerprint] -= 1
        else:
            new.append(each)
    outcome.judged = new + judge_removed(
        old.watches, outcome.watches, request.checks, after, request.lines, renames
    )
    broken = {_mapped(each, renames) for each in old.notices if each.blocks}
    for notice in outcome.notices:
        if notice.blocks and (notice.kind, notice.place.path if notice.place else "") in broken:
            notice.level = INFORMATION
    return outcome


def _mapped(notice: Notice, renames: Mapping[str, str]) -> tuple[str, str]:
    path = notice.place.path if notice.place else ""
    return notice.kind, renames.get(path, path)


def _pass(
    tree: Tree, request: Request, touched: frozenset[str] | None, renames: Mapping[str, str]
) -> Outcome:
    outcome = Outcome()
    seen: set[tuple[str, Place, str, str]] = set()
    for reading, bounds in _readings(tree, request, touched):
        outcome.projects += 1
        if reading.language == "cloudformation":
            outcome.templates.add(reading.path)
        outcome.notices.extend(reading.notices)
        for judged in _judge_one(reading, bounds, request, outcome, renames):
            finding = judged.finding
            key = (
                finding.check,
                finding.place,
                finding.subject.address,
                finding.deployment,
            )
            if key not in seen:
                seen.add(key)
                outcome.judged.append(judged)
        # a value that costs too much or is no expression shows when a check asks for it
        outcome.notices.extend(reading.late[len(reading.notices) :])
    return outcome


def _readings(
    tree: Tree, request: Request, touched: frozenset[str] | None
) -> Iterator[tuple[Reading, Bounds]]:
    """Every project once; one that deployments name, once for each of them."""
    settings = request.settings
    allowed = settings.texts("regions.allowed")
    trusted = settings.texts("ingress.trusted")
    plain = Bounds(allowed_regions=frozenset(allowed) or None, trusted=trusted)
    named: list[Paths] = []
    for table in settings.tables("deployment"):
        paths: Paths = import_module("seawall.policy.paths").Paths(_texts(table, "paths"))
        named.append(paths)
        regions = frozenset(_texts(table, "regions"))
        bounds = Bounds(
            allowed_regions=regions or plain.allowed_regions,
            trusted=trusted,
            account=str(table.get("account", "")),
            kind=str(table.get("kind", "")),
            deployment=str(table.get("name", "")),
        )
        for reading in readers.read(tree, _options(request.options, table), touched):
            if _is_named(paths, reading):
                yield reading, bounds
    for reading in readers.read(tree, request.options, touched):
        if not any(_is_named(paths, reading) for paths in named):
            yield reading, plain


def _is_named(paths: "Paths", reading: Reading) -> bool:
    path = reading.path or "."
    return paths.holds(path) or paths.holds(f"{path}/") or paths.holds(f"{path}/main.tf")


def _options(options: Options, table: dict[str, object]) -> Options:
    variables = table.get("variables")
    return Options(
        variables={
            **options.variables,
            **{k: str(v) for k, v in (variables if isinstance(variables, dict) else {}).items()},
        },
        var_files=(*options.var_files, *_texts(table, "var-files")),
        parameters=options.parameters,
        parameter_files=(*options.parameter_files, *_texts(table, "parameters")),
        workspace=str(table.get("workspace", options.workspace)),
        environment=options.environment,
        installed_modules=options.installed_modules,
        deployment=str(table.get("name", "")),
    )


def _judge_one(
    reading: Reading,
    bounds: Bounds,
    request: Request,
    outcome: Outcome,
    renames: Mapping[str, str],
) -> Iterator[Judged]:
    cloud = adapters.build(reading, bounds)
    outcome.watches += [(each, bounds) for each in cloud.all(Watch)]
    if bounds.allowed_regions is None:
        outcome.regions |= regions_of(reading)
    for check in request.checks:
        subjects: tuple[object, ...] = cloud.all(check.on)
        for subject in subjects:
            try:
                problems = list(check.run(subject))
            # a check that crashes must not take the others with it, nor pass as clean
            except Exception as error:
                outcome.notices.append(crashed(check, subject, error, reading.path))
                continue
            for problem in problems:
                judged = judged_problem(check, subject, problem, bounds, request.lines, renames)
                if judged is not None:
                    yield judged


def _texts(table: dict[str, object], name: str) -> tuple[str, ...]:
    value = table.get(name)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
