"""A bucket is judged with everything that opens or fences it, wherever that stands."""

import pytest

from seawall import catalog
from seawall.lanes.infrastructure import Request, judge
from seawall.lanes.text import TextLane
from seawall.policy.settings import Settings
from seawall.readers.node import Options
from seawall.sources.changes import Tree
from seawall.span import Source

LANE = TextLane()

BLOCK = """
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
"""
PUBLIC = """jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })"""


class Texts(Tree):
    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def paths(self) -> list[str]:
        return sorted(self.texts)

    def source(self, path: str) -> Source | None:
        text = self.texts.get(path)
        return None if text is None else Source(path, text.encode())


def said(text: str, path: str = "main.tf", **more: str) -> set[tuple[str, str]]:
    """What the family says: check and address."""
    chosen = [each for each in catalog.checks() if each.family == "public-buckets"]
    files = {path: text, **{name.replace("__", "/") + ".tf": each for name, each in more.items()}}
    outcome = judge(Texts(files), Request(chosen, Settings(), Options(), LANE.lines))
    assert not [str(each.message) for each in outcome.notices if each.blocks]
    return {(each.finding.check, each.finding.subject.address) for each in outcome.judged}


ACL = ("bucket-public-acl", "aws_s3_bucket_acl.a")
POLICY = ("bucket-public-policy", "aws_s3_bucket_policy.a")
BUCKET = 'resource "aws_s3_bucket" "a" {\n  bucket = "acme"\n}\n'
OPEN = (
    BUCKET
    + f"""
resource "aws_s3_bucket_acl" "a" {{
  bucket = aws_s3_bucket.a.id
  acl    = "public-read"
}}

resource "aws_s3_bucket_policy" "a" {{
  bucket = aws_s3_bucket.a.bucket
  policy = {PUBLIC}
}}
"""
)


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("", {ACL, POLICY}),
        (
            f'resource "aws_s3_bucket_public_access_block" "b" {{\n bucket = aws_s3_bucket.a.id{BLOCK}}}',
            set(),
        ),
        (f'resource "aws_s3_bucket_public_access_block" "b" {{\n bucket = "acme"{BLOCK}}}', set()),
        (
            f'resource "aws_s3_bucket_public_access_block" "b" {{\n bucket = "other"{BLOCK}}}',
            {ACL, POLICY},
        ),
        (f'resource "aws_s3_account_public_access_block" "b" {{{BLOCK}}}', set()),
        (
            'resource "aws_s3_bucket_public_access_block" "b" {\n bucket = aws_s3_bucket.a.id\n ignore_public_acls = true\n}',
            {POLICY},
        ),
        (
            'resource "aws_s3_bucket_public_access_block" "b" {\n bucket = aws_s3_bucket.a.id\n restrict_public_buckets = true\n}',
            {ACL},
        ),
        (
            'resource "aws_s3_bucket_ownership_controls" "b" {\n bucket = aws_s3_bucket.a.id\n'
            ' rule {\n object_ownership = "BucketOwnerEnforced"\n }\n}',
            {POLICY},
        ),
        # what may be a fence of this bucket keeps us from proof
        (
            f'variable "x" {{}}\nresource "aws_s3_bucket_public_access_block" "b" {{\n bucket = var.x{BLOCK}}}',
            set(),
        ),
        (
            'variable "x" {}\nresource "aws_s3_bucket_public_access_block" "b" {\n bucket = aws_s3_bucket.a.id\n'
            " ignore_public_acls = var.x\n restrict_public_buckets = var.x\n}",
            set(),
        ),
        (
            'resource "aws_s3_bucket_public_access_block" "b" {\n count = 0\n bucket = aws_s3_bucket.a.id'
            + BLOCK
            + "}",
            {ACL, POLICY},
        ),
    ],
)
def test_a_fence_makes_public_grants_void(beside: str, expected: set[tuple[str, str]]) -> None:
    found = said(OPEN + "\n" + beside)
    assert {each for each in found if each[0].startswith("bucket-public")} == expected


@pytest.mark.parametrize(
    "bucket",
    [
        "aws_s3_bucket.a[count.index].id",
        "aws_s3_bucket.a[0].id",
        "aws_s3_bucket.a[0].bucket",
    ],
)
def test_counted_buckets_find_their_blocks(bucket: str) -> None:
    text = f"""
resource "aws_s3_bucket" "a" {{
  count  = 1
  bucket = "acme-${{count.index}}"
  acl    = "public-read"
}}

resource "aws_s3_bucket_public_access_block" "a" {{
  count  = 1
  bucket = {bucket}{BLOCK}}}
"""
    assert said(text) == set()


def test_a_bucket_in_a_module_is_fenced_by_its_caller() -> None:
    module = """
variable "acl" {}

resource "aws_s3_bucket" "a" {
  bucket = "acme"
  acl    = var.acl
}

output "id" {
  value = aws_s3_bucket.a.id
}
"""
    call = 'module "m" {\n  source = "./m"\n  acl    = "public-read"\n}\n'
    block = (
        f'resource "aws_s3_bucket_public_access_block" "a" {{\n  bucket = module.m.id{BLOCK}}}\n'
    )
    opened = {each for each, _ in said(call, m__main=module)}
    assert opened == {"bucket-public-acl", "bucket-without-access-block"}
    assert said(call + block, m__main=module) == set()


def test_access_points_are_fenced_by_default() -> None:
    point = (
        'resource "aws_s3_access_point" "a" {\n bucket = "acme"\n name = "a"\n policy = %s\n %s\n}'
    )
    off = "public_access_block_configuration {\n block_public_policy = false\n restrict_public_buckets = false\n }"
    assert said(point % (PUBLIC, "")) == set()
    assert ("bucket-public-policy", "aws_s3_access_point.a") in said(point % (PUBLIC, off))


def test_cloudformation_joins_policy_and_bucket() -> None:
    template = """
Resources:
  A:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: {block}
        IgnorePublicAcls: true
        RestrictPublicBuckets: {block}
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref A
      PolicyDocument:
        Statement:
          - Effect: Allow
            Principal: "*"
            Action: s3:GetObject
            Resource: !Sub "${{A.Arn}}/*"
"""
    assert said(template.format(block="true"), "template.yaml") == set()
    assert ("bucket-public-policy", "P") in said(template.format(block="false"), "template.yaml")
