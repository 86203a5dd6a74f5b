"""A tree without the files that cannot be read; the text lane names those."""

from collections.abc import Iterable

from seawall.errors import GitError
from seawall.readers.node import Files
from seawall.span import Source


class Readable:
    """The files of a tree whose bytes are at hand."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def paths(self) -> Iterable[str]:
        return self._files.paths()

    def source(self, path: str) -> Source | None:
        source = self._files.source(path)
        try:
            if source is not None:
                _ = source.data
        except (OSError, GitError):
            return None
        return source
