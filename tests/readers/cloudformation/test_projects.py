"""Which files are read, with what around them, and what is said of those that are not."""

import textwrap
from pathlib import Path

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

LEFT_ALONE = {
    "package.json": '{"name": "x", "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "pod.yaml": "kind: Pod\nspec: {containers: [{resources: {limits: {cpu: 1}}}]}\n",
    "compose.yml": "services: {web: {image: 'a::b'}}\n",
    "openapi.yaml": "openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {Resources: {type: object}}}\n",
    "many.yaml": "a: 1\n---\nb: 2\n---\nResources: none\n",
    "broken.yaml": "a: [1\n",
    "broken.json": '{"Resources": ',
    "chart.yaml": "Resources:\n  {{- range .Values }}\n  x: [\n",
    "words.yaml": "Resources: [a, b]\nnote: Type AWS::S3::Bucket\n",
    "strings.json": '{"en": {"Resources": "Resources", "scope": "a::b"}}',
    "list.json": '[{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}]',
    "empty.yaml": "",
    "notes.md": BUCKET,
}


@pytest.mark.parametrize("path", LEFT_ALONE)
def test_what_is_no_template_is_left_alone(path: str) -> None:
    assert readings({path: LEFT_ALONE[path]}) == []


READ = {
    "a.yaml": BUCKET,
    "a.yml": "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A: {Type: AWS::S3::Bucket}\n",
    "a.json": '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "tabs.json": '{\n\t"Resources": {\n\t\t"A": {"Type":\t"AWS::S3::Bucket"}\n\t}\n}',
    "emoji.json": '{"Description": "\\ud83d\\ude00", "Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "colon.json": '{"Resources"\n: {"A" : {"Type"\n:"AWS::S3::Bucket"}}}',
    "a.template": BUCKET,
    "cdk.out/a.template.json": '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    "custom.yaml": "Resources: {A: {Type: Custom::Thing}}\n",
    "module.yaml": "Resources: {A: {Type: Org::S3::Bucket::MODULE}}\n",
    "second.yaml": "x: 1\n---\n" + BUCKET,
    "control.yaml": "Description: 'a\x07b'\n" + BUCKET,
}


@pytest.mark.parametrize("path", READ)
def test_templates_are_known_by_their_content(path: str) -> None:
    (reading,) = readings({path: READ[path]})
    assert resource(reading, "A").name == "A"
    assert not reading.notices


