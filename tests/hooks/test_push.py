"""Pushes through the installed hook: exactly what git would send, and nothing the remote has."""

import os

import pytest

from repositories import Repo


def stopped(ran, key: str = "") -> bool:
    assert not key or key not in ran.out
    return ran.code == 1 and "aws-access-key" in ran.out and "bug of ours" not in ran.out


class TestWhatIsNew:
    def test_key_in_a_commit_is_stopped(self, repo, remote, key):
        repo.sneak({"a": key})
        assert stopped(repo.push(), key)

    def test_clean_push_passes_in_silence(self, repo, remote):
        repo.sneak({"a": "x\n"})
        ran = repo.push()
        assert (ran.code, ran.out) == (0, "")

    def test_key_added_and_removed_again_is_stopped(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        assert stopped(repo.push(), key)

    def test_key_in_a_deleted_file_is_stopped(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.git("rm", "-q", "a")
        repo.sneak({})
        assert stopped(repo.push(), key)

    def test_key_in_a_message_is_stopped(self, repo, remote, key):
        repo.sneak({"a": "x\n"}, f"use {key}")
        assert stopped(repo.push(), key)

    def test_key_in_the_message_of_an_empty_commit_is_stopped(self, repo, remote, key):
        repo.sneak({}, f"use {key}")
        assert stopped(repo.push(), key)

    def test_key_as_a_file_name_is_stopped(self, repo, remote, key):
        repo.sneak({key: ""})
        assert stopped(repo.push(), key)

    def test_key_as_a_name_of_a_known_blob_is_stopped(self, repo, remote, key):
        repo.sneak({"a": "same\n"})
        repo.publish()
        repo.sneak({f"{key}": "same\n"})
        assert stopped(repo.push(), key)

    def test_key_as_a_symlink_target_is_stopped(self, repo, remote, key):
        os.symlink(f"/{key}", repo.path / "link")
        repo.git("add", "link")
        repo.sneak({})
        assert stopped(repo.push(), key)

    def test_key_in_a_note_is_stopped(self, repo, remote, key):
        repo.git("notes", "add", "-m", f"use {key}")
        assert stopped(repo.push("origin", "refs/notes/commits"), key)

    def test_clean_note_passes(self, repo, remote):
        repo.git("notes", "add", "-m", "fine")
        assert repo.push("origin", "refs/notes/commits").code == 0

    def test_finding_names_the_first_commit(self, repo, remote, key):
        first = repo.sneak({"a": key})
        repo.sneak({"a": f"{key}\nmore\n"})
        ran = repo.push()
        assert stopped(ran, key)
        assert first[:12] in ran.out
        assert "Dev" in ran.out

    def test_one_key_kept_over_commits_is_one_finding(self, repo, remote, key):
        for n in range(3):
            repo.sneak({"a": f"{key}\nline {n}\n"})
        ran = repo.push()
        assert ran.out.count("critical aws-access-key") == 1, ran

    @pytest.mark.parametrize("attributes", ["* binary", "* -diff", "*.txt filter=x diff=y"])
    def test_attributes_hide_nothing(self, repo, remote, key, attributes):
        repo.sneak({".gitattributes": attributes + "\n"})
        repo.sneak({"a.txt": key})
        assert stopped(repo.push(), key)

    @pytest.mark.parametrize(
        "setting",
        [
            "log.showRoot=false",
            "diff.external=true",
            "diff.orderFile=/nowhere",
            "log.showSignature=true",
            "diff.renames=false",
            "color.ui=always",
            "format.pretty=oneline",
            "log.diffMerges=off",
            "core.abbrev=4",
            "log.follow=true",
            "core.commentChar=;",
            "diff.ignoreSubmodules=all",
            "core.bigFileThreshold=1",
            "core.warnAmbiguousRefs=true",
            "push.negotiate=true",
        ],
    )
    def test_settings_hide_nothing(self, world, key, setting):
        repo = world.repo()
        world.remote(repo)
        repo.git("config", *setting.split("=", 1))
        repo.sneak({"a": key})
        assert stopped(repo.push(), key)

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "shift_jis"])
    def test_any_encoding_is_text(self, repo, remote, key, encoding):
        repo.sneak({"a": f"鍵 {key}\r\n".encode(encoding)})
        assert stopped(repo.push(), key)

    def test_message_in_a_commit_encoding_is_judged(self, repo, remote, key):
        repo.write({"message": f"鍵 {key}\n".encode("iso-2022-jp")})
        repo.git("config", "i18n.commitEncoding", "iso-2022-jp")
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--allow-empty", "-F", "message")
        assert stopped(repo.push(), key)

    def test_names_that_are_no_utf8_are_judged(self, repo, remote, key):
        with open(os.fsencode(repo.path) + b"/caf\xe9", "w") as file:
            file.write(key)
        repo.git("add", "-A")
        repo.sneak({})
        assert stopped(repo.push(), key)

    @pytest.mark.parametrize("name", ["new\nline", "tab\tbed", ":colon", '"quoted"', " blank "])
    def test_odd_names_are_judged(self, repo, remote, key, name):
        repo.write({name: key})
        repo.git("add", "-A")
        repo.sneak({})
        assert stopped(repo.push(), key)

    def test_many_files_are_judged(self, repo, remote, key):
        files = {f"d{n % 7}/{n}": f"{n}\n" for n in range(2000)}
        files["d3/1999"] = key
        repo.sneak(files)
        assert stopped(repo.push(), key)

    def test_line_of_megabytes_is_judged(self, repo, remote, key):
        repo.sneak({"a.js": "a;" * 2_000_000 + f" '{key}'"})
        assert stopped(repo.push(), key)

    def test_picture_passes(self, repo, remote):
        repo.sneak({"a.png": b"\x89PNG\r\n\x1a\n\0\0\0\r" + bytes(range(256)) * 400})
        assert repo.push().code == 0

    def test_huge_binary_passes_and_what_follows_is_judged(self, repo, remote, key):
        repo.sneak({"a.bin": b"\0\1\2\3" * (5 << 20)})
        assert repo.push().code == 0
        repo.sneak({"a.bin": b"\3\1\2\0" * (5 << 20), "b": key})
        assert stopped(repo.push(), key)

    def test_submodule_passes(self, repo, remote):
        repo.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub")
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "sub")
        assert repo.push().code == 0

    def test_submodule_that_becomes_a_file_is_judged(self, repo, remote, key):
        repo.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub")
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "sub")
        repo.git("rm", "-q", "--cached", "sub")
        repo.sneak({"sub": key})
        assert stopped(repo.push(), key)

    def test_rewritten_objects_hide_nothing(self, repo, remote, key):
        bad = repo.sneak({"a": key})
        blob = repo.git("rev-parse", f"{bad}:a")
        repo.git("replace", blob, repo.git("hash-object", "-w", "--stdin", given="clean\n"))
        assert stopped(repo.push(), key)

    def test_grafts_hide_nothing(self, repo, remote, key):
        base = repo.git("rev-parse", "HEAD")
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        tip = repo.git("rev-parse", "HEAD")
        (repo.path / ".git/info").mkdir(exist_ok=True)
        (repo.path / ".git/info/grafts").write_text(f"{tip} {base}\n")
        line = f"refs/heads/main {tip} refs/heads/main {base}\n"
        ran = repo.seawall("hook", "pre-push", "origin", str(remote.path), given=line)
        assert stopped(ran, key)


