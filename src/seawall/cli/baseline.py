"""`seawall baseline`: known findings, written, kept current and walked through."""

import os
import re
import secrets
from collections import Counter
from datetime import date

import click

from seawall.cli.place import root_of
from seawall.cli.whole import settings_here, whole_report
from seawall.errors import UsageError
from seawall.finding import Finding, Report
from seawall.gate import complain, locale_language, today
from seawall.lanes.known_elsewhere import entries_of
from seawall.policy.baseline import Baseline, Entry, entry_of, parse, render
from seawall.policy.settings import Settings
from seawall.words import pick, say

_CREDENTIAL = say(
    "{count} credentials are not written: a credential enters only as revoked, false positive or "
    "accepted until a date; `seawall baseline audit` asks",
    "秘密情報 {count} 件は書き込みません。失効済み、誤検出、期限つき受容としてのみ登録できます。"
    "`seawall baseline audit` で 1 件ずつ確認してください",
)


@click.group(name="baseline", help="Known findings: write, update, audit, import.")
def command() -> None:
    pass


@command.command(name="write", help="Take everything that is found now as known.")
def write() -> int:
    known, left = write_known()
    _tell(settings_here(), known)
    if left:
        complain(pick(_CREDENTIAL, locale_language()).format(count=left))
    return 0


def write_known(*, dry_run: bool = False) -> tuple[int, int]:
    """Write what is found now; how many are known, how many credentials were left out."""
    settings = settings_here()
    old = _read(settings)
    salt = _salt(settings, old)
    report = whole_report(settings, _text(settings))
    entries = [*_kept(old, report), *_new(report)]
    if not dry_run:
        _save(settings, entries, salt)
    return len(entries), sum(each.family == "secrets" for each in report.active())


@command.command(name="update", help="Take out what is no longer found; add nothing.")
def update() -> int:
    settings = settings_here()
    old = _read(settings)
    entries = _kept(old, whole_report(settings, _text(settings)))
    _save(settings, entries, old.salt)
    gone = len(old.entries) - len(entries)
    file, stay = settings.text("baseline"), len(entries)
    done = say(f"{file}: {gone} taken out, {stay} stay", f"{file}: {gone} 件を削除、残り {stay} 件")
    click.echo(pick(done, locale_language()))
    return 0


@command.command(name="audit", help="Walk through what is not known yet and decide each.")
def audit() -> int:
    settings = settings_here()
    old = _read(settings)
    salt = _salt(settings, old)
    report = whole_report(settings, _text(settings))
    entries = _kept(old, report)
    for finding in report.active():
        note = _ask(finding)
        if note is None:
            break
        if note:
            entries.append(entry_of(finding, note))
    _save(settings, entries, salt)
    _tell(settings, len(entries))
    return 0


@command.command(name="import", help="Take over a baseline of ours, or a .secrets.baseline.")
@click.argument("file")
def import_(file: str) -> int:
    settings = settings_here()
    old = _read(settings)
    try:
        with open(file, encoding="utf-8") as handle:
            text = handle.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}") from None
    if text.lstrip().startswith("{"):
        return _import_detect_secrets(settings, old, text, file)
    other = parse(text, file)
    if other.salt and old.salt and other.salt != old.salt:
        raise UsageError(f"{file}: made under another salt; its fingerprints mean nothing here")
    lines = Counter(each.line() for each in old.entries) | Counter(
        each.line() for each in other.entries
    )
    by_line = {each.line(): each for each in (*old.entries, *other.entries)}
    entries = [by_line[line] for line in lines.elements()]
    _save(settings, entries, old.salt or other.salt)
    _tell(settings, len(entries))
    return 0


def _tell(settings: Settings, known: int) -> None:
    file = settings.text("baseline")
    done = say(
        f"{file}: {known} known finding{'' if known == 1 else 's'}",
        f"{file}: 既知の検出 {known} 件",
    )
    click.echo(pick(done, locale_language()))


def _import_detect_secrets(settings: Settings, old: Baseline, text: str, file: str) -> int:
    """Known there is known here where we find the same secret in the same file."""
    salt = _salt(settings, old)
    taken = entries_of(text, file, root_of(os.getcwd()), settings.text("salt") or salt, today())
    known = {each.fingerprint for each in old.entries}
    new = [each for each in taken if each.fingerprint not in known]
    _save(settings, [*old.entries, *new], salt)
    click.echo(f"{settings.text('baseline')}: {len(new)} taken over from {file}")
    return 0


def _ask(finding: Finding) -> str | None:
    """The note a person chose; "" to leave it, None to stop."""
    place = finding.place
    click.echo(
        f"\n{place.path}:{place.line}: {finding.severity} {finding.check}: {finding.message}"
    )
    if finding.excerpt:
        click.echo(f"    {finding.excerpt}")
    choices = "[r]evoked  [f]alse positive  [a]ccept until a date  [s]kip  [q]uit"
    while True:
        answer = click.prompt(choices, default="s", show_default=False).strip().lower()
        if answer in ("s", "skip"):
            return ""
        if answer in ("q", "quit"):
            return None
        if answer in ("r", "revoked"):
            return f"revoked -- {_reason()}"
        if answer in ("f", "false positive"):
            return f"false positive -- {_reason()}"
        if answer in ("a", "accept"):
            until = click.prompt("until (such as 2027-01-31)")
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", until) and until >= today():
                try:
                    date.fromisoformat(until)
                except ValueError:
                    continue
                return f"accepted until {until} -- {_reason()}"


def _reason() -> str:
    reason = str(click.prompt("why")).replace("\n", " ").strip()
    return reason.replace("#", "")


def _kept(old: Baseline, report: Report) -> list[Entry]:
    """The entries that findings of this run still used."""
    used = Counter(each.fingerprint for each in report.findings if each.verdict.by == "baseline")
    kept: list[Entry] = []
    for entry in old.entries:
        if used[entry.fingerprint] > 0:
            used[entry.fingerprint] -= 1
            kept.append(entry)
    return kept


def _new(report: Report) -> list[Entry]:
    return [entry_of(each) for each in report.active() if each.family != "secrets"]


def _read(settings: Settings) -> Baseline:
    return parse(_text(settings), settings.text("baseline"))


def _path(settings: Settings) -> str:
    return os.path.join(root_of(os.getcwd()), settings.text("baseline"))


def _text(settings: Settings) -> str:
    try:
        with open(_path(settings), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{settings.text('baseline')}: cannot be read: {error}") from None


def _salt(settings: Settings, old: Baseline) -> str:
    """The salt in force; a first baseline brings one, unless exemptions already name findings
    without it."""
    named = any("fingerprint" in table for table in settings.tables("exempt"))
    if settings.text("salt") or old.salt or old.entries or named:
        return old.salt
    settings.values["salt"] = secrets.token_hex(16)
    return settings.text("salt")


def _save(settings: Settings, entries: list[Entry], salt: str) -> None:
    """All of the file or none of it."""
    path = _path(settings)
    beside = f"{path}.seawall-tmp{os.getpid()}"
    try:
        with open(beside, "w", encoding="utf-8", newline="\n") as file:
            file.write(render(entries, salt))
        os.replace(beside, path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None
