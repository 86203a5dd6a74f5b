"""The machine fails: disk, cache, memory, terminal, objects. A clear line, the right code."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from repositories import SEAWALL


def test_a_full_disk_behind_a_report(repo, key):
    repo.write({"a": key})
    ran = repo.seawall("scan", "-o", "json=/dev/full/x")
    assert ran.code == 2, ran
    assert "cannot be written" in ran.out


@pytest.fixture
def tiny(tmp_path):
    """A disk with next to no room."""
    place = tmp_path / "tiny"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", place], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("may not mount a small disk here")
    yield place
    subprocess.run(["umount", place], check=False)


def test_a_report_that_does_not_fit_leaves_nothing(repo, key, tiny):
    repo.write({f"f{at}": key for at in range(50)})
    target = tiny / "out.json"
    ran = repo.seawall("scan", "-o", f"json={target}")
    assert ran.code == 2, ran
    assert "cannot be written" in ran.out
    assert list(tiny.iterdir()) == []


def test_a_broken_cache_changes_nothing(repo, key, tmp_path):
    cache = tmp_path / "cache"
    shutil.copytree(Path(repo.env["XDG_CACHE_HOME"]), cache)
    cache.joinpath("seawall").chmod(0o700)
    for each in (each for each in cache.rglob("*") if each.is_file()):
        data = each.read_bytes()
        each.write_bytes(data[:40] + os.urandom(max(len(data) - 40, 1)))
    repo.write({"a": key})
    ran = repo.seawall("scan", XDG_CACHE_HOME=str(cache))
    assert ran.code == 1, ran


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": ""},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "ja_JP.eucJP"},
        {"TERM": "", "COLUMNS": "1"},
        {"COLUMNS": "-7", "LINES": "x"},
        {"TMPDIR": "/nowhere"},
        {"SOURCE_DATE_EPOCH": "1"},
        {"SOURCE_DATE_EPOCH": "99999999999999999999"},
        {"SOURCE_DATE_EPOCH": "²"},
        {"TZ": "Nowhere/Else"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=lambda env: " ".join(f"{name}={value}" for name, value in env.items()),
)
def test_odd_surroundings(repo, key, env):
    repo.write({"naïve-日本語": key, "main.tf": 'resource "aws_vpc" "v" {}\n'})
    ran = repo.seawall("scan", **env)
    assert ran.code == 1, ran
    assert "bug of ours" not in ran.out
    (repo.path / "naïve-日本語").write_text("clean\n")
    assert repo.seawall("scan", **env).code == 0


@pytest.mark.parametrize("output", ["| head -c 1", "> /dev/full", ">&-"])
@pytest.mark.parametrize("format", ["text", "sarif"])
def test_output_that_cannot_be_written_is_no_pass(repo, key, output, format):
    repo.write({f"f{at}": f"{key}\n" * 20 for at in range(40)})
    script = f"'{SEAWALL}' scan --format {format} {output}"
    if output.startswith("|"):
        script = f"set -o pipefail; {script}"
    ran = repo.run("bash", "-c", f"{script}")
    assert ran.code not in (0, 2), ran
    assert "Traceback" not in ran.out
    assert "Exception ignored" not in ran.out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("after", [0.1, 0.8])
def test_signals_leave_nothing_half_written(repo, key, number, after):
    repo.write({f"d/f{at}.py": f"x = '{key}'\n" + "word = 1\n" * 5_000 for at in range(150)})
    target = repo.path.parent / "out"
    target.mkdir()
    process = subprocess.Popen(
        [SEAWALL, "scan", "-o", f"json={target / 'report.json'}"],
        cwd=repo.path,
        env=repo.env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(after)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (1, 130, -number), said
    assert b"Traceback" not in said, said
    if process.returncode != 1:
        assert not (target / "report.json").exists()


@pytest.mark.parametrize("kilobytes", [60_000, 150_000])
def test_too_little_memory_is_no_pass(repo, key, kilobytes):
    repo.write({"a": key, "b.txt": "word " * 8_000_000})
    ran = repo.run("bash", "-c", f"ulimit -v {kilobytes}; exec '{SEAWALL}' scan .")
    assert ran.code != 0, ran


@pytest.mark.parametrize("words", [("--staged",), ("--range", "HEAD~1..HEAD"), ("--history",)])
def test_an_object_that_is_gone(repo, key, words):
    repo.sneak({"a": "one\n"})
    repo.sneak({"a": key, "b": "clean\n"})
    repo.stage({"a": f"{key} more", "b": "cleaner\n"})
    where = ":b" if words == ("--staged",) else "HEAD:b"
    blob = repo.git("rev-parse", where)
    (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    ran = repo.seawall("scan", *words)
    assert ran.code == 3, ran
    assert "aws-access-key" in ran.out or words != ("--history",)
    assert "bug of ours" not in ran.out
