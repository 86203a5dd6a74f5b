"""Samples are what they say and the same on every machine."""

import re

import pytest

from samples import expand, sample

PATTERNS = (
    "AKIA[A-Z2-7]{16}",
    r"(?i:ghp|gho)_\w{36}",
    r"[^\s\"]{8,20}",
    r"(a|b)\1[0-9a-f]{3,}",
    r"(?<![A-Z])x{2}(?=y)?\.",
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_sample_matches_its_expression(pattern: str) -> None:
    text = expand(f"⟦{pattern}⟧")
    assert re.fullmatch(pattern, text)


def test_the_same_seed_gives_the_same_sample() -> None:
    text = "key = ⟦[a-z]{20}⟧ and ⟦[a-z]{20}⟧"
    assert expand(text) == expand(text)
    assert expand(text, seed=1) != expand(text, seed=2)


def test_a_maker_makes() -> None:
    assert expand("a ⟦make⟧ b", make=lambda chance: "made") == "a made b"
    with pytest.raises(ValueError, match="without a maker"):
        expand("⟦make⟧")


def test_text_without_brackets_stays() -> None:
    assert expand("plain") == "plain"
    with pytest.raises(ValueError, match="without"):
        expand("⟦open")


def test_draws_are_free_of_look_arounds() -> None:
    import random

    assert sample(r"(?<!x)ab(?!c)", random.Random(1)) == "ab"
