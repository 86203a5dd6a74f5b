"""Which files of a work tree were clean when last seen, by what the file system says of them.

A file whose size, times and inode are those of a scan that found nothing in it is not read again.
Git's own index would not do: what a filter (LFS, git-crypt, line ends) makes of a blob is not the
blob. A file changed in the same tick as it was read is not remembered.
"""

import marshal
import os
import time
from _blake2 import blake2b

from seawall.cache.store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from seawall.lanes.text import TextLane

_KIND = "settled"
# below this many files reading them is cheaper than remembering them
_WORTH = 200
_MOST = 400_000
_A_CHUNK = 256
_SECOND, _TICK, _COARSE = 1_000_000_000, 100_000_000, 2_000_000_000

Facts = tuple[int, int, int, int]


class Settled:
    """The clean files below one root under one set of rules; `save` keeps what was learnt."""

    __slots__ = ("_known", "_key", "_learnt", "_now", "_store", "bytes", "files")

    def __init__(self, root: str, lane: "TextLane", store: Store | None = None) -> None:
        state = blake2b(lane.rules_digest(), digest_size=16)
        state.update(os.fsencode(root))
        self._key = state.digest()
        self._store = Store() if store is None else store
        self._known: dict[str, Facts] = {}
        self._learnt: dict[str, Facts] = {}
        self._now: Facts | None = None
        self.files = self.bytes = 0  # that need not be read again
        body = self._store.get(_KIND, self._key)
        if body is not None:
            try:
                found = marshal.loads(body)
            except (EOFError, ValueError, TypeError):
                found = None
            if isinstance(found, dict):
                self._known = found

    def holds(self, path: str, found: os.stat_result) -> bool:
        """Whether this file is as it was when it was found clean; notes how it is now."""
        now = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        if self._known.get(path) == now:
            self.files += 1
            self.bytes += now[0]
            return True
        self._now = now
        return False

    def keep(self, path: str) -> None:
        """The file that `holds` was asked about last is clean."""
        now, self._now = self._now, None
        if now is None:
            return
        newest = max(now[1], now[2])
        tick = _TICK if newest % _SECOND else _COARSE
        if time.time_ns() - newest > tick:
            self._learnt[path] = now

    def save(self) -> None:
        if self._learnt:
            every = {**self._known, **self._learnt}
            every = every if len(every) <= _MOST else self._learnt
            self._store.put(_KIND, self._key, marshal.dumps(every))


def settled(root: str, paths: "Iterable[str]", lane: "TextLane") -> Settled | None:
    """What is known of a tree; None where it is too small to be worth it."""
    listed = paths if isinstance(paths, list) else list(paths)
    return Settled(root, lane) if len(listed) >= _WORTH else None


def clean_names(paths: "Iterable[str]", lane: "TextLane") -> frozenset[str]:
    """The paths whose names hold no secret for sure: many names in one pass of the engine."""
    listed, clean = list(paths), list[str]()
    for start in range(0, len(listed), _A_CHUNK):
        chunk = listed[start : start + _A_CHUNK]
        if not lane.search_bytes("\n".join(chunk).encode("utf-8", "surrogatepass")):
            clean += chunk
    return frozenset(clean)
