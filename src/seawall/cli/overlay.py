"""A tree with some of its texts replaced: what a fix would make of it."""

from collections.abc import Iterable

from seawall.sources.changes import Tree
from seawall.span import Source


class Overlay(Tree):
    """`texts` by path stand in for the files of the tree below."""

    def __init__(self, below: Tree) -> None:
        self._below = below
        self.texts: dict[str, str] = {}

    def put(self, path: str, text: str) -> None:
        self.texts[path] = text

    def paths(self) -> Iterable[str]:
        return sorted({*self._below.paths(), *self.texts})

    def source(self, path: str) -> Source | None:
        text = self.texts.get(path)
        if text is None:
            return self._below.source(path)
        return Source(path, text.encode("utf-8", "surrogatepass"), origin="worktree")
