"""Door: the installed command; loads a command's module when it is named."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the process's exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["hook"]:
        from importlib import import_module

        return int(import_module("seawall.hooks.entry").main(words[1:]))
    from importlib import import_module

    return int(import_module("seawall.cli.main").main(words))
