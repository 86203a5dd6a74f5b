"""Fetches the commits that a shallow clone lacks; the gate's one use of git's network."""

import os
import subprocess
from collections.abc import Callable

from seawall.errors import GitError
from seawall.forge.plan import Plan
from seawall.words import say

_STEPS = (50, 500, 5000)
_SECONDS = 600


def deepen(root: str, plan: Plan, enough: Callable[[], bool]) -> None:
    """Fetch more of `origin`, step by step, until there is `enough` or no more."""
    wanted = _wanted(plan)
    if plan.kind == "range":
        for depth in _STEPS:
            _fetch(root, f"--depth={depth}", *wanted)
            if enough():
                return
    shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    if plan.kind == "history":
        wanted.append("+refs/heads/*:refs/remotes/origin/*")
    _fetch(root, *(["--unshallow"] if shallow else []), *dict.fromkeys(wanted))


def _wanted(plan: Plan) -> list[str]:
    """Ids by themselves, branches to where a full clone has them."""
    wanted = []
    for revision in dict.fromkeys((plan.head, plan.base, plan.policy_at)):
        if revision.startswith("refs/remotes/origin/"):
            name = revision.removeprefix("refs/remotes/origin/")
            if name != "HEAD":
                wanted.append(f"+refs/heads/{name}:{revision}")
        elif revision and revision != "HEAD":
            wanted.append(revision)
    return wanted


def _fetch(root: str, *arguments: str) -> None:
    done = _git(root, "fetch", "--no-tags", "--quiet", "origin", *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"exit code {done.returncode}"
        raise GitError(say(f"git fetch: {reason}", f"git fetch が失敗しました: {reason}"))


def _git(root: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "-C", root, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        why = f"no answer within {_SECONDS} seconds"
        raise GitError(say(f"git fetch: {why}", f"git fetch: {_SECONDS} 秒応答なし")) from None
    except OSError as error:
        raise GitError(say(f"git: {error.strerror}", f"git: {error.strerror}")) from None
