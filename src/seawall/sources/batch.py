"""Many objects in one stream, in the order asked for, one in memory at a time."""

from seawall.sources.git import Git, Reader, ended
from seawall.span import is_binary

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` is too dear for a hook
    from collections.abc import Iterable, Iterator

HUGE = 16 << 20


def contents(git: Git, ids: "Iterable[str]") -> "Iterator[tuple[str, bytes]]":
    """Type and content of each id; ("missing", b"") for one that is not at hand."""
    asked = list(ids)
    if not asked:
        return
    given = "\n".join((*asked, "")).encode("ascii")
    child = git.start("cat-file", "--batch", "--buffer", given=given)
    reader = Reader(child)
    try:
        for _ in asked:
            head = reader.until(b"\n").split(b" ")
            if len(head) == 3:
                yield head[1].decode("ascii"), _content(reader, int(head[2]))
            elif head[-1] == b"missing":
                yield "missing", b""
            else:
                raise ended(child)
    finally:
        child.stop()


def _content(reader: Reader, size: int) -> bytes:
    """A whole object; of a huge one that is binary by its head, the head alone."""
    if size <= HUGE:
        return reader.exactly(size + 1)[:-1]
    head = reader.exactly(8192)
    if not is_binary(head):
        return head + reader.exactly(size - 8192 + 1)[:-1]
    left = size - 8192 + 1
    while left:
        left -= len(reader.exactly(min(left, 1 << 20)))
    return head


def facts(git: Git, ids: "Iterable[str]") -> list[tuple[str, int]]:
    """Type and size of each id; ("missing", 0) for one that is not at hand."""
    asked = list(ids)
    if not asked:
        return []
    given = "\n".join((*asked, "")).encode("utf-8", "surrogateescape")
    output = git.run("cat-file", "--batch-check", given=given)
    found = []
    for line in output.splitlines():
        words = line.split(b" ")
        known = len(words) == 3 and words[2].isdigit()
        found.append((words[1].decode("ascii"), int(words[2])) if known else ("missing", 0))
    return found
