"""cfn-lint's findings arrive in our form, and a template cannot make it run anything."""

from pathlib import Path

import pytest

pytest.importorskip("cfnlint")

from seawall.external.cfn_lint import findings
from seawall.span import Source

WRONG = """Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketNam: logs
"""
RIGHT = WRONG.replace("BucketNam:", "BucketName:")


def found(text: str) -> list[tuple[str, str, str]]:
    each = findings([Source("a.yaml", text.encode())])
    return [(one.check, repr(one.place), one.subject.address) for one in each]


def test_a_wrong_property_is_reported_at_its_key() -> None:
    assert found(WRONG) == [("E3002", "a.yaml:5:7", "Logs")]


def test_a_right_template_is_silent() -> None:
    assert found(RIGHT) == []


def test_a_broken_template_is_reported_and_the_next_one_read() -> None:
    sources = [Source("a.yaml", b"Resources: ["), Source("b.yaml", WRONG.encode())]
    assert [each.place.path for each in findings(sources)] == ["a.yaml", "b.yaml"]


def test_neither_settings_files_nor_templates_load_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "bad.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    (tmp_path / ".cfnlintrc").write_text("append_rules: [rules]\nignore_checks: [E]\n")
    monkeypatch.chdir(tmp_path)
    own = "Metadata: {cfn-lint: {config: {append_rules: [rules]}}}\n"
    assert [check for check, *_ in found(own + WRONG)] == ["E3002"]
    assert not (tmp_path / "ran").exists()


def test_what_is_shown_is_masked() -> None:
    (one,) = findings(
        [Source("a.yaml", WRONG.encode())], mask=lambda text: text.replace("logs", "****")
    )
    assert one.frame.lines == ((5, "      BucketNam: ****"),)
