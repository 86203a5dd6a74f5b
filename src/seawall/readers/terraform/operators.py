"""Operators and conditionals over values that may be unknown."""

import math
from typing import Any

from seawall.readers.terraform.values import (
    EvalError,
    as_bool,
    as_number,
    made,
    moved,
    refs_in,
    same,
    tidy,
    unknown,
)
from seawall.span import Span
from seawall.value import UNKNOWN, Val


def unary(op: str, value: Val[Any], span: Span) -> Val[Any]:
    value = as_bool(value) if op == "!" else as_number(value)
    if not value.known:
        possible = tuple(unary(op, each, span) for each in value.possible if each.known)
        whole = len(possible) == len(value.possible)
        return unknown((value,), span=span, possible=possible if whole else ())
    if value.value is None:
        raise EvalError("an operand is null")
    return made(not value.value if op == "!" else -value.value, (value,), span)


def binary(op: str, left: Val[Any], right: Val[Any], span: Span) -> Val[Any]:
    if op in ("==", "!="):
        answer = same(left, right)
        if answer is None:
            return unknown((left, right), span=span)
        return made(answer is (op == "=="), (left, right), span)
    if op in ("&&", "||"):
        return _logical(op, as_bool(left), as_bool(right), span)
    left, right = as_number(left), as_number(right)
    if not left.known or not right.known:
        return unknown((left, right), span=span)
    if left.value is None or right.value is None:
        raise EvalError("an operand is null")
    try:
        found = _number(op, left.value, right.value)
        if isinstance(found, float):  # decimals are exact in the language
            found = tidy(float(f"{found:.15g}"))
        return made(found, (left, right), span)
    except (OverflowError, ZeroDivisionError):
        raise EvalError("a number is divided by zero or too large") from None


def _logical(op: str, left: Val[Any], right: Val[Any], span: Span) -> Val[Any]:
    decides = op == "||"
    for one in (left, right):
        if one.known and one.value is None:
            raise EvalError("an operand is null")
        if one.is_(decides):
            return made(decides, (one,), span)
    if left.known and right.known:
        return made(not decides, (left, right), span)
    return unknown((left, right), span=span)


def _number(op: str, left: Any, right: Any) -> object:
    if op == "+":
        return tidy(left + right)
    if op == "-":
        return tidy(left - right)
    if op == "*":
        if abs(left) > 10**200 or abs(right) > 10**200:
            raise OverflowError
        return tidy(left * right)
    if op == "/":
        if isinstance(left, int) and isinstance(right, int) and left % right == 0:
            return left // right
        return tidy(left / right)
    if op == "%":
        return tidy(math.fmod(left, right))
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[op]


def conditional(asked: Val[Any], sides: list[Val[Any]], span: Span) -> Val[Any]:
    """A conditional whose condition is not known: both sides, one value where they agree."""
    first = sides[0]
    if len(sides) == 2 and same(sides[0], sides[1]) is True:
        return moved(first, span)
    if len(sides) == 1:
        return moved(first, span)
    return Val(None, UNKNOWN, span=span, why=asked.why, possible=tuple(sides), refs=refs_in(sides))
