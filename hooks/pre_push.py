"""Everything that a push would publish: every ref that git names on standard input."""

import os

from seawall import gate
from seawall.hooks import framework
from seawall.hooks.override import asked
from seawall.sources import commits
from seawall.sources.changes import ChangeSet
from seawall.sources.git import Git


def main(argv: list[str]) -> int:
    """`argv` is the remote's name and its URL; none of both under the pre-commit framework."""
    return gate.run(lambda: _changes(argv), asked=asked())


def _changes(argv: list[str]) -> ChangeSet:
    given = read_input()
    if not given.strip() and len(argv) < 2:
        return framework.push()
    remote, url = (*argv[:2], "", "")[:2]
    return commits.publish_set(Git(), commits.parse_lines(given), remote, url or remote)


def read_input() -> bytes:
    """All of standard input; nothing where it is a terminal or closed."""
    pieces = []
    try:
        while not os.isatty(0) and (piece := os.read(0, 1 << 16)):
            pieces.append(piece)
    except OSError:
        return b""
    return b"".join(pieces)
