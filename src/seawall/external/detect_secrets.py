"""detect-secrets' plugins as further detectors, on request: importing them costs 150 ms.

Its settings and its filters are not read, and no plugin ever asks a service whether a secret works.
"""

from collections.abc import Iterator
from typing import Any

from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

# an address is no credential
_NOT_SECRET = frozenset({"Public IP (ipv4)"})
# a line longer than this is generated, and their expressions are not made for it
_LONGEST = 2000


class Detectors:
    """One instance of every plugin."""

    def __init__(self) -> None:
        plugins: dict[str, Any] = dict(get_mapping_from_secret_type_to_class())
        self._plugins = [
            (kind, plugins[kind]()) for kind in sorted(plugins) if kind not in _NOT_SECRET
        ]

    def line(self, path: str, text: str, number: int) -> Iterator[tuple[str, str]]:
        """(what it is, the secret) for everything that a plugin sees in this line."""
        if len(text) > _LONGEST:
            return
        for kind, plugin in self._plugins:
            for found in plugin.analyze_line(filename=path, line=text, line_number=number):
                if found.secret_value:
                    yield kind, found.secret_value
