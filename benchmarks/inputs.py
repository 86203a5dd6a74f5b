"""What is scanned: made here, or fetched by package name with pip, outside of any repository."""

import json
import os
import random
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

CACHE = Path(os.environ.get("SEAWALL_BENCH") or Path(tempfile.gettempdir()) / "seawall-bench")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
# pure Python packages whose successive releases make a history, and a tree
_RELEASES = ("4.0", "4.0.5", "4.1", "4.1.4", "4.2", "4.2.6", "5.0", "5.0.4", "5.1", "5.1.3")
_TREE = ("sympy==1.13.1", "ansible-core==2.17.1", "babel==2.15.0", "mypy==1.10.0", "faker==25.8.0")


def made(name: str, make: "object") -> Path:
    """The folder `name` of the cache, made once, whole or not at all."""
    folder = CACHE / "inputs" / name
    if not folder.exists():
        draft = folder.with_name(f"{name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        make(draft)  # type: ignore[operator]
        draft.rename(folder)
    return folder


def git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "gc.auto=0")
    return subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, input=given, capture_output=True
    ).stdout


def library() -> list[Path]:
    """Source files of the interpreter's own library: ordinary code that is always at hand."""
    root = Path(sysconfig.get_paths()["stdlib"])
    found = sorted(root.rglob("*.py"))
    return [each for each in found if "site-packages" not in each.parts]


def fetched(requirement: str) -> Path | None:
    """A wheel unpacked; None where the package index is out of reach."""
    folder = CACHE / "packages" / requirement
    if not folder.exists():
        wheels = folder.with_name(f"{requirement}.whl")
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(wheels)]
        done = subprocess.run([*command, "--only-binary=:all:", requirement], capture_output=True)
        if done.returncode:
            return None
        with zipfile.ZipFile(next(wheels.iterdir())) as archive:
            archive.extractall(folder)
        shutil.rmtree(wheels)
    return folder


def tree(megabytes: int) -> Path:
    """A folder of sources without a repository: the library and five packages, over and again."""

    def make(folder: Path) -> None:
        left, turn = megabytes * 1_000_000, 0
        roots = [Path(sysconfig.get_paths()["stdlib"])]
        roots += [found for each in _TREE if (found := fetched(each)) is not None]
        while left > 0:
            for root in roots:
                for path in _texts(root):
                    if left <= 0:
                        return
                    target = folder / str(turn) / root.name / path.relative_to(root)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
                    left -= target.stat().st_size
            turn += 1

    return made(f"tree-{megabytes}", make)


