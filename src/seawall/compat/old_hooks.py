"""Installs git-secrets' three hooks where git really reads them."""

import os
import shlex
import sys

from seawall.compat.git_settings import git

_HOOKS = (
    ("commit-msg", "commit_msg_hook"),
    ("pre-commit", "pre_commit_hook"),
    ("prepare-commit-msg", "prepare_commit_msg_hook"),
)


def install(directory: str, called_as: str, *, force: bool) -> int:
    """Write the hooks below `directory` (a repository, or a template folder), by default where
    git looks for this repository's: `core.hooksPath` and linked worktrees included."""
    if not directory:
        code, output, _ = git("rev-parse", "--git-path", "hooks")
        if code:
            print("Not in a Git repository", file=sys.stderr)
            return 1
        folder = os.fsdecode(output.rstrip(b"\n"))
    elif os.path.isdir(os.path.join(directory, ".git")):
        folder = os.path.join(directory, ".git", "hooks")
    else:
        folder = os.path.join(directory, "hooks")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError:
        print(f"Could not create dir: {folder}", file=sys.stderr)
        return 1
    for hook, command in _HOOKS:
        path = os.path.join(folder, hook)
        if os.path.isdir(f"{path}.d"):
            path = os.path.join(f"{path}.d", "git-secrets")
        if os.path.isfile(path) and not force:
            print(f"{path} already exists. Use -f to force", file=sys.stderr)
            return 1
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(f'#!/usr/bin/env bash\n{called_as} --{command} -- "$@"\n')
        os.chmod(path, 0o755)
        tick = "\033[32m✓\033[0m " if sys.stdout.isatty() else ""
        print(f"{tick}Installed {hook} hook to {path}")
    return 0


def caller(argv0: str) -> str:
    """What a hook has to call: `git secrets` under that name, else this very executable."""
    name = os.path.basename(argv0)
    if name.startswith("git-secrets"):
        return "git secrets"
    return (
        f"{shlex.quote(os.path.abspath(argv0))} git-secrets"
        if os.sep in argv0
        else "seawall git-secrets"
    )
