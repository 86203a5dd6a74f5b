"""Where a command stands: the repository's root, and files found from there upwards."""

import os
from collections.abc import Callable

from seawall.errors import SettingsError
from seawall.sources.git import repository


def root_of(folder: str) -> str:
    """The repository that holds `folder`, else the folder itself."""
    return repository(folder) or os.path.abspath(folder)


def upward(root: str, start: str = "") -> Callable[[str], bytes | None]:
    """Reads a file by name from `start` (the current folder) or the nearest folder above it, no
    higher than `root`."""

    def read(name: str) -> bytes | None:
        folder = os.path.abspath(start or os.getcwd())
        top = os.path.abspath(root)
        while True:
            found = _file(os.path.join(folder, name))
            if found is not None:
                return found
            if folder == top or os.path.dirname(folder) == folder or os.path.isabs(name):
                return None
            folder = os.path.dirname(folder)

    return read


def _file(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None
