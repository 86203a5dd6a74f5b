"""`seawall scan` as people call it: settings, own rules, ignores, exemptions, bad input."""

import json
import os
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest

SEAWALL = Path(sys.executable).parent / "seawall"
BASE32 = string.ascii_uppercase + "234567"


def run(
    folder: Path, *words: str, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [SEAWALL, *words], cwd=folder, input=given, capture_output=True, check=False
    )


def found(folder: Path, *words: str, given: bytes | None = None) -> list[tuple[str, str, int]]:
    done = run(folder, "scan", "--format", "json", *words, given=given)
    return [
        (each["check"], each["path"], each["line"]) for each in json.loads(done.stdout)["findings"]
    ]


def key() -> str:
    return "AKIA" + "".join(random.choices(BASE32, k=16))


OPEN = """\
resource "aws_security_group" "a" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
"""


def test_secrets_and_infrastructure_together(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    (tmp_path / "main.tf").write_text(OPEN)
    assert found(tmp_path) == [("aws-access-key", "a.py", 1), ("admin-port-open", "main.tf", 6)]
    assert run(tmp_path, "scan").returncode == 1


def test_select_ignore_and_threshold(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    (tmp_path / "main.tf").write_text(OPEN)
    assert [each[0] for each in found(tmp_path, "--select", "secrets")] == ["aws-access-key"]
    assert [each[0] for each in found(tmp_path, "--ignore", "secrets")] == ["admin-port-open"]
    assert run(tmp_path, "scan", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ('x = "{}"  # seawall: ignore[aws-access-key] -- revoked\n', True),
        ('# seawall: ignore[secrets] -- revoked\nx = "{}"\n', True),
        ('x = "{}"  # seawall: ignore[aws-access-key]\n', False),
        ('x = "{}"  # seawall: ignore[other-check] -- revoked\n', False),
        ('x = "{}"  # seawall: ignore[aws-access-key] until 2020-01-01 -- revoked\n', False),
        ('x = "{}"  # pragma: allowlist secret\n', True),
    ],
)
def test_a_comment_silences_with_a_reason_only(tmp_path: Path, text: str, silent: bool) -> None:
    (tmp_path / "a.py").write_text(text.format(key()))
    assert (run(tmp_path, "scan").returncode == 0) is silent
    assert run(tmp_path, "scan", "--no-ignores").returncode == 1


def test_a_comment_at_a_resource_speaks_for_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text("# seawall: ignore[open-ingress] -- a lab\n" + OPEN)
    assert run(tmp_path, "scan").returncode == 0


def test_an_unused_ignore_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1  # seawall: ignore[aws-access-key] -- nothing here\n")
    assert b"nothing here needs ignore[aws-access-key]" in run(tmp_path, "scan").stdout


def test_an_exemption_needs_its_reason_and_its_path(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    (tmp_path / "seawall.toml").write_text('[[exempt]]\npath = "*.tf"\nreason = "a lab"\n')
    assert run(tmp_path, "scan").returncode == 0
    (tmp_path / "seawall.toml").write_text('[[exempt]]\npath = "other/"\nreason = "a lab"\n')
    assert run(tmp_path, "scan").returncode == 1


def test_allow_writes_what_the_report_offers(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    [finding] = json.loads(run(tmp_path, "scan", "--format", "json").stdout)["findings"]
    allowed = run(
        tmp_path, "allow", finding["fingerprint"], "--reason", 'a "lab"', "--until", "2999-01-01"
    )
    assert allowed.returncode == 0
    assert run(tmp_path, "scan").returncode == 0
    (tmp_path / "main.tf").write_text("\n\n" + OPEN.replace("cidr_blocks = ", "cidr_blocks =   "))
    assert run(tmp_path, "scan").returncode == 0, "moving and reindenting makes nothing new"


def test_own_rules_find_with_their_own_words(tmp_path: Path) -> None:
    (tmp_path / "seawall.toml").write_text(
        '[[secrets.rule]]\nid = "our-key"\ntitle = "Our key"\npattern = "ourkey_[a-z0-9]{12}"\n'
        'paths = ["*.py"]\nmatch = ["ourkey_abcdefghij12"]\nno-match = ["ourkey_x"]\n'
    )
    (tmp_path / "a.py").write_text("k = 'ourkey_zx81qwerty12'\n")
    (tmp_path / "a.js").write_text("k = 'ourkey_zx81qwerty12'\n")
    assert found(tmp_path) == [("our-key", "a.py", 1)]
    assert run(tmp_path, "config", "--check").returncode == 0


@pytest.mark.parametrize("pattern", ["(a+)+$", "(x*)*y", "([a-z]+)*!", "(a)\\\\1", "a*"])
def test_own_rules_that_could_run_away_are_refused(tmp_path: Path, pattern: str) -> None:
    (tmp_path / "seawall.toml").write_text(f'[[secrets.rule]]\nid = "x"\npattern = "{pattern}"\n')
    done = run(tmp_path, "scan")
    assert done.returncode == 2
    assert b"seawall.toml:1: rule x: " in done.stderr


def test_an_own_rules_wrong_example_is_named(tmp_path: Path) -> None:
    (tmp_path / "seawall.toml").write_text(
        '[[secrets.rule]]\nid = "x"\npattern = "abc[0-9]"\nmatch = ["abd1"]\n'
    )
    done = run(tmp_path, "config", "--check")
    assert (done.returncode, b"match example 1 is not found" in done.stderr) == (2, True)


def test_what_is_allowed_by_expression_stays_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'x = "{key()}"  # fixture\n')
    (tmp_path / "seawall.toml").write_text('[secrets]\nallow = ["# fixture$"]\n')
    assert run(tmp_path, "scan").returncode == 0
    assert (
        b"aws-access-key" in run(tmp_path, "scan", "--show-suppressed", "--format", "json").stdout
    )


def test_an_editors_buffer_is_judged_within_its_project(tmp_path: Path) -> None:
    (tmp_path / "variables.tf").write_text('variable "net" {\n  default = "0.0.0.0/0"\n}\n')
    (tmp_path / "main.tf").write_text("")
    buffer = OPEN.replace('"0.0.0.0/0"', "var.net").encode()
    words = ("--stdin", "--stdin-filename", "main.tf")
    assert found(tmp_path, *words, given=buffer) == [("admin-port-open", "main.tf", 6)]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("main.tf", 'resource "aws_s3_bucket" "a" {\n  acl = "private"\n', b"main.tf:"),
        ("t.yaml", "Resources:\n  A:\n    Type: AWS::S3::Bucket\n  - x\n", b"t.yaml:4"),
        ("t.json", '{"AWSTemplateFormatVersion": "2010-09-09",\n "Resources": {\n', b"t.json:"),
    ],
)
def test_broken_infrastructure_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, text: str, place: bytes
) -> None:
    (tmp_path / name).write_text(text)
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    done = run(tmp_path, "scan")
    assert done.returncode == 3
    assert place in done.stdout
    assert b"aws-access-key" in done.stdout


