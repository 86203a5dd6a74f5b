"""A marked secret goes through the whole tool, in every format, and comes out in none."""

import subprocess
import sys
from pathlib import Path

import pytest

from seawall.reporters import FORMATS

from samples import expand

SEAWALL = (sys.executable, "-c", "from seawall.cli import main; raise SystemExit(main())")
SECRETS = {
    "key": expand("⟦AKIA[A-Z2-7]{16}⟧"),
    "secret": expand("⟦[A-Za-z0-9/+]{40}⟧"),
    "token": expand("ghp_⟦[A-Za-z0-9]{36}⟧"),
    "word": expand("⟦[A-Za-z0-9]{20}⟧"),
    "body": expand("⟦[A-Za-z0-9+/]{64}⟧"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("leaks")
    begin, end = "-----BEGIN RSA PRIVATE KEY-----", "-----END RSA PRIVATE KEY-----"
    (folder / "a.env").write_text(
        f"aws_access_key_id={SECRETS['key']}\naws_secret_access_key={SECRETS['secret']}\n"
        f"keys:\n- {SECRETS['key']}\n- {SECRETS['secret']}\n"
        f"GITHUB_TOKEN={SECRETS['token']}\ndb = postgres://admin:{SECRETS['word']}@db.example.net/x\n"
    )
    (folder / "one-line.js").write_text(
        "x=1;" * 5000 + f"k='{SECRETS['key']}',s='{SECRETS['secret']}';" + "y=2;" * 5000
    )
    (folder / "id_rsa").write_text(f"{begin}\n{SECRETS['body']}\n{end}\n")
    (folder / f"{SECRETS['key']}.txt").write_text("in the name\n")
    (folder / "main.tf").write_text(
        f'provider "aws" {{\n  access_key = "{SECRETS["key"]}"\n  secret_key = "{SECRETS["secret"]}"\n}}\n'
        'resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n}\n'
    )
    return folder


def leaked(text: str) -> list[str]:
    """Secrets of which more than four characters in a row can be read."""
    return [
        name
        for name, secret in SECRETS.items()
        if any(secret[at : at + 6] in text for at in range(len(secret) - 5))
    ]


def scan(folder: Path, *words: str) -> str:
    """Everything one run says; the temporary files of the run are beside the folder."""
    done = subprocess.run(
        [*SEAWALL, "scan", ".", "--stats", "--show-suppressed", "--color", "always", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (1, 3), done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_file_shows_it(lang: str, folder: Path, tmp_path: Path) -> None:
    words = [word for name in FORMATS for word in ("-o", f"{name}={tmp_path / name}")]
    assert leaked(scan(folder, "--lang", lang, *words)) == []
    for name in FORMATS:
        text = (tmp_path / name).read_text("utf-8")
        assert "one-line" in text, name
        assert leaked(text) == [], name


@pytest.mark.parametrize("format", ["text", "github", "json"])
def test_no_output_shows_it(format: str, folder: Path) -> None:
    said = scan(folder, "--format", format)
    assert "one-line" in said
    assert leaked(said) == []
