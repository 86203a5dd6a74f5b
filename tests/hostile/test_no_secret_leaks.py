"""A marked secret through every command, format and error: sought in all that was said or written."""

import json
import os

import pytest

from samples import expand

FORMATS = "text concise json sarif github gitlab gitlab-secrets junit rdjson azure bitbucket markdown html".split()
SECRETS = {
    name: expand(pattern, seed=f"leaks {name}")
    for name, pattern in {
        "key": "⟦AKIA[A-Z2-7]{16}⟧",
        "secret": "⟦[A-Za-z0-9/+]{40}⟧",
        "token": "ghp_⟦[A-Za-z0-9]{36}⟧",
        "word": "⟦[A-Za-z][A-Za-z0-9]{19}⟧",
        "own": "acme-⟦[a-z0-9]{24}⟧",
    }.items()
}


def leaked(data: bytes) -> list[str]:
    """Where secrets stand of which more than four characters in a row can be read, plain or in JSON."""
    text = data.decode("utf-8", "replace").replace("\\/", "/")
    found = []
    for name, secret in SECRETS.items():
        body = secret.removeprefix("acme-").removeprefix("ghp_").removeprefix("AKIA")
        for at in range(len(body) - 4):
            place = text.find(body[at : at + 5])
            if place >= 0:
                found.append(f"{name}: {text[max(0, place - 60) : place + 40]}")
                break
    return found


@pytest.fixture
def full(repo, tmp_path):
    """A repository with secrets in every place that a command may speak of."""
    key, secret, token, word, own = SECRETS.values()
    repo.sneak(
        {
            "a.env": f"aws_access_key_id={key}\naws_secret_access_key={secret}\nT={token}\n",
            "u.py": f'db = "postgres://admin:{word}@db.example.net/x"\nown = "{own}"\n',
            f"{key}.txt": "in the name\n",
            f"d-{token}/x.txt": "in a folder's name\n",
            "main.tf": f'provider "aws" {{\n  access_key = "{key}"\n  secret_key = "{secret}"\n}}\n'
            f'variable "p" {{\n  default = "{token}"\n}}\n'
            f'resource "aws_s3_bucket" "b" {{\n  bucket = "{token}"\n  acl    = "public-read"\n}}\n'
            f'resource "aws_db_instance" "d" {{\n  publicly_accessible = true\n  password = "{secret}"\n  username = "{key}"\n}}\n'
            f'resource "aws_instance" "i" {{\n  user_data = "export AWS_SECRET_ACCESS_KEY={secret}"\n  tags = {{ Name = "{token}" }}\n}}\n'
            f'resource "aws_iam_policy" "q" {{\n  name = "{token}"\n  policy = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "*", Resource = "*", Sid = "{token}" }}] }})\n}}\n',
            "t.yaml": "AWSTemplateFormatVersion: 2010-09-09\nParameters:\n  P:\n    Type: String\n"
            f"    Default: {token}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n"
            f"      BucketName: !Ref P\n      AccessControl: PublicRead\n      Tags: [{{Key: k, Value: {key}}}]\n"
            f"  D:\n    Type: AWS::RDS::DBInstance\n    Properties: {{PubliclyAccessible: true, MasterUserPassword: '{secret}'}}\n",
            "broken.tf": f'resource "{token}" "{key}" {{\n  password = "{secret}\n',
            "broken.yaml": f"AWSTemplateFormatVersion: 2010-09-09\nResources: {{{token}: [*{key}\n",
            "seawall.toml": '[[secrets.rule]]\nid = "acme-token"\npattern = "acme-[a-z0-9]{24}"\n',
        },
        f"fix {key}\n\nby {token}",
    )
    repo.git("branch", f"topic-{token}")
    repo.git("tag", "-a", "v1", "-m", f"tag {secret} of {key}")
    repo.git("config", "user.name", f"Dev {token}")
    repo.git("config", "user.email", f"{key}@example.com")
    repo.sneak({"b.env": f"k={key}\n"}, "second")
    repo.stage({"c.env": f"k={key} {token}\n"})
    return repo


def check(repo, words, given="", codes=(1, 3), **env):
    ran = repo.seawall(*words, given=given, **env)
    assert leaked(ran.out.encode()) == [], words
    assert "Traceback" not in ran.out
    if codes:
        assert ran.code in codes, (words, ran)
    return ran


def test_no_format_shows_one(full, tmp_path):
    cache, temporary = tmp_path / "tmp", tmp_path / "out"
    cache.mkdir()
    temporary.mkdir()
    files = [word for name in FORMATS for word in ("-o", f"{name}={temporary / name}")]
    for lang in ("en", "ja"):
        words = ("scan", "--stats", "--show-suppressed", "--lang", lang, *files)
        check(full, words, TMPDIR=str(cache))
        for name in FORMATS:
            data = (temporary / name).read_bytes()
            assert b"a.env" in data.replace(b"&#46;", b"."), name
            assert leaked(data) == [], name
    assert list(cache.iterdir()) == []
    kept = list(os.walk(full.env["XDG_CACHE_HOME"]))
    assert kept
    for folder, _, names in kept:
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                assert leaked(file.read()) == [], name


@pytest.mark.parametrize(
    "words",
    [
        ("scan", "--staged"),
        ("scan", "--history", "--format", "json"),
        ("scan", "--range", "HEAD~1..HEAD", "--format", "sarif"),
        ("scan", "a.env", "main.tf", "t.yaml", "--format", "concise"),
        ("hook", "pre-commit"),
    ],
    ids=" ".join,
)
def test_no_scan_shows_one(full, words):
    check(full, words)


def test_no_gate_shows_one(full, tmp_path):
    token, key = SECRETS["token"], SECRETS["key"]
    head = full.git("rev-parse", "HEAD")
    line = f"refs/heads/topic-{token} {head} refs/heads/topic-{token} {'0' * 40}\n"
    check(full, ("hook", "pre-push", "origin", f"https://u:{token}@example.com/x"), line)
    message = tmp_path / "message"
    message.write_text(f"why {key}\n")
    check(full, ("hook", "commit-msg", message))
    check(full, ("scan", "--stdin", "--stdin-filename", f"{key}.env"), f"k={token}\n")


def test_no_error_shows_one(full):
    token, secret, own = SECRETS["token"], SECRETS["secret"], SECRETS["own"]
    full.write({".seawall-baseline": f"{token} {secret}\n"})
    check(full, ("scan",), codes=(2,))
    (full.path / ".seawall-baseline").unlink()
    full.write({"seawall.toml": f'[[secrets.rule]]\nid = "x"\npattern = "({own}"\n'})
    check(full, ("scan",), codes=(2,))
    full.write({"seawall.toml": f'[secrets]\nallow = ["{secret}\n'})
    check(full, ("scan",), codes=(2,))


def test_no_other_command_shows_one(full, tmp_path):
    for words in (
        ("fix", "--diff"),
        ("fix", "--diff", "--unsafe"),
        ("baseline", "write"),
        ("baseline", "audit"),
        ("baseline", "update"),
        ("config",),
        ("doctor",),
        ("respond",),
        ("init",),
    ):
        check(full, words, codes=())
    baseline = full.path / ".seawall-baseline"
    assert baseline.exists()
    assert leaked(baseline.read_bytes()) == []
    ran = full.seawall("scan", "--format", "json", "--show-suppressed")
    report = json.loads(ran.out[: ran.out.rindex("}") + 1])
    assert report["findings"], "a run without findings would prove nothing"
