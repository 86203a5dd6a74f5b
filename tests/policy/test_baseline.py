"""The baseline: survives edits and merges, hides nothing new."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seawall.errors import SettingsError
from seawall.policy.baseline import Baseline, Entry, parse, render

TODAY = date(2026, 11, 22)
HEX = st.text("0123456789abcdef", min_size=20, max_size=20)
ENTRIES = st.builds(
    Entry,
    HEX,
    st.sampled_from(["aws-access-key", "bucket-public-acl"]),
    st.text(min_size=1, max_size=30).filter(lambda path: path == path.strip() and path),
    st.sampled_from(["", "revoked -- x", "accepted until 2027-01-31 -- y"]),
)


@given(st.lists(ENTRIES, max_size=8))
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    again = parse(render(entries, "ab" * 16))
    assert again.salt == "ab" * 16
    assert [each.line() for each in again.entries] == sorted(each.line() for each in entries)


@given(st.lists(ENTRIES, max_size=5), st.lists(ENTRIES, max_size=5))
def test_two_sides_of_a_merge_are_one_by_union(ours: list[Entry], theirs: list[Entry]) -> None:
    text = render(ours, "") + render(theirs, "").split("\n", 1)[1]
    assert len(parse(text).entries) == len(ours) + len(theirs)


def test_an_entry_is_spent_once() -> None:
    baseline = Baseline([Entry("a" * 20, "x", "p")])
    assert baseline.spend("a" * 20, TODAY) is not None
    assert baseline.spend("a" * 20, TODAY) is None


def test_an_accepted_credential_comes_back_after_its_date() -> None:
    baseline = Baseline([Entry("a" * 20, "x", "p", "accepted until 2026-11-21 -- y")])
    assert baseline.spend("a" * 20, TODAY) is None


def test_stale_entries_are_named() -> None:
    baseline = Baseline([Entry("a" * 20, "x", "p"), Entry("b" * 20, "x", "q")])
    baseline.spend("a" * 20, TODAY)
    assert [each.path for each in baseline.stale()] == ["q"]


@pytest.mark.parametrize(
    "text", ["<<<<<<< HEAD\n", "zz not-hex path\n", "# seawall-baseline 2 abc\n"]
)
def test_a_broken_line_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match=r"^\.seawall-baseline:1: "):
        parse(text)
