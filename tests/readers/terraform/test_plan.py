"""Plans as `terraform show -json` writes them, alone and beside their source."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from seawall.value import Val

PLAN = {
    "format_version": "1.2",
    "terraform_version": "1.11.4",
    "variables": {"region": {"value": "eu-west-1"}},
    "planned_values": {
        "root_module": {
            "resources": [
                {
                    "address": "aws_s3_bucket.logs",
                    "mode": "managed",
                    "type": "aws_s3_bucket",
                    "name": "logs",
                    "values": {"acl": "public-read", "force_destroy": False, "tags": None},
                }
            ],
            "child_modules": [
                {
                    "address": 'module.m["a"]',
                    "resources": [
                        {
                            "address": 'module.m["a"].aws_s3_bucket_policy.this[0]',
                            "mode": "managed",
                            "type": "aws_s3_bucket_policy",
                            "name": "this",
                            "values": {"rule": [{"on": True}]},
                        }
                    ],
                }
            ],
        }
    },
    "resource_changes": [
        {"address": "aws_s3_bucket.logs", "change": {"after_unknown": {"bucket": True}}},
        {
            "address": 'module.m["a"].aws_s3_bucket_policy.this[0]',
            "change": {"after_unknown": {"bucket": True, "rule": [{"id": True}]}},
        },
    ],
    "configuration": {
        "provider_config": {
            "aws": {"name": "aws", "expressions": {"region": {"references": ["var.region"]}}}
        },
        "root_module": {
            "resources": [
                {
                    "address": "aws_s3_bucket.logs",
                    "provider_config_key": "aws",
                    "expressions": {"acl": {"constant_value": "public-read"}},
                }
            ],
            "module_calls": {
                "m": {
                    "expressions": {
                        "bucket": {"references": ["aws_s3_bucket.logs.id", "aws_s3_bucket.logs"]}
                    },
                    "module": {
                        "resources": [
                            {
                                "address": "aws_s3_bucket_policy.this",
                                "expressions": {"bucket": {"references": ["var.bucket"]}},
                            }
                        ]
                    },
                }
            },
        },
    },
}


def test_a_plan_alone_says_what_it_knows(project: Any) -> None:
    tree = project({"plan.json": json.dumps(PLAN, indent=2)})
    bucket = tree.nodes["aws_s3_bucket.logs"]
    assert bucket.at("acl").is_("public-read")
    assert bucket.at("acl").written
    assert bucket.at("force_destroy").state == "default"
    assert bucket.at("tags").absent
    assert bucket.at("bucket").unknown
    assert bucket.span.text == '"aws_s3_bucket.logs"'
    assert bucket.provider is not None
    assert bucket.provider.at("region").is_("eu-west-1")
    policy = tree.nodes['module.m["a"].aws_s3_bucket_policy.this[0]']
    assert policy.at("bucket").refs == ("aws_s3_bucket.logs",)
    assert policy.at("rule.on").is_(True)
    assert policy.at("rule.id").unknown


def test_a_plan_is_placed_in_its_source(project: Any) -> None:
    source = 'variable "acl" {}\nresource "aws_s3_bucket" "logs" {\n  acl = var.acl\n}\n'
    tree = project({"live/plan.json": json.dumps(PLAN), "live/main.tf": source})
    (bucket, *_) = [
        node
        for reading in tree.readings
        if reading.path == "live/plan.json"
        for node in reading.nodes
        if node.address == "aws_s3_bucket.logs"
    ]
    assert bucket.at("acl").is_("public-read")
    assert bucket.at("acl").span.place().path == "live/main.tf"
    assert bucket.at("acl").span.text == "var.acl"
    assert bucket.at("force_destroy").span.place().line == 2


@pytest.mark.parametrize(
    "text",
    [
        '{"format_version": "1.2", "terraform_version": "1"',
        '{"format_version":1,"terraform_version":1}',
    ],
)
def test_a_broken_plan_is_a_notice(project: Any, text: str) -> None:
    (reading,) = project({"plan.json": text}).readings
    assert [notice.kind for notice in reading.notices] == ["syntax"]


def test_other_json_is_left_alone(project: Any) -> None:
    files = {
        "package.json": '{"name": "x"}',
        "terraform.tfstate.json": '{"version": 4}',
        "a.json": "[",
    }
    assert not project(files).readings


FILES = {
    "main.tf": """
