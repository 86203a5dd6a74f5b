"""The same source gives the same wheel, byte for byte, wherever and whenever it is built."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.host
def test_two_builds_are_the_same_bytes(tmp_path):
    made = []
    for name in ("one", "another"):
        source = tmp_path / name / "source"
        ignored = shutil.ignore_patterns(
            ".*", "build", "tests", "docs", "*.egg-info", "__pycache__"
        )
        shutil.copytree(ROOT, source, ignore=ignored)
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pip",
                "wheel",
                "-q",
                "--no-deps",
                "--no-build-isolation",
                "-w",
                str(tmp_path / name),
                ".",
            ],
            cwd=source,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": str(len(name))},
            check=True,
        )
        made += (tmp_path / name).glob("*.whl")
    first, second = (each.read_bytes() for each in made)
    names = zipfile.ZipFile(made[0]).namelist()
    assert "seawall/cli/__init__.py" in names
    assert "seawall/checks/secrets/aws.py" in names
    assert "seawall/py.typed" in names
    assert first == second
