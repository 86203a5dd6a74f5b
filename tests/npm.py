"""Packages of the npm registry, installed once for a test session by the ordinary client."""

import shutil
import subprocess
from pathlib import Path

import pytest


def install(folder: Path, *packages: str) -> Path:
    """The `node_modules` that holds `packages` (name@version)."""
    quiet = ("--no-audit", "--no-fund", "--silent")
    call(folder, "install", *quiet, "--prefix", str(folder), *packages)
    return folder / "node_modules"


def call(folder: Path, *words: str) -> None:
    """npm in `folder`; a machine without npm or its registry skips the test, visibly."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm here")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, *words], cwd=folder, timeout=600, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        pytest.skip(f"npm {words[0]} ended with {done.returncode}: no registry?")
