"""What breaks around us: a clear line, the right code, and nothing passed as clean."""

import os
import signal
import subprocess

import pytest

from repositories import SEAWALL


@pytest.fixture
def staged(repo, key):
    """A repository with a key in its index."""
    repo.stage({"a": key})
    return repo


def broken_git(repo, when: str, then: str) -> dict[str, str]:
    """A git that breaks when its arguments hold `when`, first on PATH."""
    folder = repo.path / ".git/broken"
    folder.mkdir()
    real = subprocess.run(
        ["sh", "-c", "command -v git"], capture_output=True, text=True, check=True
    )
    script = f'#!/bin/sh\ncase "$*" in *{when}*) {then};; esac\nexec {real.stdout.strip()} "$@"\n'
    (folder / "git").write_text(script)
    (folder / "git").chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{repo.env['PATH']}"}


def test_no_git_at_all(staged):
    ran = staged.seawall("hook", "pre-commit", PATH="/nowhere")
    assert ran.code == 3
    assert "git is not on PATH" in ran.out


@pytest.mark.parametrize(
    "then",
    [
        "kill -9 $$",
        "exit 1",
        "exit 0",
        "printf ':100644 1006'; exit 0",
        "printf ':100644 100644 1 2'; kill -9 $$",
        "echo broken >&2; exit 128",
    ],
)
def test_git_that_breaks_while_it_lists(staged, then):
    if then == "exit 0":
        then = "printf nonsense; exit 0"
    ran = staged.seawall("hook", "pre-commit", **broken_git(staged, "diff-index", then))
    assert ran.code == 3, ran
    assert "bug of ours" not in ran.out


@pytest.mark.parametrize(
    "then", ["kill -9 $$", "exit 1", "exit 0", "printf 'x blob 99\\nabc'; exit"]
)
def test_git_that_breaks_while_it_reads(staged, then):
    staged.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "key")
    head, base = staged.git("rev-parse", "HEAD"), staged.git("rev-parse", "HEAD~1")
    line = f"refs/heads/main {head} refs/heads/main {base}\n"
    env = broken_git(staged, "--batch*--buffer", then)
    ran = staged.seawall("hook", "pre-push", "origin", "/nowhere", given=line, **env)
    assert ran.code == 3, ran
    assert "bug of ours" not in ran.out


@pytest.mark.parametrize("part", ["rev-list", "diff-tree", "cat-file --batch-check", "config"])
def test_git_that_breaks_in_a_push(staged, part):
    staged.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "key")
    head, base = staged.git("rev-parse", "HEAD"), staged.git("rev-parse", "HEAD~1")
    line = f"refs/heads/main {head} refs/heads/main {base}\n"
    env = broken_git(staged, part.replace(" ", "*"), "kill -9 $$")
    ran = staged.seawall("hook", "pre-push", "origin", "/nowhere", given=line, **env)
    assert ran.code in (1, 3), ran
    assert "bug of ours" not in ran.out


def test_broken_index(staged):
    index = staged.path / ".git/index"
    index.write_bytes(b"XXXX" + index.read_bytes()[4:])
    ran = staged.seawall("hook", "pre-commit")
    assert ran.code == 3
    assert "index" in ran.out


def test_index_with_an_entry_of_nothing(staged):
    index = staged.path / ".git/index"
    index.write_bytes(index.read_bytes()[:40])
    assert staged.seawall("hook", "pre-commit").code == 3


def test_missing_staged_object(staged):
    blob = staged.git("rev-parse", ":a")
    (staged.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    ran = staged.seawall("hook", "pre-commit")
    assert ran.code == 3
    assert blob in ran.out


def test_broken_staged_object(staged):
    blob = staged.git("rev-parse", ":a")
    path = staged.path / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    path.write_bytes(b"broken")
    assert staged.seawall("hook", "pre-commit").code == 3


def test_not_a_repository(world):
    plain = world.repo("plain", gated=False)
    (plain.path / ".git").rename(plain.path / "no")
    assert plain.seawall("hook", "pre-commit").code == 3


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LANG": "ja_JP.SJIS", "LC_ALL": "ja_JP.SJIS"},
        {"TMPDIR": "/nowhere"},
        {"GIT_TRACE": "1"},
        {"GIT_TRACE": "2", "GIT_TRACE_SETUP": "1", "GIT_TRACE2": "1"},
        {"GIT_DIFF_OPTS": "-u0", "GIT_EXTERNAL_DIFF": "/bin/true"},
        {"GIT_ICASE_PATHSPECS": "1"},
        {"GIT_PAGER": "false", "PAGER": "false"},
        {"GIT_CONFIG_PARAMETERS": "'core.fsmonitor=/bin/false'"},
        {"GIT_REPLACE_REF_BASE": "refs/other/"},
    ],
    ids=lambda env: "-".join(env),
)
def test_odd_surroundings_change_nothing(staged, key, env):
    ran = staged.seawall("hook", "pre-commit", **env)
    assert ran.code == 1, ran
    assert key not in ran.out
    staged.stage({"a": "clean\n"})
    assert staged.seawall("hook", "pre-commit", **env).code == 0


def test_closed_output_blocks_what_had_to_be_said(staged):
    code = subprocess.run(
        ["sh", "-c", f"exec '{SEAWALL}' hook pre-commit >&- 2>&- <&-"],
        cwd=staged.path,
        env=staged.env,
        check=False,
    ).returncode
    assert code != 0


def test_closed_output_lets_a_clean_commit_through(repo):
    repo.stage({"a": "clean\n"})
    code = subprocess.run(
        ["sh", "-c", f"exec '{SEAWALL}' hook pre-commit >&- 2>&- <&-"],
        cwd=repo.path,
        env=repo.env,
        check=False,
    ).returncode
    assert code == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_full_disk_behind_the_output(staged):
    ran = staged.run("sh", "-c", f"exec '{SEAWALL}' hook pre-commit 2>/dev/full")
    assert ran.code != 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_never_pass(repo, number):
    repo.write({"slow": "x\n"})
    env = broken_git(repo, "diff-index", "sleep 20")
    process = subprocess.Popen(
        [SEAWALL, "hook", "pre-commit"],
        cwd=repo.path,
        env=repo.env | env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=1.5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, number)
    assert process.wait(timeout=10) != 0


def test_two_hooks_at_once(staged):
    both = [
        subprocess.Popen(
            [SEAWALL, "hook", "pre-commit"],
            cwd=staged.path,
            env=staged.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    assert [each.wait(timeout=60) for each in both] == [1, 1]


def test_unknown_event_is_refused(repo):
    ran = repo.seawall("hook", "post-commit")
    assert ran.code == 2
    assert "usage" in ran.out


def test_relative_git_dir_from_a_sub_folder(staged, key):
    (staged.path / "sub").mkdir()
    script = f"cd sub && GIT_DIR=../.git GIT_WORK_TREE=.. '{SEAWALL}' scan --staged"
    ran = staged.run("sh", "-c", script)
    assert ran.code == 1, ran
