"""What values the functions of CloudFormation give, and where those values stand."""

import textwrap
from typing import Any

import pytest

from seawall.readers.cloudformation.project import read
from seawall.readers.json_text import parse_json_val
from seawall.readers.node import Node, Options, Reading
from seawall.span import Source
from seawall.value import Val


class Folder:
    """A tree of files held in memory."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = {path: textwrap.dedent(text) for path, text in files.items()}

    def paths(self) -> list[str]:
        return sorted(self.files)

    def source(self, path: str) -> Source | None:
        text = self.files.get(path)
        return None if text is None else Source(path, text.encode())


def reading(text: str, options: Options | None = None, **files: str) -> Reading:
    (found,) = read(Folder({"template.yaml": text, **files}), options or Options())
    return found


def node(text: str, address: str, options: Options | None = None) -> Node:
    (found,) = [each for each in reading(text, options).nodes if each.address == address]
    return found


HEAD = """
Parameters:
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Open: {Type: String, Default: "false"}
  Cidr: {Type: String}
  One: {Type: String, AllowedValues: [only]}
  Ports: {Type: CommaDelimitedList, Default: "22, 80"}
  Size: {Type: Number, Default: "8"}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /path}
Mappings:
  Sizes: {dev: {disk: 1, same: x}, prod: {disk: 2, same: x}}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: {"Fn::Not": [{Condition: IsProd}]}
  IsOpen: !Equals [!Ref Open, "true"]
  HasCidr: !Not [!Equals [!Ref Cidr, ""]]
  Both: !And [!Condition IsProd, !Condition HasCidr]
  Always: !Equals [a, a]
  Round: !Not [!Condition Round]
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties: {BucketName: logs}
  Nameless:
    Type: AWS::S3::Bucket
  Subject:
    Type: Custom::Subject
