"""What the evaluator does with values: conversions, comparison, and moving them about."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

MOST_TEXT = 8_000_000  # characters of one string
MOST_ITEMS = 50_000  # elements of one collection
MOST_PARTS = 60_000  # values within one value
_MOST_TRAIL = 12
_MOST_LOOKS = 2_000


class EvalError(Exception):
    """An expression that has no value; `try` and `can` look for it."""


class Unsure(Exception):
    """A function whose answer we cannot give though the language has one."""


class OverBudget(Exception):
    """More work than one project may cost."""


class SetItems(tuple[Val[Any], ...]):
    """The elements of a set: sorted, each once."""

    __slots__ = ()


def text_of(value: object) -> str | None:
    """A primitive as the language would write it in a string."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < 10**300 else None
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        return (
            f"{value:.17g}"
            if "e" not in repr(value) and repr(value) == f"{value:.17g}"
            else (
                repr(value) if "e" not in repr(value) else f"{value:.20f}".rstrip("0").rstrip(".")
            )
        )
    return None


def number_of(value: object) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return tidy(value)
    if isinstance(value, str) and len(value) < 60:
        try:
            return int(value)
        except ValueError:
            pass
        try:
            return tidy(float(value))
        except (ValueError, OverflowError):
            return None
    return None


def tidy(value: int | float) -> int | float:
    """A whole number as an int, however it was worked out."""
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise EvalError("not a finite number")
        if value.is_integer() and abs(value) < 2**53:
            return int(value)
    return value


def bool_of(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "1": True, "false": False, "0": False}.get(
        value if isinstance(value, str) else ""
    )


def as_string(val: Val[Any]) -> Val[Any]:
    """The value as a string; raises EvalError for what cannot be one."""
    value = val.value
    if isinstance(value, str) or val.state == UNKNOWN or value is None:
        return val
    text = text_of(value)
    if text is None:
        raise EvalError("a string is needed here")
    return like(val, text)


def as_number(val: Val[Any]) -> Val[Any]:
    if val.state in (UNKNOWN, PARTIAL) or val.value is None:
        return val if val.state != PARTIAL else unknown((val,))
    found = number_of(val.value)
    if found is None:
        raise EvalError("a number is needed here")
    return like(val, found)


def as_bool(val: Val[Any]) -> Val[Any]:
    if val.state in (UNKNOWN, PARTIAL) or val.value is None or isinstance(val.value, bool):
        return val if val.state != PARTIAL else unknown((val,))
    found = bool_of(val.value)
    if found is None:
        raise EvalError("true or false is needed here")
    return like(val, found)


def like(val: Val[Any], value: object) -> Val[Any]:
    """`value`, known as well as `val` and from the same place."""
    return Val(value, val.state, span=val.span, why=val.why, via=val.via, refs=val.refs)


def moved(val: Val[Any], span: Span) -> Val[Any]:
    """The value as it stands at `span`, where it was referred to."""
    via = val.via
    if val.span is not None and val.span is not span and val.span != span:
        via = (val.span, *via)[:_MOST_TRAIL] if len(via) < _MOST_TRAIL else via
    return Val(
        val.value, val.state, span=span, possible=val.possible, why=val.why, via=via, refs=val.refs
    )


def with_refs(val: Val[Any], refs: tuple[str, ...]) -> Val[Any]:
    """The value, read from these resources as well."""
    if not refs or all(each in val.refs for each in refs):
        return val
    return Val(
        val.value, val.state, span=val.span, possible=val.possible, why=val.why, via=val.via,
        refs=tuple(dict.fromkeys((*refs, *val.refs))),
    )  # fmt: skip


def refs_in(vals: Iterable[Val[Any]]) -> tuple[str, ...]:
    """Every resource that these values, or what they hold, were read from."""
    found: dict[str, None] = {}
    for val in islice(_inner(vals), _MOST_LOOKS):
        for ref in val.refs:
            found[ref] = None
    return tuple(found)


def _inner(vals: Iterable[Val[Any]], depth: int = 0) -> Iterator[Val[Any]]:
    for val in vals:
        yield val
        # a mapping of a resource is not looked into: that would evaluate all of it
        if depth < 6 and isinstance(val.value, tuple):
            yield from _inner(val.value, depth + 1)
        elif depth < 6 and type(val.value) is dict:
            yield from _inner(val.value.values(), depth + 1)


def why_of(vals: Iterable[Val[Any]]) -> str:
    """The first reason for not knowing among these values."""
    for val in islice(_inner(vals), _MOST_LOOKS):
        if not val.known and val.why:
            return val.why
    return "unknown value"


