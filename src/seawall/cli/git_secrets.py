"""`seawall git-secrets`: git-secrets' own command line, handed on untouched."""

import sys

import click

from seawall.compat.git_secrets import main
from seawall.compat.old_hooks import caller


@click.command(
    name="git-secrets",
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    help="git-secrets' own command line.",
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def command(words: tuple[str, ...]) -> int:
    return main(list(words), caller(sys.argv[0]))
