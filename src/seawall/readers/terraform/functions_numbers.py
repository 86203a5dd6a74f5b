"""Functions over numbers, given and giving plain data."""

import math
from collections.abc import Callable
from typing import Any

from seawall.readers.terraform.values import MOST_ITEMS, EvalError, OverBudget, number_of


def _number(value: object) -> int | float:
    found = number_of(value)
    if found is None:
        raise EvalError("a number is needed here")
    return found


def _log(value: Any, base: Any) -> float:
    return math.log(_number(value)) / math.log(_number(base))


def _parseint(text: Any, base: Any) -> int:
    word = str(text)
    if len(word) > 300 or "_" in word or word != word.strip():
        raise EvalError("not a number")
    return int(word, int(_number(base)))


def _pow(value: Any, power: Any) -> float:
    if abs(_number(power)) > 1000:
        raise OverBudget
    return float(_number(value)) ** _number(power)


def _signum(value: Any) -> int:
    found = _number(value)
    return (found > 0) - (found < 0)


def _range(*args: Any) -> list[int | float]:
    given = [_number(each) for each in args]
    start, limit = (0, given[0]) if len(given) == 1 else (given[0], given[1])
    step = given[2] if len(given) > 2 else (1 if limit >= start else -1)
    if step == 0:
        raise EvalError("range() needs a step")
    if (limit - start) / step > MOST_ITEMS:
        raise OverBudget
    found: list[int | float] = []
    at = start
    while (at < limit) if step > 0 else (at > limit):
        found.append(at)
        at += step
    return found


def _sum(items: Any) -> int | float:
    if not items:
        raise EvalError("sum() of nothing")
    return sum(_number(each) for each in items)


PLAIN: dict[str, Callable[..., Any]] = {
    "abs": lambda value: abs(_number(value)),
    "ceil": lambda value: math.ceil(_number(value)),
    "floor": lambda value: math.floor(_number(value)),
    "log": _log,
    "max": lambda *values: max(_number(each) for each in values),
    "min": lambda *values: min(_number(each) for each in values),
    "parseint": _parseint,
    "pow": _pow,
    "signum": _signum,
    "range": _range,
    "sum": _sum,
}
SHAPED: dict[str, Callable[..., Any]] = {}
