"""A rule's expression cut to its shortest match, over bytes: what the engine looks for.

Whatever the expression matches contains a match of its trigger that begins at the same place; the
trigger may match more. Both engines look for triggers, `confirm` decides. Only the building of
the rule index comes here, never a scan.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from seawall.token import Token

# a trigger this rare needs no more of the expression
_ENOUGH = 32.0
_A_RUN = 12.0
_HIGH = frozenset(range(0x80, 0x100))
_DIGITS = frozenset(range(0x30, 0x3A))
_WORD = _DIGITS | frozenset(range(0x41, 0x5B)) | frozenset(range(0x61, 0x7B)) | {0x5F}
_SPACE = frozenset(b" \t\n\r\f\v")
_ALL = frozenset(range(0x100))
_CATEGORIES = {
    codes.CATEGORY_DIGIT: _DIGITS,
    codes.CATEGORY_NOT_DIGIT: _ALL - _DIGITS,
    codes.CATEGORY_WORD: _WORD,
    codes.CATEGORY_NOT_WORD: _ALL - _WORD,
    codes.CATEGORY_SPACE: _SPACE,
    codes.CATEGORY_NOT_SPACE: _ALL - _SPACE,
}
_FOLD, _DOTALL, _ASCII = 2, 16, 256  # re.IGNORECASE, re.DOTALL, re.ASCII
_OPEN = 1 << 16  # ours: long repeats of some bytes without an end, which hyperscan compiles sooner
_LONG = 8
_MANY = int(codes.MAXREPEAT)
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_SILENT = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_BYTES_A_CHARACTER = 3  # of UTF-8, for the characters people write between a keyword and a value


@dataclass(frozen=True, slots=True)
class Trigger:
    """`expression` over bytes for hyperscan, `bounded` for `re`, which open repeats one after the
    other would keep busy for ever; `back` is how many characters before its end a match may
    begin."""

    expression: str
    back: int
    bounded: str = ""


@dataclass(slots=True)
class _Piece:
    text: str
    bits: float


def triggers_of(rule: Token) -> tuple[Trigger, ...]:
    """What to look for so that no match of `rule` is missed."""
    flags = _FOLD if "i" in rule.flags else 0
    tree = parser.parse(rule.pattern, flags | _ASCII)
    if rule.triggers:
        trees = [parser.parse(each, flags | _ASCII) for each, _ in rule.triggers]
        backs = [back for _, back in rule.triggers]
    else:
        trees = [tree]
        backs = [min(int(tree.getwidth()[1]), longest(rule))]
    before = ""
    if rule.keywords:
        gap = rule.near * _BYTES_A_CHARACTER
        words = "|".join(_fold(word) for word in sorted(rule.keywords))
        before = f"(?:{words})[\\x00-\\xff]{{0,{gap}}}?"
        backs = [back + rule.near for back in backs]
    found = []
    for each, back in zip(trees, backs, strict=True):
        both = []
        for how in (flags | _OPEN, flags):
            pieces = _sequence(list(each), how, first=True)
            kept = pieces if rule.triggers else _shortest(pieces)
            both.append(before + "".join(piece.text for piece in kept))
        compiled, bounded = both
        found.append(Trigger(compiled, back, _bounded(bounded) if rule.triggers else bounded))
    return tuple(found)


def bytes_of(expression: str) -> str:
    """Any expression over bytes, read the same by both engines."""
    tree = parser.parse(expression, _ASCII)
    return "".join(piece.text for piece in _sequence(list(tree), 0, first=True))


def _bounded(text: str) -> str:
    return text.replace("]*", "]{0,64}").replace("]+", "]{1,64}")


def reach_of(rule: Token) -> int:
    """How far past a trigger's end a match may go."""
    width = int(parser.parse(rule.pattern, _ASCII).getwidth()[1])
    return min(width, longest(rule))


def longest(rule: Token) -> int:
    """How far a match is followed; longer ones are cut there."""
    return 20_000 if rule.multiline else 4096


def _shortest(pieces: list[_Piece]) -> list[_Piece]:
    """The leading pieces that are rare enough together."""
    kept: list[_Piece] = []
    bits = 0.0
    for piece in pieces:
        if bits >= _ENOUGH:
            break
        kept.append(piece)
        bits += piece.bits
    while len(kept) > 1 and not kept[-1].text:
        kept.pop()
    return kept


