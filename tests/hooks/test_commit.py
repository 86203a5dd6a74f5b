"""Commits through the installed hooks: what must stop, and what must get through."""

import os

import pytest

from seawall.sources.git import Git

from repositories import Repo


def stopped(ran, key: str = "") -> bool:
    """Blocked by a finding, and the key not shown."""
    assert not key or key not in ran.out
    return ran.code == 1 and "critical" in ran.out


NAMES = (
    "plain.txt",
    "with space.txt",
    "ünïcode-日本.txt",
    'quo"te.txt',
    "new\nline.txt",
    "tab\tbed.txt",
    "back\\slash.txt",
    "-dash.txt",
    ":(top)magic",
    ":100644 fake",
    "deep/er/down.txt",
    "*.txt",
    "$(id).txt",
    ".hidden",
)


@pytest.mark.parametrize("name", NAMES)
def test_key_in_a_file_of_any_name_is_stopped(repo, key, name):
    repo.write({name: f"key = {key}\n"})
    repo.git("add", "-A")
    ran = repo.commit()
    assert stopped(ran, key), ran
    assert repo.git("rev-list", "--count", "HEAD") == "1"


@pytest.mark.parametrize("name", NAMES)
def test_clean_file_of_any_name_passes_in_silence(repo, name):
    repo.write({name: "nothing here\n"})
    repo.git("add", "-A")
    ran = repo.commit()
    assert (ran.code, ran.out) == (0, "")


def test_name_that_is_no_utf8_is_stopped_and_named(repo, key):
    path = os.fsencode(repo.path) + b"/caf\xe9.txt"
    with open(path, "w") as file:
        file.write(key)
    repo.git("add", "-A")
    assert stopped(repo.commit(), key)


def test_key_as_a_file_name_is_stopped(repo, key):
    assert stopped(repo.commit({f"{key}.txt": "empty\n"}), key)


def test_first_commit_is_judged(world, key):
    assert stopped(world.repo().commit({"a": key}), key)


def test_clean_first_commit_passes(world):
    assert world.repo().commit({"a": "hello\n"}).code == 0


def test_staged_key_cleaned_in_the_work_tree_only_is_stopped(repo, key):
    repo.stage({"a": key})
    repo.write({"a": "clean\n"})
    assert stopped(repo.commit(), key)


def test_key_in_the_work_tree_alone_passes(repo, key):
    repo.stage({"a": "clean\n"})
    repo.write({"a": key})
    assert repo.commit().code == 0


def test_untracked_key_passes(repo, key):
    repo.write({"untracked": key})
    assert repo.commit({"a": "clean\n"}).code == 0


def test_partly_staged_file_passes_when_the_key_is_left_out(repo, key):
    repo.sneak({"a": "one\n"})
    repo.stage({"a": "one\ntwo\n"})
    repo.write({"a": f"one\ntwo\n{key}\n"})
    assert repo.commit().code == 0


def test_commit_all_reads_the_temporary_index(repo, key):
    repo.sneak({"a": "one\n"})
    repo.write({"a": key})
    assert stopped(repo.run("git", "commit", "-qam", "work"), key)


def test_commit_of_a_path_reads_the_temporary_index(repo, key):
    repo.sneak({"a": "one\n", "b": "one\n"})
    repo.stage({"b": key})
    repo.write({"a": "two\n"})
    assert repo.run("git", "commit", "-qm", "only a", "a").code == 0
    assert stopped(repo.run("git", "commit", "-qm", "b"), key)


def test_own_index_file_is_honoured(repo, key):
    repo.write({"a": key})
    repo.git("add", "a", GIT_INDEX_FILE=".git/other")
    assert stopped(repo.run("git", "commit", "-qm", "work", GIT_INDEX_FILE=".git/other"), key)


def test_old_key_on_an_untouched_line_passes(repo, key):
    repo.sneak({"a": f"{key}\n"})
    assert repo.commit({"a": f"{key}\nmore\n"}).code == 0


def test_second_copy_in_the_same_file_is_stopped(repo, key):
    repo.sneak({"a": f"{key}\n"})
    assert stopped(repo.commit({"a": f"{key}\n{key}\n"}), key)


