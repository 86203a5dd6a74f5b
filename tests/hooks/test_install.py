"""Installing, chaining, taking out, and telling whether the gate is really active."""

import shutil
import sys

import pytest

from repositories import Repo

EVENTS = (
    "pre-commit",
    "pre-merge-commit",
    "prepare-commit-msg",
    "commit-msg",
    "pre-push",
    "pre-applypatch",
)


@pytest.fixture
def bare_repo(world):
    """A repository without any hook."""
    made = world.repo(gated=False)
    made.sneak({"README": "hello\n"}, "start")
    return made


def hook(repo, event, text):
    path = repo.path / ".git/hooks" / event
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_install_gates_every_event(bare_repo, key):
    assert bare_repo.seawall("doctor").code == 1
    assert bare_repo.seawall("install").code == 0
    doctor = bare_repo.seawall("doctor")
    assert doctor.code == 0, doctor
    assert bare_repo.commit({"a": key}).code == 1


def test_twice_is_once(bare_repo):
    bare_repo.seawall("install")
    first = {p.name: p.read_bytes() for p in (bare_repo.path / ".git/hooks").iterdir()}
    assert bare_repo.seawall("install").code == 0
    assert {p.name: p.read_bytes() for p in (bare_repo.path / ".git/hooks").iterdir()} == first
    assert set(first) == set(EVENTS)


def test_single_events_can_be_chosen(bare_repo):
    assert bare_repo.seawall("install", "--hook", "pre-push", "--hook", "commit-msg").code == 0
    hooks = {p.name for p in (bare_repo.path / ".git/hooks").iterdir()}
    assert hooks == {"pre-push", "commit-msg"}


def test_unknown_event_is_refused(bare_repo):
    ran = bare_repo.seawall("install", "--hook", "post-commit")
    assert ran.code == 2
    assert "post-commit" in ran.out


def test_outside_a_repository_it_says_so(world):
    ran = Repo(world.folder, world.env).seawall("install")
    assert ran.code == 2
    assert "no git repository" in ran.out


def test_existing_hook_runs_first_with_its_arguments(bare_repo, key):
    hook(bare_repo, "commit-msg", 'echo "old: $1" >> .git/ran')
    bare_repo.seawall("install")
    assert bare_repo.commit({"a": "x\n"}).code == 0
    assert (bare_repo.path / ".git/ran").read_text() == "old: .git/COMMIT_EDITMSG\n"
    assert bare_repo.commit({"b": "x\n"}, key).code == 1


def test_existing_hook_that_refuses_still_refuses(bare_repo):
    hook(bare_repo, "pre-commit", "echo no from the old hook; exit 9")
    bare_repo.seawall("install")
    ran = bare_repo.commit({"a": "x\n"})
    assert ran.code == 1
    assert "no from the old hook" in ran.out


def test_both_push_hooks_get_standard_input(bare_repo, world, key):
    hook(bare_repo, "pre-push", 'cat > .git/seen; echo "$1 $2" >> .git/seen')
    bare = world.remote(bare_repo)
    bare_repo.seawall("install")
    bare_repo.sneak({"a": "x\n"})
    assert bare_repo.push().code == 0
    seen = (bare_repo.path / ".git/seen").read_text()
    assert f"refs/heads/main {'0' * 40}\norigin {bare.path}\n" in seen
    bare_repo.sneak({"b": key})
    assert bare_repo.push().code == 1


def test_hook_without_the_executable_bit_stays_unused(bare_repo):
    hook(bare_repo, "pre-commit", "exit 9").chmod(0o644)
    bare_repo.seawall("install")
    assert bare_repo.commit({"a": "x\n"}).code == 0


def test_uninstall_restores(bare_repo, key):
    old = hook(bare_repo, "pre-commit", "exit 0").read_bytes()
    bare_repo.seawall("install")
    assert bare_repo.seawall("uninstall").code == 0
    left = {p.name: p.read_bytes() for p in (bare_repo.path / ".git/hooks").iterdir()}
    assert left == {"pre-commit": old}
    assert bare_repo.commit({"a": key}).code == 0
    assert bare_repo.seawall("doctor").code == 1


