"""What the Actions runner reads back from our annotations, for any text a file may hold."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner_double import Runner

from seawall.finding import BLOCKING, Finding, Frame, Notice, Report, Subject, Verdict
from seawall.reporters import render
from seawall.reporters.options import Options
from seawall.reporters.visible import visible
from seawall.severity import ALL, CRITICAL, HIGH, LOW, MEDIUM, Severity
from seawall.span import Place
from seawall.words import say

# pieces that a hostile file would be made of
PIECES = st.sampled_from(
    "::|error|stop-commands|::x|##[|##|[|]|%0A|%25|%|,|:|=|\n|\r|\x1b[2J|\u202e| |\u3000|\u2028|a|鍵"
    "|\udce9|add-mask".split("|")
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    line, column = draw(st.integers(1, 50)), draw(st.integers(1, 50))
    return Finding(
        draw(st.sampled_from(["aws-access-key", "port-open"])),
        "secrets",
        draw(st.sampled_from(ALL)),
        say(draw(TEXTS), draw(TEXTS)),
        Place(draw(TEXTS) or "a", line, column, line + draw(st.integers(0, 1)), column + 3),
        subject=Subject(draw(TEXTS), owner=draw(TEXTS)),
        frame=Frame(((line, draw(TEXTS)),)),
        author=draw(TEXTS),
        commit=draw(st.sampled_from(["", "f" * 40])),
        advice=(draw(TEXTS),),
        fingerprint="f",
        verdict=Verdict(blocks=draw(st.booleans())),
    )


@given(st.lists(findings(), max_size=6), TEXTS, st.sampled_from(["en", "ja"]))
def test_only_our_own_annotations_are_obeyed(found: list[Finding], notice: str, lang: str) -> None:
    report = Report(tuple(found), (Notice(BLOCKING, "syntax", notice, Place(notice or "x")),))
    runner = Runner(render("github", report, Options(lang=lang)))
    assert runner.others == []
    groups = {(each.check, each.place.path, _level(each)) for each in found}
    assert len(runner.annotations) == len(groups) + 1
    paths = {visible(each.place.path) for each in found} | {visible(notice or "x")}
    # what UTF-8 cannot say is written out before
    assert {each.file for each in runner.annotations} == paths


def _level(finding: Finding) -> str:
    if finding.verdict.blocks:
        return "error"
    return "notice" if finding.severity == LOW else "warning"


@given(findings())
def test_the_place_survives(finding: Finding) -> None:
    (got,) = Runner(render("github", Report((finding,)), Options())).annotations
    place = finding.place
    assert (got.line, got.end_line) == (place.line, place.end_line)
    expected = (place.column, place.column + 2) if place.line == place.end_line else (0, 0)
    assert (got.column, got.end_column) == expected
    assert got.level == _level(finding)


@pytest.mark.parametrize("name", ["text", "concise", "json", "sarif", "junit", "markdown", "html"])
@given(found=st.lists(findings(), max_size=3))
def test_no_other_format_holds_a_command(name: str, found: list[Finding]) -> None:
    runner = Runner(render(name, Report(tuple(found)), Options()))
    assert (runner.annotations, runner.others, runner.dropped) == ([], [], 0)


def many(severity: Severity, count: int, *, blocks: bool) -> list[Finding]:
    return [
        Finding(
            "a-check",
            "x",
            severity,
            "m",
            Place(f"{severity}{n}.tf"),
            verdict=Verdict(blocks=blocks),
        )
        for n in range(count)
    ]


def test_the_best_ten_of_each_level_and_how_many_more() -> None:
    found = [
        *many(HIGH, 12, blocks=True),
        *many(CRITICAL, 3, blocks=True),
        *many(MEDIUM, 25, blocks=False),
        *many(LOW, 11, blocks=False),
    ]
    runner = Runner(render("github", Report(tuple(found)), Options()))
    assert runner.dropped == 0
    by_level: dict[str, list[str]] = {}
    for each in runner.annotations:
        by_level.setdefault(each.level, []).append(each.file)
    assert {level: len(files) for level, files in by_level.items()} == {
        "error": 10,
        "warning": 10,
        "notice": 10,
    }
    assert by_level["error"][:3] == ["critical0.tf", "critical1.tf", "critical2.tf"]
    assert "and 22 more" in runner.annotations[-1].message


def test_one_annotation_for_a_rule_in_a_file() -> None:
    found = [Finding("a-check", "x", HIGH, "m", Place("a.tf", n)) for n in range(1, 6)]
    (got,) = Runner(render("github", Report(tuple(found)), Options())).annotations
    assert "and 4 more in this file" in got.message


def test_long_messages_stay_under_the_runners_limit() -> None:
    finding = Finding("a-check", "x", HIGH, "%" * 9000, Place("a.tf"))
    (got,) = Runner(render("github", Report((finding,)), Options())).annotations
    assert len(got.message) < 4096


def test_the_double_obeys_what_the_runner_obeys() -> None:
    log = "  ::error file=a%2Cb,line=1::x%0Ay\ntext ##[warning]old\n::add-mask::z\n::stop-commands::t\n::error::no\n::t::\n::notice::n"
    runner = Runner(log)
    assert [(each.level, each.message) for each in runner.annotations] == [
        ("error", "x\ny"),
        ("warning", "old"),
        ("notice", "n"),
    ]
    assert runner.annotations[0].file == "a,b"
    assert runner.others == ["add-mask", "stop-commands"]


def test_markdown_stays_under_a_mebibyte(sample: Callable[[str], Report]) -> None:
    found = many(HIGH, 20_000, blocks=True)
    for each in found:
        each.frame = Frame(((1, "鍵" * 200),))
    out = render("markdown", Report(tuple(found)), Options())
    assert len(out.encode()) < 2**20
    assert "more; see the log" in out
    assert out.count("<details>") == out.count("</details>")
