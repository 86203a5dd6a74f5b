"""What could grow without end is cut short, and said to be."""

import textwrap

import pytest

from seawall.readers.cloudformation.project import read
from seawall.readers.node import Node, Options, Reading
from seawall.span import Source


class Folder:
    """A tree of files held in memory."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = {path: textwrap.dedent(text) for path, text in files.items()}

    def paths(self) -> list[str]:
        return sorted(self.files)

    def source(self, path: str) -> Source | None:
        text = self.files.get(path)
        return None if text is None else Source(path, text.encode())


def readings(
    files: dict[str, str], touched: set[str] | None = None, options: Options | None = None
) -> list[Reading]:
    paths = None if touched is None else frozenset(touched)
    return list(read(Folder(files), options or Options(), paths))


def notices(files: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (each.level, each.kind, repr(each.place))
        for reading in readings(files)
        for each in reading.notices
    ]


def resource(reading: Reading, name: str, type: str = "") -> Node:
    (found,) = [
        each
        for each in reading.nodes
        if each.kind == "resource" and each.name == name and (not type or each.type == type)
    ]
    return found


BUCKET = "Resources: {A: {Type: AWS::S3::Bucket}}\n"

BOMB = "x0: &x0 [a, a, a, a, a, a, a, a, a]\n" + "".join(
    f"x{n}: &x{n} [" + ", ".join([f"*x{n - 1}"] * 9) + "]\n" for n in range(1, 9)
)
BUDGETS = {
    "aliases": BOMB + BUCKET,
    "circle": "Metadata: &a {b: *a}\n" + BUCKET,
    "brackets": "Metadata: " + "[" * 3000 + "]" * 3000 + "\n" + "Resources:\n  A:\n    Type: AWS::S3::Bucket\n",
    "dashes": "Resources:\n  A:\n    Type: AWS::S3::Bucket\nMetadata:\n  " + "- " * 5000 + "a\n",
    "deep": "Resources:\n  A:\n    Type: AWS::S3::Bucket\nMetadata:\n" + "".join(" " * n + "a:\n" for n in range(1, 150)),
    "json": '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": ' + '{"a":' * 150 + "1" + "}" * 152 + "}",
}  # fmt: skip


BUDGETS["loops"] = """
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::A:
    - I
    - [{}]
    - Fn::ForEach::B:
        - J
        - [{}]
        - X${{I}}${{J}}: {{Type: AWS::S3::Bucket}}
""".format(",".join(map(str, range(90))), ",".join(map(str, range(90))))


@pytest.mark.parametrize("name", BUDGETS)
def test_budgets_end_in_a_blocking_notice(name: str) -> None:
    text = BUDGETS[name].replace(BUCKET, "Resources:\n  A:\n    Type: AWS::S3::Bucket\n")
    assert [each[:2] for each in notices({"a.yaml": text})] == [("blocking", "budget")]


EXPLOSIONS = {
    "names": "Resources:\n"
    + "".join(
        f"  B{i}:\n    Type: AWS::S3::Bucket\n    Properties: {{BucketName: !Sub '${{B{i + 1}}}-${{B{i + 2}}}'}}\n"
        for i in range(60)
    ),
    "circle": "Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref B}}\n"
    "  B: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref A}}\n",
    "conditions": "Parameters:\n"
    + "".join(f"  P{i}: {{Type: String, AllowedValues: [a, b, c]}}\n" for i in range(200))
    + "Conditions:\n  C0: !Equals [!Ref P0, a]\n"
    + "".join(
        f"  C{i}: !And [!Equals [!Ref P{i}, b], !Condition C{i - 1}]\n" for i in range(1, 200)
    )
    + "Resources:\n  A: {Type: AWS::S3::Bucket, Condition: C9, Properties: {BucketName: !If [C8, a, b]}}\n",
    "sides": "Parameters:\n"
    + "".join(f"  P{i}: {{Type: String}}\n" for i in range(14))
    + "Conditions:\n"
    + "".join(f"  C{i}: !Equals [!Ref P{i}, a]\n" for i in range(14))
    + "Resources:\n  A: {Type: AWS::S3::Bucket, Properties: {BucketName: "
    + "".join(f"!If [C{i}, x{i}, " for i in range(14))
    + "y"
    + "]" * 14
    + "}}\n",
}


@pytest.mark.parametrize("name", EXPLOSIONS)
def test_what_could_explode_ends(name: str) -> None:
    (reading,) = readings({"a.yaml": EXPLOSIONS[name]})
    for each in reading.nodes:
        assert each.at("BucketName").known or each.at("BucketName").why or each.kind != "resource"
