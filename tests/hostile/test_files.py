"""Things on disk that are no files, lead elsewhere, or have names meant to deceive."""

import os
import shutil
import subprocess

import pytest

from repositories import SEAWALL


def test_links_out_of_the_tree_are_not_followed(repo, key):
    outside = repo.path.parent / "outside"
    outside.mkdir()
    (outside / "secret.env").write_text(f"id = {key}\n")
    (outside / "main.tf").write_text('resource "aws_s3_bucket" "b" {\n  acl = "public-read"\n}\n')
    os.symlink(outside, repo.path / "folder")
    os.symlink(outside / "secret.env", repo.path / "file.env")
    os.symlink(outside / "main.tf", repo.path / "main.tf")
    for words in (("scan",), ("scan", "."), ("scan", "folder/secret.env"), ("scan", "folder")):
        ran = repo.seawall(*words)
        assert "aws-access-key" not in ran.out or "folder" in words[-1], (words, ran)
        assert "bucket-public-acl" not in ran.out or words[-1] == "folder", (words, ran)
    repo.git("add", "-A")
    ran = repo.seawall("scan", "--staged")
    assert ran.code == 0, ran


def test_links_in_rings_end(repo, key):
    os.symlink(".", repo.path / "here")
    os.symlink("b", repo.path / "a")
    os.symlink("a", repo.path / "b")
    repo.write({"c/d": key})
    os.symlink("..", repo.path / "c/up")
    ran = repo.seawall("scan")
    assert ran.code == 1
    assert ran.out.count("allow   seawall") == 1, ran


def test_a_key_in_a_links_target_is_seen(repo, key):
    os.symlink(f"/nowhere/{key}", repo.path / "link")
    repo.git("add", "link")
    assert repo.seawall("scan", "--staged").code == 1
    assert repo.seawall("scan").code == 1


def test_pipes_and_sockets_are_not_opened(repo):
    os.mkfifo(repo.path / "pipe")
    os.mkfifo(repo.path / "main.tf")
    for words in (("scan",), ("scan", "."), ("scan", "pipe", "main.tf"), ("fix", "--diff")):
        ran = repo.seawall(*words)
        assert ran.code in (0, 3), (words, ran)
        assert "bug of ours" not in ran.out


def test_devices_are_not_opened(repo):
    ran = repo.seawall("scan", "/dev/zero")
    assert ran.code in (0, 3), ran
    assert "not a regular file" in ran.out


@pytest.mark.skipif(not shutil.which("setpriv"), reason="no setpriv to give up root's rights")
@pytest.mark.parametrize("where", ["plain", "tracked", "untracked"])
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_read_is_said(world, key, what, where):
    repo = world.repo("tree", gated=False)
    repo.write({"closed/a.env": key, "open": "x\n"})
    (repo.path / "closed" / ("a.env" if what == "file" else "")).chmod(0)
    if where == "plain":
        shutil.move(repo.path / ".git", repo.path.parent / "away")
    if where == "tracked":
        repo.git("add", "open")
        repo.git(
            "update-index",
            "--add",
            "--cacheinfo",
            f"100644,{repo.git('rev-parse', ':open')},closed/a.env",
        )
    rights = "-dac_override,-dac_read_search"
    give_up = ("setpriv", f"--bounding-set={rights}") if os.getuid() == 0 else ()
    ran = repo.run(*give_up, SEAWALL, "scan", ".")
    (repo.path / "closed").chmod(0o700)
    assert ran.code == 3, ran
    assert "closed" in ran.out
    assert "cannot be read" in ran.out


NAMES = [
    b"new\nline",
    b"\x1b[31mred\x1b[0m",
    b"\x1b]0;title\x07",
    "bidi\u202etxt.exe".encode(),
    b"::error file=x::stop",
    b"##[group]x",
    b"%0A::add-mask::x",
    b"latin-\xe9\xff",
    b"-rf",
    b"--help",
    b":(glob)*",
    b" space ",
    b"tab\there",
    b"quote'\"`$(touch executed)",
    b"seawall.toml\r",
    b"n" * 255,
    b"/".join([b"d" * 200] * 18) + b"/f",
]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name)[2:18])
def test_names_meant_to_deceive(repo, key, name):
    full = os.path.join(os.fsencode(repo.path), name)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "wb") as file:
        file.write(key.encode() + b"\n")
    repo.git("add", "-A")
    for words in (
        ("scan",),
        ("scan", "--staged"),
        ("hook", "pre-commit"),
        ("scan", "--format", "github"),
        ("scan", "--format", "sarif"),
        ("scan", "--format", "azure"),
    ):
        ran = repo.seawall(*words)
        assert ran.code == 1, (words, ran)
        harmless(ran.out, "github" in words or "azure" in words)
    assert not (repo.path / "executed").exists()


def harmless(text: str, runner: bool = False) -> None:
    """Nothing in `text` steers a terminal or, where they read it, a runner."""
    for sign in text:
        assert sign in "\n" or (sign >= " " and not "\x7f" <= sign <= "\x9f"), ascii(text)
        assert sign not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    for line in text.split("\n"):
        assert not line.lstrip().startswith("::error file=x"), line
        assert "##[group]x" not in line
        if runner:
            assert not line.startswith("::add-mask"), line


@pytest.mark.parametrize(
    "format",
    "text concise json sarif github gitlab gitlab-secrets junit rdjson azure bitbucket markdown html".split(),
)
def test_content_that_steers_terminals_and_runners(repo, key, format):
    line = (
        f'"\x1b[2J\x1b]8;;http://e\x07 \u202e ::stop-commands::x ##[group]x ##vso[task.x]y {key}"'
    )
    repo.write(
        {
            "a.py": f"x = {line}\n::add-mask::{key}\n",
            "main.tf": 'resource "aws_s3_bucket" "b" {\n  bucket = "\x1b[2J##vso[task.x]"\n  acl = "public-read" # \x1b[2J ##[group]x\n}\n',
        }
    )
    ran = repo.seawall("scan", "--format", format)
    assert ran.code == 1, ran
    for sign in ("\x1b", "\x07", "\u202e", "##vso[task.x", "##[group]x"):
        assert sign not in ran.out, ascii(sign)
    assert not any(each.startswith(("::add-mask", "::stop")) for each in ran.out.split("\n"))


def test_a_file_that_grows_and_goes_while_it_is_read(repo):
    script = (
        "import os\n"
        "for at in range(4000):\n"
        "    for name in ('a', 'b', 'main.tf'):\n"
        "        try:\n"
        "            open(name, 'w').write('x = 1\\n' * (at % 97))\n"
        "            if at % 3 == 0: os.remove(name)\n"
        "        except OSError: pass\n"
    )
    busy = subprocess.Popen([SEAWALL.with_name("python"), "-c", script], cwd=repo.path)
    try:
        for _ in range(3):
            ran = repo.seawall("scan", ".")
            assert ran.code in (0, 3), ran
            assert "bug of ours" not in ran.out
    finally:
        busy.kill()
        busy.wait()
