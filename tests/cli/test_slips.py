"""Slips of the pen on the command line and in settings: each is refused with a way out."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.test_scan import OPEN, key, run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "admin-port-opne"), "did you mean 'admin-port-open'?"),
        (("--ignore", "aws-acces-key"), "did you mean 'aws-access-key'?"),
        (("--select", "zzzzzzzz"), "`seawall checks` lists them"),
        (("--history", "--since", "soon"), "write a date such as 2026-01-31"),
    ],
)
def test_a_slip_does_not_scan_for_nothing(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    done = run(tmp_path, "scan", *words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


@pytest.mark.parametrize(
    "name",
    ["secrets", "aws-*", "E3012", "detect-secrets-jwt", "house-token", "git-secrets-pattern"],
)
def test_what_may_be_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    rule = '[[secrets.rule]]\nid = "house-token"\npattern = "HOUSE-[0-9]{8}"\n'
    (tmp_path / "seawall.toml").write_text(f'ignore = ["{name}"]\n{rule}')
    done = run(tmp_path, "scan", "--select", f"{name},secrets")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "line",
    [
        'select = ["admin-port-opne"]',
        'ignore = ["admin-port-opne"]',
        'severity = {admin-port-opne = "low"}',
        'per-path = {"legacy/**" = {ignore = ["admin-port-opne"]}}',
    ],
)
def test_settings_that_name_no_check_are_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    (tmp_path / "seawall.toml").write_text(f"{line}\n")
    done = run(tmp_path, "scan")
    assert done.returncode == 2
    assert b"seawall.toml:1: unknown check 'admin-port-opne'; did you mean" in done.stderr


def test_a_day_in_since_begins_at_midnight_utc(tmp_path: Path) -> None:
    secret = key()
    when = {"GIT_AUTHOR_DATE": "2026-03-01T00:00:01Z", "GIT_COMMITTER_DATE": "2026-03-01T00:00:01Z"}
    (tmp_path / "a.py").write_text(f'x = "{secret}"\n')
    who = ["-c", "user.name=T", "-c", "user.email=t@example.com"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "one"]):
        subprocess.run(
            ["git", *words], cwd=tmp_path, check=True, env={"PATH": "/usr/bin:/bin", **when}
        )
    assert run(tmp_path, "scan", "--history", "--since", "2026-03-01").returncode == 1
    assert run(tmp_path, "scan", "--history", "--since", "2026-03-02").returncode == 0


def test_an_exemption_that_has_ended_is_not_written(tmp_path: Path) -> None:
    done = run(tmp_path, "allow", "0123456789abcdef0123", "--reason", "x", "--until", "2020-01-01")
    assert done.returncode == 2
    assert not (tmp_path / "seawall.toml").exists()


def test_fix_tells_what_it_left_alone(tmp_path: Path) -> None:
    text = 'resource "aws_instance" "a" {\n  metadata_options {\n    http_tokens = "optional"\n  }\n}\n'
    (tmp_path / "main.tf").write_text(text)
    done = run(tmp_path, "fix")
    assert b"nothing to fix" in done.stderr
    assert b"1 more with --unsafe" in done.stderr


def test_a_dry_init_counts_what_it_would_take_as_known(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    done = run(tmp_path, "init", "--dry-run")
    assert b"1 finding is known now" in done.stdout
    assert not (tmp_path / ".seawall-baseline").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("scan", "--staged"),
        ("scan", "--staged", "--history"),
        ("scan", "--select", "nope"),
        ("scan", "--var", "x"),
        ("respond", "nope"),
        ("explain", "nope"),
        ("allow", "nope", "--reason", "x"),
    ],
)
def test_a_refusal_speaks_japanese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    done = run(tmp_path, *words)
    assert done.returncode == 2
    assert any("\u3040" <= sign <= "\u30ff" for sign in done.stderr.decode())
