"""git-secrets' settings: what stands under `secrets.*`, what providers print, `.gitallowed`."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterable

from seawall.errors import GitError

# POSIX extended expressions, letter for letter those that `git secrets --register-aws` writes, so
# that teams who look for them in their settings find them
_AWS = "(AWS|aws|Aws)?_?"
_QUOTE = "(\"|')?"
_CONNECT = r"\s*(:|=>|=)\s*"
AWS_PATTERNS = (
    "(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}",
    f"{_QUOTE}{_AWS}(SECRET|secret|Secret)?_?(ACCESS|access|Access)?_?(KEY|key|Key)"
    f"{_QUOTE}{_CONNECT}{_QUOTE}[A-Za-z0-9/\\+=]{{40}}{_QUOTE}",
    f"{_QUOTE}{_AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?"
    f"{_QUOTE}{_CONNECT}{_QUOTE}[0-9]{{4}}\\-?[0-9]{{4}}\\-?[0-9]{{4}}{_QUOTE}",
    "ABSK[A-Za-z0-9+/]{109,}=*",
    "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t",
)
AWS_PROVIDER = "git secrets --aws-provider"
# https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html
AWS_ALLOWED = ("AKIAIOSFODNN7" + "EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY")
_SPECIAL = re.compile(r"[\\.|$(){}?+*^]")


def git(*words: str, given: bytes | None = None) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of one git command."""
    try:
        done = subprocess.run(["git", *words], input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not on PATH") from None
    return done.returncode, done.stdout, done.stderr


def values(key: str) -> list[str]:
    """Every value of one setting, in git's order."""
    _, output, _ = git("config", "-z", "--get-all", key)
    return [each for each in _text(output).split("\0") if each]


def add(key: str, value: str, *, where: tuple[str, ...], literal: bool = False) -> bool:
    """Add a value; False where an existing one already contains it."""
    if literal:
        value = _SPECIAL.sub(lambda sign: "\\" + sign[0], value)
    _, output, _ = git("config", *where, "--get-all", key)
    if value in _text(output):
        return False
    code, _, said = git("config", *where, "--add", key, value)
    if code:
        raise GitError(f"git config: {_text(said).strip()}")
    return True


def prohibited() -> list[str]:
    """All patterns: the settings' own, then each line that the providers print."""
    found = values("secrets.patterns")
    for provider in values("secrets.providers"):
        found += _provided(provider)
    return [each for each in found if each]


def allowed() -> list[str]:
    """Patterns over output lines that let a line pass, from settings and `.gitallowed`."""
    found = values("secrets.allowed")
    code, top, _ = git("rev-parse", "--show-toplevel")
    path = os.path.join(_text(top).rstrip("\n") if code == 0 else "", ".gitallowed")
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        lines = []
    return found + [line for line in lines if line and not line.startswith("#")]


def aws_provider(path: str) -> list[str]:
    """The values of a credentials file as expressions that match them literally."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        if "aws_access_key_id" in line or "aws_secret_access_key" in line:
            parts = line.split("=")
            value = parts[1] if len(parts) > 1 else ""
            value = value.replace(" ", "").replace('"', "").replace("\t", "")
            if value:
                found.append(_SPECIAL.sub(lambda sign: "\\" + sign[0], value).replace("[", "\\["))
    return found


def _provided(command: str) -> Iterable[str]:
    """What one provider prints; one that fails is said, never taken for an empty list."""
    if command == AWS_PROVIDER:  # ourselves under the old name, without a second process
        return aws_provider(os.path.expanduser("~/.aws/credentials"))
    words = shlex.split(command)
    if words[:2] == ["git", "secrets"] and words[2:3] == ["--aws-provider"]:
        return aws_provider(words[3] if len(words) > 3 else "")
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        raise GitError(f"the pattern provider '{words[0]}' failed with {done.returncode}")
    return _text(done.stdout).replace("\r", "").split()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
