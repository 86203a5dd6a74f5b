"""seawall report: several JSON reports as one page, with their trend."""

import sys
from collections import Counter
from pathlib import Path

import click

from seawall import __version__
from seawall.errors import UsageError
from seawall.gate import locale_language, now
from seawall.reporters.html import page
from seawall.reporters.options import Options
from seawall.reporters.saved import load


@click.command("report")
@click.argument("files", nargs=-1, required=True, metavar="JSON...")
@click.option("-o", "out", default="", metavar="FILE", help="Write here, not to standard output.")
@click.option("--lang", type=click.Choice(["en", "ja"]), default=None, help="Language.")
def command(files: tuple[str, ...], out: str, lang: str | None) -> int:
    """One HTML page: the findings of the last JSON report and the trend over all of them."""
    reports = []
    for name in files:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            raise UsageError(f"{name}: cannot be read: {error.strerror}") from None
        reports.append((Path(name).stem, load(data, name)))
    trend = [
        (label, Counter(str(each.severity) for each in report.active()))
        for label, report in reports
    ]
    options = Options(lang=lang or locale_language(), version=__version__, now=now())
    text = page(reports[-1][1], options, trend if len(trend) > 1 else ())
    if not out:
        sys.stdout.write(text)
        return 0
    try:
        Path(out).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from None
    return 0
