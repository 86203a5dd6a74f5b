"""Evaluate expressions: everything known is worked out, everything else says why it is not."""

from collections.abc import Callable
from typing import Any, Protocol

from seawall.readers.terraform.operators import binary, conditional, unary
from seawall.readers.terraform.pieces import put_together
from seawall.readers.terraform.syntax import (
    Binary,
    Call,
    Cond,
    Each,
    Expr,
    For,
    ForPart,
    GetAttr,
    IfPart,
    Index,
    Items,
    Literal,
    Object,
    Ref,
    Splat,
    Template,
    Unary,
    Wrap,
)
from seawall.readers.terraform.values import (
    MOST_ITEMS,
    EvalError,
    OverBudget,
    SetItems,
    as_bool,
    as_string,
    moved,
    refs_in,
    unknown,
    with_refs,
)
from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val


class World(Protocol):
    """What names and functions mean where an expression stands."""

    def find(self, names: tuple[str, ...], span: Span) -> tuple[Val[Any], int]:
        """The value of the first names, and how many they were."""
        ...

    def call(self, tree: Call, scope: "Scope") -> Val[Any]: ...

    def spend(self, steps: int = 1) -> None:
        """Raises OverBudget when the project has cost too much."""
        ...


class Scope:
    """A world and the names bound on the way to an expression (each, count, for, iterators)."""

    __slots__ = ("world", "names", "depth")

    def __init__(self, world: World, names: dict[str, Val[Any]], depth: int = 0) -> None:
        self.world = world
        self.names = names
        self.depth = depth

    def bind(self, **names: Val[Any]) -> "Scope":
        return Scope(self.world, {**self.names, **names}, self.depth)


_DEEPEST = 200


def evaluate(tree: Expr, scope: Scope) -> Val[Any]:
    """The value of an expression; raises EvalError where it has none."""
    scope.world.spend()
    scope.depth += 1
    if scope.depth > _DEEPEST:
        scope.depth = 0
        raise OverBudget("nested too deeply")
    found = _HANDLERS[type(tree)](tree, scope)
    scope.depth -= 1
    return found


def _literal(tree: Literal, scope: Scope) -> Val[Any]:
    return Val(tree.value, WRITTEN, span=tree.span)


def _ref(tree: Ref, scope: Scope) -> Val[Any]:
    names = tree.names
    bound = scope.names.get(names[0])
    if bound is not None:
        value, used = bound, 1
    else:
        value, used = scope.world.find(names, tree.span)
    for name in names[used:]:
        value = attribute(value, name)
    return moved(value, tree.span)


def attribute(value: Val[Any], name: str) -> Val[Any]:
    """`value.name`."""
    held = value.value
    if isinstance(held, dict):
        try:
            found = held[name]
        except KeyError:
            if value.state == PARTIAL:
                return unknown((value,), why=value.why or f"{name} may be there")
            raise EvalError(f"there is no attribute '{name}'") from None
        return with_refs(found, value.refs)
    if value.state == UNKNOWN:
        possible = []
        for each in value.possible:
            try:
                possible.append(attribute(each, name))
            except EvalError:
                continue
        return unknown((value,), why=value.why, possible=tuple(possible))
    if isinstance(held, tuple) and name.isdigit():
        return element(value, int(name))
    if isinstance(held, tuple) and len(held) == 1:
        return attribute(held[0], name)
    raise EvalError(f"there is no attribute '{name}'")


def element(value: Val[Any], at: int) -> Val[Any]:
    held = value.value
    if isinstance(held, tuple):
        if 0 <= at < len(held):
            return with_refs(held[at], value.refs)
        if value.state == PARTIAL:
            return unknown((value,))
        raise EvalError(f"there is no element {at}")
    raise EvalError("only lists have elements")


def _attr(tree: GetAttr, scope: Scope) -> Val[Any]:
    return moved(attribute(evaluate(tree.of, scope), tree.name), tree.span)


def _index(tree: Index, scope: Scope) -> Val[Any]:
    value, key = evaluate(tree.of, scope), evaluate(tree.key, scope)
    return moved(index(value, key), tree.span)


