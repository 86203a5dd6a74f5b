"""Texts made to exhaust a reader: an answer, a clear line, and nothing passed as clean."""

import base64
import gzip
import json
from itertools import pairwise

import pytest

OPEN = 'resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n  BODY\n}\n'
TEMPLATE = "AWSTemplateFormatVersion: 2010-09-09\n"


def opened(body: str, before: str = "") -> str:
    return before + OPEN.replace("BODY", body)


def bomb(rounds: int, first: str, each: str) -> str:
    """Definitions that each name the one before nine times."""
    names = [f"n{at}" for at in range(rounds)]
    lines = [f"{names[0]}: &{names[0]} {first}\n"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name}{each.format(many=','.join(['*' + before] * 9))}\n")
    return "".join(lines)


def doubling(first: str, each: str) -> str:
    lines = [f"  a0 = {first}\n"]
    lines += [f"  a{at + 1} = {each.replace('X', f'local.a{at}')}\n" for at in range(40)]
    return "locals {\n" + "".join(lines) + "}\n"


def packed(size: int) -> str:
    return base64.b64encode(gzip.compress(b"A" * size)).decode()


LOOP = "Resources:\n  Fn::ForEach::A:\n  - X\n  - [NAMES]\n  - Fn::ForEach::B:\n    - Y\n    - [NAMES]\n    - 'B${X}${Y}':\n        Type: AWS::S3::Bucket\n"
BUCKET = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: "

