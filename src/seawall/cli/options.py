"""Options that `scan` and `ci` share, and what becomes of them."""

from collections.abc import Callable
from typing import Any

import click

from seawall.errors import UsageError
from seawall.gate import Output, today
from seawall.reporters import FORMATS
from seawall.scan import Asked
from seawall.words import say

LEVELS = ("low", "medium", "high", "critical", "never")

Command = Callable[..., Any]

_SHARED = (
    click.option(
        "--format",
        "format",
        type=click.Choice(list(FORMATS)),
        default="text",
        show_default=True,
        help="What goes to standard output.",
    ),
    click.option(
        "-o", "files", multiple=True, metavar="FORMAT=FILE", help="Also write a file; repeatable."
    ),
    click.option("--config", default="", metavar="FILE", help="Take settings from this file."),
    click.option("--baseline", default="", metavar="FILE", help="Known findings."),
    click.option("--select", multiple=True, metavar="CHECKS", help="Only these checks."),
    click.option("--ignore", multiple=True, metavar="CHECKS", help="Not these checks."),
    click.option(
        "--fail-on", type=click.Choice(LEVELS), default=None, help="Least severity that blocks."
    ),
    click.option("--var", "variables", multiple=True, metavar="NAME=VALUE", help="For Terraform."),
    click.option("--var-file", "var_files", multiple=True, metavar="FILE", help="For Terraform."),
    click.option(
        "--parameters", "parameters", multiple=True, metavar="FILE", help="For CloudFormation."
    ),
    click.option("--policy-from", default="", metavar="REF", help="Trust this revision's policy."),
    click.option("--no-ignores", is_flag=True, help="Comments in the text silence nothing."),
    click.option("--show-suppressed", is_flag=True, help="Show what policy silenced, too."),
    click.option("--strict", is_flag=True, help="Every notice is exit code 3."),
    click.option("--archives", is_flag=True, help="Look into archives."),
    click.option("--since", default="", metavar="DATE", help="History: only commits since then."),
    click.option(
        "--with", "with_tools", multiple=True, type=click.Choice(["cfn-lint", "detect-secrets"])
    ),
    click.option("--lang", type=click.Choice(["en", "ja"]), default=None, help="Language."),
    click.option(
        "--jobs",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="At most so many processes; one does the work today.",
    ),
    click.option("--stats", is_flag=True, help="Where the time went."),
    click.option("--quiet", is_flag=True, help="Findings only."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto"),
)


def shared(command: Command) -> Command:
    """Add the options that every scanning command takes."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


def output_of(values: dict[str, Any]) -> Output:
    files = []
    for pair in values["files"]:
        name, sign, path = pair.partition("=")
        if not sign or not path or name not in FORMATS:
            formats = ", ".join(FORMATS)
            raise UsageError(
                say(
                    f"-o {pair}: write FORMAT=FILE with a FORMAT of {formats}",
                    f"-o {pair}: FORMAT=FILE と書いてください。FORMAT は {formats}",
                )
            )
        files.append((name, path))
    return Output(
        format=values["format"],
        files=tuple(files),
        lang=values["lang"] or "",
        color=values["color"],
        quiet=values["quiet"],
        stats=values["stats"],
        strict=values["strict"],
        show_suppressed=values["show_suppressed"],
    )


def asked_of(values: dict[str, Any], *, whole: bool) -> Asked:
    """What the command line asks for; raises UsageError."""
    variables = {}
    for pair in values["variables"]:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise UsageError(
                say(f"--var {pair}: write NAME=VALUE", f"--var {pair}: NAME=VALUE と書いてください")
            )
        variables[name] = value
    return Asked(
        today=today(),
        select=_split(values["select"]),
        ignore=_split(values["ignore"]),
        fail_on=values["fail_on"] or "",
        baseline=_text(values["baseline"]),
        no_ignores=values["no_ignores"],
        trusted=bool(values["policy_from"]),
        whole=whole and not values["select"] and not values["ignore"],
        variables=variables,
        var_files=tuple(values["var_files"]),
        parameter_files=tuple(values["parameters"]),
        archives=values["archives"],
        with_tools=tuple(values["with_tools"]),
    )


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _text(path: str) -> str:
    if not path:
        return ""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8") from None
