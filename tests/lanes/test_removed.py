"""A guard that a change takes away is told; one that is moved, renamed or rewritten is not."""

import pytest

from seawall import catalog
from seawall.finding import Finding
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

TRAIL = """
resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = "logs"
}
"""
BLOCK = """
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
"""
OTHER = 'provider "aws" {\n  region = "eu-west-1"\n}\n'
CALL = 'module "guards" {\n  source = "./guards"\n}\n'
HUB = "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n"


class Texts(Tree):
    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def paths(self) -> list[str]:
        return sorted(self.texts)

    def source(self, path: str) -> Source | None:
        return Source(path, self.texts[path].encode()) if path in self.texts else None


def removed(
    before: dict[str, str], after: dict[str, str], renames: dict[str, str] | None = None
) -> list[Finding]:
    checks = [each for each in catalog.checks() if each.id == "guard-removed"]
    request = Request(checks, Settings(), Options(), TextLane().lines)
    touched = frozenset(path for path in {*before, *after} if before.get(path) != after.get(path))
    outcome = judge(
        Texts(after), request, before=Texts(before), touched=touched, renames=renames or {}
    )
    return [each.finding for each in outcome.judged]


@pytest.mark.parametrize(
    ("before", "after", "address"),
    [
        ({"a/main.tf": OTHER + TRAIL}, {"a/main.tf": OTHER}, "aws_cloudtrail.all"),
        ({"a/main.tf": OTHER, "a/t.tf": TRAIL}, {"a/main.tf": OTHER}, "aws_cloudtrail.all"),
        ({"a/t.tf": TRAIL}, {}, "aws_cloudtrail.all"),
        (
            {"a/main.tf": OTHER + BLOCK},
            {"a/main.tf": OTHER},
            "aws_s3_account_public_access_block.this",
        ),
        (
            {"main.tf": OTHER + CALL, "guards/main.tf": TRAIL},
            {"main.tf": OTHER, "guards/main.tf": TRAIL},
            "module.guards.aws_cloudtrail.all",
        ),
        (
            {"main.tf": OTHER + TRAIL},
            {"main.tf": OTHER + TRAIL.replace("{\n", "{\n  count = 0\n", 1)},
            "aws_cloudtrail.all",
        ),
        (
            {"t.yaml": HUB + "  Hub:\n    Type: AWS::SecurityHub::Hub\n"},
            {"t.yaml": HUB},
            "Hub",
        ),
    ],
)
def test_a_guard_that_goes_is_told(
    before: dict[str, str], after: dict[str, str], address: str
) -> None:
    findings = removed(before, after)
    assert [each.subject.address for each in findings] == [address]
    assert str(findings[0].severity) == "high"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"main.tf": OTHER + TRAIL}, {"main.tf": TRAIL + OTHER}),
        ({"main.tf": OTHER + TRAIL}, {"main.tf": OTHER, "trail.tf": TRAIL}),
        ({"a/main.tf": TRAIL}, {"b/main.tf": TRAIL}),
        ({"main.tf": TRAIL}, {"main.tf": TRAIL.replace('"all" {', '"every" {')}),
        ({"main.tf": TRAIL}, {"main.tf": TRAIL.replace("{\n", "{\n  count = 1\n", 1)}),
        ({"main.tf": OTHER + TRAIL}, {"main.tf": OTHER + CALL, "guards/main.tf": TRAIL}),
        ({"main.tf": OTHER}, {"main.tf": OTHER + TRAIL}),
        ({"main.tf": OTHER + "# cloudtrail\n"}, {"main.tf": OTHER}),
        (
            {"main.tf": TRAIL.replace("}", "  enable_logging = false\n}") + OTHER},
            {"main.tf": OTHER},
        ),
    ],
)
def test_a_guard_that_stays_is_not(before: dict[str, str], after: dict[str, str]) -> None:
    assert not removed(before, after)


def test_a_renamed_file_keeps_its_guards() -> None:
    assert not removed({"a.tf": TRAIL}, {"b.tf": TRAIL}, {"a.tf": "b.tf"})


def test_the_place_is_one_that_stands() -> None:
    (finding,) = removed({"main.tf": OTHER + TRAIL}, {"main.tf": OTHER})
    assert finding.place.path == "main.tf"
    assert finding.place.line <= OTHER.count("\n") + 1
