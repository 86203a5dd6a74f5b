"""Terraform and CloudFormation to scan: the shared corpus where it is at hand, else made."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import inputs

_MAIN = """\
variable "name" {{
  type    = string
  default = "service-{n}"
}}

variable "cidrs" {{
  type    = list(string)
  default = ["10.{low}.0.0/16", "10.{low}.128.0/17"]
}}

locals {{
  tags = merge(var.tags, {{ Name = var.name, Part = "{n}" }})
}}

resource "aws_s3_bucket" "data_{n}" {{
  bucket = "${{var.name}}-data-{n}"
  tags   = local.tags
}}

resource "aws_s3_bucket_public_access_block" "data_{n}" {{
  bucket                  = aws_s3_bucket.data_{n}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}}

resource "aws_security_group" "app_{n}" {{
  name   = "${{var.name}}-{n}"
  vpc_id = var.vpc_id
  dynamic "ingress" {{
    for_each = var.cidrs
    content {{
      from_port   = 443
      to_port     = 443
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }}
  }}
  egress {{
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }}
}}

data "aws_iam_policy_document" "read_{n}" {{
  statement {{
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = [aws_s3_bucket.data_{n}.arn, "${{aws_s3_bucket.data_{n}.arn}}/*"]
  }}
}}

resource "aws_iam_policy" "read_{n}" {{
  name   = "${{var.name}}-read"
  policy = data.aws_iam_policy_document.read_{n}.json
}}

resource "aws_instance" "app_{n}" {{
  count                  = {count}
  ami                    = var.ami
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.app_{n}.id]
  metadata_options {{
    http_tokens = "required"
  }}
  root_block_device {{
    encrypted = true
  }}
  tags = merge(local.tags, {{ Index = count.index }})
}}
"""
_VARIABLES = """\
variable "tags" {
  type    = map(string)
  default = {}
}

variable "vpc_id" {
  type = string
}

variable "ami" {
  type = string
}

provider "aws" {
  region = "ap-northeast-1"
}
"""


def _module(folder: Path, number: int, files: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "variables.tf").write_text(_VARIABLES)
    for each in range(files - 1):
        text = _MAIN.format(n=number * 100 + each, low=each % 200, count=1 + each % 3)
        if each:  # one of a name in a folder
            text = text[text.index("resource") :]
        (folder / f"part_{each}.tf").write_text(text)


def terraform(files: int) -> Path:
    """The shared corpus of public modules where it is at hand, else made: ten files a module."""

    def make(folder: Path) -> None:
        found = sorted(inputs.SHARED.glob("terraform/**/*.tf"))
        if len(found) >= files:
            for each in found[:files]:
                target = folder / each.relative_to(inputs.SHARED)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each, target)
        else:
            for number in range(files // 10):
                _module(folder / f"module_{number:03}", number, 10)

    return inputs.made(f"terraform-{files}", make)


def module_touched() -> Path:
    """A repository with one Terraform module of ten files, one of them changed in the index."""

    def make(folder: Path) -> None:
        inputs.git(folder, "init", "-q", ".")
        _module(folder / "network", 1, 10)
        inputs.git(folder, "add", ".")
        inputs.git(folder, "commit", "-qm", "start")
        path = folder / "network" / "part_3.tf"
        path.write_text(path.read_text().replace("t3.small", "t3.medium"))
        inputs.git(folder, "add", ".")

    return inputs.made("module", make)


def _template(number: int) -> dict[str, object]:
    resources: dict[str, object] = {}
    for each in range(12):
        resources[f"Bucket{each}"] = {
            "Type": "AWS::S3::Bucket",
            "Properties": {
                "BucketName": {"Fn::Sub": f"${{Name}}-{number}-{each}"},
                "PublicAccessBlockConfiguration": {
                    "BlockPublicAcls": True,
                    "BlockPublicPolicy": True,
                    "IgnorePublicAcls": True,
                    "RestrictPublicBuckets": True,
                },
            },
        }
        resources[f"Group{each}"] = {
            "Type": "AWS::EC2::SecurityGroup",
            "Properties": {
                "GroupDescription": "Application",
                "VpcId": {"Ref": "Vpc"},
                "SecurityGroupIngress": [
                    {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"}
                ],
            },
        }
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Parameters": {"Name": {"Type": "String"}, "Vpc": {"Type": "AWS::EC2::VPC::Id"}},
        "Resources": resources,
    }


def templates(count: int) -> Path:
    """The shared corpus of sample templates where it is at hand, else made; half YAML."""

    def make(folder: Path) -> None:
        found = [
            each
            for each in sorted(inputs.SHARED.glob("cloudformation/**/*"))
            if each.suffix in (".yaml", ".yml", ".json", ".template") and _is_template(each)
        ]
        for number in range(count):
            if len(found) >= count:
                each = found[number]
                target = folder / each.relative_to(inputs.SHARED)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each, target)
            elif number % 2:
                text = json.dumps(_template(number), indent=2)
                (folder / f"stack_{number}.json").write_text(text)
            else:
                lines = "\n".join(_yaml(_template(number), ""))
                (folder / f"stack_{number}.yaml").write_text(lines + "\n")

    return inputs.made(f"templates-{count}", make)


def _is_template(path: Path) -> bool:
    text = path.read_bytes()
    return b"Resources" in text and b"AWS::" in text


def _yaml(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield f"{indent}{key}:"
                yield from _yaml(inner, indent + "  ")
            else:
                yield f"{indent}{key}: {json.dumps(inner)}"
    elif isinstance(value, list):
        for inner in value:
            first, *rest = _yaml(inner, indent + "  ")
            yield f"{indent}- {first.strip()}"
            yield from rest
