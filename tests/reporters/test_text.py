"""The report for people: silence, carets, and characters that could do harm."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seawall.finding import INFORMATION, Finding, Frame, Notice, Report
from seawall.reporters import render
from seawall.reporters.frame import frame
from seawall.reporters.options import Options
from seawall.reporters.visible import path_shown, visible, width
from seawall.severity import HIGH, LOW
from seawall.span import Place

Sample = Callable[[str], Report]


def finding_on(text: str, column: int, end: int, **values: object) -> Finding:
    return Finding(
        "a-check",
        "secrets",
        HIGH,
        "wrong",
        Place("a.txt", 1, column, 1, end),
        frame=Frame(((1, text),)),
        **values,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("gate", ["commit", "message", "push", "receive"])
def test_a_clean_hook_prints_nothing(gate: str) -> None:
    notice = Notice(INFORMATION, "binary", "binary", Place("logo.png"))
    assert render("text", Report((), (notice,), gate=gate), Options()) == ""


def test_a_scan_says_what_it_saw() -> None:
    notice = Notice(INFORMATION, "binary", "binary", Place("logo.png"))
    out = render("text", Report((), (notice,)), Options())
    assert "logo.png" in out
    assert "no findings" in out


def test_a_notice_about_the_settings_breaks_the_silence() -> None:
    notice = Notice(INFORMATION, "ignore-without-reason", "no reason given", Place("a.py", 3))
    assert "a.py:3" in render("text", Report((), (notice,), gate="commit"), Options())


def test_low_findings_are_counted_and_listed_when_they_block(sample: Sample) -> None:
    assert "bucket-no-access-block" not in render("text", sample("full"), Options())
    assert "1 low" in render("text", sample("full"), Options())
    report = sample("full")
    for finding in report.findings:
        finding.verdict.blocks = True
    listed = render("text", report, Options())
    assert "infra/storage.tf:1:1 low bucket-no-access-block" in listed


def test_low_findings_alone_leave_a_hook_silent() -> None:
    only = Finding("a-check", "x", LOW, "m", Place("a.tf"))
    assert render("text", Report((only,), gate="commit"), Options()) == ""


@pytest.mark.parametrize(
    ("text", "column", "end", "caret"),
    [
        ("key = 1234", 7, 11, " " * 6 + "^" * 4),
        ("パスワード=1234", 7, 11, " " * 11 + "^" * 4),
        ("\tkey", 2, 5, " " * 4 + "^" * 3),
        ("ｱｲｳ key", 5, 8, " " * 4 + "^" * 3),
        ("e\u0301x key", 5, 8, " " * 3 + "^" * 3),
        ("秘密 = 鍵鍵", 6, 8, " " * 7 + "^" * 4),
        ("\x1b[0mkey", 5, 8, " " * 7 + "^" * 3),
        ("cut short", 40, 50, ""),
    ],
)
def test_carets_stand_under_what_is_wrong(text: str, column: int, end: int, caret: str) -> None:
    assert frame(finding_on(text, column, end), Options())[0][2] == caret


@pytest.mark.parametrize(
    ("text", "column", "caret"),
    [
        ("id = AKIA********", 6, " " * 5 + "^" * 12),
        ("id = ********", 6, " " * 5 + "^" * 8),
        ("a = pass******** b = AKIA********", 38, " " * 25 + "^" * 8),
        ("AKIA******** AKIA********", 22, " " * 17 + "^" * 8),
    ],
)
def test_carets_find_a_secret_whose_mask_moved_it(text: str, column: int, caret: str) -> None:
    """A mask hides how long a secret is, so what follows it stands elsewhere."""
    finding = finding_on(text, column, column + 20, excerpt=text.strip())
    assert frame(finding, Options())[0][2] == caret


def test_a_mark_past_the_end_of_the_frame_shows_the_excerpt() -> None:
    finding = finding_on("x" * 400, 5000, 5020, excerpt="key = AKIA********, y")
    ((_, code, caret),) = frame(finding, Options())
    assert code == "key = AKIA********, y"
    assert caret == " " * 10 + "^" * 8


@pytest.mark.parametrize("lead", [0, 30, 500, 100_000])
@pytest.mark.parametrize("tail", [0, 30, 500, 1_000_000])
def test_long_lines_are_cut_around_the_mark(lead: int, tail: int) -> None:
    text = "あ" * lead + "MARK" + "x" * tail
    options = Options(width=80)
    ((_, code, caret),) = frame(finding_on(text, lead + 1, lead + 5), options)
    assert width(code) <= 80
    at = len(caret) - len(caret.lstrip())
    columns = [character for character in code for _ in range(width(character))]
    assert "".join(columns[at : at + 4]) == "MARK"


def test_colour_only_when_asked(sample: Sample) -> None:
    assert "\x1b" not in render("text", sample("full"), Options())
    assert "\x1b[" in render("text", sample("full"), Options(color=True))


@given(st.text())
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert "##[" not in shown
    assert not path_shown(text).lstrip().startswith("::")


@given(st.text(alphabet="ab 鍵\t[#\u202e", max_size=60), st.integers(1, 70), st.integers(1, 70))
def test_any_mark_in_any_line(text: str, column: int, length: int) -> None:
    for code, caret in (
        row[1:] for row in frame(finding_on(text, column, column + length), Options(width=40))
    ):
        assert width(code) <= 46
        assert caret.strip("^ ") == ""
        assert ("^" in caret) == (column <= len(text))
