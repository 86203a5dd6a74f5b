"""What users and machines see, word for word; SEAWALL_ACCEPT=1 rewrites the files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from seawall.finding import Report
from seawall.reporters import FORMATS, render
from seawall.reporters.options import Options

GOLDEN = Path(__file__).parent / "golden"
PEOPLE = {"text", "concise", "github", "markdown", "html"}

CASES = [
    *((name, "full", {}) for name in FORMATS),
    *((name, "full", {"lang": "ja"}) for name in sorted(PEOPLE & FORMATS.keys())),
    *((name, "empty", {}) for name in FORMATS if name not in PEOPLE),
    ("text", "one", {}),
    ("text", "one", {"color": True}),
    ("text", "one", {"lang": "ja", "unicode": False, "width": 60}),
    ("text", "undecided", {}),
    ("text", "empty", {}),
    ("text", "full", {"quiet": True}),
    ("json", "full", {"stats": True}),
    ("json", "full", {"show_suppressed": True}),
    ("sarif", "full", {"show_suppressed": True}),
]


def file_name(name: str, report: str, values: dict[str, object]) -> str:
    return "-".join([name, report, *(f"{key}={value}" for key, value in values.items())]) + ".txt"


@pytest.mark.parametrize(("name", "report", "values"), CASES, ids=lambda v: str(v))
def test_output_is_as_accepted(
    name: str,
    report: str,
    values: dict[str, object],
    sample: Callable[[str], Report],
    options: Callable[..., Options],
) -> None:
    got = render(name, sample(report), options(**values))
    path = GOLDEN / file_name(name, report, values)
    if os.environ.get("SEAWALL_ACCEPT"):
        path.write_text(got, "utf-8", newline="")
    assert got == path.read_bytes().decode("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {file_name(*case) for case in CASES}
