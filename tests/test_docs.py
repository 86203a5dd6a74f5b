"""Generated pages are the ones the checks would write today."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from seawall import __url__
from seawall.cli.docs import pages

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_generated_pages_are_current() -> None:
    made = pages()
    wrong = [
        path
        for path, text in made.items()
        if not (DOCS / path).exists() or (DOCS / path).read_text("utf-8") != text
    ]
    assert not wrong, f"run: seawall docs ({', '.join(sorted(wrong)[:5])})"
    kept = {f"checks/{path.name}" for path in (DOCS / "checks").glob("*.md")}
    assert kept <= set(made), "a page of a check that is no more"


def test_every_link_of_the_readmes_leads_somewhere() -> None:
    root = DOCS.parent
    for name in ("README.md", "README.ja.md"):
        text = (root / name).read_text("utf-8")
        for part in text.split("](")[1:]:
            target = part.split(")")[0]
            if not target.startswith("http"):
                assert (root / target).exists(), f"{name}: {target}"


def test_one_repository_is_named_everywhere() -> None:
    root = DOCS.parent
    texts = subprocess.run(
        ["git", "grep", "-hoE", r"github\.com/[A-Za-z0-9_-]+/seawall\b", "--", ":!tests"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {f"https://{each}" for each in texts} == {__url__}
    data = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    assert data["project"]["urls"]["Repository"] == __url__


PICTURES = sorted((DOCS / "pictures").glob("*.svg"))


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: str(path.name))
def test_pictures_are_small_well_formed_and_masked(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text) < 20_000
    shown = " ".join(ElementTree.fromstring(text).itertext()).replace("\N{NO-BREAK SPACE}", " ")
    assert not re.search(r"AKIA[A-Z2-7]", shown)
    readme = "README.ja.md" if path.name.endswith(".ja.svg") else "README.md"
    assert f"](docs/pictures/{path.name})" in (DOCS.parent / readme).read_text("utf-8")


def test_the_picture_of_a_commit_says_what_a_commit_says_today() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import make; print(make.pictures(only='commit')['commit.svg'])"],
        cwd=DOCS / "pictures",
        capture_output=True,
        text=True,
        check=True,
    )
    kept = (DOCS / "pictures" / "commit.svg").read_text("utf-8")
    assert done.stdout.rstrip() == kept.rstrip(), "run: python docs/pictures/make.py"
