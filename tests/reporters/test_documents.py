"""What holds for every format: valid by its schema, and no secret in it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import seawall
from seawall.finding import Finding, Report
from seawall.reporters import FORMATS, render
from seawall.reporters.document import uri
from seawall.reporters.options import Options
from seawall.severity import HIGH
from seawall.span import Place

Sample = Callable[[str], Report]
SCHEMA = Path(seawall.__file__).parent / "data" / "report.schema.json"
NAMES = ("empty", "one", "full", "undecided", "everyday")


def schema() -> dict[str, object]:
    value = json.loads(SCHEMA.read_text("utf-8"))
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("values", [{}, {"stats": True}, {"show_suppressed": True}], ids=str)
def test_json_is_valid_by_the_schema_that_ships(
    name: str, values: dict[str, object], sample: Sample
) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    validator.validate(json.loads(render("json", sample(name), Options(**values))))  # type: ignore[arg-type]


def test_json_says_how_long_it_took_only_when_asked(sample: Sample) -> None:
    assert "elapsed_ms" not in json.loads(render("json", sample("full"), Options()))
    assert json.loads(render("json", sample("full"), Options(stats=True)))["elapsed_ms"] == 91


def test_json_names_what_was_skipped(sample: Sample) -> None:
    value = json.loads(render("json", sample("full"), Options()))
    assert [each["path"] for each in value["skipped"]] == ["infra/broken.tf", "logo.png"]


def test_suppressed_findings_are_left_out_unless_asked_for(sample: Sample) -> None:
    def states(**values: bool) -> list[str]:
        value = json.loads(render("json", sample("full"), Options(**values)))
        return sorted(each["verdict"]["state"] for each in value["findings"])

    assert set(states()) == {"active"}
    assert set(states(show_suppressed=True)) == {"active", "suppressed"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_order_of_findings_does_not_matter(name: str, sample: Sample) -> None:
    report = sample("full")
    turned = Report(
        tuple(reversed(report.findings)),
        tuple(reversed(report.notices)),
        report.rules,
        report.counts,
    )
    assert render(name, report, Options()) == render(name, turned, Options())


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_format_can_steer_a_log(name: str, lang: str, sample: Sample) -> None:
    out = render(name, sample("full"), Options(lang=lang, machine_lang=lang))
    commands = [line for line in out.splitlines() if line.lstrip().startswith("::")]
    assert name == "github" or not commands
    assert "##[" not in out
    assert "\x1b" not in out
    assert "\u202e" not in out
    out.encode("utf-8")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_path_that_is_no_utf8_is_still_named(name: str) -> None:
    path = os.fsdecode(b"caf\xe9/\x80.tf")
    finding = Finding("a-check", "secrets", HIGH, "wrong", Place(path, 1, 1, 1, 5), fingerprint="f")
    out = render(name, Report((finding,)), Options())
    out.encode("utf-8")
    assert "caf" in out


def test_uris_are_encoded_byte_by_byte() -> None:
    assert uri("a b/設:定#?.tf") == "a%20b/%E8%A8%AD%3A%E5%AE%9A%23%3F.tf"
    assert uri(os.fsdecode(b"caf\xe9")) == "caf%E9"
