"""Hooks in git's settings (git 2.54 and later): no file is touched, and they go with any other."""

import os

from seawall.errors import GitError
from seawall.hooks.shim import shim
from seawall.sources.git import Git

# https://git-scm.com/docs/git-hook: hook.<name>.event and hook.<name>.command
_SINCE = (2, 54)


def able(git: Git) -> bool:
    words = git.line("version").split()
    numbers = words[2].split(".")[:2] if len(words) > 2 else ["0", "0"]
    try:
        return (int(numbers[0]), int(numbers[1])) >= _SINCE
    except (ValueError, IndexError):
        return False


def put(git: Git, event: str, *, scope: str, folder: str) -> bool:
    """Configure one event; false where git does not list it afterwards, so that a file is used."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, event)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(shim(event))
    os.chmod(path, 0o755)
    name = f"hook.seawall-{event}"
    git.run("config", scope, f"{name}.event", event)
    git.run("config", scope, f"{name}.command", "'" + path.replace("'", "'\\''") + "'")
    if listed(git, event):
        return True
    drop(git, event, scope=scope, folder=folder)
    return False


def listed(git: Git, event: str) -> bool:
    return f"seawall-{event}" in git.line("hook", "list", event).split()


def drop(git: Git, event: str, *, scope: str, folder: str) -> bool:
    """Take one event out of the settings; whether there was one."""
    if not git.line("config", scope, "--get", f"hook.seawall-{event}.command"):
        return False
    git.run("config", scope, "--remove-section", f"hook.seawall-{event}")
    path = os.path.join(folder, event)
    if os.path.exists(path):
        os.unlink(path)
    return True


def folder_of(git: Git) -> str:
    """Where the command of a repository's configured hooks lies."""
    found = git.line("rev-parse", "--git-common-dir")
    if not found:
        raise GitError("git rev-parse --git-common-dir")
    return os.path.join(os.path.abspath(os.path.join(git.root, found)), "seawall")
