"""Every secret rule by its own examples: found, silent, said in two languages, ids unique."""

import importlib
import pkgutil
import re
from math import log2
from pathlib import Path

import pytest

import seawall.checks.secrets
from seawall.cache.store import Store
from seawall.lanes.text import TextLane
from seawall.severity import ALL
from seawall.token import Bad, Context, Good, Judgement, Token

from samples import expand

SEEDS = range(5)


def tokens() -> list[Token]:
    found = []
    for module in pkgutil.iter_modules(seawall.checks.secrets.__path__):
        if module.name.startswith("generic"):
            continue  # values told by their names have tests of their own
        loaded = importlib.import_module(f"seawall.checks.secrets.{module.name}")
        found += [value for value in vars(loaded).values() if isinstance(value, Token)]
    return list({id(token): token for token in found}.values())


TOKENS = tokens()
every_rule = pytest.mark.parametrize("token", TOKENS, ids=lambda token: token.id)


def entropy(text: str) -> float:
    return -sum((n := text.count(c) / len(text)) * log2(n) for c in set(text))


def hits(token: Token, text: str, path: str = "") -> list[str]:
    """What the rule finds in a text by itself, with the least a matcher has to do."""
    if token.paths and not re.search(token.paths, path):
        return []
    found = []
    flags = re.ASCII | re.MULTILINE | (re.IGNORECASE if "i" in token.flags else 0)
    for match in re.finditer(token.pattern, text, flags):
        start, end = match.span("secret")
        near = text[max(0, start - token.near) : start].lower()
        if token.keywords and not any(word in near for word in token.keywords):
            continue
        if entropy(match["secret"]) < token.entropy:
            continue
        verdict: Judgement | None = None
        if token.validate is not None:
            groups = {name: value or "" for name, value in match.groupdict().items()}
            verdict = token.validate(Context(text, start, end, path, groups))
        if verdict is None or not verdict.drop:
            found.append(match["secret"])
    return found


@every_rule
def test_bad_examples_are_found(token: Token) -> None:
    for sample in token.examples:
        if isinstance(sample, Bad):
            for seed in SEEDS:
                text = expand(sample.text, seed, token.make)
                assert hits(token, text, sample.path), f"missed: {sample.text} (seed {seed})"


@every_rule
def test_good_examples_are_silent(token: Token) -> None:
    for sample in token.examples:
        if isinstance(sample, Good):
            for seed in SEEDS:
                text = expand(sample.text, seed, token.make)
                assert not hits(token, text, sample.path), f"cried: {sample.text} (seed {seed})"


@every_rule
def test_rule_is_whole(token: Token) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+", token.id)
    assert token.title
    assert len(token.title) <= 60
    assert not token.title.endswith(".")
    assert token.ja
    assert token.severity in ALL
    assert all(token.opens)
    assert all(token.revoke)
    assert len(token.opens) == len(token.revoke) == 2
    assert "secret" in re.compile(token.pattern).groupindex
    assert sum(isinstance(sample, Bad) for sample in token.examples) >= 3
    assert sum(isinstance(sample, Good) for sample in token.examples) >= 3


def test_ids_are_unique() -> None:
    ids = [name for token in TOKENS for name in (token.id, *token.aliases)]
    assert sorted(ids) == sorted(set(ids))


@pytest.fixture(scope="module", params=["", "plain"], ids=["hyperscan", "plain"])
def lane(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TextLane:
    return TextLane(
        engine=request.param, store=Store(str(tmp_path_factory.getbasetemp() / "rules"))
    )


def test_engine_finds_every_example(lane: TextLane) -> None:
    """Among everything else, by its own rule or by one that outranks it."""
    missed = []
    for token in TOKENS:
        text, places = "", []
        for sample in token.examples:
            if isinstance(sample, Bad) and sample.path:
                alone = lane.search_text(expand(sample.text, 7, token.make), sample.path)
                if not any(leak.rank >= token.rank for leak in alone):
                    missed.append((token.id, sample.text))
            elif isinstance(sample, Bad):
                start = len(text)
                if token.paths:  # such a file holds nothing else
                    own = expand(sample.text, 7, token.make)
                    if token.id not in {leak.token for leak in lane.search_text(own, sample.path)}:
                        missed.append((token.id, sample.text))
                    continue
                text += expand(sample.text, 7, token.make)
                places.append((sample, start, len(text)))
                text += "\n" + "- ordinary words of a changelog\n" * 12
        found = lane.search_text(text, "")
        for sample, start, end in places:
            inside = [leak for leak in found if start <= leak.start and leak.end <= end]
            if not any(leak.rank >= token.rank for leak in inside):
                missed.append((token.id, sample.text))
    assert not missed


def test_no_literal_credential_stands_in_the_rules(tmp_path: Path) -> None:
    """The examples are patterns: the repository never trips its own hook or another scanner."""
    lane = TextLane(store=Store(str(tmp_path)))
    for path in [*Path(seawall.checks.secrets.__path__[0]).glob("*.py"), Path(__file__)]:
        found = lane.search_text(path.read_text("utf-8"), path.name)
        assert not found, f"{found} in {path.name}"
