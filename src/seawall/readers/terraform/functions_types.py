"""Conversions between types, and marks that change nothing."""

from collections.abc import Callable
from typing import Any

from seawall.readers.terraform.values import (
    EvalError,
    SetItems,
    as_bool,
    as_number,
    as_set,
    as_string,
    like,
    made,
    one_kind,
    unknown,
)
from seawall.span import Span
from seawall.value import UNKNOWN, WRITTEN, Val

Args = list[Val[Any]]


def tostring(args: Args, span: Span) -> Val[Any]:
    return as_string(args[0]) if args[0].state != UNKNOWN else unknown(args, span=span)


def tonumber(args: Args, span: Span) -> Val[Any]:
    return as_number(args[0]) if args[0].state != UNKNOWN else unknown(args, span=span)


def tobool(args: Args, span: Span) -> Val[Any]:
    return as_bool(args[0]) if args[0].state != UNKNOWN else unknown(args, span=span)


def tolist(args: Args, span: Span) -> Val[Any]:
    arg = args[0]
    if arg.state == UNKNOWN:
        return unknown(args, span=span)
    if arg.value is None:
        return arg
    if not isinstance(arg.value, tuple):
        raise EvalError("tolist() of something else")
    return like(arg, tuple(one_kind(list(arg.value))))


def toset(args: Args, span: Span) -> Val[Any]:
    arg = args[0]
    if arg.state == UNKNOWN:
        return unknown(args, span=span)
    if arg.value is None or isinstance(arg.value, SetItems):
        return arg
    if not isinstance(arg.value, tuple):
        raise EvalError("toset() of something else")
    return as_set(arg)


def tomap(args: Args, span: Span) -> Val[Any]:
    arg = args[0]
    if arg.state == UNKNOWN:
        return unknown(args, span=span)
    if arg.value is None:
        return arg
    if isinstance(arg.value, dict):
        held = arg.value
        if type(held) is not dict:
            return arg
        return like(arg, dict(zip(held, one_kind(list(held.values())), strict=True)))
    raise EvalError("tomap() of something else")


def same_value(args: Args, span: Span) -> Val[Any]:
    return args[0]


def issensitive(args: Args, span: Span) -> Val[Any]:
    return unknown(args, why="sensitivity is not followed", span=span)


def type_(args: Args, span: Span) -> Val[Any]:
    value = args[0].value
    if not args[0].known:
        return unknown(args, span=span)
    for kinds, name in ((bool, "bool"), ((int, float), "number"), (str, "string")):
        if isinstance(value, kinds):
            return made(name, args, span)
    return unknown(args, why="the type of a collection", span=span)


def _list(args: Args, span: Span) -> Val[Any]:
    return Val(tuple(args), WRITTEN, span=span)


def _map(args: Args, span: Span) -> Val[Any]:
    if len(args) % 2:
        raise EvalError("map() needs pairs")
    found = {str(as_string(args[at]).value): args[at + 1] for at in range(0, len(args), 2)}
    return Val(found, WRITTEN, span=span)


SHAPED: dict[str, Callable[[Args, Span], Val[Any]]] = {
    "tostring": tostring, "tonumber": tonumber, "tobool": tobool, "tolist": tolist,
    "toset": toset, "tomap": tomap, "sensitive": same_value, "nonsensitive": same_value,
    "ephemeralasnull": same_value, "issensitive": issensitive, "type": type_,
    "list": _list, "map": _map,
}  # fmt: skip
PLAIN: dict[str, Callable[..., Any]] = {}