def index(value: Val[Any], key: Val[Any]) -> Val[Any]:
    """`value[key]`."""
    if value.state == UNKNOWN:
        return unknown((value,), possible=_each_index(value, key))
    if not key.known:
        if value.value is None:
            raise EvalError("null has no elements")
        # any of the elements may be meant
        items = value.items() if isinstance(value.value, tuple | dict) else ()
        return Val(
            None, UNKNOWN, why=key.why, refs=(*value.refs, *refs_in(items)),
            possible=tuple(items) if value.known and len(items) <= 16 else (),
        )  # fmt: skip
    if isinstance(value.value, dict):
        name = as_string(key).value
        if name is None:
            raise EvalError("an index is null")
        return attribute(value, name)
    at = key.value
    if isinstance(at, str) and at.isdigit():
        at = int(at)
    if not isinstance(at, int) or isinstance(at, bool):
        raise EvalError("a list's index is a whole number")
    return element(value, at)


def _each_index(value: Val[Any], key: Val[Any]) -> tuple[Val[Any], ...]:
    possible = []
    for each in value.possible:
        try:
            possible.append(index(each, key))
        except EvalError:
            continue
    return tuple(possible)


def _each(tree: Each, scope: Scope) -> Val[Any]:
    return scope.names["*"]


def _splat(tree: Splat, scope: Scope) -> Val[Any]:
    value = evaluate(tree.of, scope)
    if value.state == UNKNOWN:
        return unknown((value,), span=tree.span)
    held = value.value
    if held is None:
        return Val((), WRITTEN, span=tree.span)
    items = held if isinstance(held, tuple) else (value,)
    found = tuple(
        with_refs(evaluate(tree.each, scope.bind(**{"*": each})), value.refs) for each in items
    )
    return Val(found, value.state if isinstance(held, tuple) else WRITTEN, span=tree.span,
               why=value.why, via=value.via)  # fmt: skip


def _call(tree: Call, scope: Scope) -> Val[Any]:
    return scope.world.call(tree, scope)


def _unary(tree: Unary, scope: Scope) -> Val[Any]:
    return unary(tree.op, evaluate(tree.of, scope), tree.span)


def _binary(tree: Binary, scope: Scope) -> Val[Any]:
    left = evaluate(tree.left, scope)
    if tree.op in ("&&", "||"):
        known = as_bool(left)
        if known.is_(tree.op == "||"):
            return Val(tree.op == "||", WRITTEN, span=tree.span, via=left.via, refs=left.refs)
    return binary(tree.op, left, evaluate(tree.right, scope), tree.span)


def _cond(tree: Cond, scope: Scope) -> Val[Any]:
    asked = as_bool(evaluate(tree.condition, scope))
    if asked.known:
        if asked.value is None:
            raise EvalError("a condition is null")
        return moved(evaluate(tree.then if asked.value else tree.other, scope), tree.span)
    sides = []
    for side in (tree.then, tree.other):
        try:
            sides.append(evaluate(side, scope))
        except EvalError:
            continue
    if not sides:
        raise EvalError("neither side of a condition has a value")
    return conditional(asked, sides, tree.span)


def _items(tree: Items, scope: Scope) -> Val[Any]:
    return Val(tuple(evaluate(each, scope) for each in tree.items), WRITTEN, span=tree.span)


def _object(tree: Object, scope: Scope) -> Val[Any]:
    items: dict[str, Val[Any]] = {}
    unsure: Val[Any] | None = None
    for key_tree, value_tree in tree.items:
        key = as_string(evaluate(key_tree, scope))
        value = evaluate(value_tree, scope)
        if key.known and isinstance(key.value, str):
            items[key.value] = value
        elif key.known:
            raise EvalError("a key is null")
        else:
            unsure = key
    if unsure is not None:
        return Val(items, PARTIAL, span=tree.span, why=unsure.why)
    return Val(items, WRITTEN, span=tree.span)


