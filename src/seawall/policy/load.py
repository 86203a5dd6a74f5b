"""Finds the settings in force; a file seen before comes from the cache without a TOML parser."""

from importlib import import_module

from seawall.errors import SettingsError
from seawall.policy.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("seawall.toml", ".seawall.toml", "pyproject.toml")


def load(read: "Callable[[str], bytes | None]", config: str = "") -> Settings:
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
        return _parsed(data, name)
    return Settings()


def _parsed(data: bytes, path: str) -> Settings:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: not UTF-8 (byte {error.start})") from None
    parsed: Settings = import_module("seawall.policy.config").parse(text, path)
    return parsed