def unknown(
    vals: Iterable[Val[Any]] = (),
    why: str = "",
    span: Span | None = None,
    possible: tuple[Val[Any], ...] = (),
) -> Val[Any]:
    """What is not known because of `vals`."""
    given = tuple(vals)
    return Val(
        None, UNKNOWN, why=why or why_of(given), span=span, refs=refs_in(given), possible=possible
    )


def made(value: object, vals: Iterable[Val[Any]] = (), span: Span | None = None) -> Val[Any]:
    """A value worked out from `vals`, plain data inside it wrapped."""
    given = tuple(vals)
    refs, via = refs_in(given), trail_of(given)
    found = wrap(value, span)
    return Val(found.value, span=span, via=via, refs=refs)


def trail_of(vals: Iterable[Val[Any]]) -> tuple[Span, ...]:
    """Where the inputs of a worked-out value stand, if they came through references."""
    found: dict[Span, None] = {}
    for val in vals:
        for each in val.via:
            found[each] = None
            if len(found) >= _MOST_TRAIL:
                break
    return tuple(found)


def wrap(value: Any, span: Span | None = None) -> Val[Any]:
    """Plain Python data as values."""
    if isinstance(value, Val):
        return value
    if isinstance(value, list | tuple):
        items = tuple(wrap(each, span) for each in value)
        return Val(SetItems(items) if isinstance(value, SetItems) else items, span=span)
    if isinstance(value, dict):
        return Val({str(key): wrap(each, span) for key, each in value.items()}, span=span)
    if isinstance(value, float):
        value = tidy(value)
    if isinstance(value, str) and len(value) > MOST_TEXT:
        raise OverBudget
    return Val(value, WRITTEN, span=span)


def plain(val: Val[Any], left: list[int] | None = None) -> Any:
    """Plain data; raises ValueError where something inside is not known."""
    budget = left if left is not None else [MOST_PARTS]
    budget[0] -= 1
    if budget[0] < 0:
        raise OverBudget
    if not val.known:
        raise ValueError(val.why)
    value = val.value
    if isinstance(value, tuple):
        return [plain(each, budget) for each in value]
    if isinstance(value, dict):
        return {key: plain(value[key], budget) for key in value}
    return value


def same(left: Val[Any], right: Val[Any], left_over: list[int] | None = None) -> bool | None:
    """Whether both are equal; None where that cannot be known."""
    budget = left_over if left_over is not None else [MOST_PARTS]
    budget[0] -= 1
    if budget[0] < 0:
        raise OverBudget
    if not left.known or not right.known:
        return _differ(left, right)
    a, b = left.value, right.value
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) != len(b):
            return False
        return _all(same(x, y, budget) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        if set(a) != set(b):
            return False
        return _all(same(a[key], b[key], budget) for key in a)
    if isinstance(a, tuple | dict) or isinstance(b, tuple | dict):
        return False
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    return bool(a == b)


def _differ(left: Val[Any], right: Val[Any]) -> bool | None:
    for one, other in ((left, right), (right, left)):
        if one.known and not isinstance(one.value, tuple | dict) and other.is_not(one.value):
            return False
        if one.known and isinstance(one.value, str | int | float) and other.is_(one.value):
            return True
    return None


def _all(answers: Iterable[bool | None]) -> bool | None:
    known = True
    for answer in answers:
        if answer is False:
            return False
        known = known and answer is not None
    return True if known else None


def one_kind(items: list[Val[Any]]) -> list[Val[Any]]:
    """Primitives of several types as what they all can be: strings."""
    kinds = {type(each.value) for each in items if each.known and each.value is not None}
    if len(kinds) < 2 or kinds == {int, float} or kinds & {tuple, dict, SetItems}:
        return items
    return [as_string(each) if not isinstance(each.value, tuple | dict) else each for each in items]


def sort_key(value: Val[Any]) -> tuple[int, Any]:
    """The order of a set's elements."""
    plain = value.value
    if isinstance(plain, bool):
        return 0, plain
    if isinstance(plain, int | float):
        return 1, plain
    if isinstance(plain, str):
        return 2, plain
    return 3, ""


def as_set(val: Val[Any]) -> Val[Any]:
    """The elements once each; unknown ones stay, for they may differ."""
    items: list[Val[Any]] = []
    seen: set[tuple[str, object]] = set()
    complete = val.known
    for item in one_kind(list(val.value or ())):
        if item.known and not isinstance(item.value, tuple | dict):
            mark = type(item.value).__name__, item.value
            if mark in seen:
                continue
            seen.add(mark)
        elif any(same(item, other) for other in items[:200]):
            continue
        complete = complete and item.state != UNKNOWN
        items.append(item)
    ordered = SetItems(sorted(items, key=sort_key))
    state = WRITTEN if val.known else PARTIAL
    return Val(ordered, state, span=val.span, why=val.why, via=val.via, refs=val.refs)
