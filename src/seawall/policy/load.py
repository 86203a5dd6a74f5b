"""Finds the settings in force; a file seen before comes from the cache without a TOML parser."""

import marshal
from _blake2 import blake2b

from seawall import __version__
from seawall.cache.store import Store
from seawall.doors import import_module
from seawall.errors import SettingsError
from seawall.policy.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("seawall.toml", ".seawall.toml", "pyproject.toml")


def load(
    read: "Callable[[str], bytes | None]", config: str = "", store: Store | None = None
) -> Settings:
    """The first settings file that `read` (path -> bytes or None) finds, else the defaults.

    `config` names the one file to take. Raises SettingsError.
    """
    for name in (config,) if config else NAMES:
        data = read(name)
        if data is None:
            if config:
                raise SettingsError(f"{config}: no such file")
            continue
        if name.endswith("pyproject.toml") and b"tool.seawall" not in data:
            continue
        return _kept(data, name, Store() if store is None else store)
    return Settings()


def _kept(data: bytes, path: str, store: Store) -> Settings:
    """The same file was parsed before: plain data from the cache, no parser loaded."""
    key = blake2b(
        path.encode("utf-8", "surrogatepass") + b"\0" + __version__.encode() + b"\0" + data,
        digest_size=16,
    ).digest()
    body = store.get("settings", key)
    if body is not None:
        values, lines = marshal.loads(body)
        return Settings(values, path, lines)
    settings = _parsed(data, path)
    try:
        store.put("settings", key, marshal.dumps((settings.values, settings.lines)))
    except ValueError:
        return settings  # a TOML date or time: parsed anew each time
    return settings


def _parsed(data: bytes, path: str) -> Settings:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 (byte {error.start})") from None
    config = import_module("seawall.policy.config")
    parsed: Settings = config.parse(text, path)
    # a plugin's ids are known only once it is trusted and loaded
    if config.named_ids(parsed) and not parsed.texts("plugins"):
        config.check_ids(parsed, import_module("seawall.catalog").names())
    return parsed
