"""What counts as the internet, and the arithmetic under it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seawall.model.cidr import is_wide, is_within, is_world, merged, without

SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda s: tuple(sorted(s)))
)
WORLD = [
    ["0.0.0.0/0"],
    ["::/0"],
    ["0000:0000::/0"],
    ["127.0.0.1/0"],
    ["10.0.0.0/0"],
    ["/0"],
    [" 0.0.0.0/0 "],
    ["0.0.0.0/1"],
    ["128.0.0.0/1", "0.0.0.0/1"],
    ["2000::/3"],
    ["10.0.0.0/8", "0.0.0.0/0"],
    [f"{first}.0.0.0/8" for first in range(1, 224) if first not in (10, 127)],
]
NOT_WORLD = [
    [],
    [""],
    ["0.0.0.0"],
    ["everyone"],
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
    ["fc00::/7"],
    ["224.0.0.0/3"],
    ["203.0.113.0/24"],
    ["52.0.0.0/8"],
    ["2600::/12"],
    ["1.2.3.4/33"],
    ["1.2.3.4/32", "5.6.7.8/32"],
]


@pytest.mark.parametrize("ranges", WORLD, ids=lambda ranges: ranges[0])
def test_the_internet_in_all_its_spellings(ranges: list[str]) -> None:
    assert is_world(ranges)


@pytest.mark.parametrize("ranges", NOT_WORLD, ids=lambda ranges: " ".join(ranges) or "none")
def test_what_only_looks_like_the_internet(ranges: list[str]) -> None:
    assert not is_world(ranges)


@pytest.mark.parametrize(
    ("written", "wide"),
    [
        ("52.0.0.0/8", True),
        ("16.0.0.0/5", True),
        ("2600::/12", True),
        ("52.94.0.0/16", False),
        ("10.0.0.0/8", False),
        ("172.0.0.0/8", False),  # partly private: less than a /8 is left
        ("fd00::/8", False),
        ("nothing", False),
    ],
)
def test_wide_ranges_are_public_ones(written: str, wide: bool) -> None:
    assert is_wide(written) is wide


@settings(deadline=None)
@given(SPANS)
def test_merging_keeps_every_number_once(spans: list[tuple[int, int]]) -> None:
    numbers = {number for low, high in spans for number in range(low, high + 1)}
    result = merged(spans)
    assert {number for low, high in result for number in range(low, high + 1)} == numbers
    assert all(earlier[1] + 1 < later[0] for earlier, later in pairwise(result))


@settings(deadline=None)
@given(SPANS, SPANS)
def test_taking_out_is_set_difference(
    spans: list[tuple[int, int]], removed: list[tuple[int, int]]
) -> None:
    wanted = {n for low, high in spans for n in range(low, high + 1)}
    wanted -= {n for low, high in removed for n in range(low, high + 1)}
    left = without(spans, removed)
    assert {n for low, high in left for n in range(low, high + 1)} == wanted


def test_a_range_lies_within_another_of_its_own_family_only() -> None:
    assert is_within("10.1.0.0/16", ["10.0.0.0/8"])
    assert not is_within("10.0.0.0/8", ["10.1.0.0/16"])
    assert not is_within("::/0", ["0.0.0.0/0"])
    assert not is_within("what", ["0.0.0.0/0"])