class TestWhatTheRemoteHas:
    def test_old_key_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        repo.sneak({"b": "x\n"})
        assert repo.push().code == 0

    def test_old_key_in_a_changed_file_passes(self, repo, remote, key):
        repo.sneak({"a": f"{key}\n"})
        repo.publish()
        repo.sneak({"a": f"{key}\nmore\n"})
        assert repo.push().code == 0

    def test_old_key_in_a_renamed_file_passes(self, repo, remote, key):
        lines = "".join(f"line {n}\n" for n in range(30))
        repo.sneak({"a": f"{key}\n{lines}"})
        repo.publish()
        repo.git("mv", "a", "b")
        repo.sneak({"b": f"{key}\n{lines}more\n"})
        assert repo.push().code == 0

    def test_new_branch_on_published_history_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        repo.git("checkout", "-qb", "topic")
        repo.sneak({"b": "x\n"})
        assert repo.push("origin", "topic").code == 0

    def test_new_branch_at_a_published_commit_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        assert repo.push("origin", "HEAD:refs/heads/copy").code == 0

    def test_merging_upstream_passes(self, repo, remote, world, key):
        other = world.clone(remote.path, "other")
        other.sneak({"theirs": key})
        other.publish()
        repo.sneak({"ours": "x\n"})
        repo.git("fetch", "-q")
        repo.git("-c", "core.hooksPath=/dev/null", "merge", "-q", "--no-edit", "origin/main")
        assert repo.push().code == 0

    def test_rebasing_on_upstream_passes(self, repo, remote, world, key):
        other = world.clone(remote.path, "other")
        other.sneak({"theirs": key})
        other.publish()
        repo.sneak({"ours": "x\n"})
        repo.git("fetch", "-q")
        repo.git("rebase", "-q", "origin/main")
        assert repo.push().code == 0

    def test_deleting_a_branch_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish("origin", "HEAD:refs/heads/bad")
        assert repo.push("origin", ":bad").code == 0

    def test_renaming_a_branch_on_the_remote_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish("origin", "HEAD:refs/heads/old")
        assert repo.push("origin", ":old", "HEAD:refs/heads/new").code == 0

    def test_force_push_back_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        assert repo.push("-f", "origin", "HEAD~1:refs/heads/main").code == 0

    def test_force_push_of_a_clean_amend_passes(self, repo, remote, key):
        repo.sneak({"a": "1\n"})
        repo.publish()
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--amend", "-m", "again")
        assert repo.push("-f", "origin", "HEAD:refs/heads/main").code == 0

    def test_nothing_to_push_passes(self, repo, remote):
        assert repo.push().code == 0

    def test_merged_and_deleted_branch_pushed_again_passes(self, repo, remote, key):
        """The forge deleted the branch; our tracking ref of it is stale, main's is not."""
        repo.sneak({"a": key})
        repo.publish()
        repo.git("checkout", "-qb", "topic")
        repo.sneak({"b": "x\n"})
        repo.publish("origin", "topic")
        repo.git("fetch", "-q")
        remote.git("update-ref", "refs/heads/main", repo.git("rev-parse", "topic"))
        remote.git("branch", "-D", "topic")
        repo.sneak({"c": "y\n"})
        assert repo.push("origin", "topic").code == 0

    def test_pushing_into_this_very_repository_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        assert repo.push(".", "HEAD:refs/heads/copy").code == 0


