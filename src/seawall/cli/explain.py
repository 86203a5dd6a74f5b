"""`seawall explain`: one check's page, in either language."""

import click

from seawall.cli.catalogue import known_ids, near
from seawall.cli.page import page
from seawall.errors import UsageError
from seawall.gate import locale_language
from seawall.words import say


@click.command(name="explain", help="Tell what a check finds, why it matters and what to do.")
@click.argument("check", required=False, default="")
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None)
def command(check: str, lang: str | None) -> int:
    lang = lang or locale_language()
    if not check:
        for id in known_ids():
            click.echo(id)
        return 0
    text = page(check, lang)
    if not text:
        hint = near(check)
        raise UsageError(
            say(
                f"unknown check '{check}'{hint}",
                f"チェック '{check}' はありません{hint.ja}",
            )
        )
    click.echo(text)
    return 0
