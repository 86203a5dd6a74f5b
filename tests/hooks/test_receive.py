"""The gate of a shared repository: judged in quarantine, by the repository's own policy."""

import pytest


@pytest.fixture
def server(world, repo):
    """A bare repository whose pre-receive hook is installed, and `repo`'s origin."""
    bare = world.remote(repo)
    repo.publish()
    assert bare.seawall("install").code == 0
    return bare


def refused(ran, key: str = "") -> bool:
    assert not key or key not in ran.out
    return ran.code == 1 and "aws-access-key" in ran.out and "pre-receive hook declined" in ran.out


def past(repo, *argv):
    """Push past the local hook, as people do."""
    return repo.push("--no-verify", *(argv or ("origin", "HEAD:refs/heads/main")))


def test_key_is_refused(repo, server, key):
    repo.sneak({"a": key})
    assert refused(past(repo), key)
    assert server.git("rev-list", "--count", "main") == "1"


def test_key_added_and_removed_again_is_refused(repo, server, key):
    repo.sneak({"a": key})
    repo.sneak({"a": "gone\n"})
    assert refused(past(repo), key)


def test_clean_push_is_taken(repo, server):
    repo.sneak({"a": "x\n"})
    assert past(repo).code == 0


def test_old_key_is_no_reason(repo, server, key):
    repo.sneak({"a": key})
    server.git("config", "core.hooksPath", "/dev/null")
    assert past(repo).code == 0
    server.git("config", "--unset", "core.hooksPath")
    repo.sneak({"b": "x\n"})
    assert past(repo, "origin", "HEAD:refs/heads/topic").code == 0


def test_one_bad_ref_of_many_is_refused(repo, server, key):
    repo.git("checkout", "-qb", "bad")
    repo.sneak({"a": key})
    repo.git("checkout", "-q", "main")
    repo.sneak({"b": "x\n"})
    assert refused(past(repo, "origin", "main", "bad"), key)


def test_tag_text_is_judged(repo, server, key):
    repo.git("tag", "-a", "-m", key, "v1")
    assert refused(past(repo, "origin", "v1"), key)


def test_delete_is_taken(repo, server):
    assert past(repo, "origin", "HEAD:refs/heads/old").code == 0
    assert past(repo, "origin", ":old").code == 0


def test_first_push_into_an_empty_repository_is_judged(world, key):
    repo = world.repo("fresh")
    bare = world.remote(repo)
    assert bare.seawall("install").code == 0
    repo.sneak({"a": key})
    assert refused(past(repo), key)
    repo.git("update-ref", "-d", "HEAD")
    repo.sneak({"a": "x\n"})
    assert past(repo).code == 0


def test_pushed_settings_do_not_switch_the_gate_off(repo, server, key):
    repo.sneak({"a": key, "seawall.toml": 'ignore = ["secrets"]\nexclude = ["*"]\n'})
    assert refused(past(repo), key)


def test_pushed_ignore_comment_needs_the_policy_of_the_server(repo, server, key):
    repo.sneak({"seawall.toml": '[ignores]\nforbidden = ["aws-access-key"]\n'})
    assert past(repo).code == 0
    repo.sneak({"a": f"{key} # seawall: ignore[aws-access-key] -- test\n"})
    assert refused(past(repo), key)


def test_settings_of_the_server_are_honoured(repo, server, key):
    repo.sneak({"seawall.toml": 'exclude = ["fixtures/"]\n'})
    assert past(repo).code == 0
    repo.sneak({"fixtures/a": key})
    assert past(repo).code == 0


class TestOverride:
    @pytest.fixture
    def options(self, server):
        server.git("config", "receive.advertisePushOptions", "true")
        return server

    def test_it_is_off_by_default(self, repo, options, key):
        repo.sneak({"a": key})
        ran = past(repo, "-o", "seawall.override=incident", "origin", "main")
        assert refused(ran, key)
        assert "allows no override" in ran.out

    def test_where_it_is_on_it_is_logged(self, repo, options, key):
        options.git("config", "seawall.pushOverride", "all")
        repo.sneak({"a": key})
        ran = past(repo, "-o", "seawall.override=incident 42", "origin", "main")
        assert ran.code == 0, ran
        log = (options.path / "seawall-overrides.log").read_text()
        assert "incident 42" in log
        assert "refs/heads/main" in log
        assert key not in log

    def test_for_infrastructure_alone_a_key_is_still_refused(self, repo, options, key):
        options.git("config", "seawall.pushOverride", "infrastructure")
        repo.sneak({"a": key})
        assert refused(past(repo, "-o", "seawall.override=why", "origin", "main"), key)

    def test_other_options_are_not_ours(self, repo, options):
        repo.sneak({"a": "x\n"})
        assert past(repo, "-o", "ci.skip", "origin", "main").code == 0
