"""Without a list of allowed regions a scan says once what waits, and what the list would be."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SEAWALL = str(Path(sys.executable).parent / "seawall")
CODE = """
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "far"
  region = "us-east-2"
}
"""


def scan(folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    command = [SEAWALL, "scan", ".", "--format", "json", *more]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return result.returncode, json.loads(result.stdout)


def said(report: dict[str, Any]) -> list[str]:
    return [each["message"] for each in report["notices"] if each["kind"] == "regions-not-set"]


def test_it_is_said_once_and_decides_nothing(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(CODE)
    for more in ((), ("--strict",)):
        code, report = scan(tmp_path, *more)
        assert code == 0
        (message,) = said(report)
        assert 'allowed = ["eu-west-1", "us-east-2"]' in message


@pytest.mark.parametrize(
    ("settings", "more"),
    [('[regions]\nallowed = ["eu-west-1", "us-east-2"]\n', ()), ("", ("--select", "imdsv2"))],
)
def test_it_is_not_said_where_nothing_waits(
    tmp_path: Path, settings: str, more: tuple[str, ...]
) -> None:
    (tmp_path / "main.tf").write_text(CODE)
    (tmp_path / "seawall.toml").write_text(settings)
    _, report = scan(tmp_path, "--config", str(tmp_path / "seawall.toml"), *more)
    assert not said(report)


def test_it_is_not_said_of_what_names_no_region(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_vpc" "v" {\n}\n')
    assert not said(scan(tmp_path)[1])
