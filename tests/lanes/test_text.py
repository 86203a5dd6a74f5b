"""The text lane finds secrets, points at them and never shows them."""

import pytest

from seawall.cache.store import Store
from seawall.lanes.text import TextLane
from seawall.span import Source

from samples import expand

URL = expand("postgres://app:⟦[a-z]{3}[0-9]{4}[A-Z]{4}⟧@db.internal:5432/app")
PASSWORD = URL.split(":")[2].split("@")[0]


@pytest.fixture(params=["", "plain"], ids=["hyperscan", "plain"])
def lane(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TextLane:
    return TextLane(
        engine=request.param, store=Store(str(tmp_path_factory.getbasetemp() / "cache"))
    )


@pytest.mark.parametrize("before", ["", "日本語のコメント\n", "a\r\nb\r\n", "x" * 10_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_points_at_the_secret(lane: TextLane, before: str, encoding: str) -> None:
    source = Source("a.py", f"{before}url = {URL}\nafter\n".encode(encoding))
    (leak,) = lane.search(source)
    assert leak.token == "url-password"
    assert source.text[leak.start : leak.end] == PASSWORD
    assert PASSWORD not in repr(leak) + leak.excerpt + str(leak.message)
    assert "db.internal" in leak.excerpt


@pytest.mark.parametrize("text", ["", "plain text", "http://example.org:80/a@b", "日本語"])
def test_clean_text_has_nothing(lane: TextLane, text: str) -> None:
    assert lane.search(Source("a.txt", text.encode())) == ()


def test_masks_a_line(lane: TextLane) -> None:
    assert PASSWORD not in lane.masked(f"see {URL} now")
    assert lane.masked("nothing here") == "nothing here"


def test_digests_depend_on_the_salt(lane: TextLane) -> None:
    (leak,) = lane.search_text(URL)
    assert leak.secret_digest(b"a") == leak.secret_digest(b"a")
    assert leak.secret_digest(b"a") != leak.secret_digest(b"b")