NOTICED = [
    ("a.yaml", "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A: [\n", "syntax", "4:1"),
    ("a.yaml", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n   B: 1\n", "syntax", "4:4"),
    ("a.json", '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}\n "B": 1}}', "syntax", "2:2"),
    (
        "a.yaml",
        "Resources:\n  {% if x %}\n  A:\n    Type: AWS::S3::Bucket\n",
        "other-engine",
        "2:4",
    ),
    ("a.yaml", "A: &a [x]\nB: &b [" + "*a, " * 30 + "]\n", "", ""),
    ("a.yaml", "Transform: [Mine]\n" + BUCKET, "macro", "1:12"),
    ("a.yaml", "Resources:\n  A: {Type: AWS::S3::Bucket}\n  A: {Type: AWS::S3::Bucket}\n", "duplicate-key", "3:3"),
    (
        "a.yaml",
        "Resources: {A: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./none.yaml}}}\n",
        "unavailable-template",
        "1:79",
    ),
    ("cdk.json", "{}", "cdk-not-synthesised", "1:1"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "kind", "place"), NOTICED)
def test_what_could_not_be_read_is_named(path: str, text: str, kind: str, place: str) -> None:
    expected = [(kind, f"{path}:{place}")] if kind else []
    assert [each[1:] for each in notices({path: text})] == expected


def test_a_broken_template_blocks_and_another_engine_does_not() -> None:
    levels = {
        kind: level for level, kind, _ in (n for p, t, *_ in NOTICED for n in notices({p: t}))
    }
    assert levels["syntax"] == "blocking"
    assert (
        levels["other-engine"] == levels["macro"] == levels["cdk-not-synthesised"] == "information"
    )


def test_a_synthesised_app_says_nothing() -> None:
    files = {"app/cdk.json": "{}", "app/cdk.out/x.template.json": READ["a.json"]}
    assert notices(files) == []


PARENT = """
Parameters: {Acl: {Type: String, Default: PublicRead}}
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./stacks/child.yaml
      Parameters: {Acl: !Ref Acl, Name: fixed}
  User:
    Type: Custom::User
    Properties: {Name: !GetAtt Child.Outputs.Name}
"""
CHILD = """
Parameters:
  Acl: {Type: String, Default: Private}
  Name: {Type: String}
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: {AccessControl: !Ref Acl, BucketName: !Ref Name}
Outputs:
  Name: {Value: !Ref Name}
"""
NESTED = {"main.yaml": PARENT, "stacks/child.yaml": CHILD}


def test_a_nested_stack_is_read_with_its_callers_parameters() -> None:
    main, child = readings(NESTED)
    assert (main.path, child.path) == ("main.yaml", "stacks/child.yaml")
    bucket = resource(child, "Bucket")
    acl = bucket.at("AccessControl")
    assert acl.is_("PublicRead")
    literal = acl.literal()
    assert literal is not None
    assert literal.source.path == "main.yaml"
    assert bucket.module == "Child"
    assert [span.source.path for span in bucket.trail] == ["main.yaml"]
    assert resource(main, "User").at("Name").is_("fixed")
    assert child.files == {"main.yaml", "stacks/child.yaml"}


def test_a_touched_nested_template_is_read_through_its_caller() -> None:
    found = readings({**NESTED, "other.yaml": BUCKET}, {"stacks/child.yaml"})
    assert [each.path for each in found] == ["main.yaml", "stacks/child.yaml"]
    assert [each.path for each in readings({**NESTED, "other.yaml": BUCKET}, {"other.yaml"})] == [
        "other.yaml"
    ]


def test_stacks_that_nest_each_other_come_to_an_end() -> None:
    text = "Resources: {A: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: %s}}}\n"
    found = readings({"a.yaml": text % "b.yaml", "b.yaml": text % "a.yaml"})
    assert {each.path for each in found} == {"a.yaml", "b.yaml"}


def test_an_included_file_is_read_in_its_place() -> None:
    files = {
        "main.yaml": """
            Resources:
              A:
                Type: AWS::S3::Bucket
                Properties:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./part.yaml}}
                  BucketName: own
            """,
        "part.yaml": "AccessControl: PublicRead\n",
    }
    (reading,) = readings(files)
    bucket = resource(reading, "A")
    acl = bucket.at("AccessControl")
    assert acl.is_("PublicRead")
    assert bucket.at("BucketName").is_("own")
    assert acl.span is not None
    assert (acl.span.source.path, acl.span.text) == ("part.yaml", "PublicRead")
    assert "part.yaml" in reading.files


def test_the_body_of_a_stack_set_keeps_its_places() -> None:
    text = """
        Resources:
          Set:
            Type: AWS::CloudFormation::StackSet
            Properties:
              TemplateBody: |
                Resources:
                  Inner:
                    Type: AWS::S3::Bucket
                    Properties: {AccessControl: PublicRead}
        """
    _, inner = readings({"a.yaml": text})
    acl = resource(inner, "Inner").at("AccessControl")
    assert acl.span is not None
    assert acl.span.text == "PublicRead"
    assert acl.span.place().line == 10


SAM = """
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 3
    Environment: {Variables: {A: 1}}
    Layers: [x]
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Environment: {Variables: {B: 2}}
      Layers: [y]
      Timeout: 9
      Policies:
        - AdministratorAccess
        - S3ReadPolicy: {BucketName: b}
        - Statement: [{Effect: Allow, Action: "*", Resource: "*"}]
      FunctionUrlConfig: {AuthType: NONE}
  G:
    Type: AWS::Serverless::Function
    Properties: {Role: !GetAtt Own.Arn, Policies: AdministratorAccess}
"""


def test_sam_globals_are_merged() -> None:
    (reading,) = readings({"a.yaml": SAM})
    function = resource(reading, "F", "AWS::Serverless::Function")
    assert function.at("Environment.Variables").plain() == {"A": 1, "B": 2}
    assert function.at("Layers").plain() == ["x", "y"]
    assert function.at("Timeout").is_(9)


def test_sam_stands_for_plain_resources() -> None:
    (reading,) = readings({"a.yaml": SAM})
    role = resource(reading, "FRole", "AWS::IAM::Role")
    assert role.address == "F"
    assert role.at("ManagedPolicyArns").plain() == ["arn:aws:iam::aws:policy/AdministratorAccess"]
    action = role.at("Policies.0.PolicyDocument.Statement.0.Action")
    assert action.is_("*")
    assert action.span is not None
    assert action.span.text == '"*"'
    assert resource(reading, "FUrl", "AWS::Lambda::Url").at("AuthType").is_("NONE")
    assert resource(reading, "FUrlPublicPermissions").at("Principal").is_("*")
    assert "GRole" not in {each.name for each in reading.nodes}


def test_construct_paths_are_kept() -> None:
    text = "Resources: {A: {Type: 'AWS::S3::Bucket', Metadata: {'aws:cdk:path': Stack/Logs/Resource}}}\n"
    (reading,) = readings({"a.yaml": text})
    assert resource(reading, "A").metadata["construct"] == "Stack/Logs/Resource"


def test_attributes_of_the_resource_stand_beside_its_properties() -> None:
    text = "Resources: {A: {Type: 'AWS::S3::Bucket', DeletionPolicy: Retain}}\n"
    (reading,) = readings({"a.yaml": text})
    assert resource(reading, "A").at("$resource.DeletionPolicy").is_("Retain")


def test_loops_over_resources_give_their_real_names() -> None:
    text = """
        Transform: AWS::LanguageExtensions
        Resources:
          Fn::ForEach::Buckets:
            - Name
            - [a, b]
            - Bucket${Name}:
                Type: AWS::S3::Bucket
                Properties: {BucketName: !Sub "x-${Name}"}
        """
    (reading,) = readings({"a.yaml": text})
    names = {n.address: n.at("BucketName").value for n in reading.nodes if n.kind == "resource"}
    assert names == {"Bucketa": "x-a", "Bucketb": "x-b"}


@pytest.mark.parametrize(
    "text",
    [
        '[{"ParameterKey": "Env", "ParameterValue": "prod"}]',
        '["Env=prod"]',
        '{"Parameters": {"Env": "prod"}}',
        "Parameters:\n  Env: prod\n",
        '{"Env": "prod"}',
    ],
)
def test_parameter_files(text: str) -> None:
    template = "Parameters: {Env: {Type: String}}\nResources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref Env}}}\n"
    files = {"a.yaml": template, "params.json": text}
    (reading,) = readings(files, options=Options(parameter_files=("params.json",)))
    name = resource(reading, "A").at("BucketName")
    assert name.is_("prod")
    literal = name.literal()
    assert literal is not None
    assert literal.source.path == "params.json"


def test_rules_leave_out_what_they_refuse() -> None:
    text = """
        Parameters: {Env: {Type: String, AllowedValues: [dev, prod]}}
        Rules:
          OnlyProd: {Assertions: [{Assert: !Equals [!Ref Env, prod]}]}
        Resources:
          A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref Env}}
        """
    (reading,) = readings({"a.yaml": text})
    assert resource(reading, "A").at("BucketName").is_("prod")


def test_of_a_serverless_framework_file_the_resources_are_read() -> None:
    text = """
        service: shop
        provider: {name: aws}
        resources:
          Resources:
            A:
              Type: AWS::S3::Bucket
              Properties:
                AccessControl: PublicRead
                BucketName: logs-${self:provider.stage}
        """
    found, rest = readings({"serverless.yml": text})
    assert resource(found, "A").at("AccessControl").is_("PublicRead")
    name = resource(found, "A").at("BucketName")
    assert (name.state, name.value) == ("partial", "logs-")
    assert [each.kind for each in rest.notices] == ["other-engine"]


def test_a_child_keeps_both_sides_of_what_its_caller_leaves_open() -> None:
    parent = PARENT.replace(
        "Default: PublicRead}", "Default: Private, AllowedValues: [Private, PublicRead]}"
    )
    child = CHILD + "Conditions: {IsPublic: !Equals [!Ref Acl, PublicRead]}\n"
    child = child.replace("Properties: {Acc", "Condition: IsPublic\n    Properties: {Acc")
    _, found = readings({"main.yaml": parent, "stacks/child.yaml": child})
    bucket = resource(found, "Bucket")
    assert bucket.exists.unknown
    assert bucket.at("AccessControl").is_("PublicRead")


class Torn(Folder):
    """A tree in which one file vanishes between being listed and being read."""

    def source(self, path: str) -> Source | None:
        if path == "gone.yaml":
            return Source(path, load=lambda: Path("/nonexistent/gone.yaml").read_bytes())
        return super().source(path)


def test_a_file_that_vanishes_leaves_the_others() -> None:
    files = Torn({"gone.yaml": BUCKET, "a.yaml": BUCKET, "stacks/child.yaml": CHILD})
    files.files["main.yaml"] = PARENT.replace("./stacks/child.yaml", "gone.yaml")
    found = list(read(files, Options(parameter_files=("gone.yaml",))))
    assert {each.path for each in found} == {"a.yaml", "main.yaml", "stacks/child.yaml"}