def test_moved_line_passes(repo, key):
    repo.sneak({"a": f"{key}\none\ntwo\n"})
    assert repo.commit({"a": f"one\ntwo\n  {key}\n"}).code == 0


def test_renamed_file_with_an_old_key_passes(repo, key):
    lines = "".join(f"line {n}\n" for n in range(20))
    repo.sneak({"a": f"{key}\n{lines}"})
    repo.git("mv", "a", "b")
    assert repo.commit().code == 0


def test_renamed_and_edited_file_with_an_old_key_passes(repo, key):
    lines = "".join(f"line {n}\n" for n in range(20))
    repo.sneak({"a": f"{key}\n{lines}"})
    repo.git("mv", "a", "b")
    assert repo.commit({"b": f"{key}\n{lines}more\n"}).code == 0


def test_key_added_while_renaming_is_stopped(repo, key):
    lines = "".join(f"line {n}\n" for n in range(20))
    repo.sneak({"a": lines})
    repo.git("mv", "a", "b")
    assert stopped(repo.commit({"b": f"{lines}{key}\n"}), key)


def test_rename_to_a_name_with_a_key_is_stopped(repo, key):
    repo.sneak({"a": "text\n" * 9})
    repo.git("mv", "a", key)
    assert stopped(repo.commit(), key)


def test_copy_of_an_old_key_into_a_new_file_is_stopped(repo, key):
    repo.sneak({"a": f"{key}\n"})
    assert stopped(repo.commit({"b": f"{key}\n"}), key)


def test_deleting_a_key_passes(repo, key):
    repo.sneak({"a": key})
    repo.git("rm", "-q", "a")
    assert repo.commit().code == 0


def test_only_a_mode_changed_passes(repo, key):
    repo.sneak({"a": key})
    repo.git("update-index", "--chmod=+x", "a")
    assert repo.commit().code == 0


def test_empty_commit_passes(repo):
    assert repo.commit(None, "nothing", "--allow-empty").code == 0


def test_key_as_a_symlink_target_is_stopped(repo, key):
    os.symlink(f"https://x/{key}", repo.path / "link")
    repo.git("add", "link")
    assert stopped(repo.commit(), key)


def test_symlink_to_a_file_with_a_key_outside_passes(repo, world, key):
    (world.folder / "outside").write_text(key)
    os.symlink("../outside", repo.path / "link")
    repo.git("add", "link")
    assert repo.commit().code == 0


def test_symlink_that_becomes_a_file_is_judged(repo, key):
    os.symlink("target", repo.path / "a")
    repo.git("add", "a")
    repo.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "link")
    (repo.path / "a").unlink()
    assert stopped(repo.commit({"a": key}), key)


def test_intent_to_add_passes(repo, key):
    repo.write({"a": key})
    repo.git("add", "-N", "a")
    assert repo.commit({"b": "clean\n"}).code == 0


def test_submodule_passes(repo, world):
    inner = world.repo("inner", gated=False)
    inner.sneak({"x": "y\n"})
    repo.git("submodule", "--quiet", "add", inner.path, "sub")
    ran = repo.commit()
    assert ran.code == 0, ran


def test_amend_with_a_key_is_stopped(repo, key):
    repo.sneak({"a": "one\n"})
    assert stopped(repo.commit({"a": key}, "work", "--amend"), key)


@pytest.mark.parametrize("attributes", ["* binary", "* -diff", "* diff=none", "* -text -diff"])
def test_attributes_hide_nothing(repo, key, attributes):
    repo.sneak({".gitattributes": attributes + "\n"})
    assert stopped(repo.commit({"a.txt": key}), key)


CONFIG = (
    "diff.external=true",
    "core.quotePath=true",
    "color.ui=always",
    "diff.noprefix=true",
    "diff.renames=copies",
    "diff.orderFile=/nowhere",
    "diff.ignoreSubmodules=all",
    "core.pager=false",
    "diff.relative=true",
    "diff.wordRegex=.",
    "core.attributesFile=/nowhere",
    "core.autocrlf=input",
    "core.precomposeUnicode=true",
    "diff.suppressBlankEmpty=true",
    "core.fsmonitor=/bin/false",
    "core.preloadIndex=false",
    "core.untrackedCache=true",
    "index.version=4",
    "core.commitGraph=false",
)