def _texts(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        skip = {"site-packages", "__pycache__"} & set(path.parts[len(root.parts) :])
        if path.is_file() and not skip and path.suffix not in (".so", ".pyc", ".a", ".exe"):
            yield path


def staged(files: int, seed: int = 1) -> Path:
    """A repository with `files` Python files changed in the index."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        chosen = [each for each in library() if 5_000 < each.stat().st_size < 9_000]
        chosen = random.Random(seed).sample(chosen, min(2 * files, len(chosen)))
        for number in range(files):
            (folder / f"module_{number}.py").write_bytes(chosen[number].read_bytes())
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")
        for number in range(files):
            more = chosen[-1 - number].read_bytes()[:1500]
            with (folder / f"module_{number}.py").open("ab") as file:
                file.write(b"\n" + more)
        git(folder, "add", ".")

    return made(f"staged-{files}", make)


def many_files(files: int) -> Path:
    """A repository of `files` sources of some 5 kB, without findings."""

    def make(folder: Path) -> None:
        # the passwords in its tests and examples are rightly found
        plain = [
            each
            for each in library()
            if "netrc" not in each.name and not any("test" in part for part in each.parts)
        ]
        pieces = b"".join(each.read_bytes() for each in plain)
        for number in range(files):
            path = folder / f"p{number // 100:03}" / f"m{number}.py"
            path.parent.mkdir(exist_ok=True)
            start = number * 5_000 % (len(pieces) - 5_000)
            path.write_bytes(b"# %d\n" % number + pieces[start : start + 5_000])
        git(folder, "init", "-q", ".")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")

    return made(f"files-{files}", make)


def history(releases: int) -> Path:
    """A repository whose commits are successive releases of a large package, packed."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        for release in _RELEASES[:releases]:
            found = fetched(f"django=={release}")
            if found is None:
                break
            for old in folder.iterdir():
                if old.name != ".git":
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            shutil.copytree(found, folder, dirs_exist_ok=True)
            git(folder, "add", "-A", ".")
            git(folder, "commit", "-qm", f"Release {release}")
        if not list((folder / ".git" / "refs" / "heads").iterdir()):
            _library_history(folder, releases)
        git(folder, "gc", "-q", "--aggressive")

    return made(f"history-{releases}", make)


def _library_history(folder: Path, releases: int) -> None:
    """Without a package index: the library, a tenth of each file changed in each commit."""
    chooser = random.Random(3)
    files = library()
    for number in range(releases):
        for each in files:
            lines = each.read_bytes().splitlines(keepends=True)
            for at in chooser.sample(range(len(lines)), len(lines) // 10):
                lines[at] = b"# %d %d\n" % (number, at)
            (folder / f"{each.parent.name}-{each.name}").write_bytes(b"".join(lines))
        git(folder, "add", "-A", ".")
        git(folder, "commit", "-qm", f"Release {number}")


def pushed(blobs: int) -> Path:
    """A repository with `blobs` new texts that its remote does not have."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        files = [each for each in library() if each.stat().st_size > 2_000]
        for number, each in enumerate(files[:2_000]):
            (folder / f"m{number}.py").write_bytes(each.read_bytes())
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")
        git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
        for start in range(0, blobs, 50):
            for number in range(start, min(start + 50, blobs)):
                path = folder / f"m{number % len(files)}.py"
                with path.open("ab") as file:
                    file.write(b"\nCHANGED = %d\n" % number)
            git(folder, "add", ".")
            git(folder, "commit", "-qm", f"Change {start}")
        git(folder, "gc", "-q")

    return made(f"pushed-{blobs}", make)


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
        found = sorted(SHARED.glob("terraform/**/*.tf"))
        if len(found) >= files:
            for each in found[:files]:
                target = folder / each.relative_to(SHARED)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each, target)
        else:
            for number in range(files // 10):
                _module(folder / f"module_{number:03}", number, 10)

    return made(f"terraform-{files}", make)


def module_touched() -> Path:
    """A repository with one Terraform module of ten files, one of them changed in the index."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        _module(folder / "network", 1, 10)
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")
        path = folder / "network" / "part_3.tf"
        path.write_text(path.read_text().replace("t3.small", "t3.medium"))
        git(folder, "add", ".")

    return made("module", make)


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
            for each in sorted(SHARED.glob("cloudformation/**/*"))
            if each.suffix in (".yaml", ".yml", ".json", ".template") and _is_template(each)
        ]
        for number in range(count):
            if len(found) >= count:
                each = found[number]
                target = folder / each.relative_to(SHARED)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each, target)
            elif number % 2:
                text = json.dumps(_template(number), indent=2)
                (folder / f"stack_{number}.json").write_text(text)
            else:
                lines = "\n".join(_yaml(_template(number), ""))
                (folder / f"stack_{number}.yaml").write_text(lines + "\n")

    return made(f"templates-{count}", make)


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


def line_of(kind: str, megabytes: int) -> Path:
    """Files of a megabyte each, a single line in each, or ordinary text."""

    def make(folder: Path) -> None:
        for number in range(megabytes):
            (folder / f"{kind}{number}.txt").write_bytes(_line(kind, number))

    return made(f"line-{kind}-{megabytes}", make)


def _line(kind: str, number: int) -> bytes:
    size, chooser = 1_000_000, random.Random(number)
    if kind == "token":
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return "".join(chooser.choices(letters, k=size)).encode()
    if kind == "secret":
        return (b"secret " * (size // 7 + 1))[:size]
    if kind == "equals":
        return b"=" * size
    if kind == "empty":
        return b""
    pieces = b"".join(each.read_bytes() for each in library())
    start = number * size % (len(pieces) - size)
    return pieces[start : start + size]


def emptied(folder: Path) -> None:
    """A cache as on the first day."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder, mode=0o700)
