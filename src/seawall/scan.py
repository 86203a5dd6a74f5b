"""From what is gated to a report: the only place that knows all stages."""

from seawall.doors import import_module
from seawall.errors import GitError, SeawallError
from seawall.finding import BLOCKING, INFORMATION, Counts, Notice, Report
from seawall.policy.settings import Settings
from seawall.sources.changes import Change, ChangeSet
from seawall.span import Place, Source, is_binary
from seawall.words import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from seawall.check import Check
    from seawall.lanes.detectors import Outside
    from seawall.lanes.judged import Judged
    from seawall.lanes.text import TextLane
    from seawall.matcher.leak import Leak
    from seawall.token import Token

# endings of files that infrastructure is written in, or that Terraform reads into it
_INFRASTRUCTURE = (
    ".tf",
    ".tfvars",
    ".tofu",
    ".json",
    ".yaml",
    ".yml",
    ".template",
    ".cfn",
    ".cform",
    ".cloudformation",
    ".tpl",
    ".tftpl",
)
# gates at which a finding says how far it has come
_TOLD = ("commit", "push", "scan", "history")
# a text that may hold an ignore; the sources of such texts are kept until policy has spoken
_MARK = b"seawall:"


class Asked:
    """What the command line or a gate asks for, above the settings.

    `today` is an ISO date; `fail_on` "" leaves the threshold to the settings; `whole` when
    everything is scanned, so that an unused ignore, exemption or baseline entry is really stale;
    `override` is the reason that lets infrastructure findings pass once.
    """

    __slots__ = (
        "archives",
        "baseline",
        "fail_on",
        "ignore",
        "inherited",
        "inherited_allow",
        "no_ignores",
        "override",
        "parameter_files",
        "plugins",
        "plugins_from_base",
        "select",
        "today",
        "trusted",
        "var_files",
        "variables",
        "whole",
        "with_tools",
    )

    def __init__(
        self,
        *,
        today: str,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        fail_on: str = "",
        baseline: str = "",
        no_ignores: bool = False,
        trusted: bool = False,
        whole: bool = False,
        override: str = "",
        variables: dict[str, str] | None = None,
        var_files: tuple[str, ...] = (),
        parameter_files: tuple[str, ...] = (),
        archives: bool = False,
        with_tools: tuple[str, ...] = (),
        inherited: tuple[str, ...] = (),
        inherited_allow: tuple[str, ...] = (),
        plugins: tuple[tuple[str, str], ...] = (),
        plugins_from_base: bool = False,
    ) -> None:
        self.today = today
        self.select = select
        self.ignore = ignore
        self.fail_on = fail_on
        self.baseline = baseline  # the baseline's text, "" for none
        self.no_ignores = no_ignores
        self.trusted = trusted
        self.whole = whole
        self.override = override
        self.variables = variables or {}
        self.var_files = var_files
        self.parameter_files = parameter_files
        self.archives = archives
        self.with_tools = with_tools
        self.inherited = inherited  # expressions of a git-secrets set-up, as Python's
        self.inherited_allow = inherited_allow
        self.plugins = plugins  # (path, text) of own checks
        self.plugins_from_base = plugins_from_base


class _Run:
    """What one scan gathers on its way."""

    __slots__ = ("judged", "marked", "notices", "outside", "own", "renames")

    def __init__(self) -> None:
        self.judged: list[Judged] = []
        self.notices: list[Notice] = []
        self.marked: list[Source] = []
        self.renames: dict[str, str] = {}
        self.own: tuple[Check, ...] = ()
        self.outside: Outside | None = None  # detect-secrets' plugins


def scan(changes: ChangeSet, settings: Settings, asked: Asked) -> Report:
    """Judge everything in `changes`; the report holds every finding with its verdict.

    Raises SettingsError for settings that cannot be meant, GitError where git gave up.
    """
    report = Report(gate=changes.gate, counts=Counts(commits=changes.commits))
    run = _Run()
    excluded = _excluded(settings)
    salt = settings.text("salt") or _salt_of(asked.baseline)
    lane = _lane(settings, asked)
    texts: Iterable[Change] = changes
    if asked.archives or settings.flag("secrets.archives", False):
        archives = import_module("seawall.lanes.archives")
        texts = archives.opened(changes, run.notices.append, excluded)
    if "detect-secrets" in asked.with_tools or settings.flag("secrets.detect-secrets", False):
        run.outside = import_module("seawall.lanes.detectors").Outside(lane, salt)
    infrastructure = _text(changes, texts, lane, salt, report.counts, run, excluded)
    for each in changes.skipped:
        level = BLOCKING if each.blocking else INFORMATION
        run.notices.append(Notice(level, each.kind, each.why, Place(each.path)))
    if changes.after is not None and (
        infrastructure
        or any(
            map(may_matter, changes.after.paths() if changes.touched is None else changes.touched)
        )
    ):
        try:
            import_module("seawall.lanes.infrastructure").run(
                changes, settings, asked, run, lane, excluded
            )
        except SeawallError:
            raise
        # a lane of ours that falls over must not take the other's findings with it
        except Exception as error:
            run.notices.append(_fell(error, ""))
    if run.judged and changes.gate in _TOLD:
        import_module("seawall.lanes.standing").tell(run.judged, changes, lane, salt)
    allow = (*settings.texts("secrets.allow"), *asked.inherited_allow)
    if allow and run.judged:
        import_module("seawall.lanes.findings").let_pass(run.judged, allow)
    # of a whole scan, what says nothing any more is told
    stale = asked.whole and (asked.baseline or settings.tables("exempt"))
    if run.judged or run.notices or run.marked or stale:
        import_module("seawall.lanes.decide").decide(
            report, run.judged, run.notices, settings, asked, run.marked, run.own
        )
    if report.findings:
        import_module("seawall.lanes.findings").mask_names(report, lane)
    return report


