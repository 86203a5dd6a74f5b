"""Annotated files: every line marked `# bad: check-id` is reported there, and nothing else is.

One file is one project. `# settings: a, b` in the first line allows these regions.
"""

import re
from pathlib import Path

import pytest

from seawall import catalog
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

CASES = Path(__file__).resolve().parent / "cases"
FILES = sorted(path for path in CASES.rglob("*") if path.suffix in (".tf", ".yaml"))
MARK = re.compile(r"# bad: ([a-z0-9-]+(?:, [a-z0-9-]+)*)")


class OneFile(Tree):
    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    def paths(self) -> list[str]:
        return [self.path]

    def source(self, path: str) -> Source | None:
        return Source(path, self.text.encode()) if path == self.path else None


def settings_of(text: str) -> Settings:
    first = text.partition("\n")[0]
    found = re.match(r"# settings: (.+)", first)
    if found is None:
        return Settings()
    return Settings({"regions": {"allowed": [each.strip() for each in found[1].split(",")]}})


def wanted(text: str) -> list[tuple[int, str]]:
    return sorted(
        (number, check)
        for number, line in enumerate(text.splitlines(), 1)
        for found in MARK.finditer(line)
        for check in found[1].split(", ")
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_marked_is_reported_and_nothing_else(path: Path) -> None:
    text = path.read_text("utf-8")
    family = path.parent.name.replace("_", "-")
    name = "main.tf" if path.suffix == ".tf" else "template.yaml"
    checks = [each for each in catalog.checks() if each.family == family]
    request = Request(checks, settings_of(text), Options(), TextLane().lines)
    outcome = judge(OneFile(name, text), request)
    assert not [str(each.message) for each in outcome.notices if each.blocks]
    found = sorted((each.finding.place.line, each.finding.check) for each in outcome.judged)
    assert found == wanted(text)


def test_there_are_more_than_sixty_cases_of_regions_and_metadata() -> None:
    blocks = re.compile(r"^(?:resource|module|provider|data|variable) |^  [A-Za-z0-9]+:$", re.M)
    count = sum(
        len(blocks.findall(path.read_text("utf-8")))
        for path in FILES
        if path.parent.name in ("imdsv2", "regions")
    )
    assert count > 60
