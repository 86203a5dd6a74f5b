"""A repository as a CI runner checks it out, and what a run leaves behind."""

import os
import subprocess
from pathlib import Path

ZERO = "0" * 40


class Repository:
    """An origin, bare, and the work tree that pushes to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin = folder / "origin.git"
        self.work = folder / "work"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "CI"))},
            "HOME": str(folder),
            # compiling the rules takes seconds: once for all tests of a session
            "XDG_CACHE_HOME": str(folder.parent / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ann",
            "GIT_AUTHOR_EMAIL": "ann@example.com",
            "GIT_COMMITTER_NAME": "Ann",
            "GIT_COMMITTER_EMAIL": "ann@example.com",
            "LC_ALL": "C.UTF-8",
        }
        self.call("git", "init", "-q", "--bare", "-b", "main", str(self.origin), at=folder)
        self.call("git", "config", "uploadpack.allowAnySHA1InWant", "true", at=self.origin)
        self.call("git", "clone", "-q", str(self.origin), str(self.work), at=folder)
        self.call("git", "checkout", "-q", "-b", "main")

    def call(self, *words: str, at: Path | None = None, check: bool = True) -> str:
        done = subprocess.run(
            words,
            cwd=at or self.work,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, path: str, text: str | None, message: str = "change") -> str:
        """Write (or delete) a file and commit it; the commit's id."""
        file = self.work / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self.call("git", "add", "-A")
        self.call("git", "commit", "-q", "-m", message)
        return self.call("git", "rev-parse", "HEAD")

    def push(self, *refs: str) -> None:
        self.call("git", "push", "-q", "-f", "origin", *(refs or ("HEAD",)))

    def checkout(self, ref: str, *, depth: int = 0, name: str = "runner") -> Path:
        """A clone as actions/checkout makes one; all of it, or the newest commits."""
        clone = self.folder / name
        self.call("git", "init", "-q", "-b", "main", str(clone), at=self.folder)
        self.call("git", "remote", "add", "origin", self.origin.as_uri(), at=clone)
        if depth:
            self.call(
                "git", "fetch", "-q", "--no-tags", f"--depth={depth}", "origin", ref, at=clone
            )
            self.call("git", "checkout", "-q", "--detach", "FETCH_HEAD", at=clone)
        else:
            self.call(
                "git", "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*", at=clone
            )
            self.call("git", "fetch", "-q", "origin", ref, at=clone)
            self.call("git", "checkout", "-q", "--detach", "FETCH_HEAD", at=clone)
        return clone


class Ran:
    """What a run left behind."""

    def __init__(self, done: subprocess.CompletedProcess[str], folder: Path) -> None:
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr
        self.summary = _read(folder / "summary.md")
        self.outputs = dict(
            line.split("=", 1) for line in _read(folder / "output.txt").splitlines()
        )


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""
