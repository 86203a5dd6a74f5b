"""Where a value stands, where its literal stands, and which resources it was read from."""

from typing import Any

MAIN = """\
variable "acl" {
  default = "public-read"
}
locals {
  acl   = var.acl
  cidrs = ["10.0.0.0/8", "0.0.0.0/0"]
}
resource "aws_s3_bucket" "logs" {
  acl   = local.acl
  cidrs = local.cidrs
  both  = [var.acl, "private"]
  policy = <<-JSON
    {"Statement": []}
  JSON
}
resource "aws_s3_bucket" "many" {
  count = 2
}
resource "aws_s3_bucket_public_access_block" "logs" {
  bucket = aws_s3_bucket.logs.id
}
resource "aws_s3_bucket_public_access_block" "many" {
  count  = 2
  bucket = element(aws_s3_bucket.many.*.id, count.index)
}
resource "aws_s3_bucket_public_access_block" "tried" {
  bucket = try(coalesce(one(aws_s3_bucket.many[*].id), ""), aws_s3_bucket.many[0].id)
}
module "inner" {
  source = "./inner"
  name   = "inner-logs"
  peer   = aws_s3_bucket.logs.arn
}
output "joined" {
  value = module.inner.bucket
}
"""
INNER = """\
variable "name" {}
variable "peer" {}
resource "aws_s3_bucket" "this" {
  count  = 1
  bucket = var.name
}
resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this[0].id
  peer   = var.peer
}
output "bucket" {
  value = aws_s3_bucket.this[0].id
}
"""


def texts(spans: Any) -> list[str]:
    return [span.text for span in spans]


def test_a_value_knows_the_way_to_its_literal(project: Any) -> None:
    value = project({"main.tf": MAIN, "inner/main.tf": INNER}).at("aws_s3_bucket.logs", "acl")
    assert value.is_("public-read")
    assert value.span.text == "local.acl"
    assert texts(value.via) == ["var.acl", '"public-read"']
    assert value.literal().place().line == 2


def test_elements_stand_where_the_attribute_stands(project: Any) -> None:
    tree = project({"main.tf": MAIN, "inner/main.tf": INNER})
    first, second = tree.at("aws_s3_bucket.logs", "cidrs").items()
    assert first.span.text == second.span.text == "local.cidrs"
    assert second.literal().text == '"0.0.0.0/0"'
    given, written = tree.at("aws_s3_bucket.logs", "both").items()
    assert given.span.text == "var.acl"
    assert (written.span.text, written.via) == ('"private"', ())


def test_an_absent_attribute_points_at_the_block(project: Any) -> None:
    tree = project({"main.tf": MAIN, "inner/main.tf": INNER})
    value = tree.at("aws_s3_bucket.logs", "versioning.enabled")
    assert value.absent
    assert value.span == tree.nodes["aws_s3_bucket.logs"].span


def test_references_name_the_resource(project: Any) -> None:
    tree = project({"main.tf": MAIN, "inner/main.tf": INNER})
    block = "aws_s3_bucket_public_access_block"
    assert tree.at(f"{block}.logs", "bucket").refs == ("aws_s3_bucket.logs",)
    assert tree.at(f"{block}.many[1]", "bucket").refs == ("aws_s3_bucket.many[1]",)
    assert "aws_s3_bucket.many[0]" in tree.at(f"{block}.tried", "bucket").refs


def test_references_go_through_modules(project: Any) -> None:
    tree = project({"main.tf": MAIN, "inner/main.tf": INNER})
    assert len(tree.readings) == 1
    bucket = "module.inner.aws_s3_bucket.this[0]"
    assert tree.at(bucket, "bucket").is_("inner-logs")
    assert tree.at(bucket, "bucket").literal().text == '"inner-logs"'
    policy = tree.nodes["module.inner.aws_s3_bucket_policy.this"]
    assert policy.at("bucket").is_("inner-logs")
    assert policy.at("bucket").refs == (bucket,)
    assert policy.at("peer").refs == ("aws_s3_bucket.logs",)
    assert [span.text for span in policy.trail] == ['module "inner" {']
    assert tree.at("output.joined", "value").refs == (bucket,)
