"""The same gates under pre-commit and prek, with the limits of each asserted, not skipped."""

import pytest

from repositories import SEAWALL

CONFIG = """repos:
- repo: local
  hooks:
  - id: seawall
    name: seawall
    language: system
    entry: seawall hook pre-commit
    always_run: true
    require_serial: true
    types: []
    stages: [pre-commit, pre-merge-commit]
  - id: seawall-message
    name: message
    language: system
    entry: seawall hook commit-msg
    always_run: true
    stages: [commit-msg]
  - id: seawall-prepare
    name: prepare
    language: system
    entry: seawall hook prepare-commit-msg
    always_run: true
    stages: [prepare-commit-msg]
  - id: seawall-push
    name: push
    language: system
    entry: seawall hook pre-push
    always_run: true
    pass_filenames: false
    verbose: true
    stages: [pre-push]
"""
STAGES = ("pre-commit", "pre-merge-commit", "commit-msg", "prepare-commit-msg", "pre-push")


@pytest.fixture(params=["pre-commit", "prek"])
def tool(request):
    return SEAWALL.with_name(request.param)


@pytest.fixture
def plain(world, tool):
    """A repository whose hooks are the framework's alone."""
    repo = world.repo(gated=False)
    repo.env = repo.env | {"PRE_COMMIT_HOME": str(world.folder / "cache")}
    repo.sneak({".pre-commit-config.yaml": CONFIG, "README": "hello\n"}, "start")
    stages = [word for stage in STAGES for word in ("-t", stage)]
    ran = repo.run(tool, "install", *stages)
    assert ran.code == 0, ran
    return repo


@pytest.fixture
def published(plain, world):
    bare = world.remote(plain)
    plain.publish()
    plain.git("fetch", "-q")
    return bare


def stopped(ran, key):
    assert key not in ran.out
    return ran.code != 0 and "aws-access-key" in ran.out


def test_staged_key_is_stopped(plain, key):
    assert stopped(plain.commit({"a": key}), key)


def test_clean_commit_passes(plain):
    assert plain.commit({"a": "x\n"}).code == 0


def test_key_in_the_work_tree_alone_passes(plain, key):
    plain.sneak({"a": "1\n"})
    plain.stage({"a": "2\n"})
    plain.write({"a": key})
    assert plain.run("git", "commit", "-qm", "work").code == 0
    assert (plain.path / "a").read_text() == key


def test_deleting_a_file_passes(plain, key):
    plain.sneak({"a": key})
    plain.git("rm", "-q", "a")
    assert plain.commit().code == 0


def test_symlink_is_judged(plain, key):
    (plain.path / "link").symlink_to(f"/{key}")
    plain.git("add", "link")
    assert stopped(plain.commit(), key)


def test_message_is_judged(plain, key):
    assert stopped(plain.commit({"a": "x\n"}, key), key)


def test_all_files_are_scanned_whole(plain, tool, key):
    plain.sneak({"a": key})
    assert stopped(plain.run(tool, "run", "--all-files", "seawall"), key)


def test_given_files_are_scanned_whole(plain, tool, key):
    plain.sneak({"a": key, "b": "x\n"})
    assert stopped(plain.run(tool, "run", "seawall", "--files", "a"), key)
    assert plain.run(tool, "run", "seawall", "--files", "b").code == 0


def test_range_is_walked_commit_by_commit(plain, tool, key):
    base = plain.git("rev-parse", "HEAD")
    plain.sneak({"a": key})
    plain.sneak({"a": "gone\n"})
    ran = plain.run(tool, "run", "seawall", "--from-ref", base, "--to-ref", "HEAD")
    assert stopped(ran, key)
    clean = plain.run(tool, "run", "seawall", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert clean.code == 0, clean


def test_unpublished_history_of_a_merge_is_judged(plain, published, key):
    plain.git("checkout", "-qb", "side")
    plain.sneak({"s": key})
    plain.sneak({"s": "gone\n"})
    plain.git("checkout", "-q", "main")
    plain.sneak({"m": "x\n"})
    assert stopped(plain.run("git", "merge", "-q", "--no-edit", "side"), key)


class TestPush:
    def test_key_added_and_removed_again_is_stopped(self, plain, published, key):
        plain.sneak({"a": key})
        plain.sneak({"a": "gone\n"})
        assert stopped(plain.push(), key)

    def test_new_branch_is_judged(self, plain, published, key):
        plain.git("checkout", "-qb", "topic")
        plain.sneak({"a": key})
        assert stopped(plain.push("origin", "topic"), key)

    def test_branch_that_is_not_checked_out_is_judged(self, plain, published, key):
        plain.git("checkout", "-qb", "topic")
        plain.sneak({"a": key})
        plain.git("checkout", "-q", "main")
        assert stopped(plain.push("origin", "topic"), key)

    def test_clean_push_says_what_was_not_seen(self, plain, published):
        plain.sneak({"a": "x\n"})
        ran = plain.push()
        assert ran.code == 0, ran
        assert "one ref of this push was seen" in ran.out

    def test_published_history_passes(self, plain, published, key):
        plain.sneak({"a": key})
        plain.publish()
        plain.git("checkout", "-qb", "topic")
        plain.sneak({"b": "x\n"})
        assert plain.push("origin", "topic").code == 0

    def test_brand_new_history_is_judged(self, plain, world, key):
        world.remote(plain)
        plain.sneak({"a": key})
        assert stopped(plain.push(), key)

    def test_force_push_is_judged(self, plain, published, key):
        plain.sneak({"a": "1\n"})
        plain.publish()
        plain.git("reset", "-q", "--hard", "HEAD~1")
        plain.sneak({"a": key})
        assert stopped(plain.push("-f", "origin", "HEAD:refs/heads/main"), key)

    def test_limit_a_second_ref_is_not_seen(self, plain, published, key):
        """Both frameworks hand over the first ref alone."""
        plain.git("checkout", "-qb", "a-clean")
        plain.sneak({"c": "x\n"})
        plain.git("checkout", "-qb", "z-bad", "main")
        plain.sneak({"a": key})
        assert plain.push("origin", "a-clean", "z-bad").code == 0

    def test_limit_a_tag_on_a_published_commit_is_not_seen(self, plain, published, key):
        """Both frameworks run nothing then."""
        plain.git("tag", "-a", "-m", key, "v1")
        assert plain.push("origin", "v1").code == 0

    def test_our_own_hook_installed_before_sees_them_all(self, plain, published, tool, key):
        assert plain.run(tool, "uninstall", "-t", "pre-push").code == 0
        assert plain.seawall("install", "--hook", "pre-push", "--force").code == 0
        assert plain.run(tool, "install", "-t", "pre-push").code == 0
        plain.git("branch", "a-clean")
        plain.git("checkout", "-qb", "z-bad", "main")
        plain.sneak({"a": key})
        assert stopped(plain.push("origin", "a-clean", "z-bad"), key)
        plain.git("tag", "-a", "-m", key, "v1", "main")
        assert stopped(plain.push("origin", "v1"), key)
