"""Searches as git-secrets does: whole words, POSIX extended expressions, C locale.

`grep` and `git grep` do the matching, so that every expression means what it meant. Each pattern
is its own argument: one that holds a blank stays one pattern.
"""

import os
import subprocess

from seawall.compat.git_settings import git

_GREP = ("-n", "-w", "-H", "-E", "-I")


class Failed(Exception):
    """grep or git grep refused; `said` is its own message, `code` its exit code."""

    def __init__(self, code: int, said: bytes) -> None:
        super().__init__(code)
        self.code = code
        self.said = said


def files(
    names: list[str], patterns: list[str], *, recursive: bool, given: bytes | None = None
) -> bytes:
    """Lines of plain files, "-" being standard input; raises Failed."""
    directories = ("-d", "recurse") if recursive else ("-d", "skip")
    words = ["grep", *directories, *_GREP, *_each(patterns), "--", *names]
    done = subprocess.run(
        words, input=given, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return _lines(done.returncode, done.stdout, done.stderr)


def tracked(
    patterns: list[str], *options: str, names: list[str] | None = None, at: list[str] | None = None
) -> bytes:
    """Lines of tracked files (or as `options` say); `at` are commits to search; raises Failed."""
    os.environ["LC_ALL"] = "C"
    words = ["--no-color", "--no-column", "--no-heading", *_GREP, *options, *_each(patterns)]
    pathspec = ["--", *(f":(literal,top){name}" for name in names)] if names is not None else []
    return _lines(*git("-c", "core.quotePath=false", "grep", *words, *(at or []), *pathspec))


def below(patterns: list[str], *options: str, names: list[str]) -> bytes:
    """The same with the user's own path arguments; raises Failed."""
    os.environ["LC_ALL"] = "C"
    words = ["--no-color", "--no-column", "--no-heading", *_GREP, *options, *_each(patterns)]
    return _lines(*git("grep", *words, "--", *names))


def permitted(output: bytes, allowed: list[str]) -> bytes:
    """The lines that no allowed pattern lets pass."""
    if not allowed or not output:
        return output
    words = ["grep", "-E", "-v", "-a", *_each(allowed)]
    done = subprocess.run(
        words, input=output, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    return _lines(done.returncode, done.stdout, done.stderr)


def _each(patterns: list[str]) -> list[str]:
    return [word for pattern in patterns for word in ("-e", pattern)]


def _lines(code: int, output: bytes, said: bytes) -> bytes:
    if code > 1:
        raise Failed(code, said)
    return output
