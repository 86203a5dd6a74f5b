"""Door: from a report to text, by the format's name."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seawall.finding import Report
    from seawall.reporters.options import Options

FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "gitlab-secrets": "gitlab_secrets",
    "junit": "junit",
    "rdjson": "rdjson",
    "azure": "azure",
    "bitbucket": "bitbucket",
    "markdown": "markdown",
    "html": "html",
}


def render(name: str, report: "Report", options: "Options") -> str:
    """`report` in the format called `name`; KeyError for a name that is none."""
    module = import_module(f"seawall.reporters.{FORMATS[name]}")
    return str(module.render(report, options))
