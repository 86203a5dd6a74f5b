"""Ignores in the text: where they speak, and what makes them silent."""

from datetime import date

import pytest

from seawall import catalog
from seawall.policy.checkov import CHECKS
from seawall.policy.inline import covers, ignores
from seawall.span import Source
from seawall.words import pick

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


def test_checkov_ids_name_checks_that_exist() -> None:
    named = {each for checks in CHECKS.values() for each in checks}
    assert named <= {each.id for each in catalog.checks()}


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("CKV_AWS_24", ("admin-port-open",)),
        ("CKV_AWS_79", ("imdsv1-possible", "imdsv1-by-default")),
        ("CKV_AWS_99999", ("CKV_AWS_99999",)),
    ],
)
def test_a_checkov_skip_speaks_for_our_check(id: str, names: tuple[str, ...]) -> None:
    [found] = ignores(
        Source("x", (f"  # checkov:skip={id}: it is a lab\n").encode()),
        today=TODAY,
        max_days=0,
        foreign=True,
    )
    assert (found.checks, found.reason) == (names, "it is a lab")


def test_what_is_wrong_with_an_ignore_is_said_in_japanese_too() -> None:
    for text in ("ignore -- x", "ignore[a]", "ignore[a] until soon -- x"):
        [found] = ignores(
            Source("x", (f"# seawall: {text}\n").encode()), today=TODAY, max_days=0, foreign=True
        )
        assert pick(found.problem, "ja") != str(found.problem)