@pytest.mark.parametrize("setting", CONFIG)
def test_settings_of_the_user_hide_nothing(repo, key, setting):
    name, _, value = setting.partition("=")
    repo.git("config", name, value)
    assert stopped(repo.commit({"a.txt": key}), key)


def test_textconv_and_fsmonitor_are_never_run(repo, key):
    mark = repo.path / "ran"
    (repo.path / ".git/evil").write_text(f"#!/bin/sh\ntouch '{mark}'\ncat \"$1\" /dev/null\n")
    (repo.path / ".git/evil").chmod(0o755)
    repo.sneak({".gitattributes": "*.txt diff=evil\n", "a.txt": "old\n"})
    repo.stage({"a.txt": key})
    for name in ("diff.evil.textconv", "diff.evil.command", "diff.external", "core.fsmonitor"):
        repo.git("config", name, str(repo.path / ".git/evil"))
    mark.unlink(missing_ok=True)
    ran = repo.seawall("hook", "pre-commit")
    assert stopped(ran, key)
    assert not mark.exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "shift_jis"])
def test_key_in_any_encoding_is_stopped(repo, key, encoding):
    assert stopped(repo.commit({"a.txt": f"キー = {key}\r\n".encode(encoding)}), key)


def test_key_with_carriage_returns_is_stopped(repo, key):
    assert stopped(repo.commit({"a.txt": f"x\r\n{key}\r\ny\r\n"}), key)


def test_key_in_a_line_of_a_megabyte_is_stopped(repo, key):
    assert stopped(repo.commit({"a.js": "a;" * 600_000 + f" '{key}' " + "b;" * 9}), key)


def test_picture_passes(repo):
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40
    assert repo.commit({"a.png": data}).code == 0


def test_many_files_are_all_judged(repo, key):
    files = {f"many/{n}.txt": f"file {n}\n" for n in range(1500)}
    files["many/1234.txt"] = key
    assert stopped(repo.commit(files), key)


def test_linked_worktree_is_gated(repo, world, key):
    repo.git("worktree", "add", "-q", "../linked", "-b", "side")
    linked = Repo(world.folder / "linked", world.env)
    assert stopped(linked.commit({"a": key}), key)
    assert linked.commit({"a": "clean\n"}).code == 0


def test_commit_from_a_sub_folder_is_gated(repo, key):
    repo.stage({"sub/a": key, "top": "clean\n"})
    assert stopped(repo.run("git", "-C", "sub", "commit", "-qm", "work"), key)


@pytest.mark.parametrize("hashes", ["sha1", "sha256"])
def test_either_hash_is_gated(world, key, hashes):
    repo = world.repo("other", f"--object-format={hashes}")
    assert repo.commit({"a": "clean\n"}).code == 0
    assert stopped(repo.commit({"b": key}), key)


def test_detached_head_is_gated(repo, key):
    repo.git("checkout", "-q", "--detach")
    assert stopped(repo.commit({"a": key}), key)


def test_sparse_checkout_is_gated(repo, key):
    repo.sneak({"in/a": "x\n", "out/b": f"{key}\n"})
    repo.git("sparse-checkout", "set", "in")
    assert repo.commit({"in/a": "y\n"}).code == 0
    assert stopped(repo.commit({"in/c": key}), key)


def test_replaced_objects_hide_nothing(repo, key):
    repo.stage({"a": key})
    dirty = repo.git("rev-parse", ":a")
    clean = repo.git("hash-object", "-w", "--stdin", given="clean\n")
    repo.git("replace", dirty, clean)
    assert stopped(repo.commit(), key)


