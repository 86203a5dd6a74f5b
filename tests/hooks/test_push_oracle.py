"""Random work with git, and the push gate against a slow oracle: unpack what git would send.

Every key is put in once, in a line of its own, so "stopped" is right exactly when an object that
`git pack-objects` would send holds a key that no object of the remote's refs holds.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from repositories import Repo, World, new_key

BRANCHES = ("main", "one", "two")
FILES = ("a", "b", "dir/c")
KEY = re.compile(rb"AKIA[A-Z2-7]{16}")


def keys_in(repo: Repo, ids: list[str]) -> set[bytes]:
    """Every key in any of these objects, names in trees included."""
    found: set[bytes] = set()
    given = "".join(f"{id}\n" for id in ids)
    if given:
        done = subprocess.run(
            ["git", "cat-file", "--batch"],
            cwd=repo.path,
            env=repo.env,
            input=given.encode(),
            capture_output=True,
            check=True,
        )
        found |= set(KEY.findall(done.stdout))
    return found


class Work(RuleBasedStateMachine):
    """One developer, one remote, and whatever they do to each other."""

    world: World  # set by the test

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp(dir=self.world.folder))
        here = World(self.folder, self.world.env, self.world.template)
        self.repo = here.repo()
        self.remote = here.remote(self.repo)
        self.repo.sneak({"README": "hello\n"}, "start")
        self.repo.publish()
        self.repo.git("fetch", "-q")
        self.count = 0

    def teardown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def line(self, with_key: bool) -> str:
        self.count += 1
        return f"line {self.count} {new_key() if with_key else ''}\n"

    @rule(
        work=st.lists(st.tuples(st.sampled_from(FILES), st.booleans()), min_size=1, max_size=3),
        branch=st.sampled_from(BRANCHES),
    )
    def add_lines_and_push(self, work, branch):
        for name, with_key in work:
            path = self.repo.path / name
            old = path.read_text() if path.exists() else ""
            self.repo.sneak({name: old + self.line(with_key)}, "add")
        self.push([branch], False)

    @rule(name=st.sampled_from(FILES))
    def drop_lines(self, name):
        self.repo.sneak({name: self.line(False)}, "replace")

    @rule(name=st.sampled_from(FILES))
    def delete(self, name):
        if (self.repo.path / name).exists():
            self.repo.git("rm", "-q", name)
            self.repo.sneak({}, "delete")

    @rule(with_key=st.booleans())
    def message(self, with_key):
        self.repo.sneak({}, self.line(with_key))

    @rule(branch=st.sampled_from(BRANCHES))
    def switch(self, branch):
        known = self.repo.run("git", "rev-parse", "-q", "--verify", f"refs/heads/{branch}").code
        self.repo.git("checkout", "-q", *(() if known == 0 else ("-b",)), branch)

    @rule(branch=st.sampled_from(BRANCHES), with_key=st.booleans())
    def merge(self, branch, with_key):
        known = self.repo.run("git", "rev-parse", "-q", "--verify", f"refs/heads/{branch}").code
        if known:
            return
        plain = ("-c", "core.hooksPath=/dev/null")
        how = ("--no-commit", "--no-ff", "-X", "ours", branch)
        if self.repo.run("git", *plain, "merge", "-q", *how).code:
            self.repo.run("git", "merge", "--abort")
            return
        if (self.repo.path / ".git/MERGE_HEAD").exists():
            self.repo.sneak({"born": self.line(with_key)} if with_key else {}, "merge")

    @rule()
    def rewind(self):
        if self.repo.run("git", "rev-parse", "-q", "--verify", "HEAD~1").code == 0:
            self.repo.git("reset", "-q", "--hard", "HEAD~1")

    @rule(with_key=st.booleans())
    def tag(self, with_key):
        self.count += 1
        self.repo.git("tag", "-a", "-m", self.line(with_key), f"v{self.count}")

    @rule()
    def fetch(self):
        self.repo.git("fetch", "-q", "--prune")

    @rule(branch=st.sampled_from(BRANCHES))
    def publish(self, branch):
        self.repo.publish("-f", "origin", f"HEAD:refs/heads/{branch}")

    @precondition(lambda self: hasattr(self, "remote"))
    @rule()
    def rewind_the_remote(self):
        tip = self.remote.run("git", "rev-parse", "-q", "--verify", "main~1")
        if tip.code == 0:
            self.remote.git("update-ref", "refs/heads/main", tip.out.strip())

    @rule(
        names=st.lists(st.sampled_from((*BRANCHES, "new")), min_size=1, max_size=2, unique=True),
        tags=st.booleans(),
    )
    def push_anything(self, names, tags):
        self.push(names, tags)

    def push(self, names, tags):
        self.repo.git("fetch", "-q")  # the oracle knows the remote; so do the tracking refs
        sent, kept = self.what_git_would_send(tags)
        new = keys_in(self.repo, sent) - keys_in(self.repo, kept)
        refs = [f"+HEAD:refs/heads/{each}" for each in names]
        ran = self.repo.push("--dry-run", *(("--tags",) if tags else ()), "origin", *refs)
        assert "bug of ours" not in ran.out, ran
        assert (ran.code == 1) == bool(new), (new, ran)

    def what_git_would_send(self, tags):
        """Objects of the pack for this push, and all objects the remote's refs reach."""
        theirs = self.remote.git("for-each-ref", "--format=%(objectname)").split()
        wanted = [self.repo.git("rev-parse", "HEAD")]
        if tags:
            wanted += self.repo.git("for-each-ref", "--format=%(objectname)", "refs/tags").split()
        known = [id for id in theirs if self.repo.run("git", "cat-file", "-e", id).code == 0]
        given = "".join(f"{id}\n" for id in (*wanted, *(f"^{id}" for id in known)))
        pack = self.folder / "sent"
        name = self.repo.git("pack-objects", "-q", "--revs", str(pack), given=given).split()[-1]
        listed = self.repo.git("show-index", given=Path(f"{pack}-{name}.idx").read_bytes())
        sent = [line.split()[1] for line in listed.splitlines()]
        kept = self.repo.git("rev-list", "--objects", *known).splitlines() if known else []
        return sent, [line.split()[0] for line in kept]


def test_push_gate_agrees_with_the_pack(world):
    class Here(Work):
        pass

    Here.world = world
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=8,
            stateful_step_count=14,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        ),
    )


@pytest.mark.host
def test_push_gate_agrees_with_the_pack_for_long(world):
    class Here(Work):
        pass

    Here.world = world
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=60,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
