"""Labelled cases: what is found of what should be, and what is said of what should not."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from seawall import catalog
from seawall.finding import Finding
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Place, Source

LANE = TextLane()

FAMILIES = {
    "public-bucket": "public-buckets",
    "rds-public": "public-databases",
    "s3-encryption": "encryption",
    "public-endpoint": "public-endpoints",
}
LANGUAGES = {"tf": "terraform", "cfn": "cloudformation"}
# labels found, and labels of sound resources that were cried over: the first may only rise, the
# second only fall
FLOOR: dict[tuple[str, str], tuple[int, int]] = {
    ("imdsv2", "cloudformation"): (2, 0),
    ("imdsv2", "terraform"): (2, 0),
    ("open-ingress", "cloudformation"): (22, 0),
    # one sound label is an address of length 0 with host bits: the internet, says the issue
    ("open-ingress", "terraform"): (10, 1),
    ("public-databases", "cloudformation"): (2, 0),
    ("public-databases", "terraform"): (1, 0),
    ("public-endpoints", "cloudformation"): (6, 0),
    ("public-endpoints", "terraform"): (12, 0),
    ("public-buckets", "cloudformation"): (24, 0),
    ("public-buckets", "terraform"): (23, 0),
    ("wildcard-iam", "cloudformation"): (15, 0),
    ("wildcard-iam", "terraform"): (26, 0),
    ("encryption", "cloudformation"): (2, 0),
    ("encryption", "terraform"): (6, 1),  # a bare bucket is labelled both ways
}


class CaseTree(Tree):
    """One case's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def paths(self) -> list[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def source(self, path: str) -> Source | None:
        there = self.folder / path
        return Source(path, there.read_bytes()) if there.is_file() else None


def findings(folder: Path) -> list[Finding]:
    request = Request(catalog.checks(), Settings(), Options(), LANE.lines)
    outcome = judge(CaseTree(folder), request)
    assert not [notice.message for notice in outcome.notices if notice.kind == "crashed-check"]
    return [each.finding for each in outcome.judged]


def meets(label: dict[str, Any], place: Place) -> bool:
    if place.path != label["file"]:
        return False
    return not label["exact"] or (place.line <= label["end"] and place.end_line >= label["start"])


def measure(shared: Path) -> tuple[dict[tuple[str, str], Counter[str]], list[str]]:
    """Counts by family and language, and every miss and false alarm in words."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    wrong: list[str] = []
    cases = shared / "iac-cases"
    for case in json.loads((cases / "cases.json").read_text("utf-8")):
        family = FAMILIES.get(case["family"], case["family"])
        key = family, LANGUAGES[case["format"]]
        count = counts.setdefault(key, Counter())
        found = [each for each in findings(cases / "cases" / case["id"]) if each.family == family]
        for label in case["labels"]:
            here = [each for each in found if meets(label, each.place)]
            words = (
                f"{case['id']} {case['tier']} {label['file']}:{label['start']} {label['resource']}"
            )
            if label["violating"]:
                count["wanted"] += 1
                also = [
                    each
                    for each in found
                    if any(meets(label, other.place) for other in each.related)
                ]
                if here or also:
                    count["found"] += 1
                else:
                    wrong.append(f"missed {key}: {words}")
            else:
                count["sound"] += 1
                if here:
                    count["cried"] += 1
                    ids = sorted({each.check for each in here})
                    wrong.append(f"cried {key}: {words}: {ids}")
    return counts, wrong


def test_labelled_cases_are_found_and_sound_ones_left_alone(shared: Path) -> None:
    counts, wrong = measure(shared)
    report = [
        f"{family:18} {language:15} found {count['found']}/{count['wanted']}"
        f"  cried over {count['cried']}/{count['sound']}"
        for (family, language), count in sorted(counts.items())
    ]
    print("\n".join([*report, *wrong]))
    worse = [
        f"{key}: found {counts[key]['found']} of at least {found},"
        f" cried over {counts[key]['cried']} of at most {cried}"
        for key, (found, cried) in FLOOR.items()
        if counts[key]["found"] < found or counts[key]["cried"] > cried
    ]
    assert not worse, "\n".join([*worse, *report, *wrong])


@pytest.mark.parametrize("key", FLOOR)
def test_the_floor_names_families_that_exist(key: tuple[str, str]) -> None:
    assert key[0] in {each.family for each in catalog.checks()}
