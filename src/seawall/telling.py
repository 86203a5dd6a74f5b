"""Tells a report: one format on standard output, files beside it, words for people."""

import os
import shutil
import sys

from seawall import __version__, reporters
from seawall.errors import UsageError
from seawall.finding import Finding, Report
from seawall.reporters.options import Options
from seawall.severity import MEDIUM
from seawall.words import pick, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from seawall.gate import Output

# for people, on the stream where they look; everything else is read by machines
_FOR_PEOPLE = {"text", "concise", "markdown"}


def tell(report: Report, output: "Output", *, lang: str, fail_on: str, now: str) -> None:
    """Write the report where `output` says; raises UsageError for a file that cannot be written."""
    people = output.format in _FOR_PEOPLE
    stream = sys.stderr if output.hook else sys.stdout
    options = Options(
        lang=lang,
        color=people and _colored(output.color, stream),
        width=shutil.get_terminal_size((100, 24)).columns,
        unicode=_shows_unicode(stream),
        quiet=output.quiet,
        stats=output.stats,
        show_suppressed=output.show_suppressed,
        fail_on=fail_on,
        version=__version__,
        now=now,
    )
    for format, path in output.files:
        _write_file(path, reporters.render(format, report, _plain(options)))
    shown = _for_hook(report) if output.hook else report
    if not output.hook or shown.findings or _loud(shown):
        _write(stream, reporters.render(output.format, shown, options))
    if not people and not output.quiet:
        _write(sys.stderr, _one_line(report, lang))


def _for_hook(report: Report) -> Report:
    """What a hook says: nothing of severity low, no remarks on what is not its business."""
    findings = tuple(
        each
        for each in report.findings
        if not each.verdict.suppressed and (each.verdict.blocks or each.severity >= MEDIUM)
    )
    notices = tuple(each for each in report.notices if each.blocks or each.kind in _TOLD_BY_HOOKS)
    return Report(
        findings,
        notices,
        report.rules,
        report.counts,
        report.elapsed_ms,
        report.stats,
        report.gate,
    )


_TOLD_BY_HOOKS = {"ignore-without-effect", "partial-view", "override"}


def _loud(report: Report) -> bool:
    return any(each.blocks or each.kind in _TOLD_BY_HOOKS for each in report.notices)


def _plain(options: Options) -> Options:
    return Options(
        lang=options.lang,
        width=100,
        show_suppressed=options.show_suppressed,
        stats=options.stats,
        fail_on=options.fail_on,
        version=options.version,
        now=options.now,
    )


def _colored(choice: str, stream: object) -> bool:
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty()) and os.environ.get("TERM") != "dumb"


def _shows_unicode(stream: object) -> bool:
    encoding = str(getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    return encoding.startswith("utf")


def _write(stream: object, text: str) -> None:
    """Text on a stream in its own encoding; what it cannot show becomes a question mark."""
    encoding = str(getattr(stream, "encoding", None) or "utf-8")
    raw = getattr(stream, "buffer", None)
    data = text.encode(encoding, "replace")
    if data and not data.endswith(b"\n"):
        data += b"\n"
    if raw is None:
        stream.write(data.decode(encoding))  # type: ignore[attr-defined]
    else:
        raw.write(data)
    stream.flush()  # type: ignore[attr-defined]


def _write_file(path: str, text: str) -> None:
    """All of the file or none of it: beside it first, then in its place."""
    beside = f"{path}.seawall-tmp{os.getpid()}"
    try:
        with open(beside, "w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
        os.replace(beside, path)
    except OSError as error:
        if os.path.exists(beside):
            os.unlink(beside)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None


def _one_line(report: Report, lang: str) -> str:
    active: list[Finding] = [each for each in report.findings if not each.verdict.suppressed]
    blocking = sum(each.verdict.blocks for each in active)
    undecided = sum(each.blocks for each in report.notices)
    return pick(
        say(
            f"seawall: {len(active)} findings, {blocking} block, {undecided} undecided, "
            f"{report.counts.files} files",
            f"seawall: 検出 {len(active)} 件、うちブロック {blocking} 件、"
            f"判定不能 {undecided} 件、{report.counts.files} ファイル",
        ),
        lang,
    )
