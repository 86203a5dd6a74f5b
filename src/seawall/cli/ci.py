"""seawall ci: judge what a CI event brought."""

import os
from importlib import import_module
from typing import Any

import click

from seawall.cli.options import asked_of, output_of, shared
from seawall.hooks import ci


@click.command("ci")
@shared
@click.option("--review", is_flag=True, help="Comment on the pull request (network).")
@click.option("--deepen", is_flag=True, help="Fetch what a shallow clone lacks (network).")
@click.pass_context
def command(context: click.Context, /, **values: Any) -> int:
    """Judge what this CI run's event brought: the pull request, the push, the merge group.

    Base and head come from the CI system, policy and baseline from the base.
    """
    source = context.get_parameter_source("format")
    if source is click.core.ParameterSource.DEFAULT:
        values["format"] = ci.default_format(os.environ)
    return ci.main(
        os.environ,
        output_of(values),
        asked_of(values, whole=False),
        config=values["config"],
        deepen=values["deepen"],
        review=_review(values["lang"] or "") if values["review"] else None,
        policy_from=values["policy_from"],
        since=values["since"],
    )


def _review(lang: str) -> Any:
    """The network's part, loaded only where it was asked for."""
    reviewer = import_module("seawall.forge.reviewer")
    return lambda plan, git, report: reviewer.write(os.environ, plan, git, report, lang=lang)
