"""Tells drawn strings from written ones, in bits: how much likelier a string is drawn by chance.

The price of what people write comes from a table of letter steps that
`benchmarks/train_randomness.py` trains on the sources that ship with Python.
"""

import os
from math import log2

import seawall

_SIZE = 28
_DIGIT = 27
_ID_DIGIT = log2(10)
# how often a capital follows: a break, a small letter, a capital, a digit (the standard library's)
_CAPITAL = {".": 0.2, "a": 0.04, "A": 0.6, "0": 0.15}
_BITS_CAPITAL = {key: -log2(value) for key, value in _CAPITAL.items()}
_BITS_SMALL = {key: -log2(1 - value) for key, value in _CAPITAL.items()}
_steps = b""


def _table() -> bytes:
    global _steps
    if not _steps:
        path = os.path.join(os.path.dirname(seawall.__file__), "data", "steps.bin")
        with open(path, "rb") as file:
            _steps = file.read()
    return _steps


def written_bits(text: str) -> float:
    """The price of `text` as something a person wrote."""
    steps = _table()
    one = two = 0
    kind = "."
    bits = 0.0
    for each in text:
        if "a" <= each <= "z":
            number, cost, new = ord(each) - 96, _BITS_SMALL[kind], "a"
        elif "A" <= each <= "Z":
            number, cost, new = ord(each) - 64, _BITS_CAPITAL[kind], "A"
        elif "0" <= each <= "9":
            number, cost, new = _DIGIT, _ID_DIGIT, "0"
        else:
            number, cost, new = 0, (0.0 if each in "_-. /" else 4.0), "."
        if number or two or not bits:
            bits += steps[(one * _SIZE + two) * _SIZE + number] / 8
            one, two = two, number
        bits += cost
        kind = new
    return bits


def drawn_bits(text: str) -> float:
    """The price of `text` as a draw from the smallest usual alphabet that holds it."""
    return len(text) * log2(alphabet(text))


def alphabet(text: str) -> int:
    small = big = digits = other = False
    hexadecimal = True
    for each in text:
        if "0" <= each <= "9":
            digits = True
        elif "a" <= each <= "z":
            small = True
            hexadecimal = hexadecimal and each <= "f"
        elif "A" <= each <= "Z":
            big = True
            hexadecimal = hexadecimal and each <= "F"
        else:
            other = True
    if digits and not (small or big or other):
        return 10
    if hexadecimal and digits and not other and not (small and big):
        return 16
    size = 10 * digits + 26 * small + 26 * big + 12 * other
    return max(size, 26)


def randomness(text: str) -> float:
    """Bits in favour of chance; below zero somebody wrote it."""
    return written_bits(text) - drawn_bits(text)