class TestMerges:
    def sides(self, repo, ours, theirs, base=None):
        repo.sneak(base or {"base": "x\n"})
        repo.git("checkout", "-qb", "side")
        repo.sneak(theirs)
        repo.git("checkout", "-q", "main")
        repo.sneak(ours)

    def test_clean_merge_passes(self, repo):
        self.sides(repo, {"a": "1\n"}, {"b": "2\n"})
        assert repo.run("git", "merge", "-q", "--no-edit", "side").code == 0

    def test_old_key_of_a_published_side_passes(self, repo, remote, key):
        self.sides(repo, {"a": "1\n"}, {"b": f"{key}\n"})
        repo.publish("origin", "side")
        ran = repo.run("git", "merge", "-q", "--no-edit", "side")
        assert ran.code == 0, ran

    def test_unpublished_history_with_a_key_is_stopped(self, repo, remote, key):
        self.sides(repo, {"a": "1\n"}, {"b": f"{key}\n"})
        ran = repo.run("git", "merge", "-q", "--no-edit", "side")
        assert stopped(ran, key), ran

    def test_key_added_and_removed_again_on_the_side_is_stopped(self, repo, remote, key):
        self.sides(repo, {"a": "1\n"}, {"b": f"{key}\n"})
        repo.git("checkout", "-q", "side")
        repo.sneak({"b": "gone\n"})
        repo.git("checkout", "-q", "main")
        assert stopped(repo.run("git", "merge", "-q", "--no-edit", "side"), key)

    def test_key_born_in_a_conflict_is_stopped(self, repo, remote, key):
        self.sides(repo, {"a": "1\n"}, {"a": "2\n"}, {"a": "0\n"})
        repo.publish("origin", "side")
        assert repo.run("git", "merge", "-q", "--no-edit", "side").code == 1
        assert stopped(repo.commit({"a": f"1\n2\n{key}\n"}, "merge"), key)

    def test_clean_conflict_passes(self, repo, remote, key):
        self.sides(repo, {"a": f"{key}\n1\n"}, {"a": "2\n"}, {"a": "0\n"})
        repo.publish("origin", "side")
        assert repo.run("git", "merge", "-q", "--no-edit", "side").code == 1
        assert repo.commit({"a": f"{key}\n1\n2\n"}, "merge").code == 0

    def test_old_key_of_the_published_side_in_a_conflict_passes(self, repo, remote, key):
        self.sides(repo, {"a": "1\n"}, {"a": f"{key}\n2\n"}, {"a": "0\n"})
        repo.publish("origin", "side")
        assert repo.run("git", "merge", "-q", "--no-edit", "side").code == 1
        ran = repo.commit({"a": f"{key}\n1\n2\n"}, "merge")
        assert ran.code == 0, ran

    def test_squash_merge_is_judged_at_the_commit(self, repo, key):
        self.sides(repo, {"a": "1\n"}, {"b": f"{key}\n"})
        repo.git("merge", "-q", "--squash", "side")
        assert stopped(repo.commit(), key)

    def test_octopus_merge_passes(self, repo, remote):
        self.sides(repo, {"a": "1\n"}, {"b": "2\n"})
        repo.git("checkout", "-qb", "third", "main~1")
        repo.sneak({"c": "3\n"})
        repo.git("checkout", "-q", "main")
        assert repo.run("git", "merge", "-q", "--no-edit", "side", "third").code == 0


class TestPatches:
    def patch(self, repo, files, message="patched"):
        repo.git("checkout", "-qb", "patches")
        repo.sneak(files, message)
        patch = repo.git("format-patch", "-1", "--stdout")
        repo.git("checkout", "-q", "main")
        return patch + "\n"

    def test_patch_with_a_key_is_stopped(self, repo, key):
        ran = repo.run("git", "am", "-q", given=self.patch(repo, {"a": f"{key}\n"}))
        assert ran.code != 0
        assert "aws-access-key" in ran.out

    def test_key_in_the_message_of_a_patch_is_stopped(self, repo, key):
        ran = repo.run("git", "am", "-q", given=self.patch(repo, {"a": "x\n"}, f"use {key}"))
        assert ran.code != 0
        assert "aws-access-key" in ran.out

    def test_clean_patch_passes(self, repo):
        ran = repo.run("git", "am", "-q", given=self.patch(repo, {"a": "x\n"}))
        assert ran.code == 0, ran


def test_nothing_is_written(repo, key):
    repo.stage({"a": key, "b": "x\n"})
    index = (repo.path / ".git/index").read_bytes()
    status = repo.git("status", "--porcelain")
    assert stopped(repo.seawall("hook", "pre-commit"), key)
    assert (repo.path / ".git/index").read_bytes() == index
    assert repo.git("status", "--porcelain") == status
    assert not list(repo.path.rglob("*.lock"))


def test_empty_tree_has_the_id_git_gives_it(repo):
    from seawall.sources.index import empty_id

    assert empty_id(Git(str(repo.path))) == "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
