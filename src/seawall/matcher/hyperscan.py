"""The compiled engine: every trigger over the bytes at once, offsets of ends.

Loads the extension without its package, whose `typing` and `re` cost ten times as much.
"""

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import EXTENSION_SUFFIXES, ExtensionFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any

_NAME = "hyperscan._hs_ext"
_BLOCK = 1  # HS_MODE_BLOCK
_PREFILTER = 128  # HS_FLAG_PREFILTER
_extension: "ModuleType | None" = None


def extension() -> "ModuleType | None":
    """The hyperscan extension; None where there is no wheel for this machine."""
    global _extension
    if _extension is None:
        _extension = sys.modules.get(_NAME) or _load()
    return _extension


def identity() -> bytes:
    """Tells one build of the library from another, so that no database meets a strange one."""
    library = extension()
    if library is None:
        return b""
    found = os.stat(library.__file__ or "")
    return f"{sys.platform} {found.st_size} {found.st_mtime_ns}".encode()


def _load() -> "ModuleType | None":
    for entry in sys.path:
        for suffix in EXTENSION_SUFFIXES:
            path = f"{entry}/hyperscan/_hs_ext{suffix}"
            try:
                os.stat(path)
            except OSError:
                continue
            loader = ExtensionFileLoader(_NAME, path)
            spec = ModuleSpec(_NAME, loader, origin=path)
            spec.has_location = True
            try:
                module: ModuleType = loader.create_module(spec)
                loader.exec_module(module)
            except ImportError:
                return None
            module.__file__ = path
            sys.modules[_NAME] = module
            return module
    return None


def _compiled(library: "ModuleType", encoded: list[bytes], flags: list[int]) -> "Any":
    database = library.Database(mode=_BLOCK)
    database.compile(
        expressions=encoded, ids=list(range(len(encoded))), elements=len(encoded), flags=flags
    )
    return database


def _fits(library: "ModuleType", expression: bytes) -> bool:
    try:
        _compiled(library, [expression], [0])
    except library.error:
        return False
    return True


class Engine:
    """A compiled set of triggers; one scan gives (trigger number, end in bytes) pairs."""

    __slots__ = ("_database", "_scan")

    def __init__(self, database: "Any") -> None:
        self._database = database
        self._scan = database.scan

    @classmethod
    def load(cls, data: bytes) -> "Engine | None":
        """The engine dumped as `data`; None where the library is missing or refuses it."""
        library = extension()
        if library is None:
            return None
        try:
            database = library.loadb(data, _BLOCK)
            database.scratch = library.Scratch(database)
        except Exception:  # its own error classes; whatever it is, we compile again
            return None
        return cls(database)

    @classmethod
    def compile(cls, expressions: "Sequence[str]") -> "tuple[Engine, bytes] | None":
        """An engine and what `load` takes; None where the library is missing."""
        library = extension()
        if library is None:
            return None
        encoded = [each.encode("ascii") for each in expressions]
        flags = [0] * len(encoded)
        try:
            database = _compiled(library, encoded, flags)
        except library.error:
            # what is too large for it alone is looked for by an approximation of its own making
            flags = [0 if _fits(library, each) else _PREFILTER for each in encoded]
            database = _compiled(library, encoded, flags)
        return cls(database), library.dumpb(database)

    def ends(self, data: "bytes | memoryview") -> list[tuple[int, int]]:
        """Every (trigger number, end) in `data`, in the order of ends."""
        found: list[tuple[int, int]] = []
        add = found.append

        def hit(number: int, start: int, end: int, flags: int, context: object) -> None:
            add((number, end))

        self._scan(data, match_event_handler=hit)
        return found
