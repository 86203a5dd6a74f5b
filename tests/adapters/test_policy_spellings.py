"""One policy in every spelling: the same star, found where it stands."""

from collections.abc import Iterator

import pytest

from seawall import catalog
from seawall.finding import Finding
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

LANE = TextLane()

CHECK = "action-and-resource-star"


class Texts(Tree):
    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def paths(self) -> list[str]:
        return sorted(self.texts)

    def source(self, path: str) -> Source | None:
        text = self.texts.get(path)
        return None if text is None else Source(path, text.encode())


def found(texts: dict[str, str], check: str) -> list[Finding]:
    chosen = [each for each in catalog.checks() if each.id == check]
    outcome = judge(Texts(texts), Request(chosen, Settings(), Options(), LANE.lines))
    assert not [str(each.message) for each in outcome.notices if each.blocks]
    return [each.finding for each in outcome.judged]


def marked(texts: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The places that carry the mark of a wrong line."""
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if "STAR" in line:
                yield path, number


TERRAFORM = {
    "jsonencode": """
resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "*" # STAR
      Resource = "*"
    }]
  })
}
""",
    "heredoc": """
resource "aws_iam_policy" "a" {
  policy = <<EOF
{
  "Statement": [
    {
      "Sid": "STAR", "Effect": "Allow", "Action": ["*"], "Resource": "*"
    }
  ]
}
EOF
}
""",
    "indented heredoc with interpolations": """
variable "name" {}

resource "aws_iam_policy" "a" {
  policy = <<-EOF
    {
      "Statement": {
        "Effect": "Allow",
        "Resource": ["arn:aws:s3:::${var.name}/*", "*"],
        "Sid": "STAR", "Action": "*:*"
      }
    }
  EOF
}
""",
    "quoted": """
resource "aws_iam_role_policy" "a" {
  role   = "a"
  policy = "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"*\\",\\"Resource\\":\\"*\\"}]}" # STAR
}
""",
    "inline policy of a role": """
resource "aws_iam_role" "a" {
  inline_policy {
    name   = "a"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # STAR
  }
}
""",
    "document": """
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:GetObject", "*"] # STAR
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "a" {
  user   = "a"
  policy = data.aws_iam_policy_document.a.json
}
""",
    "document in a document, once": """
