"""A private folder of this user for what is dear to make again: by kind and key, checked on use.

Nothing in it is believed before its digest and its key match; nothing fails because it is missing,
broken, shared with other writers or cannot be written. It never comes from a repository.
"""

import os
import sys
from binascii import crc32

_KEPT = 12  # files of one kind
_MAGIC = b"seawall1"
_OFF = "SEAWALL_CACHE"  # "off" switches the cache off, any other value is the folder


def folder() -> str | None:
    """Where this user's cache lies; None where there is no home to keep it in."""
    environ = os.environ
    chosen = environ.get(_OFF, "")
    if chosen:
        return None if chosen == "off" else chosen
    if sys.platform == "win32":
        local = environ.get("LOCALAPPDATA", "")
        return local + "\\seawall\\cache" if local else None
    home = environ.get("HOME", "")
    if sys.platform == "darwin":
        return home + "/Library/Caches/seawall" if home else None
    root = environ.get("XDG_CACHE_HOME", "")
    if not root.startswith("/"):
        if not home.startswith("/"):
            return None
        root = home + "/.cache"
    return root + "/seawall"


class Store:
    """One folder; `get` and `put` bytes by kind and key."""

    __slots__ = ("_folder", "_ready")

    def __init__(self, path: str | None = None) -> None:
        self._folder = folder() if path is None else path
        self._ready: bool | None = None

    def get(self, kind: str, key: bytes, *, checked: bool = True) -> bytes | None:
        """What was put under `key`; None where it is not there whole.

        `checked` false spares the sum over the body where its reader has one of its own.
        """
        if not self._usable():
            return None
        try:
            handle = os.open(self._path(kind, key), os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        head = _MAGIC + bytes([len(key)]) + key
        at = len(head) + 4
        try:
            # the exact size, and the body by itself: no second copy of some megabytes
            size = os.fstat(handle).st_size - at
            found = os.read(handle, at) if size >= 0 else b""
            body = os.read(handle, size) if found[:-4] == head else None
        except OSError:
            return None
        finally:
            os.close(handle)
        if body is None or len(body) != size:
            return None
        if checked and crc32(body).to_bytes(4, "big") != found[-4:]:
            return None
        return body

    def put(self, kind: str, key: bytes, body: bytes) -> bool:
        """Keep `body`; whole or not at all. Tells whether it could be kept."""
        if not self._usable(make=True):
            return False
        path = self._path(kind, key)
        draft = f"{path}.{os.getpid()}.new"
        data = _MAGIC + bytes([len(key)]) + key + crc32(body).to_bytes(4, "big") + body
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(draft, flags, 0o600)
        except OSError:
            return False
        try:
            with open(handle, "wb", buffering=0) as file:
                whole = file.write(data) == len(data)
            if whole:
                os.replace(draft, path)
                self._thin_out(kind)
                return True
            os.unlink(draft)
        except OSError:
            _remove(draft)
        return False

    def _thin_out(self, kind: str) -> None:
        """Forget what older versions and settings left behind."""
        assert self._folder is not None
        with os.scandir(self._folder) as entries:
            mine = [each for each in entries if each.name.startswith(kind + "-")]
        if len(mine) > _KEPT:
            mine.sort(key=lambda each: each.stat().st_mtime_ns)
            for each in mine[:-_KEPT]:
                _remove(each.path)

    def _path(self, kind: str, key: bytes) -> str:
        return f"{self._folder}{os.sep}{kind}-{key.hex()}"

    def _usable(self, *, make: bool = False) -> bool:
        """The folder is ours and nobody else can write to it."""
        if self._folder is None or self._ready is False:
            return False
        if self._ready:
            return True
        try:
            found = os.stat(self._folder)
        except OSError:
            if not make:
                return False
            try:
                os.makedirs(self._folder, 0o700, exist_ok=True)
                found = os.stat(self._folder)
            except OSError:
                self._ready = False
                return False
        if sys.platform != "win32":
            self._ready = found.st_uid == os.getuid() and not found.st_mode & 0o022
        else:
            self._ready = True
        return self._ready


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def plugin_store() -> str:
    """Where the user's list of trusted plugins is kept: beside the settings of other tools."""
    if os.name == "nt":
        base = os.environ.get("APPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(base, "seawall", "trusted-plugins")