class TestRefs:
    def test_force_push_with_a_key_is_stopped(self, repo, remote, key):
        repo.sneak({"a": "1\n"})
        repo.publish()
        repo.stage({"a": key})
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "--amend", "-m", "again")
        assert stopped(repo.push("-f", "origin", "HEAD:refs/heads/main"), key)

    def test_new_branch_with_a_key_is_stopped(self, repo, remote, key):
        repo.git("checkout", "-qb", "topic")
        repo.sneak({"a": key})
        assert stopped(repo.push("origin", "topic"), key)

    def test_key_on_the_second_of_several_refs_is_stopped(self, repo, remote, key):
        repo.git("branch", "one")
        repo.git("checkout", "-qb", "two")
        repo.sneak({"a": key})
        repo.git("checkout", "-qb", "three", "main")
        repo.sneak({"b": "x\n"})
        assert stopped(repo.push("origin", "one", "two", "three"), key)

    def test_delete_beside_a_key_is_stopped(self, repo, remote, key):
        repo.publish("origin", "HEAD:refs/heads/old")
        repo.sneak({"a": key})
        assert stopped(repo.push("origin", ":old", "HEAD:refs/heads/new"), key)

    @pytest.mark.parametrize("how", ["--all", "--mirror"])
    def test_everything_at_once_is_judged(self, repo, remote, key, how):
        repo.git("checkout", "-qb", "hidden")
        repo.sneak({"a": key})
        repo.git("checkout", "-q", "main")
        assert stopped(repo.push(how, "origin"), key)

    @pytest.mark.parametrize("how", ["--all", "--mirror"])
    def test_everything_clean_passes(self, repo, remote, how):
        repo.git("checkout", "-qb", "other")
        repo.sneak({"a": "x\n"})
        assert repo.push(how, "origin").code == 0

    def test_raw_id_is_judged(self, repo, remote, key):
        bad = repo.sneak({"a": key})
        repo.git("reset", "-q", "--hard", "HEAD~1")
        assert stopped(repo.push("origin", f"{bad}:refs/heads/x"), key)

    def test_detached_head_is_judged(self, repo, remote, key):
        repo.git("checkout", "-q", "--detach")
        repo.sneak({"a": key})
        assert stopped(repo.push("origin", "HEAD:refs/heads/x"), key)

    def test_light_tag_is_judged(self, repo, remote, key):
        bad = repo.sneak({"a": key})
        repo.git("tag", "light", bad)
        repo.git("reset", "-q", "--hard", "HEAD~1")
        assert stopped(repo.push("origin", "light"), key)

    def test_text_of_an_annotated_tag_is_judged(self, repo, remote, key):
        repo.git("tag", "-a", "-m", f"use {key}", "v1")
        assert stopped(repo.push("origin", "v1"), key)

    def test_tag_of_a_tag_is_judged(self, repo, remote, key):
        repo.git("tag", "-a", "-m", f"use {key}", "inner")
        repo.git("tag", "-a", "-m", "outer", "outer", "inner")
        assert stopped(repo.push("origin", "outer"), key)

    def test_clean_tag_passes(self, repo, remote):
        repo.git("tag", "-a", "-m", "release", "v1")
        assert repo.push("origin", "v1").code == 0

    def test_tag_on_an_old_key_passes(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        repo.git("tag", "-a", "-m", "release", "v1")
        assert repo.push("origin", "v1").code == 0

    def test_tag_on_a_blob_is_judged(self, repo, remote, key):
        repo.git("tag", "blob", repo.git("hash-object", "-w", "--stdin", given=key))
        assert stopped(repo.push("origin", "blob"), key)

    def test_annotated_tag_on_a_blob_is_judged(self, repo, remote, key):
        blob = repo.git("hash-object", "-w", "--stdin", given=key)
        repo.git("tag", "-a", "-m", "a blob", "blob", blob)
        assert stopped(repo.push("origin", "blob"), key)

    def test_tag_on_a_tree_is_judged(self, repo, remote, key):
        repo.stage({"sub/a": key})
        repo.git("tag", "tree", repo.git("write-tree"))
        assert stopped(repo.push("origin", "tree"), key)

    def test_moved_tag_is_judged(self, repo, remote, key):
        repo.git("tag", "v1")
        repo.publish("origin", "v1")
        bad = repo.sneak({"a": key})
        repo.git("tag", "-f", "v1", bad)
        assert stopped(repo.push("-f", "origin", "v1"), key)

    def test_push_with_tags_is_judged(self, repo, remote, key):
        repo.git("tag", "-a", "-m", key, "v1")
        repo.sneak({"a": "x\n"})
        assert stopped(repo.push("--tags", "origin", "main"), key)


class TestMerges:
    def merge(self, repo, resolution):
        repo.sneak({"a": "0\n"})
        repo.publish()
        repo.git("checkout", "-qb", "side")
        repo.sneak({"a": "1\n"})
        repo.git("checkout", "-q", "main")
        repo.sneak({"a": "2\n"})
        repo.run("git", "merge", "-q", "side")
        repo.sneak({"a": resolution}, "merge")
        assert repo.git("rev-list", "--merges", "--count", "HEAD") == "1"

    def test_key_born_in_a_merge_is_stopped(self, repo, remote, key):
        self.merge(repo, f"1\n2\n{key}\n")
        assert stopped(repo.push(), key)

    def test_clean_merge_passes(self, repo, remote):
        self.merge(repo, "1\n2\n")
        assert repo.push().code == 0

    def test_file_only_the_merge_has_is_judged(self, repo, remote, key):
        repo.git("checkout", "-qb", "side")
        repo.sneak({"s": "1\n"})
        repo.git("checkout", "-q", "main")
        repo.sneak({"m": "1\n"})
        repo.git("-c", "core.hooksPath=/dev/null", "merge", "-q", "--no-commit", "side")
        repo.sneak({"evil": key}, "merge")
        assert stopped(repo.push(), key)

    def test_key_on_the_side_of_a_merge_is_stopped(self, repo, remote, key):
        repo.git("checkout", "-qb", "side")
        repo.sneak({"s": key})
        repo.sneak({"s": "gone\n"})
        repo.git("checkout", "-q", "main")
        repo.git("-c", "core.hooksPath=/dev/null", "merge", "-q", "--no-ff", "--no-edit", "side")
        assert stopped(repo.push(), key)


class TestRemotes:
    def test_url_without_a_remote_is_judged(self, repo, world, key):
        bare = world.repo("bare.git", "--bare", gated=False)
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        assert stopped(repo.push(str(bare.path), "main"), key)

    def test_clean_push_to_a_url_passes(self, repo, world):
        bare = world.repo("bare.git", "--bare", gated=False)
        assert repo.push(str(bare.path), "main").code == 0

    def test_url_of_a_known_remote_is_that_remote(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        assert repo.push(str(remote.path), "HEAD:refs/heads/copy").code == 0

    def test_second_remote_that_lacks_the_history_is_judged(self, repo, remote, world, key):
        repo.sneak({"a": key})
        repo.publish()
        world.remote(repo, "second")
        assert stopped(repo.push("second", "main"), key)

    def test_remote_named_below_another_is_judged(self, repo, remote, world, key):
        repo.sneak({"a": key})
        bare = world.repo("b.git", "--bare", gated=False)
        repo.git("remote", "add", "origin/fork", bare.path)
        repo.publish("origin/fork", "main")
        assert stopped(repo.push("origin", "main"), key)

    def test_push_url_of_another_repository_is_judged(self, repo, remote, world, key):
        repo.sneak({"a": key})
        repo.publish()
        fork = world.repo("fork.git", "--bare", gated=False)
        repo.git("config", "remote.origin.pushurl", str(fork.path))
        assert stopped(repo.push("origin", "HEAD:refs/heads/topic"), key)

    def test_second_url_of_a_remote_is_judged(self, repo, remote, world, key):
        repo.sneak({"a": key})
        repo.publish()
        second = world.repo("second.git", "--bare", gated=False)
        repo.git("remote", "set-url", "--add", "origin", str(second.path))
        repo.sneak({"b": "x\n"})
        ran = repo.push("origin", "HEAD:refs/heads/topic")
        assert stopped(ran, key)
        assert second.run("git", "rev-parse", "topic").code != 0

    def test_emptied_remote_is_judged(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        repo.publish()
        repo.publish("origin", "HEAD:refs/heads/other")
        for ref in ("main", "other"):
            remote.git("update-ref", "-d", f"refs/heads/{ref}")
        assert stopped(repo.push(), key)

    def test_rewound_remote_is_judged(self, repo, remote, key):
        start = repo.git("rev-parse", "HEAD")
        repo.sneak({"a": key})
        repo.publish()
        remote.git("update-ref", "refs/heads/main", start)
        repo.sneak({"b": "x\n"})
        assert stopped(repo.push(), key)

    def test_rewound_remote_behind_a_second_stale_branch_is_judged(self, repo, remote, key):
        start = repo.git("rev-parse", "HEAD")
        repo.sneak({"a": key})
        repo.publish()
        repo.publish("origin", "HEAD:refs/heads/also")
        for ref in ("main", "also"):
            remote.git("update-ref", f"refs/heads/{ref}", start)
        assert stopped(repo.push(), key)

    def test_remote_that_went_on_without_us_passes(self, repo, remote, world, key):
        repo.sneak({"a": key})
        repo.publish()
        repo.git("fetch", "-q")
        other = world.clone(remote.path, "other")
        other.sneak({"theirs": "x\n"})
        other.publish()
        repo.sneak({"ours": "x\n"})
        line = (
            f"refs/heads/main {repo.git('rev-parse', 'HEAD')} "
            f"refs/heads/main {other.git('rev-parse', 'HEAD')}\n"
        )
        ran = repo.seawall("hook", "pre-push", "origin", str(remote.path), given=line)
        assert ran.code == 0, ran

    def test_own_refspec_is_understood(self, repo, remote, key):
        repo.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/up/stream/*")
        repo.sneak({"a": key})
        repo.publish()
        repo.git("fetch", "-q")
        assert repo.push("origin", "HEAD:refs/heads/topic").code == 0

    def test_mirror_refspec_hides_nothing(self, repo, remote, key):
        repo.git("config", "remote.origin.fetch", "+refs/*:refs/*")
        repo.sneak({"a": key})
        assert stopped(repo.push("origin", "HEAD:refs/heads/topic"), key)

    def test_no_tracking_refs_at_all_is_judged_whole(self, repo, remote, key):
        repo.sneak({"a": key})
        repo.publish()
        repo.git("config", "--unset-all", "remote.origin.fetch")
        ran = repo.push("origin", "HEAD:refs/heads/topic")
        assert stopped(ran, key)


class TestKinds:
    def test_shallow_clone_passes_on_history_below(self, repo, remote, world, key):
        repo.sneak({"a": key})
        repo.sneak({"b": "x\n"})
        repo.publish()
        shallow = world.clone(f"file://{remote.path}", "shallow", "--depth=1")
        shallow.sneak({"c": "y\n"})
        assert shallow.push("origin", "HEAD:refs/heads/topic").code == 0

    def test_shallow_clone_with_a_new_key_is_stopped(self, repo, remote, world, key):
        repo.sneak({"b": "x\n"})
        repo.publish()
        shallow = world.clone(f"file://{remote.path}", "shallow", "--depth=1")
        shallow.sneak({"c": key})
        assert stopped(shallow.push("origin", "HEAD:refs/heads/topic"), key)

    @pytest.mark.parametrize("what", ["blob:none", "tree:0"])
    def test_partial_clone_never_fetches(self, repo, remote, world, key, what):
        remote.git("config", "uploadpack.allowFilter", "true")
        repo.sneak({"old": "old\n", "a": "1\n"})
        repo.sneak({"old": "new\n"})
        repo.publish()
        url = f"file://{remote.path}"
        partial = world.clone(url, "partial", f"--filter={what}", "--branch=main")
        before = partial.git("count-objects", "-v")
        partial.sneak({"b": "clean\n"})
        assert partial.push("origin", "HEAD:refs/heads/one").code == 0
        partial.sneak({"c": key})
        assert stopped(partial.push("origin", "HEAD:refs/heads/two"), key)
        assert "packs: " in before

    def test_partial_clone_to_a_second_remote_names_no_missing_blob(self, repo, remote, world):
        remote.git("config", "uploadpack.allowFilter", "true")
        repo.sneak({"a": "1\n"})
        repo.sneak({"a": "2\n"})
        repo.publish()
        partial = world.clone(f"file://{remote.path}", "partial", "--filter=blob:none")
        packs = len(list((partial.path / ".git/objects/pack").glob("*.pack")))
        head = partial.git("rev-parse", "HEAD")
        line = f"refs/heads/main {head} refs/heads/main {'0' * 40}\n"
        ran = partial.seawall("hook", "pre-push", "elsewhere", "/elsewhere", given=line)
        assert ran.code == 0, ran
        assert len(list((partial.path / ".git/objects/pack").glob("*.pack"))) == packs

    def test_sha256_repository_is_gated(self, world, key):
        repo = world.repo("new", "--object-format=sha256")
        world.remote(repo, "origin", "--object-format=sha256")
        repo.sneak({"a": "x\n"})
        assert repo.push().code == 0
        repo.sneak({"a": key})
        assert stopped(repo.push(), key)
        assert repo.push("origin", ":main").code in (0, 1)

    def test_linked_worktree_is_gated(self, repo, remote, world, key):
        repo.git("worktree", "add", "-q", "../linked", "-b", "side")
        linked = Repo(world.folder / "linked", world.env)
        linked.sneak({"a": key})
        assert stopped(linked.push("origin", "side"), key)

    def test_bare_repository_is_gated(self, repo, remote, world, key, template):
        repo.sneak({"a": key})
        bare = world.clone(repo.path, "bare", "--bare")
        other = world.repo("other.git", "--bare", gated=False)
        assert stopped(bare.push(str(other.path), "main"), key)

    def test_alternates_are_read(self, repo, remote, world, key):
        repo.sneak({"a": key})
        sharing = world.clone(repo.path, "sharing", "--shared")
        sharing.git("remote", "set-url", "origin", str(remote.path))
        sharing.git("update-ref", "-d", "refs/remotes/origin/main")
        sharing.git("remote", "set-head", "origin", "--delete")
        assert stopped(sharing.push("origin", "main"), key)

    def test_packed_objects_are_read(self, repo, remote, key):
        repo.sneak({"a": f"{key}\n"})
        repo.sneak({"a": "gone\n"})
        repo.git("gc", "-q")
        assert stopped(repo.push(), key)

    def test_missing_object_is_not_passed_as_clean(self, repo, remote):
        repo.sneak({"a": "x\n"})
        blob = repo.git("rev-parse", "HEAD:a")
        (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
        head, base = repo.git("rev-parse", "HEAD"), repo.git("rev-parse", "HEAD~1")
        line = f"refs/heads/main {head} refs/heads/main {base}\n"
        ran = repo.seawall("hook", "pre-push", "origin", str(remote.path), given=line)
        assert ran.code == 3
        assert blob in ran.out

    def test_line_that_cannot_be_read_is_not_passed(self, repo, remote):
        ran = repo.seawall("hook", "pre-push", "origin", str(remote.path), given="nonsense\n")
        assert ran.code == 3

    def test_rebase_and_cherry_pick_are_caught_at_the_push(self, repo, remote, key):
        bad = repo.sneak({"a": key})
        repo.git("reset", "-q", "--hard", "HEAD~1")
        assert repo.run("git", "cherry-pick", bad).code == 0
        assert stopped(repo.push(), key)
