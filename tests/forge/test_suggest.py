"""Suggested changes: whole lines, exactly what the edits do, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seawall.finding import Edit, Finding, Fix
from seawall.forge.hunks import holds, shown_lines
from seawall.forge.suggest import suggestion
from seawall.severity import HIGH
from seawall.span import Place

LINES = "abc\n\n de\r\nfg\n"


def with_edits(*edits: tuple[int, int, str], safe: bool = True, path: str = "a") -> Finding:
    return Finding(
        "x",
        "y",
        HIGH,
        "m",
        Place("a"),
        fix=Fix("t", safe, tuple(Edit(path, *each, "") for each in edits)),
    )


def accepted(text: str, finding: Finding) -> str | None:
    """The text after a reviewer took the suggestion, as the host applies it."""
    found = suggestion(finding, (), lambda path: text)
    if found is None:
        return None
    lines = text.split("\n")
    return "\n".join([*lines[: found.first - 1], *found.lines, *lines[found.last :]])


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        (((0, 3, "x"),), "x\n\n de\nfg\n"),
        (((5, 8, "long\nlines"),), "abc\n\nlong\nlines\nfg\n"),
        (((0, 1, "A"), (9, 10, "F")), "Abc\n\n de\nFg\n"),
        (((4, 4, "new"),), "abc\nnew\n de\nfg\n"),
    ],
)
def test_accepted_suggestion_is_the_fix(
    edits: tuple[tuple[int, int, str], ...], after: str
) -> None:
    assert accepted(LINES.replace("\r", ""), with_edits(*edits)) == after


@given(
    st.text(alphabet="ab\n", max_size=40),
    st.integers(0, 40),
    st.integers(0, 10),
    st.text(alphabet="xy\n", max_size=6),
)
def test_any_edit(text: str, start: int, size: int, replacement: str) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    expected = text[:start] + replacement + text[end:]
    got = accepted(text, with_edits((start, end, replacement)))
    assert got is None or got == expected


@pytest.mark.parametrize(
    "finding",
    [
        with_edits((0, 1, "x"), safe=False),
        with_edits((0, 1, "x"), path="b"),
        with_edits((0, 3, "x"), (2, 4, "y")),
        with_edits((0, 999, "x")),
        with_edits(),
        Finding("x", "y", HIGH, "m", Place("a")),
    ],
)
def test_no_suggestion(finding: Finding) -> None:
    assert suggestion(finding, (), lambda path: LINES) is None


def test_no_suggestion_without_the_text() -> None:
    assert suggestion(with_edits((0, 1, "x")), (), lambda path: None) is None


@pytest.mark.parametrize(
    ("patch", "lines"),
    [
        ("@@ -1,2 +1,3 @@ f\n a\n+b\n c", [1, 2, 3]),
        ("@@ -0,0 +1 @@\n+a", [1]),
        ("@@ -5 +0,0 @@\n-a", []),
        ("@@ -1 +1 @@\n-a\n+b\n@@ -9,1 +10,2 @@\n x\n+y", [1, 10, 11]),
        ("", []),
        ("@@ what\n+@@ -1 +1 @@", []),
    ],
)
def test_lines_of_a_patch(patch: str, lines: list[int]) -> None:
    stretches = shown_lines(patch)
    assert [line for stretch in stretches for line in stretch] == lines


def test_a_comment_may_not_reach_over_two_stretches() -> None:
    stretches = shown_lines("@@ -1 +1 @@\n-a\n+b\n@@ -9,1 +10,2 @@\n x\n+y")
    assert holds(stretches, 10, 11)
    assert not holds(stretches, 1, 10)
