"""`seawall scan`: files, folders, the index, a range, the whole history or an editor's buffer."""

import os
import sys
import time
from importlib import import_module
from typing import Any

import click

from seawall.cli.options import asked_of, output_of, shared
from seawall.cli.overlay import Overlay
from seawall.cli.place import upward
from seawall.errors import UsageError
from seawall.finding import Report
from seawall.forge import owners
from seawall.gate import Output, run
from seawall.policy.load import load
from seawall.scan import Asked
from seawall.sources import commits, index, stdin, worktree
from seawall.sources.changes import ChangeSet, Tree
from seawall.sources.git import Git, repository
from seawall.sources.history import Progress
from seawall.sources.history import history as whole_history
from seawall.sources.trees import commit_tree
from seawall.words import say


@click.command(name="scan", help="Find secrets and dangerous infrastructure code.")
@click.argument("paths", nargs=-1)
@click.option("--staged", is_flag=True, help="The index against HEAD.")
@click.option("--range", "range_", default="", metavar="BASE..HEAD", help="Every commit of it.")
@click.option("--history", is_flag=True, help="Everything reachable from every ref.")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read standard input.")
@click.option("--stdin-filename", default="", metavar="NAME", help="What that input is called.")
@shared
def command(
    paths: tuple[str, ...],
    staged: bool,
    range_: str,
    history: bool,
    from_stdin: bool,
    stdin_filename: str,
    **values: Any,
) -> int:
    modes = sum((bool(paths), staged, bool(range_), history, from_stdin))
    if modes > 1:
        raise UsageError(
            say(
                "PATH, --staged, --range, --history and --stdin exclude one another",
                "PATH、--staged、--range、--history、--stdin は同時に使えません",
            )
        )
    output, asked = output_of(values), asked_of(values, whole=modes == 0 or history)

    def changes() -> ChangeSet:
        found = _changes(paths, staged, range_, history, from_stdin, stdin_filename, values)
        if values["policy_from"]:
            git = Git(found.root)
            found.policy_at = commits.commit_id(git, values["policy_from"])
            found.policy_tree = commit_tree(git, found.policy_at)
        return found

    return _run(changes, output, asked, values, paths)


def _run(
    changes: Any, output: Output, asked: Asked, values: dict[str, Any], paths: tuple[str, ...]
) -> int:
    for tool in values["with_tools"]:
        import_module("seawall.lanes.outside").require(tool)
    if values["policy_from"] or values["config"]:
        return run(changes, output=output, asked=asked, config=values["config"], then=_owners)
    start = paths[0] if len(paths) == 1 else os.getcwd()
    start = start if os.path.isdir(start) else os.path.dirname(os.path.abspath(start))
    settings = load(upward(repository(start) or os.path.abspath(start), start))
    return run(changes, output=output, asked=asked, settings=settings, then=_owners)


def _owners(report: Report) -> None:
    """Name who owns each finding's path, by the repository's own CODEOWNERS."""
    if report.findings:
        owners.fill(report.findings, owners.load(upward(repository() or os.getcwd())))


def _changes(
    paths: tuple[str, ...],
    staged: bool,
    range_: str,
    history: bool,
    from_stdin: bool,
    stdin_filename: str,
    values: dict[str, Any],
) -> ChangeSet:
    if from_stdin:
        return _buffer(sys.stdin.buffer.read(), stdin_filename or "stdin")
    if paths:
        return given(list(paths))
    if not (staged or range_ or history):
        return worktree.tree()
    root = repository()
    if root is None:
        raise UsageError(say("no git repository here", "ここは git リポジトリではありません"))
    if staged:
        return index.staged(root=root)
    if range_:
        return commits.range_of(Git(root), range_)
    return whole_history(Git(root), since=values["since"], progress=_progress(values["quiet"]))


def given(names: list[str]) -> ChangeSet:
    """The paths that were named; inside a repository their projects are read whole, so that a
    module elsewhere and whoever calls one of these files are known."""
    found = worktree.paths(names)
    if repository(found.root) is not None and found.after is not None:
        found.touched = frozenset(found.after.paths())
        found.after = worktree.tree(found.root).after
    return found


def _buffer(data: bytes, name: str) -> ChangeSet:
    """An editor's buffer, judged within the project it will be saved into."""
    found = stdin.buffer(data, name)
    [change] = found.changes
    if change.after is not None:
        overlay = Overlay(worktree.tree(found.root).after or Tree())
        overlay.put(change.path, change.after.text)
        found.after = overlay
    return found


def _progress(quiet: bool) -> Progress | None:
    """Counts on a terminal, once the scan has taken a second; never in a pipe or a log."""
    stream = sys.stderr
    if quiet or stream is None or not stream.isatty():
        return None
    started = time.monotonic()
    last = [0.0]

    def hear(done: int, total: int) -> None:
        now = time.monotonic() - started
        if done >= total and last[0]:
            stream.write("\r\033[K")
            stream.flush()
        elif now > 1 and now - last[0] > 0.2:
            last[0] = now
            stream.write(f"\r\033[K{done:,} / {total:,}")
            stream.flush()

    return hear
