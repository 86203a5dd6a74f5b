"""The whole work tree judged for commands that need the report, not its telling."""

import os

from seawall.cli.place import root_of, upward
from seawall.finding import Report
from seawall.gate import today
from seawall.policy.load import load
from seawall.policy.settings import Settings
from seawall.scan import Asked, scan
from seawall.sources import worktree


def settings_here() -> Settings:
    """The settings in force in the current folder."""
    return load(upward(root_of(os.getcwd())))


def whole_report(settings: Settings, baseline: str = "") -> Report:
    """Everything wrong in the work tree under these settings and this baseline's text."""
    changes = worktree.tree()
    try:
        return scan(changes, settings, Asked(today=today(), baseline=baseline, whole=True))
    finally:
        changes.close()
