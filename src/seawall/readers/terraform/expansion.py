"""What `count` and `for_each` make: keys, iterators, and whether an instance surely exists."""

from math import isfinite
from typing import Any, TypeGuard

from seawall.readers.terraform.values import as_string
from seawall.value import UNKNOWN, Val


def keyed(value: Val[Any]) -> tuple[list[tuple[Val[Any], bool]], bool]:
    """The iterators (`key` and `value`) that `for_each = value` walks over, each with whether it
    is surely there, and whether there are no others."""
    held = value.value
    if isinstance(held, dict):
        every = [(_step(Val(key, span=value.span), held[key], value), True) for key in sorted(held)]
        if every or value.known:
            return every, value.known
    if isinstance(held, tuple):
        every = [(_step(each, each, value), each.state != UNKNOWN) for each in held]
        if every or value.known:
            return every, value.known
    if value.known:
        return [], True
    choices = [each for each in value.possible if isinstance(each.value, dict | tuple)]
    if choices and len(choices) == len(value.possible):
        return _any_of(choices), False
    why = value.why or "for_each is not known"
    if choices:
        return _any_of(choices), False
    return [(_step(Val.no_idea(why), Val.no_idea(why), value), False)], False


def _step(key: Val[Any], item: Val[Any], of: Val[Any]) -> Val[Any]:
    if of.refs and not item.refs:
        item = Val(item.value, item.state, span=item.span, possible=item.possible, why=item.why,
                   via=item.via, refs=of.refs)  # fmt: skip
    return Val({"key": key, "value": item})


def _any_of(choices: list[Val[Any]]) -> list[tuple[Val[Any], bool]]:
    found: list[tuple[Val[Any], bool]] = []
    seen: dict[str, int] = {}
    for choice in choices:
        for step, _ in keyed(choice)[0]:
            key = step.value["key"] if isinstance(step.value, dict) else step
            name = str(as_string(key).value) if key.known else ""
            if name and isinstance(choice.value, dict) and name in seen:
                seen[name] += 1
                continue
            seen[name] = 1
            found.append((step, False))
    return found


def counted(value: Val[Any], most: int) -> tuple[list[tuple[int, bool]], bool, bool]:
    """The indexes that `count = value` makes with whether each surely exists, whether there are no
    others, and whether there are more than `most`."""
    if value.known and _finite(value.value):
        number = int(value.value)
        return [(at, True) for at in range(min(max(number, 0), most))], True, number > most
    if value.known and isinstance(value.value, str) and value.value.isdigit():
        number = int(value.value[:12])
        return [(at, True) for at in range(min(number, most))], True, number > most
    numbers = [int(each.value) for each in value.possible
               if each.known and _finite(each.value)]  # fmt: skip
    if numbers and len(numbers) == len(value.possible):
        low, high = max(min(numbers), 0), max(numbers)
        return [(at, at < low) for at in range(min(high, most))], True, high > most
    return [(0, False)], False, False


def _finite(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int) or (isinstance(value, float) and isfinite(value))
