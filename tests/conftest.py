"""What every test needs: where the shared data lies, and an install that matches the tree."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# a busy machine is slow: how long an example takes says nothing
settings.register_profile("seawall", deadline=None)
settings.load_profile("seawall")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SEAWALL_SHARED", ROOT.parent / "shared"))


def pytest_configure(config: pytest.Config) -> None:
    """Stop with the command to run where the strict editable install lags behind the tree."""
    import seawall

    package = Path(seawall.__file__).resolve().parent
    if package != ROOT / "src" / "seawall":
        return  # a regular install: nothing to compare
    farm = Path(seawall.__file__).parent
    missing = []
    for folder, name in ((ROOT / "checks", "checks"), (ROOT / "hooks", "hooks")):
        for path in folder.rglob("*.py"):
            if not (farm / name / path.relative_to(folder)).exists():
                missing.append(str(path.relative_to(ROOT)))
    for path in (ROOT / "src" / "seawall").rglob("*.py"):
        if not (farm / path.relative_to(ROOT / "src" / "seawall")).exists():
            missing.append(str(path.relative_to(ROOT)))
    if missing:
        raise pytest.UsageError(
            f"the install does not know {', '.join(sorted(missing)[:3])}; run: tests/setup --relink"
        )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data; tests over it are skipped, visibly, where it is absent."""
    if not SHARED.is_dir():
        if "SEAWALL_SHARED" in os.environ:
            pytest.fail(f"SEAWALL_SHARED names {SHARED}, which is no folder")
        pytest.skip("no shared data beside the repository")
    return SHARED
