"""Functions over lists, sets and maps; elements keep their spans and unknown ones their place."""

from collections.abc import Callable
from itertools import product
from typing import Any

from seawall.readers.terraform.evaluate import index as _index
from seawall.readers.terraform.values import (
    MOST_ITEMS,
    EvalError,
    OverBudget,
    SetItems,
    as_bool,
    as_set,
    as_string,
    made,
    number_of,
    plain,
    refs_in,
    same,
    unknown,
    why_of,
    with_refs,
)
from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

Args = list[Val[Any]]


def _listed(items: list[Val[Any]], args: Args, span: Span, *, whole: bool = True) -> Val[Any]:
    if len(items) > MOST_ITEMS:
        raise OverBudget
    complete = whole and all(each.known for each in args)
    why = "" if complete else why_of(args)
    return Val(tuple(items), WRITTEN if complete else PARTIAL, span=span, why=why)


def _members(arg: Val[Any]) -> tuple[Val[Any], ...]:
    if arg.value is None and arg.known:
        raise EvalError("null is no list")
    if isinstance(arg.value, tuple):
        return tuple(with_refs(each, arg.refs) for each in arg.value)
    if arg.state == UNKNOWN:
        return ()
    raise EvalError("a list is needed here")


def _mapped(arg: Val[Any]) -> dict[str, Val[Any]]:
    if isinstance(arg.value, dict):
        return arg.value
    if arg.state == UNKNOWN:
        return {}
    raise EvalError("a map is needed here")


def whole(arg: Val[Any]) -> int:
    found = number_of(arg.value)
    if found is None or found != int(found):
        raise EvalError("a whole number is needed here")
    return int(found)


def concat(args: Args, span: Span) -> Val[Any]:
    if len(args) == 1 and args[0].state == UNKNOWN:
        return unknown(args, span=span)
    items: list[Val[Any]] = []
    for arg in args:
        items.extend(_members(arg))
    found = _listed(items, args, span)
    if not items and not found.known:
        return unknown(args, span=span)
    return found


def merge(args: Args, span: Span) -> Val[Any]:
    items: dict[str, Val[Any]] = {}
    given = [each for each in args if not (each.known and each.value is None)]
    for arg in given:
        if not arg.known:
            # anything found so far may be written over
            items = {key: unknown((arg, value)) for key, value in items.items()}
        held = _mapped(arg)
        for key in held:
            items[key] = held[key]
    complete = all(each.known for each in given)
    if not items and not complete:
        return unknown(args, span=span)
    return Val(items, WRITTEN if complete else PARTIAL, span=span,
               why="" if complete else why_of(given))  # fmt: skip


