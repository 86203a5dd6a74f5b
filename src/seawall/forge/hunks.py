"""Which lines of a file a pull request shows: only there may a comment stand."""


def shown_lines(patch: str) -> tuple[range, ...]:
    """The stretches of the new file that a patch shows, added and unchanged lines alike."""
    stretches = []
    for line in patch.split("\n"):
        if not line.startswith("@@ "):
            continue
        # @@ -12,3 +14,5 @@ heading
        words = line.split(" ")
        if len(words) < 4 or not words[2].startswith("+"):
            continue
        start, _, count = words[2][1:].partition(",")
        if not start.isdigit() or (count and not count.isdigit()):
            continue
        size = int(count) if count else 1
        if size:
            stretches.append(range(int(start), int(start) + size))
    return tuple(stretches)


def holds(stretches: tuple[range, ...], first: int, last: int) -> bool:
    """Whether one stretch shows all of these lines: a comment may not reach over two."""
    return any(first in stretch and last in stretch for stretch in stretches)
