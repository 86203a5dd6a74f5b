"""Ignores in the text: where they speak, and what makes them silent."""

from datetime import date

import pytest

from seawall.policy.inline import covers, ignores
from seawall.span import Source

TODAY = date(2026, 11, 22)


def read(text: str, *, foreign: bool = True, max_days: int = 0) -> list[tuple[int, str]]:
    source = Source("x", text.encode())
    found = ignores(source, today=TODAY, max_days=max_days, foreign=foreign)
    return [(each.line, each.problem) for each in found]


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # seawall: ignore[a-check] -- because",
        "x = 1; // seawall: ignore[a-check,b-check] until 2027-01-31 -- because",
        "/* seawall: ignore[a-check] -- because */",
        "<!-- seawall: ignore[a-check] -- because -->",
        "-- seawall: ignore[a-check] -- because",
        '"note": "seawall: ignore[a-check] -- because",',
        "# seawall:ignore[a-check] until 2026-11-22 -- 今日まで",
    ],
)
def test_any_comment_syntax_does(line: str) -> None:
    assert read(line) == [(1, "")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("# seawall: ignore", "names no check"),
        ("# seawall: ignore[]", "names no check"),
        ("# seawall: ignore[a-check]", "gives no reason"),
        ("# seawall: ignore[a-check] --   ", "gives no reason"),
        ("# seawall: ignore[a-check] until 2026-11-21 -- x", "expired on 2026-11-21"),
        ("# seawall: ignore[a-check] until someday -- x", "is no date"),
        ("# seawall: ignore[a-check] until 2026-13-45 -- x", "is no date"),
    ],
)
def test_without_reason_or_past_its_date_it_says_why_it_is_silent(line: str, problem: str) -> None:
    [(_, said)] = read(line)
    assert problem in said


def test_a_limit_in_days_binds_dated_and_undated_ones() -> None:
    assert "needs a date" in read("# seawall: ignore[a] -- x", max_days=30)[0][1]
    assert "longer than" in read("# seawall: ignore[a] until 2027-11-01 -- x", max_days=30)[0][1]
    assert read("# seawall: ignore[a] until 2026-12-01 -- x", max_days=30)[0][1] == ""


def test_other_tools_comments_count_only_where_asked() -> None:
    text = (
        "a  # pragma: allowlist secret\nb  # gitleaks:allow\nc  # checkov:skip=CKV_AWS_1: reason\n"
    )
    assert len(read(text)) == 3
    assert read(text, foreign=False) == []


@pytest.mark.parametrize(
    ("text", "line", "speaks"),
    [
        ("x # seawall: ignore[a] -- r\ny\n", 1, True),
        ("x # seawall: ignore[a] -- r\ny\n", 2, False),
        ("# seawall: ignore[a] -- r\nx\n", 2, True),
        ("# seawall: ignore[a] -- r\n# more words\nx\n", 3, True),
        ("# seawall: ignore[a] -- r\n\nx\n", 3, False),
        ("# seawall: ignore[a] -- r\nx\ny\n", 3, False),
        ("x\n# seawall: ignore[a] -- r\n", 1, False),
    ],
)
def test_where_it_speaks(text: str, line: int, speaks: bool) -> None:
    source = Source("x", text.encode())
    [ignore] = ignores(source, today=TODAY, max_days=0, foreign=False)
    assert covers(ignore, (("x", line, line),), source) is speaks
