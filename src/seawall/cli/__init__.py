"""Door: the installed command. Hooks go their own short way; everything else is click's."""

import os
import sys

from seawall.doors import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command; the process's exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["hook"] and words[1:2] not in ([], ["--help"], ["-h"]):
        code = int(import_module("seawall.hooks.entry").main(words[1:]))
        return _leave(code) if argv is None else code
    if words[:1] == ["git-secrets"]:
        return _git_secrets(words[1:])
    code = int(import_module("seawall.cli.main").main(words))
    return _leave(code) if argv is None else code


def git_secrets() -> int:
    """The `git-secrets` executable: the same command line under its old name."""
    return _git_secrets(sys.argv[1:])


def _git_secrets(words: "Sequence[str]") -> int:
    # its `--` and `-h` are its own, so click must not see them
    caller = import_module("seawall.compat.old_hooks").caller(sys.argv[0])
    return int(import_module("seawall.compat.git_secrets").main(list(words), caller))


def _leave(code: int) -> int:
    """End the process at once: taking Python down in order costs a clean hook two milliseconds,
    and a large scan, object by object, a quarter of its time."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                code = code or 3  # what had to be said was not heard
    os._exit(code)