def flatten(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    items: list[Val[Any]] = []
    whole = _flat(args[0], items, 0)
    return _listed(items, args, span, whole=whole)


def _flat(arg: Val[Any], into: list[Val[Any]], depth: int) -> bool:
    whole = arg.known
    if depth > 50 or len(into) > MOST_ITEMS:
        raise OverBudget
    for each in _members(arg):
        if isinstance(each.value, tuple):
            whole = _flat(each, into, depth + 1) and whole
        elif each.state == UNKNOWN:
            into.append(each)
            whole = False
        else:
            into.append(each)
    return whole


def element(args: Args, span: Span) -> Val[Any]:
    items, at = _members(args[0]), args[1]
    if not args[0].known or not at.known or not items:
        if args[0].known and not items:
            raise EvalError("element() of an empty list")
        if args[0].state == PARTIAL and items and at.is_(0):
            return items[0]
        possible = items if args[0].known and len(items) <= 16 else ()
        return unknown(args, span=span, possible=possible)
    return items[whole(at) % len(items)]


def lookup(args: Args, span: Span) -> Val[Any]:
    held, key = args[0], as_string(args[1])
    if held.state == UNKNOWN or not key.known:
        if isinstance(held.value, dict) and held.known:
            every = (*held.value.values(), *args[2:3])
            return unknown(args, span=span, possible=every if len(every) <= 16 else ())
        return unknown(args, span=span)
    mapped = _mapped(held)
    if key.value in mapped:
        return with_refs(mapped[str(key.value)], held.refs)
    if held.state == PARTIAL:
        return unknown(args, span=span)
    if len(args) < 3:
        raise EvalError(f"there is no key '{key.value}'")
    return args[2]


def keys(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    return _listed([Val(key, span=span) for key in sorted(_mapped(args[0]))], args, span)


def values(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    held = _mapped(args[0])
    return _listed([with_refs(held[key], args[0].refs) for key in sorted(held)], args, span)


def coalesce(args: Args, span: Span) -> Val[Any]:
    candidates: list[Val[Any]] = []
    for arg in args:
        if arg.known and (arg.value is None or arg.value == ""):
            continue
        candidates.append(arg)
        if arg.known or arg.state == PARTIAL:
            break
    if not candidates:
        raise EvalError("coalesce() has no value to give")
    first = candidates[0]
    if len(candidates) == 1:
        return first
    # a value that is not known yet is hardly ever null: it stands first, the others may be
    possible = tuple(candidates) if all(each.known or each.possible for each in candidates) else ()
    return Val(None, UNKNOWN, why=first.why, span=span, refs=refs_in(candidates), possible=possible)


def coalescelist(args: Args, span: Span) -> Val[Any]:
    for arg in args:
        if not arg.known:
            return arg if arg.state == PARTIAL and arg.items() else unknown(args, span=span)
        if arg.value:
            return arg
    raise EvalError("coalescelist() has no list to give")


def compact(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    items = [each for each in _members(args[0]) if not (each.known and each.value in (None, ""))]
    # an unknown element may be empty; that it is one is what authors mean by writing it
    return _listed(items, args, span)


def distinct(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    items: list[Val[Any]] = []
    seen: set[tuple[type, object]] = set()
    for each in _members(args[0]):
        if each.known and not isinstance(each.value, tuple | dict):
            mark = type(each.value), each.value
            if mark in seen:
                continue
            seen.add(mark)
        elif any(same(each, other) for other in items[:200]):
            continue
        items.append(each)
    return _listed(items, args, span)


def one(args: Args, span: Span) -> Val[Any]:
    if not args[0].known:
        items = args[0].items()
        return unknown((*args, *items), span=span)
    items = _members(args[0])
    if len(items) > 1:
        raise EvalError("one() of several elements")
    return items[0] if items else Val(None, WRITTEN, span=span)


def slice_(args: Args, span: Span) -> Val[Any]:
    if not all(each.known for each in args):
        return unknown(args, span=span)
    start, end = whole(args[1]), whole(args[2])
    items = _members(args[0])
    if not 0 <= start <= end <= len(items):
        raise EvalError("slice() is out of range")
    return _listed(list(items[start:end]), args, span)


def zipmap(args: Args, span: Span) -> Val[Any]:
    names, members = _members(args[0]), _members(args[1])
    if not args[0].known or not args[1].known:
        return unknown(args, span=span)
    if len(names) != len(members):
        raise EvalError("zipmap() needs lists of one length")
    whole = all(each.known for each in names)
    found = {
        str(name.value): value for name, value in zip(names, members, strict=True) if name.known
    }
    return Val(found, WRITTEN if whole else PARTIAL, span=span, why="" if whole else why_of(names))


def contains(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    answers = [same(each, args[1]) for each in _members(args[0])]
    if True in answers:
        return made(True, args, span)
    if None in answers or not args[0].known:
        return unknown(args, span=span)
    return made(False, args, span)


def length(args: Args, span: Span) -> Val[Any]:
    arg = args[0]
    if not arg.known:
        return unknown(args, span=span)
    if not isinstance(arg.value, str | tuple | dict):
        raise EvalError("length() of something that has none")
    if isinstance(arg.value, SetItems) and not all(each.known for each in arg.value):
        return unknown(args, span=span)
    return made(len(arg.value), (Val(None, refs=arg.refs, via=arg.via),), span)


def reverse(args: Args, span: Span) -> Val[Any]:
    if args[0].state == UNKNOWN:
        return unknown(args, span=span)
    return _listed(list(reversed(_members(args[0]))), args, span)


def chunklist(args: Args, span: Span) -> Val[Any]:
    if not args[0].known or not args[1].known:
        return unknown(args, span=span)
    items, size = list(_members(args[0])), whole(args[1])
    if size <= 0:
        return _listed([Val(tuple(items), span=span)] if items else [], args, span)
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    return _listed([Val(tuple(each), span=span) for each in chunks], args, span)


def setproduct(args: Args, span: Span) -> Val[Any]:
    if not all(each.known for each in args):
        return unknown(args, span=span)
    size = 1
    for arg in args:
        size *= len(_members(arg))
    if size > MOST_ITEMS:
        raise OverBudget
    every = [Val(choice, span=span) for choice in product(*(_members(arg) for arg in args))]
    if all(isinstance(arg.value, SetItems) for arg in args):
        return Val(SetItems(every), span=span)
    return _listed(every, args, span)


def setunion(args: Args, span: Span) -> Val[Any]:
    return as_set(concat(args, span))


def setintersection(args: Args, span: Span) -> Val[Any]:
    if not all(each.known for each in args):
        return unknown(args, span=span)
    found = [
        each
        for each in _members(args[0])
        if all(any(same(each, other) for other in _members(arg)) for arg in args[1:])
    ]
    return as_set(_listed(found, args, span))


def setsubtract(args: Args, span: Span) -> Val[Any]:
    if not all(each.known for each in args):
        return unknown(args, span=span)
    gone = _members(args[1])
    kept = [each for each in _members(args[0]) if not any(same(each, other) for other in gone)]
    return as_set(_listed(kept, args, span))


def alltrue(args: Args, span: Span) -> Val[Any]:
    return _truth(args, span, decides=False)


def anytrue(args: Args, span: Span) -> Val[Any]:
    return _truth(args, span, decides=True)


def _truth(args: Args, span: Span, *, decides: bool) -> Val[Any]:
    items = [as_bool(each) for each in _members(args[0])]
    if any(each.is_(decides) for each in items):
        return made(decides, args, span)
    if not args[0].known or not all(each.known for each in items):
        return unknown(args, span=span)
    return made(not decides, args, span)


def matchkeys(args: Args, span: Span) -> Val[Any]:
    if not all(each.known for each in args):
        return unknown(args, span=span)
    wanted = _members(args[2])
    found = [
        value
        for value, key in zip(_members(args[0]), _members(args[1]), strict=True)
        if any(same(key, each) for each in wanted)
    ]
    return _listed(found, args, span)


def transpose(args: Args, span: Span) -> Val[Any]:
    if not args[0].known:
        return unknown(args, span=span)
    found: dict[str, list[str]] = {}
    held = plain(args[0])
    for key in sorted(held):
        for each in held[key]:
            found.setdefault(each, []).append(key)
    return made({key: found[key] for key in sorted(found)}, args, span)


def index(args: Args, span: Span) -> Val[Any]:
    if not isinstance(args[0].value, tuple):
        return _index(args[0], args[1]) if args[0].known else unknown(args, span=span)
    for at, each in enumerate(_members(args[0])):
        answer = same(each, args[1])
        if answer is None:
            return unknown(args, span=span)
        if answer:
            return made(at, args[1:], span)
    raise EvalError("index() finds no such element")


SHAPED: dict[str, Callable[[Args, Span], Val[Any]]] = {
    "concat": concat, "merge": merge, "flatten": flatten, "element": element, "lookup": lookup,
    "keys": keys, "values": values, "coalesce": coalesce, "coalescelist": coalescelist,
    "compact": compact, "distinct": distinct, "one": one, "slice": slice_, "zipmap": zipmap,
    "contains": contains, "length": length, "reverse": reverse, "chunklist": chunklist,
    "setproduct": setproduct, "setunion": setunion, "setintersection": setintersection,
    "setsubtract": setsubtract, "alltrue": alltrue, "anytrue": anytrue, "matchkeys": matchkeys,
    "transpose": transpose, "index": index,
}  # fmt: skip
PLAIN: dict[str, Callable[..., Any]] = {}
