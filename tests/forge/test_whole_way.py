"""`seawall ci --review` and the second workflow for forks: real clone, real client, loopback host."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from clones import Repository

from seawall.forge.post import main as post

from samples import expand

KEY = expand('aws_access_key_id = "⟦AKIA[A-Z2-7]{16}⟧"\n')
GROUP = """resource "aws_security_group" "bastion" {
  name = "bastion"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}
"""
SEAWALL = (sys.executable, "-c", "from seawall.cli import main; raise SystemExit(main())")


@pytest.fixture
def pull(tmp_path: Path, host: Any) -> Any:
    """A pull request with a key in one commit and an open port in the next."""
    repository = Repository(tmp_path)
    base = repository.commit("README.md", "hello\n")
    repository.push("main")
    repository.call("git", "checkout", "-q", "-b", "topic")
    repository.commit("k.py", f"x = 1\n{KEY}")
    head = repository.commit("main.tf", GROUP)
    repository.push("topic")
    host.head = head
    host.page = 50
    for path in ("k.py", "main.tf"):
        diff = repository.call("git", "diff", base, head, "--", path)
        host.files.append({"filename": path, "patch": diff[diff.index("@@ ") :]})
    event = {
        "number": 7,
        "pull_request": {
            "base": {"sha": base, "repo": {"id": 1}},
            "head": {"sha": head, "repo": {"id": 1}},
        },
    }
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    repository.environment |= {
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        "GITHUB_REPOSITORY": "org/repo",
        "GITHUB_API_URL": host.url,
        "GITHUB_TOKEN": "token-of-the-job",
    }
    return repository


def call(repository: Repository, at: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        words,
        cwd=at,
        env=repository.environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_review_of_a_pull_request(pull: Repository, host: Any) -> None:
    clone = pull.checkout("topic")
    code, said = call(pull, clone, *SEAWALL, "ci", "--review")
    assert code == 1, said
    (review,) = host.reviews
    by_path = {each["path"]: each for each in review["comments"]}
    assert by_path["k.py"]["line"] == 2
    assert by_path["main.tf"]["line"] == 7
    text = json.dumps(review) + said
    assert KEY[21:-2] not in text
    assert "token-of-the-job" not in text
    code, said = call(pull, clone, *SEAWALL, "ci", "--review")
    assert (code, len(host.reviews)) == (1, 1)


def test_no_token_still_gates(pull: Repository, host: Any) -> None:
    pull.environment["GITHUB_TOKEN"] = ""
    code, said = call(pull, pull.checkout("topic"), *SEAWALL, "ci", "--review")
    assert code == 1
    assert "no review" in said
    assert host.calls == []


def test_a_refused_token_changes_no_code(pull: Repository, host: Any) -> None:
    host.refuse["GET pulls/7"] = [(403, {})]
    code, said = call(pull, pull.checkout("topic"), *SEAWALL, "ci", "--review")
    assert code == 1
    assert "may not write" in said


def test_nothing_goes_out_unasked(pull: Repository, host: Any) -> None:
    assert call(pull, pull.checkout("topic"), *SEAWALL, "ci")[0] == 1
    assert host.calls == []


def test_second_workflow_posts_the_report_of_the_first(pull: Repository, host: Any) -> None:
    clone = pull.checkout("topic")
    assert call(pull, clone, *SEAWALL, "ci", "-o", "json=seawall.json")[0] == 1
    words = (sys.executable, "-m", "seawall.forge.post", "seawall.json", "--head", host.head)
    code, said = call(pull, clone, *words)
    assert (code, said) == (0, "")
    (review,) = host.reviews
    assert {each["path"] for each in review["comments"]} == {"main.tf"}
    assert "k&#46;py" in review["body"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 1}', '{"version": 1, "findings": [{}]}', "[" * 100_000]
)
def test_a_hostile_artifact_is_refused(
    tmp_path: Path, host: Any, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.json"
    path.write_text(text, "utf-8")
    environment = {"GITHUB_API_URL": host.url, "GITHUB_REPOSITORY": "o/r", "GITHUB_TOKEN": "t"}
    assert post([str(path), "--head", "a" * 40], environment) == 2
    assert "r.json: no JSON report" in capsys.readouterr().err
    assert host.calls == []
