"""Every infrastructure check: Bad reports, Good does not, in both languages, and words are whole."""

import importlib
import importlib.util
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from seawall import adapters, readers
from seawall.check import Bad, Check, Good, Problem
from seawall.model.resource import Bounds, Cloud
from seawall.model.services import Watch, removed
from seawall.readers.node import Options
from seawall.span import Source
from seawall.words import Text

ROOT = Path(__file__).resolve().parent.parent.parent
MAIN = {"terraform": "main.tf", "cloudformation": "template.yaml"}
# a check whose wrong only one language can say; anything else has examples in both
ONE_LANGUAGE: dict[str, str] = {
    "account-access-block-off": "terraform",
    "bucket-acl-can-be-rewritten": "terraform",
    "object-public-acl": "terraform",
    "emr-public-access-allowed": "terraform",
    "snapshot-public": "terraform",
    "image-allows-imdsv1": "terraform",
    "imdsv1-by-default": "terraform",
    "module-source-open": "terraform",
    "region-opted-in": "terraform",
    "region-unset": "terraform",
}


class Folder:
    """A few texts as a tree that readers can read."""

    def __init__(self, texts: dict[str, str]) -> None:
        self.texts = texts

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.texts))

    def source(self, path: str) -> Source | None:
        text = self.texts.get(path)
        return None if text is None else Source(path, text.encode("utf-8"))


def checks() -> dict[str, tuple[Check, tuple[Bad | Good, ...]]]:
    found = {}
    for path in sorted((ROOT / "checks").glob("*/*.py")):
        family = path.parent.name
        if path.stem == "__init__" or family == "secrets":
            continue
        module = importlib.import_module(f"seawall.checks.{family}.{path.stem}")
        check = getattr(module, path.stem)
        assert isinstance(check, Check), f"{path}: {path.stem} is no check"
        found[check.id] = check, tuple(module.EXAMPLES)
    return found


CHECKS = checks()


def examples() -> Iterator[Any]:
    for name, (check, written) in CHECKS.items():
        for number, example in enumerate(written):
            for language in MAIN:
                if getattr(example, language):
                    kind = type(example).__name__.lower()
                    yield pytest.param(
                        check, example, language, id=f"{name}-{kind}-{language}-{number}"
                    )


def cloud(language: str, texts: dict[str, str], settings: dict[str, Any]) -> Cloud:
    """The model of one example; `settings` are fields of `Bounds`."""
    reader = importlib.import_module(readers._LANGUAGES[language])
    readings = [reading for reading in reader.read(Folder(texts), Options(), None) if reading.nodes]
    for reading in readings:
        blocking = [str(notice.message) for notice in reading.notices if notice.blocks]
        assert not blocking, f"the example cannot be read: {blocking}"
    assert len(readings) == 1, "an example is one project"
    bounds = dict(settings)
    if bounds.get("allowed_regions") is not None:
        bounds["allowed_regions"] = frozenset(bounds["allowed_regions"])
    return adapters.build(readings[0], Bounds(**bounds))


def problems(check: Check, example: Bad | Good, language: str) -> list[Problem]:
    text = textwrap.dedent(getattr(example, language)).strip("\n") + "\n"
    model = cloud(language, {MAIN[language]: text, **example.files}, example.settings)
    subjects: list[Any] = list(model.all(check.on))
    if example.before:
        text = textwrap.dedent(example.before[language]).strip("\n") + "\n"
        old = cloud(language, {MAIN[language]: text}, example.settings)
        subjects += removed(old.all(Watch), model.all(Watch))
    return [problem for subject in subjects for problem in check.run(subject)]


@pytest.mark.parametrize(("check", "example", "language"), examples())
def test_bad_is_reported_and_good_is_not(check: Check, example: Bad | Good, language: str) -> None:
    found = problems(check, example, language)
    messages = [str(problem.message) for problem in found]
    if isinstance(example, Good):
        assert not messages
        return
    assert len(messages) == example.times, messages
    for problem in found:
        assert isinstance(problem.message, Text), "messages are made by words.say"
        assert problem.message.ja.strip()
        assert (problem.severity or check.severity) in check.severities, "a severity out of range"
    if example.change is not None:
        assert any(problem.fix is not None for problem in found), "a change without a fix"
        text = textwrap.dedent(getattr(example, language))
        assert text.count(example.change[0]) == 1, "the change's before stands exactly once"


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_examples_both_ways_in_both_languages(name: str) -> None:
    _, written = CHECKS[name]
    for kind in (Bad, Good):
        have = {
            language
            for example in written
            if isinstance(example, kind)
            for language in MAIN
            if getattr(example, language)
        }
        only = ONE_LANGUAGE.get(name)
        assert have == ({only} if only else set(MAIN)), f"{kind.__name__}: {sorted(have)}"


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_explains_itself_in_both_languages(name: str) -> None:
    check, _ = CHECKS[name]
    assert len(check.title) < 60
    assert not check.title.endswith(".")
    assert check.why.endswith(".")
    assert check.remedy.endswith(".")
    for japanese in (check.ja.title, check.ja.why, check.ja.remedy):
        assert japanese.strip(), "a text without its Japanese"
        assert not japanese.isascii(), japanese
    assert check.severity in check.severities
    assert len(set(check.maps)) == len(check.maps)
    for each in check.maps:
        framework, _, number = each.partition(":")
        assert framework
        assert number, f"{each}: framework:number"


def test_ids_and_aliases_are_unique() -> None:
    names = [name for check, _ in CHECKS.values() for name in (check.id, *check.aliases)]
    assert len(set(names)) == len(names)


def test_one_language_names_real_checks() -> None:
    assert set(ONE_LANGUAGE) <= set(CHECKS)
