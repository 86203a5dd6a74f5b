"""`seawall init` in a repository with a past: afterwards an unrelated commit is silent."""

import random
import string
import subprocess
import sys
from pathlib import Path

SEAWALL = Path(sys.executable).parent / "seawall"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_an_old_repository_is_adopted(tmp_path: Path) -> None:
    key = "AKIA" + "".join(random.choices(string.ascii_uppercase + "234567", k=16))
    for words in (
        ("init", "-q"),
        ("config", "user.name", "A"),
        ("config", "user.email", "a@b.example"),
    ):
        run(tmp_path, "git", *words)
    (tmp_path / "main.tf").write_text(
        'provider "aws" {\n  region = "eu-west-1"\n}\n\n'
        'resource "aws_s3_bucket" "a" {\n  bucket = "x-y-z"\n  acl = "public-read"\n}\n'
    )
    (tmp_path / "old.py").write_text(f'key = "{key}"\n')
    run(tmp_path, "git", "add", ".")
    run(tmp_path, "git", "commit", "-q", "-m", "old")
    done = run(tmp_path, str(SEAWALL), "init", "--workflow")
    assert done.returncode == 0
    assert "1 credential still stands" in done.stdout
    assert key not in done.stdout
    assert 'allowed = ["eu-west-1"]' in (tmp_path / "seawall.toml").read_text()
    assert "bucket-public-acl main.tf" in (tmp_path / ".seawall-baseline").read_text()
    assert (tmp_path / ".github" / "workflows" / "seawall.yml").exists()
    run(tmp_path, str(SEAWALL), "install")
    (tmp_path / "new.py").write_text("print(1)\n")
    run(tmp_path, "git", "add", ".")
    commit = run(tmp_path, "git", "commit", "-q", "-m", "new")
    assert (commit.returncode, commit.stderr) == (0, "")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    assert run(tmp_path, str(SEAWALL), "init", "--dry-run").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.py"]


def test_what_stands_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "seawall.toml").write_text('fail-on = "low"\n')
    run(tmp_path, str(SEAWALL), "init")
    assert (tmp_path / "seawall.toml").read_text() == 'fail-on = "low"\n'
