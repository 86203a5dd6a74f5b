"""Generated pages are the ones the checks would write today."""

import subprocess
import tomllib
from pathlib import Path

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
