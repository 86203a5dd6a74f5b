"""git's raw difference records, separated by NUL so that no name can lie."""

from seawall.errors import GitError
from seawall.sources.names import text
from seawall.words import say

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` is too dear for a hook
    from collections.abc import Iterator


class Entry:
    """One changed path: where it was, its mode and id now, its id before, a status letter."""

    __slots__ = ("path", "old_path", "mode", "id", "old_id", "status", "old_ids")

    def __init__(
        self,
        path: str,
        old_path: str,
        mode: str,
        id: str,
        old_id: str,
        status: str,
        old_ids: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.old_path = old_path
        self.mode = mode
        self.id = id
        self.old_id = old_id
        self.status = status
        self.old_ids = old_ids  # of each parent, where there are several


def is_zero(id: str) -> bool:
    """git's way to say "none", in any hash."""
    return not id.strip("0")


def entries(output: bytes) -> "Iterator[Entry]":
    """Records of `diff-index` or `diff-tree --raw -z`."""
    fields = iter(output.split(b"\0"))
    for head in fields:
        if head:
            yield entry(head, fields)


def entry(head: bytes, fields: "Iterator[bytes]") -> Entry:
    """One record whose first field is `head` (`:MODES IDS STATUS`); paths come from `fields`."""
    parents = len(head) - len(head.lstrip(b":"))
    words = head[parents:].decode("ascii", "replace").split(" ")
    if not parents or len(words) != 2 * parents + 3:
        raise _unreadable()
    status = words[-1][:1]
    name = _path(fields)
    old = name
    if parents == 1 and status in "RC":
        old, name = name, _path(fields)
    ids = words[parents + 1 : -1]
    befores = tuple(
        id
        for id, mode in zip(ids, words[:parents], strict=False)
        if mode != "160000" and not is_zero(id)
    )
    # a combined record carries one letter a parent: a name is new where it is new to each
    if parents > 1:
        new_name = not words[-1].strip("AR")
        status = "D" if is_zero(ids[-1]) else "A" if new_name else "M"
    first = befores[0] if befores else "0" * len(ids[-1])
    return Entry(name, old, words[parents], ids[-1], first, status, befores)


def _path(fields: "Iterator[bytes]") -> str:
    found = next(fields, b"")
    if not found:  # git was cut off
        raise _unreadable()
    return text(found)


def _unreadable() -> GitError:
    return GitError(say("git's answer cannot be read", "git の出力を読めません"))
