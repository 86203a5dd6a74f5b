"""Checksums that vendors put into their tokens."""

import binascii

BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def base62(number: int, width: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 62)
        digits = BASE62[rest] + digits
    return digits.rjust(width, "0")


def crc32_base62(body: str) -> str:
    """Six characters, as GitHub and npm append them.

    https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    """
    return base62(binascii.crc32(body.encode()), 6)


def crc24(data: bytes) -> int:
    """The check line of OpenPGP armour, RFC 9580 section 6.1."""
    crc = 0xB704CE
    for byte in data:
        crc ^= byte << 16
        for _ in range(8):
            crc <<= 1
            if crc & 0x1000000:
                crc ^= 0x1864CFB
    return crc & 0xFFFFFF
