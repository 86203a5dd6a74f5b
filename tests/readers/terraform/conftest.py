"""Folders of configuration held in memory, and what the reader makes of them."""

import textwrap
from typing import Any

import pytest

from seawall.readers.node import Node, Options, Reading
from seawall.readers.terraform.project import read
from seawall.span import Source
from seawall.value import Val


class Folder:
    """A tree of files held in memory."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = {path: textwrap.dedent(text) for path, text in files.items()}

    def paths(self) -> list[str]:
        return sorted(self.files)

    def source(self, path: str) -> Source | None:
        text = self.files.get(path)
        return None if text is None else Source(path, text.encode())


class Project:
    """What was read of a tree."""

    def __init__(
        self,
        files: dict[str, str],
        options: Options | None = None,
        touched: frozenset[str] | None = None,
    ) -> None:
        self.readings: tuple[Reading, ...] = tuple(
            read(Folder(files), options or Options(), touched)
        )

    @property
    def nodes(self) -> dict[str, Node]:
        return {node.address: node for reading in self.readings for node in reading.nodes}

    def at(self, address: str, path: str) -> Val[Any]:
        return self.nodes[address].at(path)

    @property
    def kinds(self) -> list[str]:
        """The kinds of all notices, late ones included."""
        for reading in self.readings:
            for node in reading.nodes:
                node.body.items()
        return sorted({each.kind for reading in self.readings for each in reading.late})


@pytest.fixture
def project() -> type[Project]:
    return Project


def plain(value: Val[Any]) -> Any:
    """The value for comparing: what is unknown is an ellipsis."""
    held: Any = value.value
    if value.unknown:
        return ...
    if isinstance(held, tuple):
        return [plain(each) for each in held] + ([] if value.known else [...])
    if isinstance(held, dict):
        return {key: plain(held[key]) for key in held} | ({} if value.known else {"...": ...})
    return held if value.known else f"{held}..."


@pytest.fixture
def evaluated() -> Any:
    """Evaluate one expression beside some configuration."""

    def evaluate(expression: str, beside: str = "", options: Options | None = None) -> Any:
        text = textwrap.dedent(beside) + f'\noutput "it" {{\n  value = {expression}\n}}\n'
        return plain(Project({"main.tf": text}, options).at("output.it", "value"))

    return evaluate
