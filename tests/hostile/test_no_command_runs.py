"""A repository whose settings name commands: looking at it runs none of them."""

import pytest

# what git would run, and when it would
SETTINGS = [
    ("core.fsmonitor", "{run}"),
    ("core.pager", "{run}"),
    ("pager.log", "{run}"),
    ("pager.diff", "{run}"),
    ("diff.external", "{run}"),
    ("diff.evil.textconv", "{run}"),
    ("diff.evil.command", "{run}"),
    ("filter.evil.clean", "{run}"),
    ("filter.evil.smudge", "{run}"),
    ("filter.evil.process", "{run}"),
    ("filter.evil.required", "true"),
    ("merge.evil.driver", "{run}"),
    ("core.sshCommand", "{run}"),
    ("core.gitProxy", "{run}"),
    ("core.editor", "{run}"),
    ("core.askPass", "{run}"),
    ("core.alternateRefsCommand", "{run}"),
    ("credential.helper", "!{run}"),
    ("gpg.program", "{run}"),
    ("gpg.ssh.program", "{run}"),
    ("log.showSignature", "true"),
    ("interactive.diffFilter", "{run}"),
    ("sequence.editor", "{run}"),
    ("uploadpack.packObjectsHook", "{run}"),
    ("alias.diff-index", "!{run}"),
    ("alias.cat-file", "!{run}"),
    ("alias.ls-files", "!{run}"),
    ("alias.rev-list", "!{run}"),
    ("diff.ignoreSubmodules", "all"),
    ("submodule.evil.update", "!{run}"),
    ("remote.evil.url", "ext::{run}"),
    ("remote.evil.promisor", "true"),
    ("remote.evil.partialclonefilter", "blob:none"),
    ("remote.evil.uploadpack", "{run}"),
    ("protocol.ext.allow", "always"),
]


@pytest.fixture
def trapped(repo, key):
    """A repository full of traps with a key in its index and its history, and the trap's mark."""
    mark = repo.path.parent / "executed"
    trap = repo.path.parent / "trap"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{mark}"\nexec cat\n')
    trap.chmod(0o755)
    repo.sneak({"old": "nothing\n"}, "base")
    repo.sneak({"history": f"id = {key}\n", "main.tf": 'resource "aws_vpc" "v" {}\n'}, "leak")
    repo.stage({"a": f"id = {key}\n", "b.bin": b"\0\1\2"})
    repo.write({".gitattributes": "* diff=evil filter=evil merge=evil\n"})
    more = repo.path / ".git/more"
    more.write_text("")
    for name, value in SETTINGS:
        repo.git("config", "--file", more, name, value.format(run=trap))
    repo.git("config", "include.path", "more")
    hooks = repo.path / ".git/hooks"
    for name in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        (hooks / name).write_text(trap.read_text())
        (hooks / name).chmod(0o755)
    return repo, mark


@pytest.mark.parametrize(
    "words",
    [
        ("scan",),
        ("scan", "--staged"),
        ("scan", "--range", "HEAD~1..HEAD"),
        ("scan", "--history"),
        ("scan", "a"),
        ("hook", "pre-commit"),
        ("hook", "pre-merge-commit"),
        ("hook", "pre-push", "evil", "ext::nothing"),
        ("baseline", "write"),
    ],
    ids=" ".join,
)
def test_looking_runs_nothing(trapped, words):
    repo, mark = trapped
    head = repo.git("rev-parse", "HEAD")
    mark.unlink(missing_ok=True)
    line = f"refs/heads/main {head} refs/heads/main {'0' * 40}\n"
    given = line if "pre-push" in words else ""
    ran = repo.seawall(*words, given=given)
    assert not mark.exists(), mark.read_text()
    assert ran.code == (0 if words[0] == "baseline" else 1), ran


def test_the_traps_are_real(trapped):
    """Without this the test above could not fail."""
    repo, mark = trapped
    mark.unlink(missing_ok=True)
    repo.run("git", "diff", "HEAD~1", "HEAD")
    assert mark.exists()


def test_a_promised_object_is_not_fetched(trapped):
    """A blob that is not at hand would make git run the remote's command."""
    repo, mark = trapped
    blob = repo.git("rev-parse", "HEAD:old")
    repo.git("config", "extensions.partialClone", "evil")
    (repo.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    mark.unlink(missing_ok=True)
    ran = repo.seawall("scan", "--history")
    assert not mark.exists(), mark.read_text()
    assert ran.code in (1, 3), ran
