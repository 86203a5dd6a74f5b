"""`seawall doctor`: whether the gate is really active here; exit code 1 where it is not."""

import click

from seawall.cli.install import show
from seawall.hooks import doctor, places


@click.command(name="doctor", help="Tell whether the gate is active here.")
def command() -> int:
    return show(doctor.examine(places.here()))
