"""Read what a private key block holds, however it stands in code, JSON, YAML or one line."""

import base64

from seawall import patterns as re
from seawall.checks.secrets.plausible import changes

_RUN = re.compile(r"[A-Za-z0-9+/]{12,}={0,2}|[A-Za-z0-9+/]{1,11}={1,2}")
_ESCAPE = re.compile(r"\\{1,3}[rnt]|&#(?:10|13|xa|xA|xD);|%0[AaDd]|\\{0,2}u000[aAdD]")
_LOCK = re.compile(r"Proc-Type: ?4, ?ENCRYPTED|DEK-Info: ?[A-Z0-9-]+,[0-9A-F]+")
_LONG = re.compile(r"[A-Za-z0-9+/]{38,}")
_HEADER = re.compile(r"[\s\"'+>|#*/-]*[A-Za-z][A-Za-z0-9-]{2,30}: ")


def body(block: str) -> str:
    """The base64 of a block, without escapes, quotes, line breaks and header lines; "" where no
    long line of it begins soon, as after a header that stands alone in code."""
    inner = block.partition("-----END")[0]
    lines = _LOCK.sub("\n", _ESCAPE.sub("\n", inner)).splitlines()
    if sum(line[:1] == "+" for line in lines) > len(lines) // 2:  # as a patch writes new lines
        lines = [line[1:] for line in lines]
    # Proc-Type, DEK-Info, Comment and other headers are name, colon, value
    kept = "\n".join(line for line in lines if not _HEADER.match(line))
    first = _LONG.search(kept[:400])
    # runs of A are common in keys, so the mixture may be less than that of chance
    if first is None or changes(first[0]) < len(first[0]) / 5:
        return ""
    return "".join(_RUN.findall(kept, first.start()))


def decoded(text: str) -> bytes:
    """As many whole bytes as the base64 gives; b"" where it is not base64."""
    clean = text.rstrip("=")
    whole = clean[: len(clean) // 4 * 4]
    try:
        return base64.b64decode(whole, validate=True)
    except ValueError:
        return b""


def starts_as_der(data: bytes) -> bool:
    """A SEQUENCE whose length fits and whose first member is a small INTEGER or a SEQUENCE.

    PKCS#1, SEC 1, DSA and PKCS#8 begin with a version; encrypted PKCS#8 with an algorithm.
    """
    if len(data) < 16 or data[0] != 0x30:
        return False
    at = 2
    if data[1] & 0x80:
        count = data[1] & 0x7F
        if count not in (1, 2, 3):
            return False
        length = int.from_bytes(data[2 : 2 + count], "big")
        at = 2 + count
    else:
        length = data[1]
    whole = length + at
    # the last few bytes may be lost with the padding
    return data[at] in (0x02, 0x30) and len(data) <= whole + 3 and length > 40


def is_complete(data: bytes) -> bool:
    """Whether the block holds as much as its own length says, give or take the padding."""
    if not starts_as_der(data):
        return False
    count = data[1] & 0x7F if data[1] & 0x80 else 0
    length = int.from_bytes(data[2 : 2 + count], "big") + 2 + count if count else data[1] + 2
    return len(data) >= length - 3


def openssh_cipher(data: bytes) -> str | None:
    """The cipher of an OpenSSH key, "none" for an open one; None where the body is none.

    https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
    """
    magic = b"openssh-key-v1\x00"
    if not data.startswith(magic) or len(data) < len(magic) + 8:
        return None
    at = len(magic)
    length = int.from_bytes(data[at : at + 4], "big")
    if not 0 < length < 40:
        return None
    return data[at + 4 : at + 4 + length].decode("ascii", "replace")
