"""The hash GitHub computes for a line, with the values its own uploader gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seawall.line_hash import line_hash, line_hashes

# https://github.com/github/codeql-action/blob/main/src/fingerprints.test.ts
PUBLISHED = (
    ("", ("c129715d7a2bc9a3:1",)),
    (
        " a\nb\n  \t\tc\n d",
        ("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"),
    ),
    (
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
        (
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1",
        ),
    ),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        (
            *(f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)),
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1",
        ),
    ),
)


@pytest.mark.parametrize(("text", "hashes"), PUBLISHED)
def test_published_values(text: str, hashes: tuple[str, ...]) -> None:
    assert tuple(line_hashes(text).values()) == hashes


def rolling(text: str) -> list[str]:
    """The published description, one character at a time."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    units = [encoded[at] | encoded[at + 1] << 8 for at in range(0, len(encoded), 2)]
    kept: list[int] = []
    after_return = False
    for unit in units:
        if unit in (32, 9) or (after_return and unit == 10):
            after_return = False
            continue
        after_return = unit == 13
        kept.append(10 if unit == 13 else unit)
    kept.append(65535)
    starts = [0, *(at + 1 for at, unit in enumerate(kept) if unit == 10)]
    counts: dict[str, int] = {}
    result = []
    for start in starts:
        value = 0
        for unit in (kept[start:] + [0] * 100)[:100]:
            value = (value * 37 + unit) % 2**64
        word = f"{value:x}"
        counts[word] = counts.get(word, 0) + 1
        result.append(f"{word}:{counts[word]}")
    return result


@given(st.text(alphabet=st.sampled_from("ab \t\r\n鍵😀\u0a0a\u0d0d\u000b"), max_size=400))
@example("\r \n")
def test_agrees_with_the_description(text: str) -> None:
    assert list(line_hashes(text).values()) == rolling(text)


def test_one_line_is_the_same_as_all() -> None:
    text = "x\n" * 300
    assert line_hash(text, 250) == line_hashes(text)[250]
    assert line_hash(text, 999) == ""


def test_a_mark_at_the_start_counts_as_github_counts_it() -> None:
    assert line_hash(b"\xef\xbb\xbfa\n", 1) == line_hash("\ufeffa\n", 1) != line_hash("a\n", 1)
