"""What each kind of commit loads: sets of modules, not seconds."""

import subprocess
import sys
from pathlib import Path

import pytest

# each costs as much as everything that a clean commit does; see the architecture, section 8
DENIED = {
    "argparse",
    "cfnlint",
    "click",
    "collections",
    "contextlib",
    "dataclasses",
    "datetime",
    "detect_secrets",
    "enum",
    "functools",
    "hashlib",
    "hcl2",
    "inspect",
    "json",
    "logging",
    "pathlib",
    "pathspec",
    "random",
    "re",
    "shutil",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
    "tomllib",
    "typing",
    "urllib",
    "yaml",
}
# what of ours a clean commit needs, and nothing else
CLEAN = {
    "seawall",
    "seawall.cache",
    "seawall.cache.store",
    "seawall.catalog",
    "seawall.cli",
    "seawall.doors",
    "seawall.errors",
    "seawall.finding",
    "seawall.gate",
    "seawall.hooks",
    "seawall.hooks.entry",
    "seawall.hooks.override",
    "seawall.hooks.pre_commit",
    "seawall.lanes",
    "seawall.lanes.rulebook",
    "seawall.lanes.text",
    "seawall.matcher",
    "seawall.matcher.hyperscan",
    "seawall.policy",
    "seawall.policy.load",
    "seawall.policy.settings",
    "seawall.scan",
    "seawall.severity",
    "seawall.sources",
    "seawall.sources.batch",
    "seawall.sources.changes",
    "seawall.sources.child",
    "seawall.sources.git",
    "seawall.sources.index",
    "seawall.sources.loose",
    "seawall.sources.names",
    "seawall.sources.raw",
    "seawall.sources.trees",
    "seawall.span",
    "seawall.words",
}
PROBE = """
import sys
sys.path += sys.argv.pop(1).split("|")
before = set(sys.modules)
from seawall.cli import main
code = main(sys.argv[1:])
sys.stdout.write("\\n".join([str(code), *sorted(set(sys.modules) - before)]))
"""


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs git in a fresh repository of a user without settings."""
    for name, value in {
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(Path(__file__).parents[1] / ".pytest_cache" / "engine"),
        "GIT_CONFIG_GLOBAL": str(tmp_path / "none"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "SEAWALL_CACHE"):
        monkeypatch.delenv(name, raising=False)
    repo = tmp_path / "repo"
    repo.mkdir()

    def run(*argv: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run(["git", *who, *argv], cwd=repo, check=True, capture_output=True)

    run("init", "-q", ".")
    (repo / "README.md").write_text("start\n")
    run("add", ".")
    run("commit", "-qm", "start")
    return run, repo


def loaded(repo: Path, *words: str) -> set[str]:
    """Modules that a hook's process loads once the engine is in the cache."""
    import seawall

    where = [str(Path(seawall.__file__).parent.parent), *sys.path[1:]]
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", PROBE, "|".join(where), "hook", *words],
            cwd=repo,
            capture_output=True,
            text=True,
            check=True,
        )
    code, *modules = done.stdout.split("\n")
    assert code == "0", done.stderr
    return set(modules)


@pytest.mark.parametrize("name", ["docs.md", "program.py", "data.csv", "Makefile"])
def test_clean_commit_loads_the_least(git, name):
    run, repo = git
    for number in range(10):
        (repo / f"{number}-{name}").write_text(f"nothing to see {number}\n")
    run("add", ".")
    modules = loaded(repo, "pre-commit")
    assert not modules & DENIED
    assert {each for each in modules if each.startswith("seawall")} == CLEAN


def test_deletion_loads_the_least(git):
    run, repo = git
    run("rm", "-q", "README.md")
    assert not loaded(repo, "pre-commit") & DENIED


def test_clean_infrastructure_loads_no_other_language(git):
    run, repo = git
    (repo / "main.tf").write_text('variable "name" {\n  default = "x"\n}\n')
    run("add", ".")
    modules = loaded(repo, "pre-commit")
    assert "seawall.lanes.infrastructure" in modules
    strange = {"yaml", "cfnlint", "hcl2", "click", "detect_secrets", "subprocess", "pathspec"}
    assert not modules & strange
    assert not any(each.startswith("seawall.readers.cloudformation.") for each in modules)
    assert not any(each.startswith("seawall.fixes") for each in modules)


def test_clean_message_loads_no_terminal_and_no_framework(git):
    _, repo = git
    (repo / ".git/COMMIT_EDITMSG").write_text("subject\n")
    modules = loaded(repo, "commit-msg", ".git/COMMIT_EDITMSG")
    assert not modules & (DENIED - {"collections", "functools", "contextlib"})


def test_merge_without_a_merge_loads_next_to_nothing(git):
    _, repo = git
    (repo / ".git/COMMIT_EDITMSG").write_text("subject\n")
    modules = loaded(repo, "prepare-commit-msg", ".git/COMMIT_EDITMSG", "message")
    assert "seawall.lanes.text" not in modules
    assert not modules & (DENIED - {"collections", "functools", "contextlib"})
