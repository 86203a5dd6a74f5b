"""Packages of the npm registry, installed once for a test session by the ordinary client."""

import shutil
import subprocess
from pathlib import Path

import pytest


def install(folder: Path, *packages: str) -> Path:
    """The `node_modules` that holds `packages` (name@version)."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail("host tests need npm")
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(folder), *packages],
        check=True,
        timeout=600,
        stdin=subprocess.DEVNULL,
    )
    return folder / "node_modules"
