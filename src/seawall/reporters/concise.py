"""The report as one line a finding, as compilers write them."""

from seawall.finding import Report
from seawall.reporters import phrases, shown
from seawall.reporters.options import Options
from seawall.reporters.visible import path_shown, visible
from seawall.words import pick


def render(report: Report, options: Options) -> str:
    lines = []
    for finding in shown.findings(report, options):
        place = finding.place
        message = visible(pick(finding.message, options.lang))
        end = f"{finding.severity}, {visible(finding.commit[:12])}" if finding.commit else ""
        lines.append(
            f"{path_shown(place.path)}:{place.line}:{place.column}: "
            f"{finding.check} {message} [{end or finding.severity}]"
        )
    lines += phrases.undecided(report, options)
    return "".join(f"{line}\n" for line in lines)
