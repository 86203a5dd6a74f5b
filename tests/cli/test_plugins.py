"""Own checks as Python files: the same API, and never run before they are trusted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SEAWALL = Path(sys.executable).parent / "seawall"

PLUGIN = '''"""Find buckets without our prefix."""

from collections.abc import Iterator

from seawall.check import Ja, Problem, check
from seawall.model.s3 import Bucket
from seawall.severity import HIGH
from seawall.words import say

open("ran", "w").close()


@check(
    Bucket,
    HIGH,
    title="Bucket without our prefix",
    why="Nobody knows whose it is.",
    remedy="Begin its name with acme-.",
    ja=Ja("接頭辞のないバケット", "持ち主が分かりません。", "名前を acme- で始めてください。"),
)
def bucket_without_prefix(bucket: Bucket) -> Iterator[Problem]:
    name = bucket.raw.at("bucket")
    if name.holds(lambda text: not text.startswith("acme-")):
        yield Problem(name, say("no acme- here", "acme- がありません"))
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    root = tmp_path / "work"
    (root / "house_rules").mkdir(parents=True)
    (root / "house_rules" / "bucket_without_prefix.py").write_text(PLUGIN)
    (root / "seawall.toml").write_text(
        'plugins = ["house_rules/bucket_without_prefix.py"]\nselect = ["bucket-without-prefix"]\n'
    )
    (root / "main.tf").write_text('resource "aws_s3_bucket" "a" {\n  bucket = "logs"\n}\n')
    return root


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SEAWALL, *words], cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_plugin_runs_once_trusted_and_not_before(folder: Path) -> None:
    before = run(folder, "scan")
    assert before.returncode == 3
    assert "not trusted" in before.stdout
    assert not (folder / "ran").exists()
    assert run(folder, "config", "--trust-plugins").returncode == 0
    after = run(folder, "scan", "--format", "json")
    [finding] = json.loads(after.stdout)["findings"]
    assert (after.returncode, finding["check"], finding["family"]) == (
        1,
        "bucket-without-prefix",
        "house-rules",
    )
    assert finding["line"] == 2


def test_a_changed_plugin_is_a_new_one(folder: Path) -> None:
    run(folder, "config", "--trust-plugins")
    path = folder / "house_rules" / "bucket_without_prefix.py"
    path.write_text(path.read_text() + "\nopen('changed', 'w').close()\n")
    assert run(folder, "scan").returncode == 3
    assert not (folder / "changed").exists()


def test_a_plugin_that_is_gone_or_broken_is_named(folder: Path) -> None:
    path = folder / "house_rules" / "bucket_without_prefix.py"
    path.write_text("x = 1\nraise ValueError('secret text')\n")
    broken = run(folder, "config", "--trust-plugins")
    assert broken.returncode == 2
    assert "bucket_without_prefix.py:2: ValueError while loading" in broken.stderr
    assert "secret text" not in broken.stderr
    os.unlink(path)
    assert "no such file" in run(folder, "scan").stderr