def _sequence(tree: list[Any], flags: int, *, first: bool = False) -> list[_Piece]:
    """The elements of a sequence; the last one at its least, what matches nothing dropped.

    `first` where the sequence begins the whole trigger: anchors are said there alone.
    """
    while tree and _is_empty(tree[-1]):
        tree = tree[:-1]
    pieces: list[_Piece] = []
    for number, item in enumerate(tree):
        last = number == len(tree) - 1
        begins = first and number == 0
        edge = _edge(item, tree[number + 1 :]) if begins else None
        piece = edge or _element(item, flags, last=last, first=begins)
        if piece is None:  # what cannot be said over bytes ends the trigger
            break
        pieces.append(piece)
    return pieces


def _is_empty(item: Any) -> bool:
    """Matches the empty string, at the end of a sequence: look-arounds, anchors, `x*`."""
    code, value = item
    if code in _SILENT:
        return True
    if code in _REPEATS:
        return bool(value[0] == 0)
    return False


def _edge(item: Any, rest: list[Any]) -> _Piece | None:
    """A leading `(?<![...])`, `\\b` or `^` as a byte that stands before, or the start."""
    code, value = item
    if code is codes.AT and value is codes.AT_BEGINNING_STRING:
        return _Piece("^", 0.0)
    if code is codes.AT and value is codes.AT_BEGINNING:
        return _Piece("(?:^|\\n)", 0.0)
    if code is codes.ASSERT_NOT and value[0] == -1 and len(value[1]) == 1:
        members = _members(value[1][0], 0)
        if members is not None:
            return _Piece(f"(?:^|{_set(_ALL - (members - _HIGH))})", 0.0)
    if code is codes.AT and value is codes.AT_BOUNDARY and rest:
        first = _members(rest[0], 0)
        if first is not None and first <= _WORD:
            return _Piece(f"(?:^|{_set(_ALL - _WORD)})", 0.0)
    return None


def _element(item: Any, flags: int, *, last: bool, first: bool = False) -> _Piece | None:
    code, value = item
    members = _members(item, flags)
    if members is not None:
        return _Piece(_set(members), _rarity(len(members)))
    if code is codes.LITERAL:  # not ASCII
        return _Piece("".join(f"\\x{byte:02x}" for byte in chr(value).encode()), 16.0)
    if code in _REPEATS:
        return _repeat(value, flags, last=last, lazy=code is codes.MIN_REPEAT)
    if code is codes.SUBPATTERN:
        flags = (flags | value[1]) & ~value[2]
        return _group(list(value[3]), flags, last=last, first=first)
    if code is codes.ATOMIC_GROUP:
        return _group(list(value), flags, last=last, first=first)
    if code is codes.BRANCH:
        branches = [_group(list(each), flags, last=last, first=first) for each in value[1]]
        if any(branch is None for branch in branches):
            return None
        texts = "|".join(branch.text for branch in branches if branch)
        return _Piece(f"(?:{texts})", min(branch.bits for branch in branches if branch))
    if code in _SILENT:
        return _Piece("", 0.0)
    return None  # back references, conditions


def _group(tree: list[Any], flags: int, *, last: bool, first: bool = False) -> _Piece | None:
    if last:  # nothing follows, so that it may end as soon as it is rare enough
        pieces = _shortest(_sequence(tree, flags, first=first))
        if not pieces and tree and not all(_is_empty(item) for item in tree):
            return None
    else:
        each = [_element(item, flags, last=False) for item in tree]
        if any(piece is None for piece in each):
            return None
        pieces = [piece for piece in each if piece]
    text = "".join(piece.text for piece in pieces)
    return _Piece(f"(?:{text})" if text else "", sum(piece.bits for piece in pieces))


