"""`seawall config`: the settings in force and where each comes from; schema and check."""

import json
import os

import click

from seawall import catalog, plugins
from seawall.cache.store import plugin_store
from seawall.cli.place import root_of, upward
from seawall.errors import SettingsError
from seawall.gate import locale_language, plugin_texts
from seawall.policy.config import parse
from seawall.policy.load import load
from seawall.policy.own_rules import check_examples
from seawall.policy.schema import json_schema
from seawall.policy.settings import DEFAULTS, Settings
from seawall.words import pick, say


@click.command(name="config", help="Show the settings in force and where each comes from.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a settings file.")
@click.option("--check", is_flag=True, help="Check the file and run the own rules' examples.")
@click.option("--trust-plugins", is_flag=True, help="Let the plugins, as they stand now, run here.")
@click.option("--config", "path", default="", metavar="FILE", help="Take settings from this file.")
def command(schema: bool, check: bool, trust_plugins: bool, path: str) -> int:
    if schema:
        click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return 0
    settings = load(upward(root_of(os.getcwd())), path)
    if trust_plugins:
        return _trust(settings)
    if check:
        return _check(settings)
    for name, value in settings.values.items():
        line = settings.lines.get(name)
        origin = f"{settings.path}:{line}" if line else "default"
        if value != DEFAULTS[name] or line:
            click.echo(f"{name} = {json.dumps(value, ensure_ascii=False, default=str)}  # {origin}")
        else:
            click.echo(f"{name} = {json.dumps(value, default=str)}  # default")
    return 0


def _trust(settings: Settings) -> int:
    found = plugin_texts(settings, upward(root_of(os.getcwd())))
    for path, text in found:
        plugins.load(path, text)
        click.echo(f"{path}: trusted as it stands now")
    plugins.trust(plugin_store(), (plugins.digest(text) for _, text in found))
    return 0


def _check(settings: Settings) -> int:
    if settings.path:
        with open(settings.path, encoding="utf-8") as file:
            parse(file.read(), settings.path, catalog.names())
    wrong = check_examples(settings)
    if wrong:
        raise SettingsError("\n".join(wrong))
    rules = len(settings.tables("secrets.rule"))
    done = say(
        f"{settings.path or 'no settings file: defaults'}: in order, {rules} own "
        f"{'rule' if rules == 1 else 'rules'}",
        f"{settings.path or '設定ファイルなし (既定値)'}: 問題なし、独自ルール {rules} 件",
    )
    click.echo(pick(done, locale_language()))
    return 0