def test_uninstall_without_install_touches_nothing(bare_repo):
    old = hook(bare_repo, "pre-commit", "exit 0").read_bytes()
    assert bare_repo.seawall("uninstall").code == 0
    assert (bare_repo.path / ".git/hooks/pre-commit").read_bytes() == old


def test_linked_worktree_shares_the_hooks(bare_repo, world, key):
    bare_repo.git("worktree", "add", "-q", "../linked", "-b", "side")
    linked = Repo(world.folder / "linked", world.env)
    assert linked.seawall("install").code == 0
    assert linked.seawall("doctor").code == 0
    assert linked.commit({"a": key}).code == 1
    assert bare_repo.commit({"a": key}).code == 1


@pytest.mark.parametrize("path", ["hooks", ".config/git hooks"])
def test_hooks_path_is_honoured(bare_repo, key, path):
    bare_repo.git("config", "core.hooksPath", path)
    assert bare_repo.seawall("install").code == 0
    assert (bare_repo.path / path / "pre-commit").exists()
    assert bare_repo.seawall("doctor").code == 0
    assert bare_repo.commit({"a": key}).code == 1


def test_install_from_a_sub_folder(bare_repo, key):
    (bare_repo.path / "sub").mkdir()
    inside = Repo(bare_repo.path / "sub", bare_repo.env)
    assert inside.seawall("install").code == 0
    assert (bare_repo.path / ".git/hooks/pre-push").exists()
    assert bare_repo.commit({"a": key}).code == 1


def test_doctor_sees_a_hooks_path_that_hides_the_hooks(bare_repo):
    bare_repo.seawall("install")
    bare_repo.git("config", "core.hooksPath", "elsewhere")
    ran = bare_repo.seawall("doctor")
    assert ran.code == 1
    assert "core.hooksPath" in ran.out


def test_doctor_sees_a_lost_executable_bit(bare_repo):
    bare_repo.seawall("install")
    (bare_repo.path / ".git/hooks/pre-push").chmod(0o644)
    ran = bare_repo.seawall("doctor")
    assert ran.code == 1
    assert "not executable" in ran.out


def broken(bare_repo):
    """Hooks whose interpreter is gone, as after a moved virtual environment."""
    bare_repo.seawall("install")
    for path in (bare_repo.path / ".git/hooks").iterdir():
        path.write_text(path.read_text().replace(sys.executable, "/gone/bin/python"))


def test_moved_environment_falls_back_to_the_path(bare_repo, key):
    broken(bare_repo)
    assert bare_repo.seawall("doctor").code == 0
    assert bare_repo.commit({"a": key}).code == 1
    assert bare_repo.commit({"a": "clean\n"}).code == 0


def test_lost_seawall_fails_with_one_helpful_line(bare_repo):
    broken(bare_repo)
    git = shutil.which("git")
    assert git is not None
    tools = bare_repo.path / ".git/tools"
    tools.mkdir()
    for name in ("git", "sh", "cat", "sed", "grep", "dirname", "basename", "uname"):
        found = shutil.which(name)
        if found:
            (tools / name).symlink_to(found)
    bare_repo.stage({"a": "x\n"})
    ran = bare_repo.run("git", "commit", "-qm", "work", PATH=str(tools))
    assert ran.code == 1
    assert "seawall install" in ran.out
    assert bare_repo.git("rev-list", "--count", "HEAD") == "1"


def test_lost_packages_fall_back_too(bare_repo, key):
    bare_repo.seawall("install")
    for path in (bare_repo.path / ".git/hooks").iterdir():
        text = path.read_text()
        path.write_text(text.replace("site-packages", "gone").replace("editable", "gone"))
    assert bare_repo.commit({"a": key}).code == 1
    assert bare_repo.commit({"a": "clean\n"}).code == 0


