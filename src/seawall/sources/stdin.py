"""An editor's buffer: one text on standard input, named as the file it will be."""

import os

from seawall.sources.changes import Change, ChangeSet
from seawall.sources.git import repository
from seawall.span import Source


def buffer(data: bytes, name: str) -> ChangeSet:
    """The text an editor holds of the file `name`, all of it judged."""
    full = os.path.realpath(name)
    top = repository(os.path.dirname(full)) or os.getcwd()
    inside = full.startswith(os.path.join(top, ""))
    path = (os.path.relpath(full, top) if inside else name).replace(os.sep, "/")
    source = Source(path, data, origin="stdin")
    return ChangeSet(top, (Change(path, None, source),), gate="scan", touched=frozenset({path}))