variable "envs" { default = { dev = 1, prod = 3 } }
locals {
  sizes = { for name, size in var.envs : upper(name) => { size = size, big = size > 2 } }
  flat  = flatten([for name, it in local.sizes : [for i in range(it.size) : "${name}-${i}"]])
}
resource "terraform_data" "each" {
  for_each = local.sizes
  input    = merge(each.value, { label = format("%s/%03d", lower(each.key), each.value.size) })
}
resource "terraform_data" "counted" {
  count = length(local.flat)
  input = { name = local.flat[count.index], cidr = cidrsubnet("10.0.0.0/8", 8, count.index) }
}
resource "terraform_data" "text" {
  input = <<-EOT
    %{ for name in local.flat ~}
    - ${name}
    %{ endfor ~}
    ${jsonencode({ b = [1, true, null], a = "<x>" })}
      indented "quoted" $${kept}
  EOT
}
resource "terraform_data" "texts" {
  input = [<<-EOT
      a
     ${"b"}
        c

      %{ for name in ["a", "b"] ~}
      - ${name}
      %{ endfor ~}
        x
      %{~ if false }
      z
      %{ endif }
      w
    EOT
    , <<EOT
  %{ if true ~}

    z
  %{ endif ~}
  w
EOT
    , "a ${~ "b" ~} c %{~ if true } d %{ endif ~} e", "${"x"}${1}", templatefile("t.tpl", { l = [1, 2] })
  ]
}
module "deep" {
  source   = "./deep"
  for_each = toset(["x", "y"])
  name     = each.key
  shape    = { a = "given" }
}
resource "terraform_data" "out" {
  input = [for key, it in module.deep : "${key}=${it.whole}"]
}
""",
    "deep/main.tf": """
variable "name" { type = string }
variable "shape" {
  type = object({
    a = string
    b = optional(number, 5)
    c = optional(list(string), ["x"])
  })
}
variable "none" {
  default  = null
  nullable = true
}
resource "terraform_data" "this" {
  count = var.none == null ? 2 : 0
  input = { name = "${var.name}${count.index}", shape = var.shape, path = path.module }
}
output "whole" { value = join(",", terraform_data.this[*].input.name) }
""",
    "override.tf": """
resource "terraform_data" "each" {
  triggers_replace = [for name in keys(local.sizes) : name]
}
""",
    "t.tpl": '%{ for x in l ~}\n  item ${x}\n%{ endfor ~}\n"quoted" \\n $${kept}\n',
    "terraform.tfvars": "envs = { dev = 1, prod = 2, qa = 3 }\n",
}


def test_what_we_read_is_what_terraform_plans(project: Any, tmp_path: Path) -> None:
    binary = shutil.which("terraform")
    if binary is None:
        pytest.skip("no terraform here")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}

    def run(*words: str) -> str:
        return subprocess.run(
            [binary, *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    run("init", "-no-color")
    run("plan", "-no-color", "-out", "plan.bin")
    plan = run("show", "-json", "plan.bin")
    own = project(FILES).nodes
    planned = project({"plan.json": plan}).nodes
    addresses = {address for address, node in planned.items() if node.kind == "resource"}
    assert {address for address, node in own.items() if node.kind == "resource"} == addresses
    compared = 0
    for address in sorted(addresses):
        for name in ("input", "triggers_replace"):
            wanted: Val[Any] = planned[address].at(name)
            if wanted.known and wanted.value is not None:
                assert own[address].at(name).plain() == wanted.plain(), address
                compared += 1
    assert compared > 12
