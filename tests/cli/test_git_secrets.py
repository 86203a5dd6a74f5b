"""git-secrets' command line, drop-in: on real repositories, through the installed executable."""

import os
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
    root = tmp_path / "repository"
    root.mkdir()
    monkeypatch.chdir(root)
    run("git", "init", "-q", ".")
    run("git", "config", "user.email", "a@example.com")
    run("git", "config", "user.name", "A")
    return root


def run(*words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, input=given, capture_output=True, text=True, check=False)


def secrets(*words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return run("git", "secrets", *words, given=given)


def key() -> str:
    return "AKIA" + "".join(random.choices(string.ascii_uppercase + "234567", k=16))


def test_usage_and_unknown_options(repository: Path) -> None:
    plain = secrets()
    assert (plain.returncode, plain.stdout.startswith("usage: git secrets")) == (0, True)
    unknown = secrets("--nonsense")
    assert unknown.returncode == 129
    assert "error: unknown option" in unknown.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scan", "-f"), "-f|--force can only be supplied with the --install subcommand"),
        (("--install", "-r"), "-r|--recursive can only be supplied with the --scan subcommand"),
        (("--scan", "-a"), "-a|--allowed can only be supplied with the --add subcommand"),
        (("--list", "--cached"), "--cached can only be supplied with the --scan subcommand"),
        (
            ("--scan", "-r", "--cached"),
            "-r|--recursive cannot be supplied with --cached, --no-index, or --untracked",
        ),
    ],
)
def test_switches_that_do_not_belong(repository: Path, words: tuple[str, ...], said: str) -> None:
    done = secrets(*words)
    assert (done.returncode, done.stderr.strip()) == (1, said)


def test_adding_and_listing(repository: Path) -> None:
    assert secrets("--add", "testing+123").returncode == 0
    assert secrets("--add", "testing+123").returncode == 1
    assert secrets("--add", "--literal", "a.b(c)").returncode == 0
    assert secrets("--add", "-a", "fine").returncode == 0
    listed = secrets("--list").stdout
    assert "secrets.patterns testing+123" in listed
    assert r"secrets.patterns a\.b\(c\)" in listed
    assert "secrets.allowed fine" in listed


def test_aws_is_registered_once(repository: Path) -> None:
    first = secrets("--register-aws")
    assert (first.returncode, first.stdout.strip()) == (0, "OK")
    assert secrets("--register-aws").stdout == ""
    listed = secrets("--list").stdout
    assert "(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}" in listed
    assert "git secrets --aws-provider" in listed


def test_scanning_files_folders_and_standard_input(repository: Path) -> None:
    secrets("--add", "@todo")
    secrets("--add", "two words")
    (repository / "a.txt").write_text("nothing\nwith @todo here\n")
    (repository / "sub").mkdir()
    (repository / "sub" / "b.txt").write_text("two words\n")
    (repository / "c.txt").write_text("two lonely\n")
    found = secrets("--scan", "a.txt")
    assert (found.returncode, found.stderr.splitlines()[0]) == (1, "a.txt:2:with @todo here")
    assert "[ERROR] Matched one or more prohibited patterns" in found.stderr
    assert secrets("--scan", "c.txt").returncode == 0
    assert secrets("--scan", "sub").returncode == 0
    assert "sub/b.txt:1:two words" in secrets("--scan", "-r", "sub").stderr
    piped = secrets("--scan", "-", given="x\n@todo\n")
    assert (piped.returncode, piped.stderr.splitlines()[0]) == (1, "(standard input):2:@todo")
    missing = secrets("--scan", "nowhere")
    assert missing.returncode == 2
    assert "No such file" in missing.stderr


def test_whole_words_and_case(repository: Path) -> None:
    secrets("--add", "secret")
    (repository / "a").write_text("secretive\nSECRET\nmy_secret\n")
    assert secrets("--scan", "a").returncode == 0
    (repository / "b").write_text("my-secret\n")
    assert secrets("--scan", "b").returncode == 1


def test_a_pattern_with_a_blank_stays_whole_in_git_mode(repository: Path) -> None:
    secrets("--add", "two words")
    (repository / "a").write_text("two\nwords\n")
    run("git", "add", "a")
    assert secrets("--scan").returncode == 0
    (repository / "a").write_text("two words\n")
    assert secrets("--scan").returncode == 1
    assert secrets("--scan", "--cached").returncode == 0


