"""Looks into archives where that was asked for: their members become texts like any other."""

import io
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from seawall.errors import GitError
from seawall.finding import BLOCKING, Notice
from seawall.sources.changes import Change
from seawall.span import Place, Source
from seawall.words import Text, say

_DEEPEST = 3
_LARGEST = 16 << 20  # bytes of one member
_ALL = 128 << 20  # bytes of all members of one archive
_MEMBERS = 10_000
_SECONDS = 20.0
_BAD = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, LookupError)
_BROKEN = (*_BAD, zlib.error, zipfile.BadZipFile, tarfile.TarError)


class _Spent(Exception):
    """An archive went over a limit."""


class _Budget:
    """What opening one archive, with all that is nested in it, may cost."""

    def __init__(self) -> None:
        self.bytes = _ALL
        self.members = _MEMBERS
        self.until = time.monotonic() + _SECONDS

    def take(self, handle: IO[bytes]) -> bytes:
        self.members -= 1
        most = min(_LARGEST, self.bytes)
        data = handle.read(most + 1)
        self.bytes -= len(data)
        if len(data) > most or self.members < 0 or time.monotonic() > self.until:
            raise _Spent
        return data


def opened(
    changes: Iterable[Change],
    tell: Callable[[Notice], None],
    excluded: Callable[[str], bool] | None = None,
) -> Iterator[Change]:
    """The changes, each archive followed by what is in it; the archive itself is then empty."""
    for change in changes:
        kind = ""
        left_out = excluded is not None and excluded(change.path)
        if change.after is not None and change.kind == "file" and not left_out:
            try:
                kind = _kind(change.after.data)
            except (OSError, GitError):
                kind = ""  # whoever scans it says so
        if not kind:
            yield change
            continue
        members, told = _members(change)
        for notice in told:
            tell(notice)
        yield Change(
            change.path,
            None if change.before is None else Source(change.path, b""),
            Source(change.path, b""),
            commit=change.commit,
            old_path=change.old_path,
        )
        yield from members


def _members(change: Change) -> tuple[list[Change], list[Notice]]:
    assert change.after is not None
    told: list[Notice] = []
    after = _read(change.path, change.after.data, told)
    before: dict[str, bytes] = {}
    if change.before is not None:
        try:
            before = _read(change.path, change.before.data, [])
        except (OSError, GitError):
            before = {}
    made = [
        Change(
            path,
            Source(path, before[path]) if path in before else None,
            Source(path, data, origin=change.after.origin),
            commit=change.commit,
        )
        for path, data in after.items()
    ]
    return made, told


def _read(path: str, data: bytes, told: list[Notice]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    try:
        for name, member in _walk(path, data, _Budget(), 1):
            found[name] = member
    except _Spent:
        told.append(_notice(path, _over_budget()))
    except _BROKEN:
        told.append(_notice(path, say("an archive that cannot be read", "読み取れない書庫です")))
    return found


def _walk(path: str, data: bytes, budget: _Budget, depth: int) -> Iterator[tuple[str, bytes]]:
    for name, member in _entries(data, budget):
        inside = f"{path}!/{name}"
        if _kind(member) and depth < _DEEPEST:
            yield from _walk(inside, member, budget, depth + 1)
        elif _kind(member):
            raise _Spent
        else:
            yield inside, member


def _entries(data: bytes, budget: _Budget) -> Iterator[tuple[str, bytes]]:
    kind = _kind(data)
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    with archive.open(entry) as handle:
                        yield entry.filename, budget.take(handle)
        return
    if kind == "gzip":
        inflated = zlib.decompressobj(31)
        inner = inflated.decompress(data, min(_ALL, budget.bytes) + 1)
        budget.bytes -= len(inner)
        if budget.bytes < 0:
            raise _Spent
        if _kind(inner) != "tar":
            yield "data", inner
            return
        data = inner
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:*") as folder:
        for member in folder:
            content = folder.extractfile(member) if member.isfile() else None
            if content is not None:
                yield member.name, budget.take(content)


def _kind(data: bytes) -> str:
    """What a text can never begin with."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(b"\x1f\x8b\x08"):
        return "gzip"
    return "tar" if data[257:262] == b"ustar" or data.startswith((b"BZh", b"\xfd7zXZ")) else ""


def _over_budget() -> Text:
    return say(
        "an archive over the limits of size, depth or time: not all of it was looked at",
        "大きさ、深さ、時間の上限を超える書庫のため、一部を調べていません",
    )


def _notice(path: str, message: Text) -> Notice:
    return Notice(BLOCKING, "archive", message, Place(path))
