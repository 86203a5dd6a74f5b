"""Commit messages: what will be stored is judged, and nothing else."""

import pytest

SCISSORS = "# ------------------------ >8 ------------------------"


def message(repo, text, **env):
    (repo.path / ".git/COMMIT_EDITMSG").write_bytes(
        text if isinstance(text, bytes) else text.encode()
    )
    return repo.seawall("hook", "commit-msg", ".git/COMMIT_EDITMSG", **env)


def test_key_in_the_message_is_stopped(repo, key):
    ran = repo.commit({"a": "x\n"}, f"use {key}")
    assert ran.code == 1
    assert key not in ran.out


def test_key_in_the_body_is_stopped(repo, key):
    assert repo.commit({"a": "x\n"}, f"subject\n\nbody\n{key}\n").code == 1


def test_clean_message_passes(repo):
    assert repo.commit({"a": "x\n"}, "subject\n\nbody").code == 0


def test_comment_of_the_template_passes(repo, key):
    assert message(repo, f"subject\n# {key}\n").code == 0


def test_comment_that_git_keeps_is_stopped(repo, key):
    """Without an editor git stores comment lines as they are."""
    assert repo.commit({"a": "x\n"}, f"subject\n\n# {key}").code == 1


def test_diff_below_the_scissors_passes(repo, key):
    assert message(repo, f"subject\n{SCISSORS}\n# below\n+{key}\n").code == 0


def test_key_above_the_scissors_is_stopped(repo, key):
    assert message(repo, f"subject {key}\n{SCISSORS}\nclean\n").code == 1


def test_scissors_without_an_editor_cut_nothing(repo, key):
    assert repo.commit({"a": "x\n"}, f"subject\n\n{SCISSORS}\n{key}").code == 1


def test_verbose_commit_with_an_old_key_in_context_passes(repo, key):
    repo.sneak({"a": f"{key}\n1\n"})
    repo.stage({"a": f"{key}\n2\n"})
    ran = repo.run("git", "commit", "-q", "-v", GIT_EDITOR="sed -i 1s/^/subject/")
    assert ran.code == 0, ran


@pytest.mark.parametrize(
    ("name", "mark"),
    [("core.commentChar", ";"), ("core.commentChar", "%"), ("core.commentString", "//")],
)
def test_own_comment_mark_is_known(repo, key, name, mark):
    repo.git("config", name, mark)
    assert message(repo, f"subject\n{mark} {key}\n").code == 0
    assert message(repo, f"subject\n# {key}\n").code == 1


def test_automatic_comment_mark_is_known(repo, key):
    repo.git("config", "core.commentChar", "auto")
    assert message(repo, f"subject\n; {key}\n; Please enter\n").code == 0
    assert message(repo, f"#1 {key}\n; Please enter\n").code == 1


@pytest.mark.parametrize("mode", ["verbatim", "whitespace"])
def test_kept_comments_are_judged(repo, key, mode):
    repo.git("config", "commit.cleanup", mode)
    assert message(repo, f"subject\n# {key}\n").code == 1


def test_empty_message_passes(repo):
    assert message(repo, "").code == 0


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "utf-16"])
def test_message_in_another_encoding_is_judged(repo, key, encoding):
    assert message(repo, f"鍵 {key}\n".encode(encoding)).code == 1
    assert message(repo, "鍵はありません\n".encode(encoding)).code == 0


def test_crlf_message_is_judged(repo, key):
    assert message(repo, f"subject\r\n\r\n{key}\r\n").code == 1
    assert message(repo, f"subject\r\n{SCISSORS}\r\n{key}\r\n").code == 0


def test_place_is_the_line_of_the_file(repo, key):
    ran = message(repo, f"subject\n# comment\n\n{key}\n")
    assert "COMMIT_EDITMSG:4:1" in ran.out


def test_missing_file_says_so(repo):
    ran = repo.seawall("hook", "commit-msg", "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.out


def test_file_is_left_as_it_is(repo):
    text = "subject\n\n# comment\n"
    assert message(repo, text).code == 0
    assert (repo.path / ".git/COMMIT_EDITMSG").read_text() == text


class TestOverride:
    def test_the_commit_carries_the_reason(self, repo):
        repo.stage({"a": "x\n"})
        ran = repo.run("git", "commit", "-qm", "work", SEAWALL_OVERRIDE="incident 42")
        assert ran.code == 0, ran
        assert repo.git("log", "-1", "--format=%B") == "work\n\nSeawall-Override: incident 42"

    def test_it_joins_the_trailers_that_are_there(self, repo):
        repo.stage({"a": "x\n"})
        repo.run("git", "commit", "-qm", "work\n\nSigned-off-by: A <a@b>", SEAWALL_OVERRIDE="why")
        assert repo.git("log", "-1", "--format=%(trailers:key=Seawall-Override,valueonly)") == "why"
        assert repo.git("log", "-1", "--format=%(trailers:key=Signed-off-by,valueonly)")

    def test_it_stands_above_the_comments(self, repo):
        message(repo, "subject\n\n# comment\n", SEAWALL_OVERRIDE="why")
        text = (repo.path / ".git/COMMIT_EDITMSG").read_text()
        assert text == "subject\n\nSeawall-Override: why\n\n# comment\n"

    def test_twice_is_once(self, repo):
        message(repo, "subject\n", SEAWALL_OVERRIDE="why")
        first = (repo.path / ".git/COMMIT_EDITMSG").read_text()
        repo.seawall("hook", "commit-msg", ".git/COMMIT_EDITMSG", SEAWALL_OVERRIDE="why")
        assert (repo.path / ".git/COMMIT_EDITMSG").read_text() == first

    def test_a_secret_never_passes_by_it(self, repo, key):
        repo.stage({"a": key})
        ran = repo.run("git", "commit", "-qm", "work", SEAWALL_OVERRIDE="please")
        assert ran.code == 1

    def test_a_key_as_the_reason_is_stopped(self, repo, key):
        repo.stage({"a": "x\n"})
        assert repo.run("git", "commit", "-qm", "work", SEAWALL_OVERRIDE=key).code == 1

    def test_a_reason_of_many_lines_becomes_one(self, repo):
        repo.stage({"a": "x\n"})
        repo.run("git", "commit", "-qm", "work", SEAWALL_OVERRIDE="one\nForged-By: x\x1b[31m")
        last = repo.git("log", "-1", "--format=%B").splitlines()[-1]
        assert last == "Seawall-Override: one Forged-By: x[31m"