def test_what_is_allowed_drops_the_line(repository: Path) -> None:
    secrets("--add", "hello")
    secrets("--add", "-a", "hello world")
    (repository / "a").write_text("hello world\nhello you\n")
    (repository / "b").write_text("hello there\n")
    (repository / ".gitallowed").write_text("# comment\n\n^b:1:\n")
    done = secrets("--scan", "a", "b")
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "a:2:hello you")
    assert "b:1" not in done.stderr


def test_no_patterns_is_said(repository: Path) -> None:
    (repository / "a").write_text("x\n")
    done = secrets("--scan", "a")
    assert done.returncode == 0
    assert "no patterns are configured" in done.stderr


def test_providers(repository: Path) -> None:
    secrets("--add-provider", "--", "echo", "foo", "ba+r")
    (repository / "a").write_text("foo\n")
    assert secrets("--scan", "a").returncode == 1
    run("git", "config", "--replace-all", "secrets.providers", "false")
    failed = secrets("--scan", "a")
    assert failed.returncode != 0
    assert "provider" in failed.stderr


def test_credentials_file_becomes_patterns(repository: Path) -> None:
    (repository / "ini").write_text(
        '[x]\naws_access_key_id = "a.b"\naws_secret_access_key=c+d/e\nregion=q\n'
    )
    assert secrets("--aws-provider", "ini").stdout == "a\\.b\nc\\+d/e\n"
    assert secrets("--aws-provider", "none").returncode == 0


def test_hooks_stop_files_messages_and_merges(repository: Path) -> None:
    installed = secrets("--install")
    assert installed.stdout.splitlines()[0].endswith(
        "Installed commit-msg hook to .git/hooks/commit-msg"
    )
    assert secrets("--install").returncode == 1
    assert secrets("--install", "-f").returncode == 0
    secrets("--register-aws")
    (repository / "a").write_text("fine\n")
    run("git", "add", ".")
    assert run("git", "commit", "-m", "first").returncode == 0
    (repository / "b").write_text(key() + "\n")
    run("git", "add", ".")
    stopped = run("git", "commit", "-m", "second")
    assert stopped.returncode == 1
    assert "b:1:" in stopped.stderr
    run("git", "rm", "-q", "--cached", "b")
    assert run("git", "commit", "--allow-empty", "-m", key()).returncode == 1
    run("git", "checkout", "-q", "-b", "other")
    run("git", "add", "b")
    run("git", "commit", "-q", "--no-verify", "-m", "other")
    run("git", "checkout", "-q", "-")
    run("git", "commit", "-q", "--allow-empty", "-m", "here")
    merged = run("git", "merge", "--no-ff", "--no-edit", "other")
    assert merged.returncode != 0


def test_a_commit_of_deletions_does_not_search_the_rest(repository: Path) -> None:
    secrets("--install")
    (repository / "old").write_text("hello\n")
    (repository / "gone").write_text("x\n")
    run("git", "add", ".")
    run("git", "commit", "-q", "-m", "before patterns")
    secrets("--add", "hello")
    run("git", "rm", "-q", "gone")
    assert run("git", "commit", "-m", "delete").returncode == 0


def test_hooks_go_where_git_reads_them(repository: Path, tmp_path: Path) -> None:
    run("git", "commit", "-q", "--allow-empty", "-m", "x")
    run("git", "worktree", "add", "-q", str(tmp_path / "tree"))
    os.chdir(tmp_path / "tree")
    assert secrets("--install").returncode == 0
    assert (repository / ".git" / "hooks" / "pre-commit").exists()
    os.chdir(repository)
    run("git", "config", "core.hooksPath", "my-hooks")
    assert secrets("--install").returncode == 0
    assert (repository / "my-hooks" / "pre-commit").exists()


def test_template_directory_and_hook_folders(repository: Path, tmp_path: Path) -> None:
    assert secrets("--install", str(tmp_path / "template")).returncode == 0
    assert (tmp_path / "template" / "hooks" / "pre-commit").exists()
    (repository / ".git" / "hooks" / "pre-commit.d").mkdir(parents=True)
    assert secrets("--install").returncode == 0
    assert (repository / ".git" / "hooks" / "pre-commit.d" / "git-secrets").exists()


def test_history(repository: Path) -> None:
    assert secrets("--scan-history").returncode == 0
    (repository / "a").write_text("@todo\n")
    run("git", "add", ".")
    run("git", "commit", "-q", "-m", "x")
    run("git", "rm", "-q", "a")
    run("git", "commit", "-q", "-m", "y")
    secrets("--add", "@todo")
    done = secrets("--scan-history")
    head = run("git", "rev-parse", "HEAD~1").stdout.strip()
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, f"{head}:a:1:@todo")
