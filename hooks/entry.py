"""`seawall hook EVENT ARGS`: the few arguments of git's hooks, parsed by hand."""

import os

from seawall import __version__
from seawall.sources import index

# the module that serves each event; only the one that is called is loaded
EVENTS = {
    "pre-commit": "pre_commit",
    "pre-merge-commit": "pre_commit",
    "prepare-commit-msg": "prepare_commit_msg",
    "commit-msg": "commit_msg",
    "pre-push": "pre_push",
    "pre-receive": "pre_receive",
    "pre-applypatch": "pre_applypatch",
}
_USAGE = "usage: seawall hook EVENT [ARGS ...]\nEVENT is one of: " + ", ".join(EVENTS) + "\n"


def main(argv: list[str]) -> int:
    """Serve one event; the exit code that git or the framework waits for."""
    event = argv[0] if argv else ""
    if event in ("-h", "--help"):
        os.write(1, _USAGE.encode())
        return 0
    if event not in EVENTS:
        os.write(2, _USAGE.encode())
        return 2
    if argv[1:] == ["--seawall-check"]:  # `seawall doctor` asks whether we can be reached
        os.write(1, f"seawall {__version__}\n".encode())
        return 0
    # git works while Python loads the rest
    started = index.Started() if EVENTS[event] == "pre_commit" else None
    module = __import__(f"seawall.hooks.{EVENTS[event]}", fromlist=["main"])
    code: int = module.main(argv[1:], started) if started else module.main(argv[1:])
    return code
