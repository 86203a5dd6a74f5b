"""No text makes the reader raise, and every value stands where it says."""

import json
import textwrap
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.project import read
from seawall.readers.cloudformation.tree import scalar
from seawall.readers.json_text import parse_json_val
from seawall.readers.node import Options, Reading
from seawall.span import Source
from seawall.value import walk


class One:
    """A tree of one file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data

    def paths(self) -> list[str]:
        return [self.path]

    def source(self, path: str) -> Source | None:
        return Source(path, self.data) if path == self.path else None


def read_all(path: str, data: bytes) -> list[Reading]:
    """Every value of every node is asked for, and its places are looked at."""
    found = list(read(One(path, data), Options()))
    for reading in found:
        for node in reading.nodes:
            assert node.span.start <= node.head.start <= node.head.end <= node.span.end
            for value in walk(node.body):
                span = value.span
                if span is not None:
                    assert 0 <= span.start <= span.end <= len(span.source.text)
                assert value.known or value.why, value
                if isinstance(value.value, str):
                    parse_json_val(value)
    return found


def test_every_plain_value_stands_at_its_span(shared: Path) -> None:
    """What a span cuts out of the text means the value it belongs to."""
    checked = 0
    for path in sorted((shared / "corpus" / "cloudformation").rglob("*.y*ml")):
        for reading in read_all(path.name, path.read_bytes()):
            for node in reading.nodes:
                if node.kind != "resource" or "sam" in node.metadata:
                    continue
                for value in walk(node.body):
                    if value.via or value.span is None or not isinstance(value.value, str):
                        continue
                    text = value.span.text
                    if (
                        text.startswith(("!", "|", ">", '"', "'", "Fn::", "{", "Ref"))
                        or "\n" in text
                    ):
                        continue
                    if value.written and not value.possible and not value.refs:
                        assert str(scalar(text)) == value.value or text == value.value
                        checked += 1
    assert checked > 5000


def test_cut_and_shaken_templates_never_raise(shared: Path) -> None:
    random = Random(20260102)
    files = sorted(
        path for path in (shared / "corpus" / "cloudformation").rglob("*") if path.is_file()
    )
    for path in files[::3]:
        data = bytearray(path.read_bytes())
        for _ in range(random.randint(1, 8)):
            at = random.randrange(len(data))
            what = random.randrange(4)
            if what == 0:
                del data[at : at + random.randint(1, 40)]
            elif what == 1:
                data[at:at] = random.choice(
                    (b"{", b"]", b"\t", b"&a ", b"*a", b"!Ref ", b"\xff", b"\r", b": ")
                )
            elif what == 2:
                data[at] = random.randrange(256)
            else:
                data[at:at] = data[at : at + 60]
        read_all(path.name, bytes(data))


NAMES = st.sampled_from(
    ["A", "B", "P", "C", "AWS::NoValue", "AWS::Region", "A.Arn", "${A}", "x", "0", "", "M", "k"]
)
SCALARS = st.one_of(NAMES, st.integers(), st.booleans(), st.none(), st.text(max_size=5))


FUNCTIONS = (
    "Ref Condition Fn::If Fn::Sub Fn::Join Fn::Select Fn::Split Fn::GetAtt Fn::FindInMap Fn::Cidr "
    "Fn::Base64 Fn::Length Fn::ToJsonString Fn::Equals Fn::Not Fn::Or Fn::And Fn::ForEach::L "
    "Fn::Transform Fn::ImportValue Fn::GetAZs"
).split()


def call(children: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    arguments = st.one_of(children, st.lists(children, max_size=4))
    return st.dictionaries(st.sampled_from(FUNCTIONS), arguments, min_size=1, max_size=1)


VALUES = st.recursive(
    SCALARS,
    lambda children: st.one_of(
        st.lists(children, max_size=4),
        st.dictionaries(st.text("ABKab", max_size=2), children, max_size=3),
        call(children),
        call(children),
    ),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(
    VALUES,
    VALUES,
    VALUES,
    st.sampled_from(
        ["", "AWS::S3::Bucket", "AWS::CloudFormation::Stack", "AWS::Serverless::Function"]
    ),
)
def test_any_structure_is_read_without_raising(
    one: object, other: object, condition: object, kind: str
) -> None:
    template = {
        "Transform": "AWS::Serverless-2016-10-31",
        "Parameters": {"P": {"Type": "String", "Default": other}, "B": one},
        "Mappings": {"M": {"k": {"x": one}}},
        "Conditions": {"C": condition, "D": {"Condition": "C"}},
        "Rules": {"R": {"RuleCondition": condition, "Assertions": [{"Assert": other}]}},
        "Globals": {"Function": one},
        "Resources": {
            "A": {"Type": kind or "AWS::S3::Bucket", "Condition": "C", "Properties": one},
            "S": {"Type": "AWS::SQS::Queue", "Properties": {"Policies": other, "X": one}},
            "Fn::ForEach::Loop": other,
        },
        "Outputs": {"O": {"Value": other}},
    }
    read_all("a.json", json.dumps(template).encode())


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab:-[]{}!&*#|>'\"%@`,? \n\t\r0RF\x85\u2028😀"), max_size=60))
def test_any_text_is_composed_or_refused(text: str) -> None:
    _, fault = documents(text)
    assert fault is None or 0 <= fault.offset <= len(text) + 1
    read_all("a.yaml", f"Resources:\n  A:\n    Type: AWS::S3::Bucket\n{text}".encode())


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_marks_and_encodings_move_nothing(newline: str, encoding: str) -> None:
    text = textwrap.dedent("""
        Description: 日本語 😀
        Resources:
          A:  # 箱
            Type: AWS::S3::Bucket
            Properties:
              AccessControl: PublicRead
        """).replace("\n", newline)
    (reading,) = read_all("a.yaml", text.encode(encoding))
    acl = reading.nodes[-1].at("AccessControl")
    assert acl.span is not None
    assert (acl.span.text, acl.span.place().line) == ("PublicRead", 7)
