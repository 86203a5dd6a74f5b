"""Real repositories, and the commands people type in them."""

import random
import subprocess
import sys
from pathlib import Path

SEAWALL = Path(sys.executable).with_name("seawall")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


class Ran:
    """What a command said and how it ended."""

    def __init__(self, code: int, out: str) -> None:
        self.code = code
        self.out = out

    def __repr__(self) -> str:
        return f"<exit {self.code}>\n{self.out}"


class Repo:
    """One repository and the commands people type in it."""

    def __init__(self, path: Path, env: dict[str, str]) -> None:
        self.path = path
        self.env = env

    def run(self, *argv: str | Path, given: str | bytes = b"", **env: str) -> Ran:
        done = subprocess.run(
            [str(each) for each in argv],
            cwd=self.path,
            env=self.env | env,
            input=given.encode() if isinstance(given, str) else given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"))

    def git(self, *argv: str | Path, given: str | bytes = b"", **env: str) -> str:
        """A git command that has to work; what it printed."""
        ran = self.run("git", *argv, given=given, **env)
        assert ran.code == 0, (argv, ran)
        return ran.out.strip()

    def seawall(self, *argv: str | Path, given: str | bytes = b"", **env: str) -> Ran:
        return self.run(SEAWALL, *argv, given=given, **env)

    def write(self, files: dict[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def stage(self, files: dict[str, str | bytes]) -> None:
        self.write(files)
        self.git("add", "-A", "--", *files)

    def commit(
        self, files: dict[str, str | bytes] | None = None, message: str = "work", *more: str
    ) -> Ran:
        """Stage and commit through the hooks."""
        if files:
            self.stage(files)
        return self.run("git", "commit", "-q", "-m", message, *more)

    def sneak(self, files: dict[str, str | bytes], message: str = "work") -> str:
        """Commit past the hooks; the commit's id."""
        self.stage(files)
        self.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def push(self, *argv: str) -> Ran:
        return self.run("git", "push", "-q", *(argv or ("origin", "HEAD:refs/heads/main")))

    def publish(self, *argv: str) -> None:
        """Push past the hooks."""
        self.git("push", "-q", "--no-verify", *(argv or ("origin", "HEAD:refs/heads/main")))


class World:
    """Makes repositories, remotes and clones in one folder."""

    def __init__(self, folder: Path, env: dict[str, str], template: Path) -> None:
        self.folder = folder
        self.env = env
        self.template = template

    def repo(self, name: str = "work", *options: str, gated: bool = True) -> Repo:
        path = self.folder / name
        chosen = self.template if gated else ""
        subprocess.run(
            ["git", "init", "-q", f"--template={chosen}", "-b", "main", *options, str(path)],
            env=self.env,
            check=True,
        )
        return Repo(path, self.env)

    def remote(self, of: Repo, name: str = "origin", *options: str) -> Repo:
        bare = self.repo(f"{name}.git", "--bare", *options, gated=False)
        of.git("remote", "add", name, bare.path)
        return bare

    def clone(self, source: Path | str, name: str, *options: str) -> Repo:
        subprocess.run(
            ["git", "clone", "-q", f"--template={self.template}", *options, str(source), name],
            cwd=self.folder,
            env=self.env,
            check=True,
        )
        return Repo(self.folder / name, self.env)


def new_key() -> str:
    """An access key id that nobody has: made now, written nowhere."""
    return "AK" + "IA" + "".join(random.choices(LETTERS, k=16))
