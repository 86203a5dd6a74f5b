"""`seawall uninstall`: our hooks out, what was there before back."""

import click

from seawall.cli.install import place_of, show
from seawall.hooks import install


@click.command(name="uninstall", help="Take the hooks out again.")
@click.option("--hook", "events", multiple=True, metavar="EVENT", help="Only this event.")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories.")
@click.option("--template", is_flag=True, help="Out of init.templateDir.")
def command(events: tuple[str, ...], everywhere: bool, template: bool) -> int:
    return show(install.uninstall(place_of(everywhere, template), events))
