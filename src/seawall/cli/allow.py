"""`seawall allow`: writes one exemption into the settings file."""

import os
from datetime import date

import click

from seawall.cli.place import root_of
from seawall.errors import SettingsError, UsageError
from seawall.gate import locale_language, today
from seawall.policy.config import parse
from seawall.policy.load import NAMES
from seawall.words import pick, say

_MOST = 64


@click.command(name="allow", help="Exempt one finding, by its fingerprint, with a reason.")
@click.argument("fingerprint")
@click.option("--reason", required=True, help="Why it may stay.")
@click.option("--until", default="", metavar="DATE", help="The last day it may.")
@click.option("--owner", default="", help="Who answers for it.")
def command(fingerprint: str, reason: str, until: str, owner: str) -> int:
    if not (12 <= len(fingerprint) <= _MOST and set(fingerprint) <= set("0123456789abcdef")):
        given = fingerprint[:_MOST]
        raise UsageError(
            say(
                f"'{given}' is no fingerprint; a report shows it",
                f"'{given}' はフィンガープリントではありません。レポートに載っています",
            )
        )
    if not reason.strip():
        raise UsageError(say("--reason: say why", "--reason: 理由を書いてください"))
    if until:
        _check_date(until)
    path, table, text = _settings_file(root_of(os.getcwd()))
    lines = [f"[[{table}exempt]]", f'fingerprint = "{fingerprint}"', f"reason = {_toml(reason)}"]
    if owner:
        lines.append(f"owner = {_toml(owner)}")
    if until:
        lines.append(f'until = "{until}"')
    new = (text.rstrip("\n") + "\n\n" if text.strip() else "") + "\n".join(lines) + "\n"
    parse(new, os.path.basename(path))
    _write(path, new)
    name = os.path.basename(path)
    done = say(
        f"{name}: {fingerprint} is exempt; commit the file",
        f"{name}: {fingerprint} を除外しました。このファイルをコミットしてください",
    )
    click.echo(pick(done, locale_language()))
    return 0


def _check_date(until: str) -> None:
    try:
        date.fromisoformat(until)
    except ValueError:
        raise UsageError(
            say(
                f"--until {until}: write a date such as 2027-01-31",
                f"--until {until}: 2027-01-31 のような日付を書いてください",
            )
        ) from None
    if until < today():
        raise UsageError(
            say(
                f"--until {until}: that day has passed; nothing would be exempt",
                f"--until {until}: 過ぎた日付です。何も除外されません",
            )
        )


def _settings_file(root: str) -> tuple[str, str, str]:
    """The file to write to, the prefix of its tables, and its text."""
    for name in NAMES:
        path = os.path.join(root, name)
        try:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read: {error}") from None
        if name == "pyproject.toml":
            if "tool.seawall" not in text:
                continue
            return path, "tool.seawall.", text
        return path, "", text
    return os.path.join(root, NAMES[0]), "", ""


def _toml(text: str) -> str:
    """A basic string of TOML."""
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    plain = "".join(
        signs.get(each, each if each.isprintable() else f"\\u{ord(each) & 0xFFFF:04X}")
        for each in text
    )
    return f'"{plain}"'


def _write(path: str, text: str) -> None:
    beside = f"{path}.seawall-tmp{os.getpid()}"
    try:
        with open(beside, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(beside, path)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written: {error.strerror}") from None
