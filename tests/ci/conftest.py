"""Runs of `seawall ci`."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clones import Ran, Repository

SEAWALL = (sys.executable, "-c", "from seawall.cli import main; raise SystemExit(main())")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


@pytest.fixture
def github(repository: Repository) -> Callable[..., Ran]:
    """Run `seawall ci` as a step of GitHub Actions."""

    def run(clone: Path, event: str, payload: object, *words: str, **environment: str) -> Ran:
        folder = repository.folder
        for name in ("summary.md", "output.txt"):
            (folder / name).unlink(missing_ok=True)
        (folder / "event.json").write_text(json.dumps(payload), "utf-8")
        given = {
            **repository.environment,
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "GITHUB_OUTPUT": str(folder / "output.txt"),
            **environment,
        }
        done = subprocess.run(
            [*SEAWALL, "ci", *words],
            cwd=clone,
            env=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return Ran(done, folder)

    return run