def test_a_picture_blocks_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(500))
    assert run(tmp_path, "scan").returncode == 0


def test_wrong_usage_and_settings_are_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "seawall.toml").write_text("selct = []\n")
    done = run(tmp_path, "scan")
    assert (done.returncode, b"seawall.toml:1: unknown key 'selct'" in done.stderr) == (2, True)
    assert run(tmp_path, "scna").returncode == 2
    assert run(tmp_path, "scan", "nowhere").returncode == 2
    assert run(tmp_path, "scan", "-o", "nonsense").returncode == 2


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    assert (
        run(tmp_path, "scan", "--format", "sarif").stdout
        == run(tmp_path, "scan", "--format", "sarif").stdout
    )


def test_a_baseline_knows_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    assert run(tmp_path, "baseline", "write").returncode == 0
    assert run(tmp_path, "scan").returncode == 0
    (tmp_path / "main.tf").write_text(OPEN + OPEN.replace('"a"', '"b"'))
    assert [each[2] for each in found(tmp_path)] == [14]
    (tmp_path / "main.tf").write_text("")
    assert b"baseline" in run(tmp_path, "scan").stdout
    assert run(tmp_path, "baseline", "update").returncode == 0
    assert "admin-port-open" not in (tmp_path / ".seawall-baseline").read_text()


def test_a_credential_enters_the_baseline_only_by_audit(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f'x = "{key()}"\n')
    run(tmp_path, "baseline", "write")
    assert run(tmp_path, "scan").returncode == 1
    audited = run(tmp_path, "baseline", "audit", given=b"r\nrotated\n")
    assert audited.returncode == 0
    assert run(tmp_path, "scan").returncode == 0
    assert "revoked -- rotated" in (tmp_path / ".seawall-baseline").read_text()


def test_a_git_secrets_set_up_still_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    subprocess.run(["git", "init", "-q", tmp_path / "r"], check=True)
    folder = tmp_path / "r"
    subprocess.run(
        ["git", "config", "--add", "secrets.patterns", "tok-[[:digit:]]{6}"], cwd=folder, check=True
    )
    (folder / "a").write_text("use tok-123456 here\n")
    assert found(folder) == [("git-secrets-pattern", "a", 1)]
    (folder / ".gitallowed").write_text("^a:1:\n")
    assert found(folder) == []


def test_japanese_is_spoken_where_asked(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(OPEN)
    done = run(tmp_path, "scan", "--lang", "ja")
    assert "インターネット" in done.stdout.decode()
    assert b'"message"' in run(tmp_path, "scan", "--lang", "ja", "--format", "json").stdout


def test_a_console_that_cannot_show_a_character_does_not_crash_us(tmp_path: Path) -> None:
    (tmp_path / "日本.tf").write_text(OPEN)
    done = subprocess.run(
        [SEAWALL, "scan", "--lang", "ja"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 1


def test_a_wrong_in_a_shared_module_stands_once_with_its_callers(tmp_path: Path) -> None:
    (tmp_path / "module").mkdir()
    (tmp_path / "module" / "main.tf").write_text(OPEN)
    (tmp_path / "main.tf").write_text(
        'module "one" {\n  source = "./module"\n}\n\nmodule "two" {\n  source = "./module"\n}\n'
    )
    done = run(tmp_path, "scan", "--format", "json", "--select", "admin-port-open")
    [finding] = json.loads(done.stdout)["findings"]
    assert (finding["path"], finding["line"]) == ("module/main.tf", 6)
    assert {(each["path"], each["line"]) for each in finding["related"]} >= {
        ("main.tf", 1),
        ("main.tf", 5),
    }


def test_one_caller_silenced_leaves_the_other(tmp_path: Path) -> None:
    (tmp_path / "module").mkdir()
    (tmp_path / "module" / "main.tf").write_text(OPEN)
    call = 'module "{}" {{\n  source = "./module"\n}}\n'
    ignore = "# seawall: ignore[admin-port-open] -- a lab\n"
    (tmp_path / "main.tf").write_text(ignore + call.format("one") + "\n" + call.format("two"))
    assert run(tmp_path, "scan").returncode == 1
    (tmp_path / "main.tf").write_text(
        ignore + call.format("one") + "\n" + ignore + call.format("two")
    )
    assert run(tmp_path, "scan").returncode == 0