# name -> file, text, exit code
CASES: dict[str, tuple[str, str, int]] = {
    "aliases of aliases": ("t.yaml", bomb(20, '["x"]', " [{many}]") + BUCKET + "*n19\n", 3),
    "an alias of itself": ("t.yaml", "a: &a [*a]\n" + BUCKET + "{BucketName: *a}\n", 3),
    "merges of merges": (
        "t.yaml",
        bomb(20, "{x: 1}", "\n  <<: [{many}]") + BUCKET + "*n19\n",
        3,
    ),
    "a deep template": (
        "t.json",
        '{"AWSTemplateFormatVersion":"2010-09-09","Resources":'
        + '{"a":' * 90_000
        + "1"
        + "}" * 90_001,
        3,
    ),
    "deep brackets": ("main.tf", opened(f"bucket = {'(' * 60_000}1{')' * 60_000}"), 3),
    "deep lists": ("main.tf", f"locals {{ x = {'[' * 60_000}{']' * 60_000} }}\n", 3),
    "deep blocks": ("main.tf", "a {\n" * 60_000 + "}\n" * 60_000, 3),
    "deep templates": ("main.tf", 'locals { x = "' + '${"' * 20_000 + '"}' * 20_000 + '" }\n', 3),
    "many signs": ("main.tf", f"locals {{ x = {'!' * 100_000}true }}\n", 3),
    "many conditions": ("main.tf", f"locals {{ x = {'true ? 1 : ' * 50_000}2 }}\n", 3),
    "a count without end": ("main.tf", opened("count = 1000000000"), 3),
    "a count of infinity": ("main.tf", opened("count = 1e999999"), 1),
    "a set without end": (
        "main.tf",
        opened("for_each = toset([for i in range(1000) : i])"),
        3,
    ),
    "loops in loops": (
        "main.tf",
        opened(
            "bucket = local.b[0][0][0]",
            "locals {\n  a = range(1000)\n"
            "  b = [for x in local.a : [for y in local.a : [for z in local.a : x]]]\n}\n",
        ),
        3,
    ),
    "a text that doubles": (
        "main.tf",
        opened("bucket = local.a40", doubling('"xxxxxxxxxxxxxxxx"', '"${X}${X}"')),
        3,
    ),
    "a list that doubles": (
        "main.tf",
        opened("bucket = local.a40[0]", doubling('["x"]', "concat(X, X)")),
        3,
    ),
    "a tree that doubles": (
        "main.tf",
        opened("bucket = jsonencode(local.a40)", doubling('["x"]', "[X, X]")),
        3,
    ),
    "an expression that runs away": (
        "main.tf",
        opened(f'bucket = replace("{"a" * 60}b", "/(a|a)+$/", "x")'),
        1,
    ),
    "a format of a gigabyte": ("main.tf", opened('bucket = format("%1000000000d", 1)'), 3),
    "numbers past all ends": (
        "main.tf",
        opened("bucket = tostring(pow(pow(10, 1000), 1000))"),
        1,
    ),
    "subnets without end": ("main.tf", opened('bucket = cidrsubnets("::/0", 120, 120)[0]'), 1),
    "a module that calls itself": ("main.tf", opened('}\nmodule "m" {\n  source = "./."'), 3),
    "names in a ring": (
        "main.tf",
        opened("bucket = local.a", "locals {\n  a = local.b\n  b = local.a\n}\n"),
        3,
    ),
    "files of the machine": (
        "main.tf",
        opened(
            "bucket = local.a",
            'locals {\n  a = file("${path.module}/../../../../../../etc/passwd")\n'
            '  b = filebase64("/dev/zero")\n  c = fileset("/", "**")\n}\n',
        ),
        1,
    ),
    "a bomb in base64": ("main.tf", opened(f'bucket = base64gunzip("{packed(50_000_000)}")'), 1),
    "loops of a template": (
        "t.yaml",
        TEMPLATE
        + "Transform: AWS::LanguageExtensions\n"
        + LOOP.replace("NAMES", ",".join(f"a{at}" for at in range(120))),
        3,
    ),
    "networks without end": (
        "t.yaml",
        TEMPLATE
        + BUCKET
        + '{AccessControl: PublicRead, BucketName: !Select [99999999999, !Split [",", !Cidr ["::/0", 99999999, 1]]]}\n',
        1,
    ),
    "a policy in a policy": (
        "main.tf",
        opened("") + f'resource "aws_iam_policy" "p" {{\n  policy = "{"{" * 3000}"\n}}\n',
        1,
    ),
    "settings in settings": ("seawall.toml", f"exclude = {'[' * 50_000}", 2),
    "a pattern no engine takes": ("seawall.toml", f'exclude = ["{"**/a" * 3000}"]\n', 2),
    "a rule that runs away": (
        "seawall.toml",
        '[[secrets.rule]]\nid = "x"\npattern = "((a+)+)+b"\n',
        2,
    ),
    "a rule that matches nothing": (
        "seawall.toml",
        '[[secrets.rule]]\nid = "x"\npattern = "a*"\n',
        2,
    ),
    "ignores without end": ("x.py", f"# seawall: ignore[{'a,' * 100_000}] -- x\n", 0),
    "equals signs": ("x.txt", "=" * 300_000, 0),
    "words of secrets": ("x.txt", "secret " * 50_000, 0),
    "keys that begin": ("x.txt", "-----BEGIN RSA PRIVATE KEY-----\n" * 5_000, 0),
    "hex without end": ("x.txt", "736563726574" * 20_000, 0),
    "addresses without end": ("x.txt", "postgres://a:" * 20_000, 0),
    "a plan without end": (
        "plan.json",
        json.dumps({"format_version": "1.2", "terraform_version": "1.9.0"})[:-1]
        + ',"planned_values":'
        + '{"a":' * 50_000,
        3,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_text_made_to_exhaust(repo, name):
    path, text, code = CASES[name]
    repo.write({path: text})
    ran = repo.seawall("scan", ".")
    assert "bug of ours" not in ran.out, ran.out[-600:]
    assert "Traceback" not in ran.out
    assert ran.code == code, ran.out[-600:]
    if code in (2, 3):
        assert path in ran.out or "settings" in ran.out, "the line names the file"


def test_nothing_of_the_machine_is_read(repo):
    """What lies outside the tree is neither quoted nor decided on."""
    outside = repo.path.parent / "outside.txt"
    outside.write_text("public-read")
    repo.write(
        {"main.tf": f'resource "aws_s3_bucket" "b" {{\n  acl = file("{outside}")\n}}\n'},
    )
    ran = repo.seawall("scan", ".")
    assert ran.code == 0, ran


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nonsense\x1b[31m\n" * 10, 2),
        (f"{'a' * 20} aws-access-key a%FF%FE # accepted until 2024-99-99\n", 1),
        ("x" * 16_000_000, 2),
        ("".join(f"{at:020x} aws-access-key a\n" for at in range(100_000)), 1),
        ("# seawall-baseline 999999999999999999999999\n", 2),
        ("\udcff".encode("utf-8", "surrogateescape").decode("latin-1"), 2),
    ],
    ids=["nonsense", "no date", "too large", "many lines", "too new", "no text"],
)
def test_baseline_from_an_attacker(repo, key, text, code):
    repo.write({".seawall-baseline": text, "a": key})
    ran = repo.seawall("scan", "a")
    assert ran.code == code, ran
    assert "bug of ours" not in ran.out
    assert "\x1b" not in ran.out
