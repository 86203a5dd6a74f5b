"""Roots, modules, instances, variables and what a change touches."""

from typing import Any

import pytest

from seawall.readers.node import Options

MODULE = 'variable "n" {}\nresource "aws_x" "y" {\n  n = var.n\n}\n'


def test_a_called_folder_is_judged_through_its_callers(project: Any) -> None:
    tree = project(
        {
            "live/a/main.tf": 'module "m" {\n  source = "../../mod"\n  n = 1\n}\n',
            "live/b/main.tf": 'module "m" {\n  source = "../../mod"\n  n = 2\n}\n',
            "mod/main.tf": MODULE,
            "alone/main.tf": MODULE,
        }
    )
    assert [each.path for each in tree.readings] == ["alone", "live/a", "live/b"]
    assert [
        [node.at("n").value for node in each.nodes if node.kind == "resource"]
        for each in tree.readings
    ] == [[None], [1], [2]]
    assert all("mod/main.tf" in each.files for each in tree.readings[1:])


@pytest.mark.parametrize(
    ("touched", "roots"),
    [
        ("mod/main.tf", ["a", "b"]),
        ("deep/main.tf", ["a"]),
        ("deep/deleted.tf", ["a"]),
        ("a/main.tf", ["a"]),
        ("a/terraform.tfvars", ["a"]),
        ("policies/p.json", ["b"]),
        ("README.md", []),
        ("gone/main.tf", ["b"]),
        ("b/app.py", []),
    ],
)
def test_a_change_reaches_all_who_read_it(project: Any, touched: str, roots: list[str]) -> None:
    files = {
        "a/main.tf": 'module "m" {\n  source = "../mod"\n}\nmodule "d" {\n  source = "../deep"\n}\n',
        "b/main.tf": 'module "m" {\n  source = "../mod"\n}\nmodule "g" {\n  source = "../gone"\n}\n'
        'output "p" {\n  value = file("${path.module}/../policies/p.json")\n}\n',
        "mod/main.tf": MODULE,
        "deep/main.tf": MODULE,
    }
    tree = project(files, touched=frozenset({touched}))
    assert [each.path for each in tree.readings] == roots


COUNTED = """
variable "n" { %s }
resource "aws_x" "y" {
  count = var.n
  at    = count.index
}
resource "aws_x" "z" {
  for_each = toset(var.n == 0 ? [] : ["b", "a"])
  at       = each.key
}
"""


@pytest.mark.parametrize(
    ("default", "wanted"),
    [
        ("default = 0", []),
        ("default = 2", ["aws_x.y[0]", "aws_x.y[1]", 'aws_x.z["a"]', 'aws_x.z["b"]']),
        ("", ["aws_x.y[0]", 'aws_x.z["a"]', 'aws_x.z["b"]']),
    ],
)
def test_instances_have_their_addresses(project: Any, default: str, wanted: list[str]) -> None:
    tree = project({"main.tf": COUNTED % default})
    nodes = [node for node in tree.nodes.values() if node.kind == "resource"]
    assert [node.address for node in nodes] == wanted
    assert all(node.exists.is_(True) == bool(default) for node in nodes)


def test_variables_are_given_in_terraforms_order(project: Any) -> None:
    names = ("default", "environment", "tfvars", "auto", "file", "line")
    files = {
        "main.tf": "".join(f'variable "{name}" {{ default = "default" }}\n' for name in names)
        + 'output "o" {\n  value = ['
        + ", ".join(f"var.{name}" for name in names)
        + "]\n}\n",
        "terraform.tfvars": "".join(f'{name} = "tfvars"\n' for name in names[2:]),
        "b.auto.tfvars": "".join(f'{name} = "auto"\n' for name in names[3:]),
        "other.tfvars": "".join(f'{name} = "file"\n' for name in names[4:]),
        "unread.tfvars": "".join(f'{name} = "wrong"\n' for name in names),
    }
    options = Options(
        variables={"line": "line"},
        var_files=("other.tfvars",),
        environment={f"TF_VAR_{name}": "environment" for name in names[1:]},
    )
    value = project(files, options).at("output.o", "value")
    assert value.plain() == list(names)
    assert value.items()[2].literal().source.path == "terraform.tfvars"


def test_override_files_replace(project: Any) -> None:
    tree = project(
        {
            "main.tf": 'resource "aws_x" "y" {\n  a = 1\n  b = 1\n  k { c = 1 }\n}\n',
            "override.tf": 'resource "aws_x" "y" {\n  b = 2\n  k { d = 2 }\n}\n',
        }
    )
    assert [tree.at("aws_x.y", path).value for path in ("a", "b", "k.c", "k.d")] == [1, 2, None, 2]


def test_json_configuration_reads_the_same(project: Any) -> None:
    text = """{
      "variable": {"v": {"default": "x", "type": "string"}},
      "resource": {"aws_x": {"y": {
        "a": "${var.v}-1", "b": [{"c": true}], "count": 1,
        "q": "${var.v == \\"x\\" ? 1 : 2}",
        "dynamic": {"k": {"for_each": ["1", "2"], "content": {"n": "${k.value}"}}}
      }}}
    }"""
    tree = project({"main.tf.json": text})
    node = tree.nodes["aws_x.y[0]"]
    assert node.at("a").is_("x-1")
    assert node.at("a").span.text == '"${var.v}-1"'
    assert node.at("b.c").is_(True)
    assert node.at("q").is_(1)
    assert [each.at("n").value for each in node.blocks("k")] == ["1", "2"]


