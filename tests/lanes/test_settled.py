"""A file that was clean is read again as soon as anything about it changed."""

import json
import os
import random
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest

SEAWALL = str(Path(sys.executable).parent / "seawall")
FILES = 210  # below 200 nothing is remembered
KEY = "AKIA" + "".join(random.choices(string.ascii_uppercase + "234567", k=16))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all, so that the engine is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def tree(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEAWALL_CACHE", str(cache))
    for old_one in cache.glob("settled-*"):
        old_one.unlink()
    folder = tmp_path / "tree"
    folder.mkdir()
    old = time.time() - 60
    for number in range(FILES):
        path = folder / f"f{number}.txt"
        path.write_text(f"plain text {number} with some more words\n")
        os.utime(path, (old, old))
    time.sleep(0.2)  # what was changed in the tick of its reading is not remembered
    return folder


def scan(tree: Path, *words: str) -> tuple[int, str]:
    command = [SEAWALL, "scan", ".", "--format", "concise", *words]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    return done.returncode, done.stdout or done.stderr


def remembered(cache: Path) -> list[Path]:
    return list(cache.glob("settled-*"))


def test_key_written_into_a_clean_file_is_found(tree: Path, cache: Path) -> None:
    assert scan(tree)[0] == 0
    assert remembered(cache)
    (tree / "f7.txt").write_text(f"id {KEY}\n")
    code, said = scan(tree)
    assert code == 1
    assert "f7.txt" in said


def test_same_size_and_old_time_do_not_hide_a_change(tree: Path) -> None:
    path = tree / "f8.txt"
    path.write_text("x" * len(KEY) + "\n")
    time.sleep(0.2)
    assert scan(tree)[0] == 0
    before = path.stat()
    path.write_text(KEY + "\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert scan(tree)[0] == 1


def test_finding_is_told_in_every_run(tree: Path) -> None:
    (tree / "f9.txt").write_text(f"id {KEY}\n")
    time.sleep(0.2)
    first, second = scan(tree), scan(tree)
    assert first == second
    assert first[0] == 1


def test_own_rule_added_later_looks_at_everything_again(tree: Path) -> None:
    assert scan(tree)[0] == 0
    settings = tree.parent / "own.toml"
    settings.write_text(
        '[[secrets.rule]]\nid = "plain-word"\ntitle = "Plain"\nseverity = "high"\n'
        'pattern = "plain text 11 "\n'
    )
    assert scan(tree, "--config", str(settings))[0] == 1


@pytest.mark.parametrize("garbage", [b"", b"seawall1", b"\xff" * 4000])
def test_broken_memory_is_made_again(tree: Path, cache: Path, garbage: bytes) -> None:
    assert scan(tree)[0] == 0
    [kept] = remembered(cache)
    kept.write_bytes(garbage)
    (tree / "f7.txt").write_text(f"id {KEY}\n")
    assert scan(tree)[0] == 1


def test_unchanged_tree_tells_the_same(tree: Path) -> None:
    first, second = scan(tree, "--format", "json"), scan(tree, "--format", "json")
    assert first == second
    assert json.loads(second[1])["scanned"]["files"] == FILES
