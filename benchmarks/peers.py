"""Other tools, each installed by its package name into benchmarks/.cache, where that works."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path(__file__).resolve().parent / ".cache"
_PYPI = ("detect-secrets", "kingfisher-bin", "checkov", "cfn-lint")
_NPM = ("secretlint", "@secretlint/secretlint-rule-preset-recommend")
_GO = "github.com/zricethezav/gitleaks/v8@latest"


def install() -> None:
    """Get what is missing; what cannot be had is "not measured"."""
    CACHE.mkdir(exist_ok=True)
    for name in _PYPI:
        folder = CACHE / name
        if not folder.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False)
            subprocess.run([str(folder / "bin/pip"), "install", "-q", name], check=False)
    if shutil.which("npm") and not (CACHE / "secretlint/node_modules").exists():
        (CACHE / "secretlint").mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--prefix", str(CACHE / "secretlint"), *_NPM],
            check=False,
        )
    if shutil.which("go") and not (CACHE / "gobin/gitleaks").exists():
        environment = {**os.environ, "GOBIN": str(CACHE / "gobin")}
        subprocess.run(["go", "install", _GO], check=False, env=environment)


def program(name: str) -> str:
    """The path of a peer's program, "" where it is not installed."""
    places = [
        *(CACHE / package / "bin" / name for package in _PYPI),
        CACHE / "gobin" / name,
        CACHE / "secretlint/node_modules/.bin" / name,
    ]
    for place in places:
        if place.exists():
            return str(place)
    return shutil.which(name) or ""


def secretlint_settings(folder: Path) -> str:
    """A file that switches its recommended rules on."""
    path = folder / "secretlint.json"
    path.write_text('{"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}')
    return str(path)