def pairs(value: Val[Any], span: Span) -> list[tuple[Val[Any], Val[Any]]]:
    """The keys and values that `for` and `for_each` walk over."""
    held = value.value
    if isinstance(held, dict):
        return [(Val(key, span=span), held[key]) for key in sorted(held)]
    if isinstance(held, SetItems):
        return [(each, each) for each in held]
    if isinstance(held, tuple):
        return [(Val(at, span=span), each) for at, each in enumerate(held)]
    raise EvalError("only lists, sets and maps can be walked over")


def _for(tree: For, scope: Scope) -> Val[Any]:
    collection = evaluate(tree.collection, scope)
    if collection.state == UNKNOWN:
        return unknown((collection,), span=tree.span)
    complete, why = collection.known, collection.why
    values: list[Val[Any]] = []
    keyed: dict[str, Val[Any]] = {}
    grouped: dict[str, list[Val[Any]]] = {}
    key_name, name = tree.names
    for key, value in pairs(collection, tree.collection.span):
        inner = Scope(scope.world, {**scope.names, name: with_refs(value, collection.refs)},
                      scope.depth)  # fmt: skip
        if key_name:
            inner.names[key_name] = key
        if tree.condition is not None:
            wanted = as_bool(evaluate(tree.condition, inner))
            if wanted.is_(False):
                continue
            if not wanted.known:
                complete, why = False, wanted.why
                continue
        if len(values) + len(keyed) > MOST_ITEMS:
            raise OverBudget
        if tree.key is None:
            values.append(evaluate(tree.value, inner))
            continue
        made = as_string(evaluate(tree.key, inner))
        found = evaluate(tree.value, inner)
        if not made.known or made.value is None:
            complete, why = False, made.why
        elif tree.group:
            grouped.setdefault(made.value, []).append(found)
        else:
            keyed[made.value] = found
    state = WRITTEN if complete else PARTIAL
    if tree.key is None:
        return Val(tuple(values), state, span=tree.span, why=why)
    for group, members in grouped.items():
        keyed[group] = Val(tuple(members), state, span=tree.span, why=why)
    return Val(keyed, state, span=tree.span, why=why)


def _wrap(tree: Wrap, scope: Scope) -> Val[Any]:
    return moved(evaluate(tree.inner, scope), tree.span)


def _template(tree: Template, scope: Scope) -> Val[Any]:
    return put_together(_parts(tree.parts, scope), tree.span)


def _parts(trees: tuple[Expr, ...], scope: Scope) -> list[Val[Any]]:
    found: list[Val[Any]] = []
    for tree in trees:
        if isinstance(tree, IfPart):
            asked = as_bool(evaluate(tree.condition, scope))
            if asked.known:
                found.extend(_parts(tree.then if asked.value else tree.other, scope))
                continue
            sides = [
                put_together(_parts(side, scope), tree.span) for side in (tree.then, tree.other)
            ]
            found.append(conditional(asked, sides, tree.span))
        elif isinstance(tree, ForPart):
            found.extend(_loop(tree, scope))
        else:
            value = as_string(evaluate(tree, scope))
            if value.known and value.value is None:
                raise EvalError("null in a template")
            found.append(value)
    return found


def _loop(tree: ForPart, scope: Scope) -> list[Val[Any]]:
    collection = evaluate(tree.collection, scope)
    if not collection.known:
        return [unknown((collection,), span=tree.span)]
    found: list[Val[Any]] = []
    for key, value in pairs(collection, tree.collection.span):
        bound = {tree.name: value, **({tree.key: key} if tree.key else {})}
        found.extend(_parts(tree.parts, scope.bind(**bound)))
    return found


_HANDLERS: dict[type, Callable[[Any, Scope], Val[Any]]] = {
    Literal: _literal,
    Ref: _ref,
    GetAttr: _attr,
    Index: _index,
    Each: _each,
    Splat: _splat,
    Call: _call,
    Unary: _unary,
    Binary: _binary,
    Cond: _cond,
    Items: _items,
    Object: _object,
    For: _for,
    Wrap: _wrap,
    Template: _template,
}
