"""Sample credentials: `⟦regex⟧` in a text becomes a string the expression matches.

The repository never holds a string that a secret scanner would stop; a fixed seed makes the same
sample on every machine. `⟦make⟧` calls the maker of a rule whose format has a checksum.
"""

import random
import string
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

SEED = 20240229
# what a negated class or a dot draws from
PRINTABLE = string.ascii_letters + string.digits + "_-+/=.,:;!#%&*"
_CLASSES = {
    codes.CATEGORY_DIGIT: string.digits,
    codes.CATEGORY_WORD: string.ascii_letters + string.digits + "_",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_SPACE: PRINTABLE,
    codes.CATEGORY_NOT_WORD: "+/=.,:;!#%&*",
    codes.CATEGORY_NOT_DIGIT: string.ascii_letters,
}
_MOST = 12  # how far past its least an open repeat goes


def expand(text: str, seed: object = SEED, make: Callable[[Any], str] | None = None) -> str:
    """`text` with every `⟦regex⟧` replaced; the same seed gives the same string."""
    parts = text.split("⟦")
    out = [parts[0]]
    for number, part in enumerate(parts[1:]):
        pattern, closing, rest = part.partition("⟧")
        if not closing:
            raise ValueError(f"⟦ without ⟧ in {text!r}")
        chance = random.Random(f"{seed}/{number}/{pattern}")
        if pattern == "make":
            if make is None:
                raise ValueError("⟦make⟧ in an example of a rule without a maker")
            out.append(make(chance))
        else:
            out.append(sample(pattern, chance))
        out.append(rest)
    return "".join(out)


def sample(pattern: str, chance: random.Random) -> str:
    """One string that `pattern` matches; look-arounds and anchors are not obeyed."""
    groups: dict[int, str] = {}
    return _draw(parser.parse(pattern), chance, groups)


def _draw(tree: Any, chance: random.Random, groups: dict[int, str]) -> str:
    return "".join(_one(code, value, chance, groups) for code, value in tree)


def _one(code: Any, value: Any, chance: random.Random, groups: dict[int, str]) -> str:
    match code:
        case codes.LITERAL:
            return chr(value)
        case codes.NOT_LITERAL:
            return chance.choice([each for each in PRINTABLE if each != chr(value)])
        case codes.ANY:
            return chance.choice(PRINTABLE)
        case codes.IN:
            return chance.choice(_members(value))
        case codes.CATEGORY:
            return chance.choice(_CLASSES[value])
        case codes.BRANCH:
            return _draw(chance.choice(value[1]), chance, groups)
        case codes.SUBPATTERN:
            text = _draw(value[3], chance, groups)
            if value[0] is not None:
                groups[value[0]] = text
            return text
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            least, most, inner = value
            times = chance.randint(least, min(int(most), least + _MOST))
            return "".join(_draw(inner, chance, groups) for _ in range(times))
        case codes.ATOMIC_GROUP:
            return _draw(value, chance, groups)
        case codes.GROUPREF:
            return groups[value]
        case codes.AT | codes.ASSERT | codes.ASSERT_NOT:
            return ""
    raise ValueError(f"no sample for {code}")


def _members(items: Any) -> str:
    found: list[str] = []
    negated = False
    for code, value in items:
        if code is codes.NEGATE:
            negated = True
        elif code is codes.LITERAL:
            found.append(chr(value))
        elif code is codes.RANGE:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            found += _CLASSES[value]
    if negated:
        return "".join(each for each in PRINTABLE if each not in set(found))
    return "".join(found)