def crash(error: BaseException) -> str:
    """The kind and place of an exception, never its text, which may hold what was scanned."""
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "seawall" in code.co_filename:
            name = code.co_filename.replace("\\", "/").rsplit("/", 1)[-1]
            place = f" at {name}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next
    return f"{type(error).__name__}{place}"


def _fell(error: BaseException, path: str) -> Notice:
    told = crash(error)
    message = say(
        f"a bug of ours ({told}): not judged; please report it",
        f"内部エラー ({told}): 判定できません。ご報告ください",
    )
    return Notice(BLOCKING, "crashed", message, Place(path) if path else None)


def _salt_of(baseline: str) -> str:
    """The salt in a baseline's first line: `# seawall-baseline 1 SALT`."""
    words = baseline[: baseline.find("\n") + 1].split()
    return words[3] if words[:3] == ["#", "seawall-baseline", "1"] and len(words) == 4 else ""


def may_matter(path: str) -> bool:
    """Whether a change of this path can change what infrastructure is."""
    return path.endswith(_INFRASTRUCTURE)


def _lane(settings: Settings, asked: Asked) -> "TextLane":
    own: tuple[Token, ...] = ()
    if settings.tables("secrets.rule") or asked.inherited:
        own = import_module("seawall.lanes.own_rules").tokens(settings, asked.inherited)
    lane: TextLane = import_module("seawall.lanes.text").TextLane(own_rules=own)
    return lane


def _text(
    changes: ChangeSet,
    texts: "Iterable[Change]",
    lane: "TextLane",
    salt: str,
    counts: Counts,
    run: _Run,
    excluded: "Callable[[str], bool] | None",
) -> bool:
    """The text lane over `texts`, the changes or more; whether one may be infrastructure."""
    infrastructure = False
    memory, clean = None, frozenset[str]()
    # what the rules alone find clean may not be so for who asks for more
    plain = texts is changes and run.outside is None
    if plain and changes.gate == "scan" and changes.after is not None:
        settled = import_module("seawall.lanes.settled")
        paths = list(changes.after.paths())
        memory = settled.settled(changes.root, paths, lane)
        clean = settled.clean_names(paths, lane)
        changes.memory = memory
    for change in texts:
        if change.kind == "file" and (may_matter(change.path) or may_matter(change.old_path)):
            infrastructure = True
        if change.old_path != change.path:
            run.renames[change.old_path] = change.path
        if change.after is None or (excluded is not None and excluded(change.path)):
            continue
        told = len(run.notices) + len(run.marked) + len(run.judged)
        try:
            leaks = _search(change, lane, counts, run)
        # a text that our own code falls over must not take the others with it
        except Exception as error:
            run.notices.append(_fell(error, change.path))
            continue
        if leaks:
            findings = import_module("seawall.lanes.findings")
            run.judged += findings.of_leaks(change, leaks, lane, salt=salt)
        if run.outside is not None:
            run.judged += run.outside.findings(change, leaks)
        if change.path not in clean and (change.before is None or change.old_path != change.path):
            leaks = lane.search_name(change.path)
            if leaks:
                findings = import_module("seawall.lanes.findings")
                run.judged += findings.of_name(change, leaks, lane, salt=salt)
        if memory is not None and told == len(run.notices) + len(run.marked) + len(run.judged):
            memory.keep(change.path)
    if memory is not None:
        memory.save()
        counts.files += memory.files
        counts.bytes += memory.bytes
    return infrastructure


def _search(change: Change, lane: "TextLane", counts: Counts, run: _Run) -> "tuple[Leak, ...]":
    source = change.after
    assert source is not None
    try:
        data = source.data
    except (OSError, GitError) as error:
        why = str(error.strerror if isinstance(error, OSError) else error)
        message = say(f"cannot be read: {why}", f"読み取れません: {why}")
        run.notices.append(Notice(BLOCKING, "unreadable", message, Place(change.path)))
        return ()
    counts.files += 1
    counts.bytes += len(data)
    if is_binary(data):
        message = say("binary, not scanned", "バイナリのため対象外")
        run.notices.append(Notice(INFORMATION, "binary", message, Place(change.path)))
        return ()
    if _MARK in data:
        run.marked.append(source)
    return lane.search(source)


def _excluded(settings: Settings) -> "Callable[[str], bool] | None":
    patterns = settings.texts("exclude")
    if not patterns:
        return None
    holds: Callable[[str], bool] = import_module("seawall.policy.paths").Paths(patterns).holds
    return holds
