"""Fixes touch only what is wrong: on every check's examples and on texts of every shape."""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest

from seawall import catalog
from seawall.check import Bad

SEAWALL = Path(sys.executable).parent / "seawall"


def seawall(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SEAWALL, *words], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def fixed(folder: Path, name: str, text: str) -> str:
    """`text` after all fixes, safe or not; a second run must change nothing."""
    path = folder / name
    path.write_bytes(text.encode())
    assert seawall(folder, "fix", "--unsafe").returncode == 0
    once = path.read_bytes().decode()
    assert seawall(folder, "fix", "--unsafe").returncode == 0
    assert path.read_bytes().decode() == once, "twice equals once"
    return once


def examples() -> list[object]:
    return [
        pytest.param(check.id, language, example, id=f"{check.id}-{language}-{number}")
        for check in catalog.checks()
        for number, example in enumerate(catalog.examples(check))
        for language in ("terraform", "cloudformation")
        if isinstance(example, Bad)
        and example.change is not None
        and example.change[0] in getattr(example, language)
        and not example.files
        and not example.settings
    ]


@pytest.mark.parametrize(("check", "language", "example"), examples())
def test_an_examples_fix_is_its_change_and_nothing_else(
    tmp_path: Path, check: str, language: str, example: Bad
) -> None:
    text = dedent(getattr(example, language)).lstrip("\n")
    name = "main.tf" if language == "terraform" else "template.yaml"
    (tmp_path / name).write_text(text)
    done = seawall(tmp_path, "scan", "--select", check, "--format", "json")
    assert check in done.stdout
    assert example.change is not None
    wanted = text.replace(*example.change)
    (tmp_path / "seawall.toml").write_text(f'select = ["{check}"]\n')
    assert fixed(tmp_path, name, text) == wanted


PUBLIC_TF = """\
resource "aws_s3_bucket" "a" {
  bucket = "a-b-c"   # name
  acl = "public-read" // why
}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_alignment_and_line_ends_survive(tmp_path: Path, end: str) -> None:
    (tmp_path / "seawall.toml").write_text('select = ["bucket-public-acl"]\n')
    text = PUBLIC_TF.replace("\n", end)
    assert fixed(tmp_path, "main.tf", text) == text.replace("public-read", "private")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("AccessControl: PublicRead", "AccessControl: Private"),
        ("AccessControl: 'PublicRead' # c", "AccessControl: 'Private' # c"),
        ('AccessControl: "PublicRead"', 'AccessControl: "Private"'),
    ],
)
def test_yaml_quotes_are_kept(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "seawall.toml").write_text('select = ["bucket-public-acl"]\n')
    text = f"Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      {old}\n"
    assert fixed(tmp_path, "t.yaml", text) == text.replace(old, new)


def test_json_gets_a_property_where_it_belongs(tmp_path: Path) -> None:
    (tmp_path / "seawall.toml").write_text('select = ["bucket-without-access-block"]\n')
    text = '{\n  "Resources": {\n    "B": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        "BucketName": "x-y-z"\n      }\n    }\n  }\n}\n'
    new = fixed(tmp_path, "t.json", text)
    assert '"PublicAccessBlockConfiguration": {\n          "BlockPublicAcls": true,' in new
    assert new.endswith('        "BucketName": "x-y-z"\n      }\n    }\n  }\n}\n')


def test_one_open_cidr_goes_and_the_others_stay(tmp_path: Path) -> None:
    text = """\
resource "aws_security_group" "a" {
  ingress {
    from_port = 22
    to_port   = 22
    protocol  = "tcp"
    cidr_blocks = [
      "10.0.0.0/8", # office
      "0.0.0.0/0",  # all
      "192.168.0.0/16",
    ]
  }
}
"""
    new = fixed(tmp_path, "main.tf", text)
    assert new == text.replace('      "0.0.0.0/0",  # all\n', "")


def test_a_value_from_a_variable_is_shown_not_edited(tmp_path: Path) -> None:
    text = 'variable "acl" {\n  default = "public-read"\n}\n' + PUBLIC_TF.replace(
        '"public-read"', "var.acl"
    )
    (tmp_path / "seawall.toml").write_text('select = ["bucket-public-acl"]\n')
    assert fixed(tmp_path, "main.tf", text) == text


def test_unsafe_fixes_wait_to_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(PUBLIC_TF)
    (tmp_path / "seawall.toml").write_text('select = ["bucket-public-acl"]\n')
    assert seawall(tmp_path, "fix").returncode == 0
    assert (tmp_path / "main.tf").read_text() == PUBLIC_TF


def test_the_diff_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(PUBLIC_TF)
    done = seawall(tmp_path, "fix", "--unsafe", "--diff")
    assert '-  acl = "public-read" // why\n+  acl = "private" // why\n' in done.stdout
    assert (tmp_path / "main.tf").read_text() == PUBLIC_TF


def test_labelled_cases_are_mended_once_and_still_parse(tmp_path: Path, shared: Path) -> None:
    copytree(shared / "iac-cases" / "cases", tmp_path / "cases")
    before = json.loads(seawall(tmp_path, "scan", "--format", "json").stdout)
    first = seawall(tmp_path, "fix", "--unsafe")
    assert first.returncode == 0
    after = json.loads(seawall(tmp_path, "scan", "--format", "json").stdout)
    had = Counter(each["fingerprint"] for each in before["findings"])
    has = Counter(each["fingerprint"] for each in after["findings"])
    assert sum(has.values()) <= sum(had.values()) - 50, "most of what can be mended is"
    assert not has - had, "no fix brings a finding"
    blocking = [each for each in after["notices"] if each["level"] == "blocking"]
    assert len(blocking) <= sum(each["level"] == "blocking" for each in before["notices"])
    assert "nothing to fix" in seawall(tmp_path, "fix", "--unsafe").stderr


def _key() -> str:
    return "AKIA" + "".join(random.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=16))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.py",
            'import os\n\nkey_id = "KEY"  # old\n',
            'import os\n\nkey_id = os.environ["KEY_ID"]  # old\n',
        ),
        (
            "a.ts",
            "const cfg = { accessKeyId: 'KEY', b: 1 };\n",
            "const cfg = { accessKeyId: process.env.ACCESS_KEY_ID, b: 1 };\n",
        ),
        (
            "a.rb",
            "opts = { access_key_id: 'KEY' }\n",
            'opts = { access_key_id: ENV.fetch("ACCESS_KEY_ID") }\n',
        ),
        (
            "main.tf",
            'provider "aws" {\n  access_key = "KEY"\n}\n',
            'provider "aws" {\n  access_key = var.secret_access_key\n}\n\nvariable "secret_access_key" {\n  type      = string\n  sensitive = true\n}\n',
        ),
    ],
)
def test_a_literal_key_becomes_a_reference(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    key = _key()
    (tmp_path / "seawall.toml").write_text('select = ["aws-access-key"]\n')
    assert fixed(tmp_path, name, before.replace("KEY", key)) == after


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'key_id = "KEY"\n'),
        ("a.py", 'import os\nprint(f"use KEY now")\n'),
        ("a.md", 'key = "KEY"\n'),
    ],
)
def test_where_no_reference_would_work_nothing_is_touched(
    tmp_path: Path, name: str, text: str
) -> None:
    text = text.replace("KEY", _key())
    (tmp_path / "seawall.toml").write_text('select = ["aws-access-key"]\n')
    assert fixed(tmp_path, name, text) == text
