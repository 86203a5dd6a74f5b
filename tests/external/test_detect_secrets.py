"""detect-secrets behind our sieve: as further detectors, and its list of known secrets."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samples import expand

HEX = expand("⟦[0-9a-f]{48}⟧", "detect-secrets")
KEY = expand("⟦AKIA[A-Z2-7]{16}⟧", "detect-secrets")


SEAWALL = str(Path(sys.executable).parent / "seawall")


def scan(folder: Path, *more: str) -> tuple[int, str]:
    command = [SEAWALL, "scan", ".", "--format", "concise", *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_its_plugins_add_what_no_name_gives_away_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'color = "{HEX}"\nip = "8.8.8.8"\nx = "{"ab" * 30}"\n')
    assert scan(tmp_path) == (0, "")
    code, said = scan(tmp_path, "--with", "detect-secrets")
    assert code == 0
    assert said.splitlines() == [said.strip()]
    assert said.startswith("a.py:1:10: detect-secrets-hex-high-entropy-string")
    assert HEX not in said


def test_what_we_report_ourselves_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'id = "{KEY}"\n')
    assert scan(tmp_path, "--with", "detect-secrets") == scan(tmp_path)


@pytest.mark.skipif(
    shutil.which("detect-secrets", path=os.path.dirname(sys.executable)) is None,
    reason="not installed",
)
def test_its_baseline_is_taken_over_by_the_secret_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.py").write_text(f'id = "{KEY}"\n')
    tool = Path(sys.executable).parent / "detect-secrets"
    known = subprocess.run(
        [str(tool), "scan", "--all-files", "."], cwd=tmp_path, capture_output=True, text=True
    )
    (tmp_path / ".secrets.baseline").write_text(known.stdout)
    assert scan(tmp_path)[0] == 1
    taken = [SEAWALL, "baseline", "import", ".secrets.baseline"]
    done = subprocess.run(taken, cwd=tmp_path, capture_output=True, text=True)
    assert "1 taken over" in done.stdout, done.stderr
    assert "accepted until" in (tmp_path / ".seawall-baseline").read_text()
    assert scan(tmp_path)[0] == 0
    other = expand("⟦AKIA[A-Z2-7]{16}⟧", "another")
    (tmp_path / "a.py").write_text(f'id = "{other}"\n')
    assert scan(tmp_path)[0] == 1
