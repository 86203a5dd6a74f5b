"""A short run of every fuzz target: arbitrary bytes, and seeds that are cut, doubled and mixed."""

import pytest
from fuzz.targets import SEEDS, TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some


def pieces(name: str) -> some.SearchStrategy[bytes]:
    cut = [
        seed[at : at + size]
        for seed in SEEDS[name]
        for size in (3, 9, 40)
        for at in range(0, len(seed), size)
    ]
    part = some.sampled_from(cut) | some.binary(max_size=4)
    return some.lists(part, max_size=30).map(b"".join) | some.sampled_from(SEEDS[name])


@pytest.mark.parametrize("name", TARGETS)
def test_target(name: str) -> None:
    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(pieces(name))
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()


def test_every_target_has_seeds() -> None:
    assert set(SEEDS) == set(TARGETS)
