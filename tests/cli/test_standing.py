"""A finding on a key says how far the key has come."""

import json
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest

SEAWALL = Path(sys.executable).parent / "seawall"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(tmp_path, "clone", "-q", str(tmp_path / "remote.git"), "work")
    work = tmp_path / "work"
    git(work, "config", "user.name", "A")
    git(work, "config", "user.email", "a@b.example")
    key = "AKIA" + "".join(random.choices(string.ascii_uppercase + "234567", k=16))
    (work / "a.py").write_text(f'k = "{key}"\n')
    return work


def advice(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [SEAWALL, "scan", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stdout


def test_from_the_work_tree_to_the_remote(repository: Path) -> None:
    assert "Not committed yet" in advice(repository)
    git(repository, "add", ".")
    assert "Only here so far" in advice(repository, "--staged")
    git(repository, "commit", "-q", "-m", "x")
    assert "on no remote that is known here" in advice(repository)
    git(repository, "push", "-q", "origin", "HEAD:main")
    assert "Already on a remote" in advice(repository)
    assert "Still in HEAD" in advice(repository, "--history")
    git(repository, "rm", "-q", "a.py")
    git(repository, "commit", "-q", "-m", "y")
    assert "No longer in HEAD" in advice(repository, "--history")


def test_history_names_commit_author_and_date(repository: Path) -> None:
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "x")
    done = subprocess.run(
        [SEAWALL, "scan", "--history", "--format", "json"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    [finding] = json.loads(done.stdout)["findings"]
    assert finding["author"].startswith("A")
    assert len(finding["commit"]) == 40
    assert finding["date"]
