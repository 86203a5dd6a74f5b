"""The cases: an input, our command, what it is held against, how much it may cost."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import infrastructure
import inputs
import peers
from measure import Command

PYTHON = str(Path(sys.executable))
SEAWALL = os.environ.get("SEAWALL") or str(Path(sys.executable).parent / "seawall")
PRIVATE = inputs.CACHE / "user-cache"
# "" lets Python keep what it compiles, as it does for everybody; a variable of ours may forbid it
_QUIET = {
    "PYTHONDONTWRITEBYTECODE": "",
    "SEAWALL_CACHE": str(PRIVATE),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C.UTF-8",
}


@dataclass
class Case:
    """`limit` is a ratio to `reference`, or CPU seconds where there is none; `sizes` are for the
    plot: how large, and what to run."""

    name: str
    title: str
    limit: float
    ours: Command
    reference: Command | None = None
    against: str = "CPU seconds"
    peers: dict[str, Command] = field(default_factory=dict)
    less: Command | None = None  # what both sides are freed of: the start of a process
    sizes: Callable[[], dict[float, Command]] | None = None
    unit: str = ""


def seawall(folder: Path, *words: str, given: bytes = b"") -> Command:
    return Command((SEAWALL, *words), folder, given=given, fails=True, environment=_QUIET)


def _forgotten(command: Command) -> Command:
    """The same with the engine compiled, but no file known as clean."""

    def forget() -> None:
        for path in PRIVATE.glob("settled-*"):
            path.unlink()

    return replace(command, before=forget)


def _bare(folder: Path) -> Command:
    return Command((PYTHON, "-I", "-S", "-c", "pass"), folder)


def _shell(folder: Path, line: str) -> Command:
    return Command(("sh", "-c", line), folder)


def _peer(name: str, folder: Path, *words: str) -> dict[str, Command]:
    path = peers.program(name)
    return {name: Command((path, *words), folder, fails=True)} if path else {}


def hook() -> Case:
    folder = inputs.staged(10)
    names = sorted(each.name for each in folder.glob("*.py"))
    settings = peers.secretlint_settings(inputs.CACHE)
    return Case(
        "hook",
        "hook, 10 staged files",
        2.5,
        seawall(folder, "hook", "pre-commit"),
        _bare(folder),
        "`python -I -S -c pass`",
        {
            **_peer("detect-secrets-hook", folder, *names),
            **_peer("kingfisher", folder, "scan", "--staged", "--no-validate", "--quiet", "."),
            **_peer("secretlint", folder, "--secretlintrc", settings, *names),
            **_peer("gitleaks", folder, "git", "--staged", "--no-banner"),
        },
        sizes=lambda: {n: seawall(inputs.staged(n), "hook", "pre-commit") for n in (10, 50, 100)},
        unit="files",
    )


def module() -> Case:
    folder = infrastructure.module_touched()
    return Case(
        "module",
        "hook, one Terraform module touched",
        8,
        seawall(folder, "hook", "pre-commit"),
        _bare(folder),
        "`python -I -S -c pass`",
        _peer("checkov", folder, "-d", "network", "--compact", "--quiet", "--skip-download"),
    )


def tree() -> Case:
    folder = inputs.tree(100)
    return Case(
        "tree",
        "tree of 100 MB",
        2.5,
        _forgotten(seawall(folder, "scan", ".", "--quiet", "--select", "secrets")),
        Command((shutil.which("rg") or "rg", "-uuu", "qzjxwvkq", "."), folder),
        "`rg` for one absent word",
        {
            **_peer("kingfisher", folder, "scan", "--no-validate", "--quiet", "."),
            **_peer("gitleaks", folder, "dir", "--no-banner", "."),
        },
        sizes=lambda: {
            n: _forgotten(seawall(inputs.tree(n), "scan", ".", "--quiet", "--select", "secrets"))
            for n in (25, 50, 100)
        },
        unit="MB",
    )


def history() -> Case:
    folder = inputs.history(10)
    return Case(
        "history",
        "full history",
        2.5,
        seawall(folder, "scan", "--history", "--quiet"),
        _shell(folder, "git cat-file --batch --batch-all-objects --unordered --buffer"),
        "`git cat-file` of everything",
        {
            "git log -p": _shell(folder, "git log -p -U0 --all"),
            **_peer("kingfisher", folder, "scan", "--no-validate", "--quiet", "."),
            **_peer("gitleaks", folder, "git", "--no-banner", "."),
        },
        sizes=lambda: {
            n: seawall(inputs.history(n), "scan", "--history", "--quiet") for n in (3, 6, 10)
        },
        unit="releases",
    )


def push() -> Case:
    def ours(blobs: int) -> Command:
        folder = inputs.pushed(blobs)
        tip = inputs.git(folder, "rev-parse", "HEAD").decode().strip()
        line = f"refs/heads/main {tip} refs/heads/main {'0' * 40}\n".encode()
        words = ("hook", "pre-push", "origin", "https://example.com/x.git")
        return seawall(folder, *words, given=line)

    objects = "git rev-list --objects HEAD --not --remotes | cut -c1-40"
    folder = inputs.pushed(500)
    return Case(
        "push",
        "push of 500 blobs",
        2.5,
        ours(500),
        _shell(folder, f"{objects} | git cat-file --batch --buffer"),
        "`git cat-file` of what is pushed",
        sizes=lambda: {n: ours(n) for n in (125, 250, 500)},
        unit="blobs",
    )


def terraform() -> Case:
    folder = infrastructure.terraform(1000)
    return Case(
        "terraform",
        "1,000 Terraform files with checks",
        2.0,
        seawall(folder, "scan", ".", "--quiet"),
        peers=_peer("checkov", folder, "-d", ".", "--compact", "--quiet", "--skip-download"),
        sizes=lambda: {
            n: seawall(infrastructure.terraform(n), "scan", ".", "--quiet")
            for n in (250, 500, 1000)
        },
        unit="files",
    )


def templates() -> Case:
    folder = infrastructure.templates(300)
    return Case(
        "templates",
        "300 CloudFormation templates with checks",
        1.0,
        seawall(folder, "scan", ".", "--quiet"),
        peers={
            **_peer("checkov", folder, "-d", ".", "--compact", "--quiet", "--skip-download"),
            **_peer("cfn-lint", folder, "**/*.yaml", "**/*.json"),
        },
        sizes=lambda: {
            n: seawall(infrastructure.templates(n), "scan", ".", "--quiet") for n in (75, 150, 300)
        },
        unit="templates",
    )


def again() -> Case:
    folder = inputs.many_files(20_000)
    return Case(
        "again",
        "unchanged tree of 20,000 files again",
        1.5,
        seawall(folder, "scan", "--quiet"),
        _shell(folder, "git status"),
        "`git status`",
        sizes=lambda: {
            n: seawall(inputs.many_files(n), "scan", "--quiet") for n in (5_000, 10_000, 20_000)
        },
        unit="files",
    )


def _worst(kind: str, title: str) -> Case:
    def ours(megabytes: int) -> Command:
        return seawall(inputs.line_of(kind, megabytes), "scan", ".", "--quiet")  # few: not kept

    return Case(
        f"line-{kind}",
        title,
        3,
        ours(8),
        seawall(inputs.line_of("text", 8), "scan", ".", "--quiet"),
        "plain text",
        less=seawall(inputs.line_of("empty", 1), "scan", ".", "--quiet"),
        sizes=lambda: {n: ours(n) for n in (2, 4, 8)},
        unit="MB",
    )


CASES: dict[str, Callable[[], Case]] = {
    "hook": hook,
    "module": module,
    "tree": tree,
    "history": history,
    "push": push,
    "terraform": terraform,
    "templates": templates,
    "again": again,
    "line-token": lambda: _worst("token", "lines of 1 MB: one token"),
    "line-secret": lambda: _worst("secret", "lines of 1 MB: `secret secret ...`"),
    "line-equals": lambda: _worst("equals", "lines of 1 MB: a million `=`"),
}
