"""Makes the pictures of the READMEs from real runs: `.venv/bin/python docs/pictures/make.py`.

A repository is made in a temporary folder, its key at run time from a fixed seed; what seawall
says there is drawn as it is.
"""

import html
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from draw import Line, from_terminal, svg, wrapped

from seawall.forge.comments import comment
from seawall.forge.suggest import suggestion
from seawall.policy.settings import Settings
from seawall.reporters.options import Options
from seawall.scan import Asked, scan
from seawall.sources import worktree

HERE = Path(__file__).resolve().parent
SEAWALL = Path(sys.executable).parent / "seawall"
COLUMNS = 100
APP = 'import boto3\n\nclient = boto3.client("s3", aws_access_key_id="{key}")\n'
SERVERS = """\
variable "office" {
  default = "0.0.0.0/0"
}

resource "aws_security_group" "bastion" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.office]
  }
}
"""
TRAIL = """\
resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = "example-audit-logs"
  is_multi_region_trail         = true
}
"""


def run(folder: Path, *words: str, lang: str) -> tuple[str, str]:
    """Standard output and standard error of a command in a home of its own."""
    world = {
        "HOME": str(folder.parent),
        "PATH": f"{SEAWALL.parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": {"en": "C.UTF-8", "ja": "ja_JP.UTF-8"}[lang],
        "FORCE_COLOR": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(words, cwd=folder, env=world, capture_output=True, check=False)
    return done.stdout.decode(), done.stderr.decode()


def commit(folder: Path, lang: str) -> list[Line]:
    """A commit with a key and an open port, stopped by the hook."""
    for words in (
        ("git", "init", "-q"),
        ("git", "config", "user.name", "A"),
        ("git", "config", "user.email", "a@example.com"),
        (str(SEAWALL), "install"),
    ):
        run(folder, *words, lang=lang)
    signs = random.Random(7).choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", k=16)
    (folder / "app.py").write_text(APP.format(key="AKIA" + "".join(signs)))
    (folder / "main.tf").write_text(SERVERS)
    run(folder, "git", "add", ".", lang=lang)
    said = run(folder, "git", "commit", "-m", "Add the client", lang=lang)[1]
    prompt = Line(("$ ", "dim"), ('git commit -m "Add the client"', "bold"))
    return [prompt, *from_terminal(said, COLUMNS)]


def annotation(folder: Path, lang: str) -> list[Line]:
    """The line that GitHub reads, and what it shows of it beside the code."""
    (folder / "main.tf").write_text(SERVERS)
    said = run(folder, str(SEAWALL), "scan", "--format", "github", "--lang", lang, lang=lang)[0]
    head, _, message = said.splitlines()[0].removeprefix("::error ").partition("::")
    told = dict(pair.split("=", 1) for pair in head.split(","))
    line = int(told["line"])
    lines = [Line((told["file"], "bold"), band="box"), Line()]
    for number, text in enumerate(SERVERS.splitlines(), 1):
        if line - 4 <= number <= line:
            lines.append(Line((f"{number:4}  ", "dim"), (text, "text")))
    card = [("red", f"Check failure on line {line} in {told['file']}")]
    card += [("bold", told["title"])]
    card += [("text", each) for each in message.split("%0A")]
    for style, text in card:
        text = text.replace("%2C", ",").replace("%3A", ":").replace("%25", "%")
        lines += wrapped([("  " + text, style)], COLUMNS, band="box", bar="red")
    return [*lines, Line((f"{line + 1:4}  ", "dim"), (SERVERS.splitlines()[line], "text"))]


def suggested(folder: Path, lang: str) -> list[Line]:
    """The comment that `seawall ci --review` writes, with the change to accept."""
    (folder / "trail.tf").write_text(TRAIL)
    report = scan(worktree.paths([str(folder)]), Settings(), Asked(today="2026-01-01"))
    finding = next(each for each in report.findings if each.check == "trail-not-validated")
    change = suggestion(finding, report.findings, lambda path: (folder / path).read_text())
    assert change is not None
    body = html.unescape(comment(finding, report, change, Options(lang=lang)))
    lines = [Line(("trail.tf", "bold"), band="box"), Line()]
    inside = False
    for text in body.splitlines()[1:]:
        if text.startswith("```"):
            if not inside:
                lines.append(Line(("Suggested change", "dim"), band="box"))
                old = TRAIL.splitlines()[change.first - 1 : change.last]
                lines += [Line(("- ", "red"), (each, "text"), band="-") for each in old]
            inside = not inside
        elif inside:
            lines.append(Line(("+ ", "green"), (text, "text"), band="+"))
        else:
            for mark in ("<sub>", "</sub>", "<code>", "</code>", "**", "`"):
                text = text.replace(mark, "")
            lines += wrapped([(text, "text")], COLUMNS)
    return lines


PICTURES = {
    "commit": (commit, "A commit with an AWS key and an open port is stopped"),
    "annotation": (annotation, "The annotation on a pull request"),
    "suggestion": (suggested, "The change that a review suggests"),
}


def pictures(only: str = "") -> dict[str, str]:
    """Every picture, or the one of that name, by its file name."""
    found = {}
    for lang in ("en", "ja"):
        for name, (make, title) in PICTURES.items():
            if only and name != only:
                continue
            with tempfile.TemporaryDirectory() as home:
                folder = Path(home, "demo")
                folder.mkdir()
                text = svg(make(folder, lang), title, COLUMNS)
            found[f"{name}.svg" if lang == "en" else f"{name}.{lang}.svg"] = text
    return found


if __name__ == "__main__":
    for file, drawn in pictures().items():
        (HERE / file).write_text(drawn, "utf-8", newline="\n")
