"""Colour for terminals; plain text everywhere else."""

from seawall.reporters.options import Options
from seawall.severity import Severity

_CODES = {"critical": "1;31", "high": "31", "medium": "33", "low": "36", "dim": "2", "bold": "1"}


def paint(text: str, style: str | Severity, options: Options) -> str:
    if not options.color or not text:
        return text
    return f"\x1b[{_CODES[str(style)]}m{text}\x1b[0m"
