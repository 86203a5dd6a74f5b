"""`seawall install`: git's own hooks."""

import click

from seawall.gate import locale_language
from seawall.hooks import install, places
from seawall.words import pick


def show(told: install.Told) -> int:
    """Print what was done; the exit code of the command."""
    for line in told.lines:
        click.echo(pick(line, locale_language()), err=bool(told.code))
    return told.code


def place_of(everywhere: bool, template: bool) -> places.Place:
    if everywhere:
        return places.for_user()
    return places.template() if template else places.here()


@click.command(name="install", help="Put git's own hooks in place, chaining what is there.")
@click.option("--hook", "events", multiple=True, metavar="EVENT", help="Only this event.")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories.")
@click.option("--template", is_flag=True, help="Into init.templateDir, for new repositories.")
@click.option("--force", is_flag=True, help="Chain hooks of pre-commit, husky or lefthook, too.")
def command(events: tuple[str, ...], everywhere: bool, template: bool, force: bool) -> int:
    return show(install.install(place_of(everywhere, template), events, force=force))
