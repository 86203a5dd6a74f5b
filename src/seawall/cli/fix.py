"""`seawall fix`: applies or shows edits that mend findings, each proven before it is written."""

import difflib
import os
from collections import Counter
from collections.abc import Iterable

import click

from seawall.cli.overlay import Overlay
from seawall.cli.place import root_of, upward
from seawall.cli.scan import given
from seawall.errors import UsageError
from seawall.finding import Edit, Finding, Notice
from seawall.fixes.apply import most
from seawall.gate import complain, locale_language, today
from seawall.policy.load import load
from seawall.policy.settings import Settings
from seawall.scan import Asked, scan
from seawall.severity import HIGH
from seawall.sources import worktree
from seawall.sources.changes import Change, ChangeSet
from seawall.span import Place, Source
from seawall.words import Text, pick, say

_ROUNDS = 8  # one fix may make room for the next in the same place


@click.command(name="fix", help="Apply the safe fixes, or show them.")
@click.argument("paths", nargs=-1)
@click.option("--diff", is_flag=True, help="Show the edits, write nothing.")
@click.option("--unsafe", is_flag=True, help="Also fixes that may stop something from working.")
@click.option("--config", default="", metavar="FILE", help="Take settings from this file.")
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None)
def command(paths: tuple[str, ...], diff: bool, unsafe: bool, config: str, lang: str | None) -> int:
    lang = lang or locale_language()
    root = root_of(paths[0] if len(paths) == 1 and os.path.isdir(paths[0]) else os.getcwd())
    settings = load(upward(root), config)
    changes = _changes(list(paths))
    try:
        new, mended, left = _mend(changes, settings, unsafe=unsafe)
        olds = {path: _source(changes, path) for path in new}
    finally:
        changes.close()
    for path, text in sorted(new.items()):
        if diff:
            click.echo(_diff(path, olds[path].text, text), nl=False)
        else:
            _write(os.path.join(changes.root, path), olds[path], text)
    for finding in mended:
        place = finding.place
        title = pick(finding.fix.title, lang) if finding.fix else ""
        complain(f"{place.path}:{place.line}: {finding.check}: {title}")
    complain(f"seawall: {pick(_done(len(mended), len(new), diff=diff), lang)}")
    waiting = sum(each.fix is not None and not each.verdict.suppressed for each in left)
    if waiting and not unsafe:
        complain(f"seawall: {pick(_waiting(waiting), lang)}")
    return 0


def _done(fixes: int, files: int, *, diff: bool) -> Text:
    if not fixes:
        return say("nothing to fix", "修正するものはありません")
    what = "1 fix" if fixes == 1 else f"{fixes} fixes"
    where = "1 file" if files == 1 else f"{files} files"
    return say(
        f"{what} {'shown' if diff else 'applied'} in {where}",
        f"{files} ファイル {fixes} 件を{'表示' if diff else '修正'}",
    )


def _waiting(count: int) -> Text:
    """The fixes that were left alone because they may stop something from working."""
    return say(
        f"{count} more with --unsafe (may stop something from working; look with --diff first)",
        f"--unsafe でさらに {count} 件 (動作に影響する可能性あり。先に --diff で確認してください)",
    )


def _changes(paths: list[str]) -> ChangeSet:
    return given(paths) if paths else worktree.tree()


def _mend(
    changes: ChangeSet, settings: Settings, *, unsafe: bool
) -> tuple[dict[str, str], list[Finding], list[Finding]]:
    """New texts by path, the findings they mend and those that stay. Nothing is taken that leaves
    its finding in place or brings a new one."""
    assert changes.after is not None
    overlay = Overlay(changes.after)
    mended: list[Finding] = []
    tried: set[str] = set()
    judge = _Judge(changes, settings)
    found = judge.findings(overlay)
    for _ in range(_ROUNDS):
        open_ = [
            each
            for each in found
            if each.fix is not None
            and (each.fix.safe or unsafe)
            and each.fingerprint not in tried
            and not each.verdict.suppressed
        ]
        if not open_:
            break
        taken = _try(judge, overlay, open_, found)
        if taken is None:
            for each in open_:
                one = _try(judge, overlay, [each], found)
                if one is not None:
                    mended.append(each)
                    found = one
                tried.add(each.fingerprint)
            continue
        gone = Counter(each.fingerprint for each in found)
        gone.subtract(each.fingerprint for each in taken)
        mended += [each for each in open_ if gone[each.fingerprint] > 0]
        found = taken
    return overlay.texts, mended, found


def _try(
    judge: "_Judge", overlay: Overlay, wanted: list[Finding], before: list[Finding]
) -> list[Finding] | None:
    """The findings once the fixes of `wanted` are in; None, and nothing changed, where one stays
    or a new one appears."""
    kept = dict(overlay.texts)
    by_path: dict[str, list[tuple[Edit, ...]]] = {}
    for each in wanted:
        if each.fix is not None:
            by_path.setdefault(each.fix.edits[0].path, []).append(each.fix.edits)
    took = 0
    for path, groups in by_path.items():
        source = overlay.source(path)
        if source is not None:
            text, count = most(source.text, groups)
            took += count
            if count:
                overlay.put(path, text)
    after = judge.findings(overlay) if took else before
    had = Counter(each.fingerprint for each in before)
    has = Counter(each.fingerprint for each in after)
    if took and not (has - had) and sum(has.values()) <= sum(had.values()) - took:
        return after
    overlay.texts = kept
    return None


class _Judge:
    """Judges the tree again with other texts: secrets only where a text changed."""

    def __init__(self, changes: ChangeSet, settings: Settings) -> None:
        self._changes = changes
        self._settings = settings
        self._leaks: list[Finding] | None = None

    def findings(self, overlay: Overlay) -> list[Finding]:
        """A text of ours that no longer parses counts as a new finding."""
        changes, texts = self._changes, overlay.texts
        stream: Iterable[Change] = changes.changes
        if self._leaks is not None:
            stream = [Change(path, None, overlay.source(path)) for path in sorted(texts)]
        again = ChangeSet(changes.root, stream, gate="scan", after=overlay, touched=changes.touched)
        report = scan(again, self._settings, Asked(today=today()))
        found = list(report.findings)
        if self._leaks is None:
            self._leaks = [each for each in found if each.family == "secrets"]
        else:
            found += [each for each in self._leaks if each.place.path not in texts]
        if texts:
            found += [_broken(each) for each in report.notices if each.blocks]
        return found


def _broken(notice: Notice) -> Finding:
    name = "|".join(str(each) for each in notice.key())
    place = notice.place or Place("")
    return Finding(notice.kind, "undecided", HIGH, notice.message, place, fingerprint=name)


def _source(changes: ChangeSet, path: str) -> Source:
    assert changes.after is not None
    source = changes.after.source(path)
    if source is None:
        raise UsageError(f"{path}: gone since it was judged")
    return source


def _diff(path: str, old: str, new: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _write(full: str, old: Source, text: str) -> None:
    """All of the file or none of it, in its own encoding and with its own mode."""
    try:
        with open(full, "rb") as file:
            if file.read() != old.data:
                raise UsageError(f"{old.path}: changed since it was judged; nothing was written")
        encoding = old.encoding or "utf-8"
        beside = f"{full}.seawall-tmp{os.getpid()}"
        with open(beside, "wb") as file:
            file.write(text.encode(encoding))
        os.chmod(beside, os.stat(full).st_mode & 0o7777)
        os.replace(beside, full)
    except OSError as error:
        raise UsageError(f"{old.path}: cannot be written: {error.strerror}") from None
