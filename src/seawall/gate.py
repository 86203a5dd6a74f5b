"""One gated event from settings to exit code; the single place that turns trouble into words."""

import os
import sys
import time

from seawall.doors import import_module
from seawall.errors import SeawallError, SettingsError, UsageError
from seawall.finding import Report
from seawall.policy.load import load
from seawall.policy.settings import Settings
from seawall.scan import Asked, crash, scan
from seawall.sources.changes import ChangeSet
from seawall.words import pick, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OK, BLOCKED, USAGE, UNDECIDED, INTERRUPTED = 0, 1, 2, 3, 130


class Output:
    """How the result is to be told.

    `format` goes to standard output (hooks: text to standard error), `files` are (format, path)
    pairs written in the same run. `lang` "" takes the settings', then the locale's. `hook` is true
    where silence means clean.
    """

    __slots__ = (
        "color",
        "files",
        "format",
        "hook",
        "lang",
        "quiet",
        "show_suppressed",
        "stats",
        "strict",
    )

    def __init__(
        self,
        *,
        format: str = "text",
        files: tuple[tuple[str, str], ...] = (),
        lang: str = "",
        color: str = "auto",
        quiet: bool = False,
        stats: bool = False,
        strict: bool = False,
        show_suppressed: bool = False,
        hook: bool = False,
    ) -> None:
        self.format = format
        self.files = files
        self.lang = lang
        self.color = color
        self.quiet = quiet
        self.stats = stats
        self.strict = strict
        self.show_suppressed = show_suppressed
        self.hook = hook