"""


def subject(value: str, condition: str = "") -> Val[Any]:
    text = HEAD + (f"    Condition: {condition}\n" if condition else "")
    text += f"    Properties:\n      Value: {value}\n"
    return node(text, "Subject").at("Value")


KNOWN = [
    ("plain", "plain"),
    ("'80'", "80"),
    ("80", 80),
    ("yes", True),
    ("2012-10-17", "2012-10-17"),
    ("010", 8),
    ("012345678901", "012345678901"),
    ("1e3", 1000.0),
    ("~", None),
    ("!Ref Env", "dev"),
    ("{Ref: Env}", "dev"),
    ("!Ref One", "only"),
    ("!Ref Size", 8),
    ("!Ref Ports", ["22", "80"]),
    ("!Ref AWS::Partition", "aws"),
    ("!Sub 'a-${Env}-${!Env}'", "a-dev-${Env}"),
    ("!Sub ['${a}/${Env}', {a: !Ref Size}]", "8/dev"),
    ("{'Fn::Join': ['-', [a, !Ref Env]]}", "a-dev"),
    ("!Join ['', !Ref Ports]", "2280"),
    ("!Select [1, !Ref Ports]", "80"),
    ("!Select ['0', !Split ['.', a.b]]", "a"),
    ("!Split [',', 'a,b']", ["a", "b"]),
    ("!FindInMap [Sizes, !Ref Env, disk]", 1),
    ("!FindInMap [Sizes, !Ref 'AWS::Region', same]", "x"),
    ("!FindInMap [Sizes, none, disk, {DefaultValue: 9}]", 9),
    ("!If [Always, 1, 2]", 1),
    ("!If [IsProd, 1, 2]", 2),
    ("!If [HasCidr, 1, 1]", 1),
    ("!If [IsProd, !If [IsDev, 1, 2], 3]", 3),
    ("[a, !Ref AWS::NoValue, b]", ["a", "b"]),
    ("{a: !Ref AWS::NoValue, b: 1}", {"b": 1}),
    ("[!If [HasCidr, a, !Ref AWS::NoValue], b]", ["a", "b"]),
    ("[!If [IsProd, a, !Ref AWS::NoValue], b]", ["a", "b"]),
    ("!Cidr [10.0.0.0/16, 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]),
    ("!Base64 text", "text"),
    ("!Length [1, 2, 3]", 3),
    ("!Ref Logs", "logs"),
    ("!GetAtt Logs.Arn", "arn:aws:s3:::logs"),
    ("!GetAtt [Logs, Arn]", "arn:aws:s3:::logs"),
    ("!Sub 'arn:aws:s3:::${Logs}/*'", "arn:aws:s3:::logs/*"),
    ("{'Fn::ForEach::L': [N, [a, b], {'K${N}': !Ref N}]}", {"Ka": "a", "Kb": "b"}),
]


@pytest.mark.parametrize(("value", "expected"), KNOWN, ids=[each for each, _ in KNOWN])
def test_known_values(value: str, expected: object) -> None:
    assert subject(value).plain() == expected


UNKNOWN = [
    "!Ref Cidr",
    "!Ref Image",
    "!Ref AWS::Region",
    "!Ref Nameless",
    "!Ref NoSuch",
    "!GetAtt Logs.Other",
    "!ImportValue other",
    "!GetAZs ''",
    "'{{resolve:ssm:/a}}'",
    "!Sub '${Cidr}-x'",
    "!Join ['-', !Ref Cidr]",
    "!Select [0, !Ref Cidr]",
    "!Select [9, [a]]",
    "!Split [',', !Ref Cidr]",
    "!FindInMap [Sizes, none, disk]",
    "!FindInMap [None, dev, disk]",
    "!If [HasCidr, 1, 2]",
    "!If [NoSuch, 1, 2]",
    "!If [Round, 1, 2]",
    "!If [IsProd]",
    "!Cidr ['::/64', 1, 8]",
    "!Length abc",
    "!Explode x",
    "{'Fn::Transform': {Name: Mine}}",
    "'{{ other }}'",
]


@pytest.mark.parametrize("value", UNKNOWN)
def test_unknown_values_say_why(value: str) -> None:
    found = subject(value)
    assert found.unknown
    assert found.why


PARTIAL = [
    ("!Sub 'a-${Cidr}'", "a-"),
    ("!Join ['-', [a, !Ref Cidr]]", "a-"),
    ("!GetAtt Nameless.Arn", "arn:aws:s3:::"),
    ("'start-{{resolve:ssm:/a}}'", "start-"),
]


@pytest.mark.parametrize(("value", "prefix"), PARTIAL)
def test_known_beginnings_are_kept(value: str, prefix: str) -> None:
    found = subject(value)
    assert (found.state, found.value) == ("partial", prefix)


def test_a_condition_on_a_default_gives_the_default_and_tells_of_the_other() -> None:
    found = subject("!If [IsProd, open, closed]")
    assert found.value == "closed"
    assert [each.value for each in found.possible] == ["closed", "open"]


def test_a_resource_is_judged_under_its_own_condition() -> None:
    assert subject("!If [IsProd, open, closed]", "IsProd").plain() == "open"
    assert subject("!If [IsDev, open, closed]", "IsProd").plain() == "closed"
    assert subject("!Ref Env", "IsProd").plain() == "prod"
    assert subject("!If [HasCidr, open, closed]", "Both").plain() == "open"
    assert not subject("!Ref Env", "IsProd").possible


def test_a_resource_whose_condition_can_never_hold_is_not_there() -> None:
    text = HEAD.replace("[a, a]", "[a, b]") + "    Condition: Always\n"
    assert "Subject" not in {each.address for each in reading(text).nodes}


def test_a_given_parameter_settles_its_conditions() -> None:
    text = HEAD + "    Condition: IsProd\n    Properties: {Value: !If [IsProd, 1, 2]}\n"
    found = node(text, "Subject", Options(parameters={"Env": "prod"}))
    assert found.exists.is_(True)
    assert found.at("Value").plain() == 1
    nodes = reading(text, Options(parameters={"Env": "dev"})).nodes
    assert "Subject" not in {each.address for each in nodes}


def test_references_name_their_resources_for_joining() -> None:
    assert subject("!Ref Nameless").refs == ("Nameless",)
    assert subject("!GetAtt Nameless.Arn").refs == ("Nameless",)
    assert subject("!Sub '${Nameless.Arn}/*'").refs == ("Nameless",)


def test_the_trail_leads_to_the_literal() -> None:
    found = subject("!Ref Env")
    assert found.span is not None
    literal = found.literal()
    assert literal is not None
    assert (found.span.text, literal.text) == ("!Ref Env", "dev")


def test_of_two_lists_every_element_is_judged() -> None:
    found = subject("!If [HasCidr, [a, b], [b, c]]")
    assert (found.state, [each.value for each in found.items()]) == ("partial", ["a", "b", "c"])


def test_of_two_mappings_what_agrees_is_known() -> None:
    found = subject("!If [HasCidr, {a: 1, b: 2, c: 3}, {a: 1, b: 4}]")
    assert found.at("a").is_(1)
    assert found.at("b").unknown
    assert [each.value for each in found.at("b").possible] == [2, 4]
    assert found.at("c").may_be(3)
    assert found.at("d").absent


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ('\'{"Action": "*"}\'', '"*"'),
        ('"{\\"Action\\": \\"*\\"}"', '\\"*\\"'),
        ('!Sub \'{"Action": "*", "Name": "${Cidr}"}\'', '"*"'),
        ('|\n        {"Name": 1,\n          "Action": "*"}', '"*"'),
    ],
)
def test_json_in_a_text_keeps_the_places_of_its_values(written: str, quoted: str) -> None:
    found = parse_json_val(subject(written)).at("Action")
    assert found.is_("*")
    assert found.span is not None
    assert found.span.text == quoted
