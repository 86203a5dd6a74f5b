"""`seawall report`: JSON reports read back, several of them as one page."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seawall.errors import UsageError
from seawall.finding import Report
from seawall.reporters import render
from seawall.reporters.options import Options
from seawall.reporters.saved import load

Sample = Callable[[str], Report]
SEAWALL = (sys.executable, "-c", "from seawall.cli import main; raise SystemExit(main())")


def test_a_report_survives_its_json(sample: Sample) -> None:
    before = sample("full")
    after = load(render("json", before, Options()).encode(), "r.json")
    shown = [each for each in before.findings if not each.verdict.suppressed]
    assert [each.key()[:4] for each in sorted(shown, key=lambda each: each.key())] == [
        each.key()[:4] for each in after.findings
    ]
    assert sum(each.verdict.blocks for each in after.findings) == 3
    assert after.counts.files == before.counts.files
    assert [each.blocks for each in after.notices] == [True, False, False]


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(version=2),
        lambda value: value.pop("scanned"),
        lambda value: value.update(findings=3),
        lambda value: value["findings"][0].update(severity="worst"),
        lambda value: value["findings"][0].update(line="1; DROP"),
        lambda value: value["findings"][0].update(verdict="active"),
        lambda value: value["notices"][0].update(count="many"),
    ],
)
def test_what_is_no_report_is_refused(change: Callable[..., None], sample: Sample) -> None:
    value = json.loads(render("json", sample("full"), Options()))
    change(value)
    with pytest.raises(UsageError, match=r"r\.json"):
        load(json.dumps(value).encode(), "r.json")


def test_several_reports_become_one_page_with_their_trend(sample: Sample, tmp_path: Path) -> None:
    for name in ("one", "full"):
        (tmp_path / f"{name}.json").write_text(render("json", sample(name), Options()), "utf-8")
    words = ["report", "one.json", "full.json", "-o", "page.html"]
    done = subprocess.run([*SEAWALL, *words], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "page.html").read_text("utf-8")
    assert html.count('<svg viewBox="0 0 480') == 2
    assert html.count('<li class="critical"') == 2
    assert ">one</text>" in html


@pytest.mark.parametrize("words", [["no.json"], ["."], []])
def test_a_missing_report_is_wrong_usage(words: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [*SEAWALL, "report", *words], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 2
