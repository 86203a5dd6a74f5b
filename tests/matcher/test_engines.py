"""Both engines give the same answers, whatever the text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seawall import catalog
from seawall.cache.store import Store
from seawall.lanes.text import TextLane
from seawall.token import Bad

from samples import expand

NO_CACHE = Store("/nonexistent/seawall")
FAST = TextLane(store=NO_CACHE)
PLAIN = TextLane(store=NO_CACHE, engine="plain")
SAMPLES = [
    expand(example.text, seed=rule.id, make=rule.make)
    for rule in catalog.tokens()
    for example in rule.examples
    if isinstance(example, Bad)
]
FILLER = st.sampled_from(
    ["\n", " ", "", '"', "日本語", "= ", "key: ", "password = ", "\r\n", "x" * 50, "\\n", ",", "\t"]
)
TEXTS = st.lists(st.tuples(FILLER, st.sampled_from(SAMPLES), FILLER), min_size=1, max_size=4)


def seen(lane: TextLane, text: str) -> list[tuple[str, int, int, str, bool]]:
    leaks = lane.search_text(text, "src/a.txt")
    return [(each.token, each.start, each.end, each.excerpt, each.certain) for each in leaks]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_the_engines_agree(parts: list[tuple[str, str, str]]) -> None:
    text = "".join(piece for part in parts for piece in part)
    assert seen(FAST, text) == seen(PLAIN, text)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300), st.sampled_from(SAMPLES), st.text(max_size=300))
def test_no_secret_is_shown(before: str, sample: str, after: str) -> None:
    text = f"{before}\n{sample}\n{after}"
    for leak in FAST.search_text(text, "src/a.txt"):
        assert 0 <= leak.start < leak.end <= len(text)
        secret = text[leak.start : leak.end]
        shown = 0 if len(secret) < 12 else min(4, len(secret) // 4)
        if not leak.via:
            assert (
                secret[: shown + 1] not in leak.excerpt
                or secret[: shown + 1] in sample.replace(secret, "") + before + after
            )
        assert secret not in repr(leak)


def test_a_cut_stream_of_bytes_is_no_trouble() -> None:
    data = SAMPLES[0].encode("utf-16")
    for cut in range(0, len(data), 3):
        FAST.search_bytes(data[:cut])
