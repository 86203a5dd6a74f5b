"""Fresh objects read where git has just put them, without asking a process.

A staged blob is nearly always a file of its own; whatever is packed, borrowed or stored in a way
we do not know is left to `git cat-file`.
"""

import os
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LARGE = 4 << 20  # git reads what is large piece by piece


def git_dir(root: str) -> str:
    """The git directory of a work tree (of a linked one, its own); "" where git has to be asked."""
    folder = os.environ.get("GIT_DIR", "")
    if folder:
        return os.path.abspath(folder)
    place = os.path.join(root, ".git")
    if os.path.isdir(place):
        return place
    pointer = _line(place)
    return os.path.join(root, pointer[8:]) if pointer.startswith("gitdir: ") else ""


def reader(root: str) -> "Callable[[str], bytes | None]":
    """Reads a blob by id; None for one that is no loose object here."""
    folder = os.environ.get("GIT_OBJECT_DIRECTORY", "")
    if folder:
        folder = os.path.abspath(folder)
    else:
        own = git_dir(root)
        common = _line(os.path.join(own, "commondir")) if own else ""
        folder = os.path.join(own, common, "objects") if own else ""
    return lambda id: _blob(f"{folder}/{id[:2]}/{id[2:]}") if folder else None


def _blob(path: str) -> bytes | None:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        size = os.fstat(handle).st_size
        if size > _LARGE:
            return None
        packed = os.read(handle, size + 1)
        if len(packed) != size:
            return None
        content = zlib.decompress(packed)
    except (OSError, zlib.error):
        return None
    finally:
        os.close(handle)
    head, _, data = content[:40].partition(b"\0")
    kind, _, length = head.partition(b" ")
    if kind != b"blob" or length != b"%d" % (len(content) - len(head) - 1):
        return None
    return content[len(head) + 1 :] if data or len(content) > 40 else b""


def _line(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.readline().rstrip("\n")
    except OSError:
        return ""