def _repeat(value: Any, flags: int, *, last: bool, lazy: bool) -> _Piece | None:
    least, most, inner = int(value[0]), int(value[1]), list(value[2])
    piece = _group(inner, flags, last=False)
    if piece is None:
        return None
    if not piece.text:
        return _Piece("", 0.0)
    if last:
        most = least
    elif flags & _OPEN and not _is_anything(inner, flags) and most > _longest_kept(inner, flags):
        most = _MANY
    elif most < _MANY and not _is_narrow(inner, flags):
        most *= 4  # UTF-8
    if most == 0:
        return _Piece("", 0.0)
    if least == most:
        count = "" if least == 1 else f"{{{least}}}"
    elif most >= _MANY:
        count = {0: "*", 1: "+"}.get(least, f"{{{least},}}")
    else:
        count = "?" if (least, most) == (0, 1) else f"{{{least},{most}}}"
    text = piece.text
    if len(inner) == 1 and text.startswith("(?:[") and text.count("[") == 1:
        text = text[3:-1]
    # `re` tells one end for each beginning: of a lazy gap, the near one
    if lazy and least != most:
        count += "?"
    # hashes and long words fit any class, however often it stands
    bits = piece.bits * least
    return _Piece(text + count, min(bits, _A_RUN) if least > 1 else bits)


def _rarity(choices: int) -> float:
    """Bits that one element is worth in text: any word fits a class of all letters."""
    if choices == 1:
        return 5.0
    if choices <= 4:
        return 4.0
    if choices <= 16:
        return 2.5
    return 1.5 if choices <= 40 else 0.3


def _longest_kept(inner: list[Any], flags: int) -> int:
    """What is told as it is: of one byte each twice as much."""
    return 2 * _LONG if _is_narrow(inner, flags) else _LONG


def _is_anything(inner: list[Any], flags: int) -> bool:
    return len(inner) == 1 and _members(inner[0], flags) == _ALL


def _is_narrow(inner: list[Any], flags: int) -> bool:
    """Every character it matches by itself is one byte; repeats within see to their own."""
    for item in inner:
        code, value = item
        if code in _SILENT or code in _REPEATS:
            continue
        if code is codes.BRANCH:
            if not all(_is_narrow(list(each), flags) for each in value[1]):
                return False
        elif code is codes.SUBPATTERN:
            if not _is_narrow(list(value[3]), flags):
                return False
        else:
            members = _members(item, flags)
            if members is None or members & _HIGH:
                return False
    return True


def _members(item: Any, flags: int) -> frozenset[int] | None:
    """The bytes one ASCII element may be; every byte of a longer character where it may be any."""
    code, value = item
    if code is codes.LITERAL:
        return _folded({value}, flags) if value < 0x80 else None
    if code is codes.NOT_LITERAL:
        return _ALL - _folded({value}, flags) | _HIGH
    if code is codes.ANY:
        return _ALL if flags & _DOTALL else _ALL - {0x0A}
    if code is codes.IN:
        return _class(value, flags)
    return None


def _class(items: Iterable[Any], flags: int) -> frozenset[int]:
    found: set[int] = set()
    negated = False
    for code, value in items:
        if code is codes.NEGATE:
            negated = True
        elif code is codes.LITERAL:
            found |= {value} if value < 0x80 else _HIGH
        elif code is codes.RANGE:
            found |= set(range(value[0], min(value[1], 0x7F) + 1))
            found |= _HIGH if value[1] > 0x7F else frozenset()
        else:
            found |= _CATEGORIES[value]
    members = _folded({each for each in found if each < 0x80}, flags)
    if negated:
        return _ALL - members
    return members | (_HIGH if found & _HIGH else frozenset())


def _folded(members: set[int], flags: int) -> frozenset[int]:
    if not flags & _FOLD:
        return frozenset(members)
    letters = {each ^ 0x20 for each in members if chr(each).isalpha()}
    return frozenset(members | letters)


def _fold(word: str) -> str:
    out = []
    for byte in word.encode():
        both = _folded({byte}, _FOLD) if byte < 0x80 else frozenset({byte})
        out.append(_set(both))
    return "".join(out)


def _set(members: frozenset[int]) -> str:
    if len(members) == 1:
        (only,) = members
        return chr(only) if chr(only).isascii() and chr(only).isalnum() else f"\\x{only:02x}"
    if len(members) == 0x100:
        return "[\\x00-\\xff]"
    runs: list[list[int]] = []
    for each in sorted(members):
        if runs and runs[-1][1] == each - 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    spans = (f"\\x{low:02x}" + ("" if low == high else f"-\\x{high:02x}") for low, high in runs)
    return f"[{''.join(spans)}]"
