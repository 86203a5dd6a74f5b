"""Trains the model of what people write on the text that ships with Python.

    python benchmarks/train_randomness.py

Counts how often one letter follows two others in the standard library's sources and writes the
price of each step in eighths of a bit to `src/seawall/data/steps.bin`. The same Python version
gives the same bytes.
"""

import math
import sysconfig
from pathlib import Path

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz0"  # everything else, letters, any digit
TARGET = Path(__file__).resolve().parent.parent / "src" / "seawall" / "data" / "steps.bin"
_TABLE = {each: number for number, each in enumerate(SYMBOLS)}


def numbers(text: str) -> list[int]:
    """The text as symbols; a stretch of other characters is one."""
    found: list[int] = []
    for each in text.lower():
        number = _TABLE["0"] if each.isdigit() else _TABLE.get(each, 0)
        if number or not found or found[-1]:
            found.append(number)
    return found


def main() -> None:
    size = len(SYMBOLS)
    three = [1.0 / size] * size**3
    folder = Path(sysconfig.get_path("stdlib"))
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).parts
        if {"site-packages", "test", "tests", "encodings"} & set(parts):
            continue
        row = numbers(path.read_text("utf-8", "replace"))
        for a, b, c in zip(row, row[1:], row[2:], strict=False):
            three[(a * size + b) * size + c] += 1
    out = bytearray()
    for start in range(0, size**3, size):
        row_of = three[start : start + size]
        total = sum(row_of)
        # a pair that was hardly seen says little of what follows it
        smooth = 20.0 / size
        out += bytes(
            min(255, round(-8 * math.log2((count + smooth) / (total + 20.0)))) for count in row_of
        )
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(bytes(out))
    print(f"{TARGET.name}: {len(out)} bytes")


if __name__ == "__main__":
    main()
