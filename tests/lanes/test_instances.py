"""Resources made by count and for_each are named as their author edits them."""

from seawall import catalog
from seawall.finding import Finding
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

COUNTED = """
resource "aws_db_instance" "n" {
  COUNT
  publicly_accessible = true
}
"""
MODULE = """
module "m" {
  source   = "./m"
  for_each = toset(["a]", "b"])
}
"""


class Texts(Tree):
    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def paths(self) -> list[str]:
        return sorted(self.texts)

    def source(self, path: str) -> Source | None:
        return Source(path, self.texts[path].encode()) if path in self.texts else None


def found(texts: dict[str, str]) -> list[Finding]:
    checks = [each for each in catalog.checks() if each.id == "database-public"]
    request = Request(checks, Settings(), Options(), TextLane().lines)
    return [each.finding for each in judge(Texts(texts), request).judged]


def test_the_address_has_no_instance_key() -> None:
    for written in ("", "count = 2", 'for_each = toset(["x", "y[0]"])'):
        (finding,) = found({"main.tf": COUNTED.replace("COUNT", written)})
        assert finding.subject.address == "aws_db_instance.n"


def test_an_instance_key_makes_no_new_finding() -> None:
    names = {
        found({"main.tf": COUNTED.replace("COUNT", written)})[0].fingerprint
        for written in ("", "count = 1", "count = 3", 'for_each = toset(["x"])')
    }
    assert len(names) == 1


def test_keys_of_modules_go_too() -> None:
    findings = found({"main.tf": MODULE, "m/main.tf": COUNTED.replace("COUNT", "count = 1")})
    assert {each.subject.address for each in findings} == {"module.m.aws_db_instance.n"}
