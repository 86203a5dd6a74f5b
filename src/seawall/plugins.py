"""A team's own checks: Python files with the same API, loaded from trusted text only.

A plugin is code, and a scan must run none that a stranger wrote. On a shared gate its text comes
from the trusted base revision; on a developer's machine it runs once its exact text has been
trusted there (`seawall config --trust-plugins`), for a changed file anew.
"""

import os
import sys
from collections.abc import Iterable
from hashlib import blake2b
from types import ModuleType

from seawall.check import Check
from seawall.errors import SettingsError


def digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def trusted(store: str) -> frozenset[str]:
    """The digests in the user's own list; empty where there is none."""
    try:
        with open(store, encoding="ascii") as file:
            return frozenset(file.read().split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def trust(store: str, digests: Iterable[str]) -> None:
    """Add to the user's own list; raises SettingsError where it cannot be written."""
    known = sorted(trusted(store) | set(digests))
    try:
        os.makedirs(os.path.dirname(store), mode=0o700, exist_ok=True)
        beside = f"{store}.{os.getpid()}"
        with open(beside, "w", encoding="ascii") as file:
            file.write("\n".join(known) + "\n")
        os.replace(beside, store)
    except OSError as error:
        raise SettingsError(f"{store}: cannot be written: {error.strerror}") from None


def load(path: str, text: str) -> tuple[Check, ...]:
    """The checks of one plugin file; raises SettingsError with the line that is wrong.

    The file's folder names the family and its own name the check, as in `checks/`.
    """
    parts = path.removesuffix(".py").split("/")
    family = parts[-2] if len(parts) > 1 else "own"
    module = ModuleType(f"seawall_plugins.{family}.{parts[-1]}")
    module.__file__ = path
    sys.modules[module.__name__] = module  # dataclasses look their module up
    try:
        exec(compile(text, path, "exec"), module.__dict__)
    except SyntaxError as error:
        raise SettingsError(f"{path}:{error.lineno}: not Python: {error.msg}") from None
    # whatever a team's own code raises is its own fault, and is said as such
    except Exception as error:
        line = _line(error, path)
        raise SettingsError(f"{path}:{line}: {type(error).__name__} while loading") from None
    return tuple(value for value in vars(module).values() if isinstance(value, Check))


def _line(error: BaseException, path: str) -> int:
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
