"""Work trees, ranges and histories, as the command line scans them."""

import os

import pytest

from repositories import Repo

CHECK = "aws-access-key"


def found(ran, *names) -> bool:
    return ran.code == 1 and CHECK in ran.out and all(name in ran.out for name in names)


def scan(repo, *argv):
    return repo.seawall("scan", "--format", "concise", *argv)


class TestWorkTree:
    def test_untracked_files_are_scanned_and_ignored_ones_not(self, repo, key):
        repo.write({".gitignore": "ignored\n", "ignored": key, "new": "x\n"})
        assert scan(repo).code == 0
        repo.write({"new": key})
        assert found(scan(repo), "new:1:1")

    def test_single_ignored_file_is_scanned_when_named(self, repo, key):
        repo.write({".gitignore": "ignored\n", "ignored": key})
        assert found(scan(repo, "ignored"), "ignored:1:1")

    def test_symlinks_are_never_followed_out(self, repo, world, key):
        (world.folder / "outside").mkdir()
        (world.folder / "outside/secret").write_text(key)
        os.symlink("../outside", repo.path / "folder")
        os.symlink("../outside/secret", repo.path / "file")
        assert scan(repo).code == 0

    def test_tracked_folder_that_became_a_symlink_is_not_followed(self, repo, world, key):
        repo.sneak({"folder/secret": "x\n"})
        (world.folder / "outside").mkdir()
        (world.folder / "outside/secret").write_text(key)
        (repo.path / "folder/secret").unlink()
        (repo.path / "folder").rmdir()
        os.symlink("../outside", repo.path / "folder")
        assert scan(repo).code == 0

    def test_fifo_does_not_hang(self, repo):
        os.mkfifo(repo.path / "pipe")
        assert scan(repo).code == 0
        assert scan(repo, "pipe").code == 0

    def test_device_is_not_read(self, repo):
        assert scan(repo, "/dev/zero").code == 0

    def test_deleted_file_is_no_trouble(self, repo):
        (repo.path / "README").unlink()
        assert scan(repo).code == 0

    def test_folder_outside_a_repository_is_scanned(self, world, key):
        folder = Repo(world.folder / "plain", world.env)
        folder.path.mkdir()
        folder.write({"sub/a": key})
        assert found(scan(folder), "sub/a:1:1")

    def test_missing_path_is_refused(self, repo):
        assert scan(repo, "nowhere").code == 2

    def test_scan_from_a_sub_folder_names_paths_of_the_repository(self, repo, key):
        repo.write({"sub/a": key})
        assert found(scan(Repo(repo.path / "sub", repo.env), "a"), "sub/a:1:1")


class TestRange:
    def test_every_commit_is_walked(self, repo, key):
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        assert found(scan(repo, "--range", "HEAD~2..HEAD"), "a:1:1")
        assert scan(repo, "--range", "HEAD~1..HEAD").code == 0

    def test_base_that_went_on_makes_nothing_new(self, repo, key):
        repo.sneak({"a": key})
        repo.git("checkout", "-qb", "topic")
        repo.sneak({"b": "x\n"})
        repo.git("checkout", "-q", "main")
        repo.sneak({"a": "gone\n"})
        assert scan(repo, "--range", "main..topic").code == 0

    @pytest.mark.parametrize("words", ["nowhere..HEAD", "HEAD..nowhere", "HEAD"])
    def test_range_that_cannot_be_resolved_is_undecided(self, repo, words):
        assert scan(repo, "--range", words).code in (2, 3)


class TestHistory:
    def test_removed_key_is_found(self, repo, key):
        first = repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        ran = repo.seawall("scan", "--history")
        assert ran.code == 1
        assert first[:12] in ran.out

    def test_key_kept_over_commits_is_found_once(self, repo, key):
        for n in range(4):
            repo.sneak({"a": f"{key}\nline {n}\n"})
        assert scan(repo, "--history").out.count(CHECK) == 1

    @pytest.mark.parametrize("ref", ["branch", "stash", "note", "tag", "message", "name", "blob"])
    def test_every_place_is_reached(self, repo, key, ref):
        if ref == "branch":
            repo.git("checkout", "-qb", "side")
            repo.sneak({"a": key})
            repo.git("checkout", "-q", "main")
        elif ref == "stash":
            repo.stage({"a": key})
            repo.git("stash", "-q")
        elif ref == "note":
            repo.git("notes", "add", "-m", key)
        elif ref == "tag":
            repo.git("tag", "-a", "-m", key, "v1")
        elif ref == "message":
            repo.sneak({}, key)
        elif ref == "name":
            repo.sneak({"empty": "", key: ""})
        else:
            blob = repo.git("hash-object", "-w", "--stdin", given=key)
            repo.git("tag", "blob", blob)
        ran = scan(repo, "--history")
        assert found(ran), ran
        assert key not in ran.out

    def test_clean_history_passes(self, repo):
        repo.sneak({"a": "x\n"})
        assert scan(repo, "--history").code == 0

    def test_unreachable_objects_are_left_out(self, repo, key):
        repo.sneak({"a": key})
        repo.git("reset", "-q", "--hard", "HEAD~1")
        assert scan(repo, "--history").code == 0

    def test_packed_history_is_read(self, repo, key):
        repo.sneak({"a": key})
        repo.sneak({"a": "gone\n"})
        repo.git("gc", "-q")
        assert found(scan(repo, "--history"))

    def test_since_a_date_looks_at_later_commits_only(self, repo, key):
        repo.stage({"a": key})
        env = {"GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z"}
        repo.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "old", **env)
        assert scan(repo, "--history", "--since", "2020-01-01").code == 0

    def test_partial_clone_is_scanned_without_a_fetch(self, repo, remote, world, key):
        remote.git("config", "uploadpack.allowFilter", "true")
        for text in ("1\n", "2\n", "3\n"):
            repo.sneak({"a": text})
        repo.publish()
        partial = world.clone(f"file://{remote.path}", "partial", "--filter=blob:none")
        packs = len(list((partial.path / ".git/objects/pack").glob("*.pack")))
        ran = scan(partial, "--history")
        assert ran.code == 0, ran
        assert scan(partial, "--range", "HEAD~2..HEAD").code == 0
        partial.sneak({"b": key})
        assert found(scan(partial, "--history"), "b:1:1")
        assert len(list((partial.path / ".git/objects/pack").glob("*.pack"))) == packs
