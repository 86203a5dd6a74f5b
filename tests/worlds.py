"""Fixtures: real repositories with our hooks, cut off from the settings of whoever runs the tests."""

import os
import subprocess
from pathlib import Path

import pytest

from repositories import SEAWALL, Repo, World, new_key


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("home")
    settings = home / "gitconfig"
    settings.write_text(
        "[user]\nname = Dev\nemail = dev@example.com\n[init]\ndefaultBranch = main\n"
        '[protocol "file"]\nallow = always\n'
        "[advice]\ndetachedHead = false\n[commit]\ngpgSign = false\n[gc]\nauto = 0\n"
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT", "SEAWALL_", "XDG_", "LC_", "GITHUB_"))
    }
    return kept | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        # kept between runs: compiling the engine is the dearest step of a first one
        "XDG_CACHE_HOME": str(Path(__file__).parents[2] / ".pytest_cache" / "engine"),
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": f"{SEAWALL.parent}{os.pathsep}{os.environ['PATH']}",
    }


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A template folder whose hooks `seawall install` wrote."""
    folder = tmp_path_factory.mktemp("template")
    env = environment | {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "init.templateDir",
        "GIT_CONFIG_VALUE_0": str(folder),
    }
    subprocess.run(
        [SEAWALL, "install", "--template"], env=env, check=True, capture_output=True, cwd=folder
    )
    assert (folder / "hooks" / "pre-push").exists()
    return folder


@pytest.fixture
def world(tmp_path: Path, environment: dict[str, str], template: Path) -> World:
    return World(tmp_path, environment, template)


@pytest.fixture
def repo(world: World) -> Repo:
    """A gated repository with one clean commit."""
    made = world.repo()
    made.sneak({"README": "hello\n"}, "start")
    return made


@pytest.fixture
def remote(world: World, repo: Repo) -> Repo:
    """`repo`'s origin, which has its first commit."""
    bare = world.remote(repo)
    repo.publish()
    repo.git("fetch", "-q")
    return bare


@pytest.fixture
def key() -> str:
    return new_key()