def run(
    changes: "ChangeSet | Callable[[], ChangeSet]",
    *,
    output: Output | None = None,
    asked: Asked | None = None,
    settings: Settings | None = None,
    config: str = "",
    then: "Callable[[Report], None] | None" = None,
) -> int:
    """Judge `changes`, tell the result, return the exit code; raises nothing but SystemExit.

    `changes` may be a function that makes them, so that its own failures are told here too.
    `config` names a settings file. `then` sees the finished report (CI summaries).
    """
    output = output or Output(hook=True)
    lang = output.lang or locale_language()
    started = time.monotonic()
    try:
        if not isinstance(changes, ChangeSet):
            changes = changes()
        settings = settings or load(_policy_reader(changes), config)
        lang = output.lang or settings.text("language") or lang
        asked = asked or Asked(today=today())
        asked.baseline = asked.baseline or baseline_text(changes, settings)
        _inherit(changes, settings, asked)
        if settings.texts("plugins"):
            asked.plugins = plugin_texts(settings, _policy_reader(changes))
            asked.plugins_from_base = changes.policy_tree is not None
        if asked.select or asked.ignore:
            _check_named(asked, settings)
        report = scan(changes, settings, asked)
        report.elapsed_ms = int((time.monotonic() - started) * 1000) if output.stats else 0
        code = exit_code(report, strict=output.strict)
        if then is not None:
            then(report)
        if code or not output.hook or report.findings or report.notices:
            import_module("seawall.telling").tell(
                report,
                output,
                lang=lang,
                fail_on=asked.fail_on or settings.text("fail-on"),
                now=now(),
            )
        return code
    except SeawallError as error:
        complain(f"seawall: {pick(error.words, lang)}")
        if output.hook:
            complain(_way_out(lang))
        return error.exit_code
    except KeyboardInterrupt:
        complain("seawall: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output went away; the verdict must not be lost with it
        _close_output()
        return UNDECIDED
    # our own bug: never the text of the exception, which may hold what was scanned
    except Exception as error:
        complain(bug(error, lang))
        return UNDECIDED
    finally:
        if isinstance(changes, ChangeSet):
            changes.close()


def _check_named(asked: Asked, settings: Settings) -> None:
    """Raise UsageError for an id on the command line that no check, family or own rule has: a
    slip of the pen must not scan for nothing. A plugin's ids are known only where it runs."""
    if settings.texts("plugins") or asked.with_tools:
        return
    known = set(import_module("seawall.catalog").names())
    known.update(str(rule.get("id")) for rule in settings.tables("secrets.rule"))
    names = import_module("seawall.policy.names")
    for name in (*asked.select, *asked.ignore):
        if not names.is_known(name, known):
            hint_en, hint_ja = "; `seawall checks` lists them", "。一覧は `seawall checks`"
            near = import_module("difflib").get_close_matches(name, sorted(known), 1, 0.5)
            if near:
                hint_en, hint_ja = f"; did you mean '{near[0]}'?", f"。'{near[0]}' のことですか?"
            raise UsageError(
                say(f"unknown check '{name}'{hint_en}", f"チェック '{name}' はありません{hint_ja}")
            )


def exit_code(report: Report, *, strict: bool = False) -> int:
    """3 outranks 1: what could not be decided is worse than what is known.

    A setting that is only proposed leaves nothing undecided that anyone has asked for.
    """
    if any(each.blocks or (strict and each.kind != "regions-not-set") for each in report.notices):
        return UNDECIDED
    if any(each.verdict.blocks for each in report.findings if not each.verdict.suppressed):
        return BLOCKED
    return OK


def baseline_text(changes: ChangeSet, settings: Settings) -> str:
    """The baseline that belongs to the policy's revision; "" where there is none."""
    data = _policy_reader(changes)(settings.text("baseline") or ".seawall-baseline")
    return data.decode("utf-8", "replace") if data is not None else ""


def _inherit(changes: ChangeSet, settings: Settings, asked: Asked) -> None:
    """An existing git-secrets set-up counts on a developer's machine, never on a shared gate."""
    if changes.policy_tree is not None or not settings.flag("git-secrets.honour", True):
        return
    if not _may_inherit(changes.root):
        return
    module = import_module("seawall.compat.inherit")
    asked.inherited, asked.inherited_allow = module.inherited()


def _may_inherit(root: str) -> bool:
    """The same question as `inherit.stands`, before anything is imported for it."""
    home = os.environ.get("HOME", "")
    if os.path.exists(os.path.join(root, ".gitallowed")):
        return True
    for path in (
        os.path.join(root, ".git", "config"),
        os.path.join(home, ".gitconfig"),
        os.path.join(os.environ.get("XDG_CONFIG_HOME") or home + "/.config", "git", "config"),
    ):
        try:
            with open(path, "rb") as file:
                if b"[secrets" in file.read():
                    return True
        except OSError:
            continue
    return False


def plugin_texts(
    settings: Settings, read: "Callable[[str], bytes | None]"
) -> tuple[tuple[str, str], ...]:
    """(path, text) of every plugin the settings name; raises SettingsError for one that is gone."""
    found = []
    for path in settings.texts("plugins"):
        data = read(path)
        if data is None:
            line = settings.lines.get("plugins", 1)
            raise SettingsError(f"{settings.path}:{line}: plugin {path}: no such file")
        found.append((path, data.decode("utf-8", "replace")))
    return tuple(found)


def _policy_reader(changes: ChangeSet) -> "Callable[[str], bytes | None]":
    """Reads policy files: from the trusted revision where there is one, else from the work tree."""
    tree = changes.policy_tree
    if tree is not None:
        source = tree.source
        return lambda path: found.data if (found := source(path)) is not None else None
    return lambda path: _file(os.path.join(changes.root, path))


def _file(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None


def today() -> str:
    """The date in UTC as ISO 8601; SOURCE_DATE_EPOCH decides where it is set."""
    return now()[:10]


def now() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    meant = epoch.isascii() and epoch.isdigit() and len(epoch) <= 11
    seconds = int(epoch) if meant else time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def locale_language() -> str:
    """ "ja" where the locale says so, else "en"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"


def complain(text: str) -> None:
    """One message for people on standard error; a console that cannot show it gets what it can."""
    stream = sys.stderr
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        stream.flush()
    except OSError:
        return


def _close_output() -> None:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


def _way_out(lang: str) -> str:
    return pick(
        say(
            "The gate stays shut because it could not decide. Mend the cause, or go on knowingly "
            "with git's --no-verify.",
            "判定できなかったため停止しました。原因を直すか、"
            "承知の上で git の --no-verify を使ってください。",
        ),
        lang,
    )


def bug(error: BaseException, lang: str) -> str:
    """What to say of an exception that is ours: its kind and place, never its text."""
    told = crash(error)
    return pick(
        say(
            f"seawall: a bug of ours ({told}); nothing is passed as clean. Please report it.",
            f"seawall: 内部エラーです ({told})。合格とはしません。ご報告ください。",
        ),
        lang,
    )
