"""`seawall checks`: the catalogue."""

import json
from itertools import groupby

import click

from seawall.cli.catalogue import rows
from seawall.gate import locale_language


@click.command(name="checks", help="List every check and rule.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None)
def command(format: str, lang: str | None) -> int:
    if format == "json":
        found = rows(lang or "en")
        click.echo(json.dumps({"version": 1, "checks": found}, ensure_ascii=False, indent=2))
        return 0
    found = rows(lang or locale_language())
    width = max((len(str(row["id"])) for row in found), default=0)
    for family, members in groupby(found, key=lambda row: row["family"]):
        click.echo(f"\n{family}")
        for row in members:
            click.echo(f"  {row['id']:<{width}}  {row['severity']:<8}  {row['title']}")
    return 0