class TestForTheUser:
    @pytest.fixture
    def home(self, world, tmp_path):
        """A user of one's own: settings and a home that no other test shares."""
        settings = tmp_path / "own-gitconfig"
        settings.write_text("[user]\nname = Own\nemail = own@example.com\n")
        world.env = world.env | {
            "GIT_CONFIG_GLOBAL": str(settings),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
        }
        return world

    def test_every_repository_is_gated(self, home, key):
        repo = home.repo("one", gated=False)
        repo.sneak({"a": "x\n"})
        assert repo.seawall("install", "--global").code == 0
        assert repo.commit({"b": key}).code == 1
        later = home.repo("two", gated=False)
        assert later.commit({"b": key}).code == 1
        assert later.commit({"b": "clean\n"}).code == 0
        assert later.seawall("doctor").code == 0

    def test_hooks_of_the_repositories_still_run(self, home):
        repo = home.repo("one", gated=False)
        for event in ("pre-commit", "post-commit"):
            hook(repo, event, f"echo {event} >> .git/ran")
        repo.seawall("install", "--global")
        assert repo.commit({"a": "x\n"}).code == 0
        assert (repo.path / ".git/ran").read_text() == "pre-commit\npost-commit\n"

    def test_gated_repository_is_not_judged_twice(self, home, key):
        repo = home.repo("one", gated=False)
        repo.seawall("install")
        repo.seawall("install", "--global")
        ran = repo.commit({"a": key})
        assert ran.code == 1
        assert ran.out.count("critical aws-access-key") == 1

    def test_uninstall_gives_back_the_settings(self, home, key):
        repo = home.repo("one", gated=False)
        repo.seawall("install", "--global")
        assert repo.seawall("uninstall", "--global").code == 0
        assert repo.run("git", "config", "--global", "core.hooksPath").code == 1
        assert repo.commit({"a": key}).code == 0

    def test_template_gates_new_repositories(self, home, key, tmp_path):
        repo = home.repo("one", gated=False)
        repo.git("config", "--global", "init.templateDir", str(tmp_path / "own-template"))
        assert repo.seawall("install", "--template").code == 0
        assert repo.seawall("install", "--template").code == 0
        repo.run("git", "init", "-q", "../two")
        later = Repo(home.folder / "two", home.env)
        assert later.commit({"a": key}).code == 1


class TestOtherTools:
    def test_hook_of_pre_commit_is_left_alone(self, bare_repo):
        made = hook(
            bare_repo, "pre-commit", "# File generated by pre-commit: https://pre-commit.com"
        )
        before = made.read_bytes()
        bare_repo.write({".pre-commit-config.yaml": "repos: []\n"})
        ran = bare_repo.seawall("install")
        assert ran.code == 1
        assert "id: seawall" in ran.out
        assert made.read_bytes() == before
        assert not (bare_repo.path / ".git/hooks/pre-push").exists()
        assert bare_repo.seawall("doctor").code == 1

    def test_husky_is_told_what_to_add(self, bare_repo):
        bare_repo.git("config", "core.hooksPath", ".husky/_")
        bare_repo.write({".husky/_/pre-commit": '#!/usr/bin/env sh\n. "$(dirname "$0")/h"\n'})
        ran = bare_repo.seawall("install")
        assert ran.code == 1
        assert "seawall hook pre-push" in ran.out
        assert "husky" in ran.out

    def test_lefthook_is_told_what_to_add(self, bare_repo):
        hook(bare_repo, "pre-push", "call_lefthook run pre-push")
        bare_repo.write({"lefthook.yml": "pre-push: {}\n"})
        ran = bare_repo.seawall("install")
        assert ran.code == 1
        assert "use_stdin" in ran.out

    def test_force_chains_them(self, bare_repo, key):
        hook(bare_repo, "pre-commit", "# File generated by pre-commit\necho theirs")
        assert bare_repo.seawall("install", "--force").code == 0
        ran = bare_repo.commit({"a": key})
        assert ran.code == 1
        assert "theirs" in ran.out

    def test_settings_alone_do_not_prevent_the_hooks(self, bare_repo, key):
        bare_repo.write({".pre-commit-config.yaml": "repos: []\n"})
        ran = bare_repo.seawall("install")
        assert ran.code == 0
        assert "pre-commit" in ran.out
        assert bare_repo.commit({"a": key}).code == 1