data "aws_iam_policy_document" "base" {
  statement {
    actions   = ["*"] # STAR
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "a" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::acme/*"]
  }
}

resource "aws_iam_policy" "a" {
  policy = data.aws_iam_policy_document.a.json
}
""",
    "document with a count": """
data "aws_iam_policy_document" "a" {
  count = 1
  statement {
    actions   = ["*"] # STAR
    resources = ["*"]
  }
}

resource "aws_iam_policy" "a" {
  policy = data.aws_iam_policy_document.a[0].json
}
""",
    "text in a document": """
data "aws_iam_policy_document" "a" {
  source_policy_documents = [
    jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # STAR
  ]
}

resource "aws_iam_policy" "a" {
  policy = "${data.aws_iam_policy_document.a.json}"
}
""",
    "rendered template": """
data "template_file" "a" {
  template = <<EOF
{"Sid": "STAR", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
EOF
}

resource "aws_iam_policy" "a" {
  policy = data.template_file.a.rendered
}
""",
    "trailing commas": """
resource "aws_iam_policy" "a" {
  policy = <<EOF
{"Sid": "STAR", "Statement": [{"Effect": "Allow", "Action": ["*",], "Resource": "*",},],}
EOF
}
""",
    "permission set": """
resource "aws_ssoadmin_permission_set_inline_policy" "a" {
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # STAR
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
}
""",
    "input of a public module": """
module "policy" {
  source = "terraform-aws-modules/iam/aws//modules/iam-policy"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) # STAR
}
""",
}
CLOUDFORMATION = {
    "mapping": """
Resources:
  A:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: "*" # STAR
            Resource: "*"
""",
    "list of policies": """
Resources:
  A:
    Type: AWS::IAM::User
    Properties:
      Policies:
        - PolicyName: a
          PolicyDocument:
            Statement:
              Effect: Allow
              Action: ["s3:GetObject", "*"] # STAR
              Resource: ["*"]
""",
    "text": """
Resources:
  A:
    Type: AWS::SSO::PermissionSet
    Properties:
      InlinePolicy: |
        {
          "Statement": [
            {
              "Sid": "STAR", "Effect": "Allow", "Action": "*", "Resource": "*"
            }
          ]
        }
""",
    "substituted text": """
Resources:
  A:
    Type: AWS::IAM::Group
    Properties:
      Policies:
        - PolicyName: a
          PolicyDocument: !Sub |
            {
              "Statement": [
                {"Sid": "STAR", "Effect": "Allow", "Action": "*", "Resource": "*"},
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:${AWS::Partition}:s3:::acme/*"}
              ]
            }
""",
    "serverless function": """
Transform: AWS::Serverless-2016-10-31
Resources:
  A:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: python3.13
      CodeUri: src
      Policies:
        - AWSLambdaBasicExecutionRole
        - Statement:
            - Effect: Allow
              Action: "*" # STAR
              Resource: "*"
""",
}


@pytest.mark.parametrize("name", TERRAFORM)
def test_terraform(name: str) -> None:
    texts = {"main.tf": TERRAFORM[name]}
    assert [(each.place.path, each.place.line) for each in found(texts, CHECK)] == [*marked(texts)]


@pytest.mark.parametrize("name", CLOUDFORMATION)
def test_cloudformation(name: str) -> None:
    texts = {"template.yaml": CLOUDFORMATION[name]}
    assert [(each.place.path, each.place.line) for each in found(texts, CHECK)] == [*marked(texts)]


SILENT = {
    "organisation policy": """
resource "aws_organizations_policy" "a" {
  content = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}
""",
    "endpoint policy": """
resource "aws_vpc_endpoint" "a" {
  vpc_id       = "vpc-0a1b2c3d"
  service_name = "com.amazonaws.eu-west-1.s3"
  policy       = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }] })
}
""",
    "boundary document": """
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_organizations_policy" "a" {
  content = data.aws_iam_policy_document.a.json
}
""",
    "unknown policy": """
variable "policy" {}

resource "aws_iam_policy" "a" {
  policy = var.policy
}
""",
    "no JSON": """
resource "aws_iam_policy" "a" {
  policy = "*"
}
""",
}


@pytest.mark.parametrize("name", SILENT)
def test_silence(name: str) -> None:
    assert found({"main.tf": SILENT[name]}, CHECK) == []


def test_a_finding_shows_who_gets_the_rights_and_what_runs_with_them() -> None:
    (finding,) = found(
        {
            "main.tf": """
resource "aws_iam_role" "a" {
  name = "a"
}

resource "aws_iam_policy" "a" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
}

resource "aws_iam_policy_attachment" "a" {
  roles      = [aws_iam_role.a.name]
  policy_arn = aws_iam_policy.a.arn
}

resource "aws_iam_instance_profile" "a" {
  role = aws_iam_role.a.name
}

resource "aws_instance" "a" {
  ami                  = "ami-0a1b2c3d"
  iam_instance_profile = aws_iam_instance_profile.a.name
}
"""
        },
        CHECK,
    )
    assert finding.subject.address == "aws_iam_policy.a"
    assert [each.address for each in finding.related] == [
        "aws_iam_role.a",
        "aws_iam_instance_profile.a",
        "aws_instance.a",
    ]


def test_a_document_with_references_inside_is_told_once() -> None:
    texts = {
        "main.tf": """
resource "aws_s3_bucket" "a" {
  bucket = "acme"
}

data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["*"] # STAR
    resources = [aws_s3_bucket.a.arn, "*"]
  }
}

resource "aws_iam_role_policy" "a" {
  role   = "a"
  policy = data.aws_iam_policy_document.a.json
}
"""
    }
    assert [(each.place.path, each.place.line) for each in found(texts, CHECK)] == [*marked(texts)]


def test_a_document_with_principals_in_an_unknown_module_is_left_alone() -> None:
    document = """
data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
"""
    call = """
module "endpoints" {
  source    = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  endpoints = { s3 = { policy = data.aws_iam_policy_document.a.json } }
}
"""
    assert found({"main.tf": document + call}, "resource-policy-public") == []
    assert len(found({"main.tf": document}, "resource-policy-public")) == 1