def test_opentofu_files_stand_in_for_terraforms(project: Any) -> None:
    tree = project(
        {
            "main.tf": 'resource "aws_x" "tf" {}\n',
            "main.tofu": 'resource "aws_x" "tofu" {}\n',
            "test.tftest.hcl": 'run "x" {}\n',
        }
    )
    assert list(tree.nodes) == ["aws_x.tofu"]


def test_providers_are_passed_down(project: Any) -> None:
    tree = project(
        {
            "main.tf": """
            provider "aws" { region = "eu-west-1" }
            provider "aws" {
              alias  = "far"
              region = "us-east-1"
            }
            resource "aws_x" "near" {}
            output "far" { value = module.far.o }
            resource "aws_x" "far" { provider = aws.far }
            module "near" { source = "./m" }
            module "far" {
              source    = "./m"
              providers = { aws = aws.far }
            }
            """,
            "m/main.tf": 'resource "aws_x" "in" {}\ndata "aws_region" "r" {}\n'
            'output "o" {\n  value = data.aws_region.r.name\n}\n',
        }
    )
    regions = {
        address: node.provider.at("region").value
        for address, node in tree.nodes.items()
        if node.type == "aws_x" and node.provider
    }
    assert regions == {
        "aws_x.near": "eu-west-1",
        "aws_x.far": "us-east-1",
        "module.near.aws_x.in": "eu-west-1",
        "module.far.aws_x.in": "us-east-1",
    }
    assert tree.at("output.far", "value").is_("us-east-1")


def test_a_module_that_is_not_here_is_named(project: Any) -> None:
    tree = project(
        {
            "main.tf": """
            module "vpc" {
              source = "terraform-aws-modules/vpc/aws"
              cidr   = "10.0.0.0/8"
            }
            resource "aws_x" "y" { vpc = module.vpc.vpc_id }
            """
        }
    )
    node = tree.nodes["module.vpc"]
    assert (node.kind, node.type) == ("module", "terraform-aws-modules/vpc/aws")
    assert node.at("cidr").is_("10.0.0.0/8")
    assert tree.at("aws_x.y", "vpc").refs == ("module.vpc",)
    assert tree.kinds == ["module-unavailable"]


DYNAMIC = """
variable "rules" { %s }
resource "aws_x" "y" {
  rule { port = 1 }
  dynamic "rule" {
    for_each = var.rules
    iterator = it
    content {
      port = it.value
      dynamic "inner" {
        for_each = [it.key]
        content { k = inner.value }
      }
    }
  }
}
"""


def test_dynamic_blocks_are_expanded(project: Any) -> None:
    known = project({"main.tf": DYNAMIC % "default = { a = 2, b = 3 }"}).nodes["aws_x.y"]
    assert [each.at("port").value for each in known.blocks("rule")] == [1, 2, 3]
    assert known.blocks("rule")[2].at("inner.k").is_("b")
    assert known.at("rule").complete
    unsure = project({"main.tf": DYNAMIC % ""}).nodes["aws_x.y"]
    assert not unsure.at("rule").complete
    assert [each.at("port").known for each in unsure.blocks("rule")] == [True, False]


def test_installed_modules_are_read_only_on_request(project: Any) -> None:
    files = {
        "live/main.tf": """
        module "m" {
          source = "acme/m/aws"
          n      = 1
        }
        """,
        "live/.terraform/modules/modules.json": '{"Modules": [{"Key": "", "Dir": "."}, '
        '{"Key": "m", "Dir": ".terraform/modules/m"}, {"Key": "m.in", "Dir": "../../../etc"}]}',
        "live/.terraform/modules/m/main.tf": MODULE,
    }
    asked = project(files, Options(installed_modules=True))
    assert [each.path for each in asked.readings] == ["live"]
    assert asked.at("module.m.aws_x.y", "n").is_(1)
    assert project(files).kinds == ["module-unavailable"]


def test_a_validation_leaves_what_it_allows(project: Any) -> None:
    text = """
    variable "acl" {
      validation {
        condition     = contains(["private", "public-read"], var.acl)
        error_message = "No."
      }
    }
    resource "aws_x" "y" { acl = var.acl }
    """
    value = project({"main.tf": text}).at("aws_x.y", "acl")
    assert value.unknown
    assert value.may_be("public-read")
    assert value.is_not("public-read-write")


@pytest.mark.parametrize(
    ("touched", "told"), [(None, True), ("a/terragrunt.hcl", True), ("b", False)]
)
def test_terragrunt_is_named(project: Any, touched: str | None, told: bool) -> None:
    files = {"a/terragrunt.hcl": "inputs = {}\n", "b/terragrunt.hcl": "inputs = {}\n"}
    tree = project(files, touched=frozenset({touched}) if touched else None)
    assert [notice.kind for each in tree.readings for notice in each.notices] == [
        "terragrunt"
    ] * told
