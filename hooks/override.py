"""`SEAWALL_OVERRIDE='reason'`: infrastructure findings pass once, and the commit says so."""

import os

from seawall import gate
from seawall.scan import Asked

TRAILER = "Seawall-Override"


def reason() -> str:
    """One printable line; "" where no override is wanted."""
    words = os.environ.get("SEAWALL_OVERRIDE", "").split()
    return "".join(each for each in " ".join(words) if each.isprintable())[:300]


def asked() -> Asked:
    return Asked(today=gate.today(), override=reason())


def with_trailer(message: bytes, why: str, mark: bytes, *, editor: bool) -> bytes:
    """The message with the override's trailer before its comments; once, however often asked."""
    trailer = f"{TRAILER}: {why}".encode()
    lines = message.split(b"\n")
    if trailer in lines:
        return message
    end = len(lines)
    if editor:
        cut = (
            i for i, line in enumerate(lines) if line.startswith(mark + b" ---") and b">8" in line
        )
        end = next(cut, end)
        while end and (not lines[end - 1].strip() or lines[end - 1].startswith(mark)):
            end -= 1
    else:
        while end and not lines[end - 1].strip():
            end -= 1
    body, rest = lines[:end], lines[end:]
    gap = [] if _is_trailer(body) else [b""]
    return b"\n".join([*body, *gap, trailer, *(rest or [b""])])


def _is_trailer(body: list[bytes]) -> bool:
    """Whether the last paragraph is trailers already, so that ours joins them."""
    last: list[bytes] = []
    for line in reversed(body):
        if not line.strip():
            break
        last.append(line)
    keys = (line.partition(b": ")[0] for line in last)
    return 0 < len(last) < len(body) and all(
        key and key != line and key.replace(b"-", b"").isalnum()
        for key, line in zip(keys, last, strict=True)
    )
