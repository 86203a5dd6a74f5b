"""The report as one self-contained page."""

from seawall.finding import Report
from seawall.reporters.markdown import escape
from seawall.reporters.options import Options
from seawall.reporters.text import render as render_text


def render(report: Report, options: Options) -> str:
    return f"<!doctype html><pre>{escape(render_text(report, options))}</pre>\n"
