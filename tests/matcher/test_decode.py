"""Secrets are found in what is encoded, and the finding points into the outer text."""

import base64
import gzip
import html
import json
from collections.abc import Callable

import pytest

from seawall.cache.store import Store
from seawall.lanes.text import TextLane

from samples import expand

KEY = expand("⟦AKIA[A-Z2-7]{16}⟧")
TEXT = f"[default]\naws_access_key_id={KEY}\nregion=eu-west-1\n"


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def escaped(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(each)) for each in text)


ENCODED = {
    "base64": "data: " + b64(TEXT),
    "base64-of-the-key": "data: " + b64(KEY),
    "base64-twice": "data: " + b64(b64(TEXT)),
    "base64-url-safe": "data: " + base64.urlsafe_b64encode(TEXT.encode()).decode(),
    "base64-wrapped": "data: |\n  "
    + "\n  ".join(base64.encodebytes((TEXT * 3).encode()).decode().split()),
    "gzip": "data: " + base64.b64encode(gzip.compress(TEXT.encode(), mtime=0)).decode(),
    "utf-16": "powershell -e " + base64.b64encode(TEXT.encode("utf-16-le")).decode(),
    "hex": "data = '" + TEXT.encode().hex() + "'",
    "percent": "?q=" + escaped("%{:02X}")(KEY),
    "unicode": '"' + escaped("\\u{:04x}")(KEY) + '"',
    "bytes": '"' + escaped("\\x{:02x}")(KEY) + '"',
    "html": escaped("&#{};")(KEY),
    "sum": f'key = "{KEY[:9]}" + "{KEY[9:]}"',
    "lines": f'key = (\n    "{KEY[:9]}"\n    "{KEY[9:]}"\n)',
    "notebook": json.dumps({"cells": [{"source": [TEXT], "outputs": []}]}),
}


@pytest.fixture(params=["", "plain"], ids=["hyperscan", "plain"])
def lane(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TextLane:
    return TextLane(
        engine=request.param, store=Store(str(tmp_path_factory.getbasetemp() / "cache"))
    )


@pytest.mark.parametrize("name", ENCODED)
def test_a_key_is_found_in_what_is_encoded(lane: TextLane, name: str) -> None:
    text = "日本語\n" + ENCODED[name] + "\nend\n"
    (leak,) = lane.search_text(text, "a.txt")
    assert leak.token == "aws-access-key"
    assert text[leak.start : leak.end].strip() in text
    assert leak.start >= 4
    assert leak.end <= len(text) - 4
    assert KEY not in leak.excerpt


@pytest.mark.parametrize(
    "text",
    [
        b64("hello world, this is a plain text about tokens and secrets"),
        b64("password=${PASSWORD}"),
        "hash: " + "a3" * 32,
        html.escape("<b>&#65;&#66;&#67;&#68;&#69;&#70;</b>"),
        'x = "one" + "two"',
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
        "H4sI" + "A" * 60,
    ],
)
def test_nothing_is_found_where_nothing_is(lane: TextLane, text: str) -> None:
    assert lane.search_text(text, "a.txt") == ()


def test_a_bomb_does_not_go_off(lane: TextLane) -> None:
    bomb = base64.b64encode(gzip.compress(b"\0" * 50_000_000)).decode()
    assert lane.search_text(f"data: {bomb}", "a.txt") == ()
