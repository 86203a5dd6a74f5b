"""The report as logging commands of Azure Pipelines, then the report for people."""

from seawall.finding import Finding, Report
from seawall.reporters import phrases, shown
from seawall.reporters.options import Options
from seawall.reporters.text import render as render_text
from seawall.reporters.visible import visible
from seawall.words import pick

# https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
_TYPES = {"error": "error", "warning": "warning", "note": "warning"}


def render(report: Report, options: Options) -> str:
    lines = [_issue(each, options) for each in shown.for_people(report, options)]
    for notice in shown.notices(report, options):
        if notice.blocks:
            message = phrases.where(notice) + phrases.words(notice, options)
            lines.append(_command({"type": "error"}, message))
    return "".join(f"{line}\n" for line in lines) + render_text(report, options)


def _issue(finding: Finding, options: Options) -> str:
    place = finding.place
    return _command(
        {
            "type": _TYPES[shown.weight(finding)],
            "sourcepath": visible(place.path),
            "linenumber": str(place.line),
            "columnnumber": str(place.column),
            "code": finding.check,
        },
        visible(pick(finding.message, options.lang)),
    )


def _command(properties: dict[str, str], message: str) -> str:
    pairs = "".join(f"{key}={_property(value)};" for key, value in properties.items())
    return f"##vso[task.logissue {pairs}]{_data(message)}"


def _data(text: str) -> str:
    # https://github.com/microsoft/azure-pipelines-agent: %25 is %AZP25 since agent 2.169
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
