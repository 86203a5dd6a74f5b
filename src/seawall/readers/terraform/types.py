"""Type constraints of variables, and values converted to them."""

from typing import Any

from seawall.readers.terraform.evaluate import Scope, evaluate
from seawall.readers.terraform.expression import parse
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.syntax import Block, Call, Expr, Items, Literal, Object, Ref
from seawall.readers.terraform.values import (
    EvalError,
    as_bool,
    as_number,
    as_set,
    as_string,
    like,
)
from seawall.span import Source
from seawall.value import UNKNOWN, WRITTEN, Val

_DEEPEST = 40


def is_text(kind: Expr | None) -> bool:
    """Whether a value given on the command line is taken as it stands."""
    kind = _unquoted(kind)
    return kind is None or (isinstance(kind, Ref) and kind.names[0] in ("string", "number", "bool"))


def _unquoted(kind: Expr | None) -> Expr | None:
    """The JSON and the 0.11 spelling have the type in a string."""
    if isinstance(kind, Literal) and isinstance(kind.value, str):
        word = {"list": "list(any)", "map": "map(any)"}.get(kind.value, kind.value)
        source = Source("", word.encode())
        try:
            return parse(source.span(0, len(source.text)))
        except Broken:
            return None
    return kind


def converted(value: Val[Any], kind: Expr | None, scope: Scope, depth: int = 0) -> Val[Any]:
    """`value` as the type asks; raises EvalError for what cannot be converted."""
    kind = _unquoted(kind)
    if kind is None or value.state == UNKNOWN or value.value is None or depth > _DEEPEST:
        return value
    if isinstance(kind, Ref):
        return _primitive(value, kind.names[0])
    if not isinstance(kind, Call) or not kind.args:
        return value
    inner, held = kind.args[0], value.value
    if kind.name in ("list", "set"):
        if not isinstance(held, tuple):
            raise EvalError("a list is needed here")
        items = tuple(converted(each, inner, scope, depth + 1) for each in held)
        found = like(value, items)
        return as_set(found) if kind.name == "set" else found
    if kind.name == "map":
        if not isinstance(held, dict):
            raise EvalError("a map is needed here")
        return like(value, {key: converted(held[key], inner, scope, depth + 1) for key in held})
    if kind.name == "tuple" and isinstance(inner, Items) and isinstance(held, tuple):
        pairs = zip(held, inner.items, strict=False)
        return like(value, tuple(converted(each, of, scope, depth + 1) for each, of in pairs))
    if kind.name == "object" and isinstance(inner, Object):
        return _object(value, inner, scope, depth)
    return value


def _primitive(value: Val[Any], name: str) -> Val[Any]:
    if name == "string":
        return as_string(value)
    if name == "number":
        return as_number(value)
    if name == "bool":
        return as_bool(value)
    return value


def _object(value: Val[Any], kind: Object, scope: Scope, depth: int) -> Val[Any]:
    held = value.value
    if not isinstance(held, dict):
        raise EvalError("an object is needed here")
    found: dict[str, Val[Any]] = {}
    for key, of in kind.items:
        name = str(key.value) if isinstance(key, Literal) else key.span.text
        default: Expr | None = None
        optional = isinstance(of, Call) and of.name == "optional"
        if isinstance(of, Call) and optional:
            default = of.args[1] if len(of.args) > 1 else None
            of = of.args[0]
        given = held.get(name)
        if given is None and not value.known:
            continue
        if given is None or (given.known and given.value is None and default is not None):
            if not optional:
                if given is None:
                    raise EvalError(f"attribute '{name}' is missing")
            elif default is not None:
                given = evaluate(default, scope)
        if given is None:
            given = Val(None, WRITTEN, span=value.span)
        found[name] = converted(given, of, scope, depth + 1)
    return like(value, found)


def allowed(block: Block, name: str) -> tuple[Val[Any], ...]:
    """The values a variable's validation leaves: `contains(["a", "b"], var.name)`."""
    for rule in block.body.of("validation"):
        attr = rule.body.attrs.get("condition")
        try:
            tree = attr.tree if attr else None
        except Broken:
            continue
        if not isinstance(tree, Call) or tree.name != "contains" or len(tree.args) != 2:
            continue
        given, asked = tree.args
        if not isinstance(given, Items) or not isinstance(asked, Ref):
            continue
        literals = [each for each in given.items if isinstance(each, Literal)]
        if asked.names == ("var", name) and len(literals) == len(given.items) <= 40:
            return tuple(Val(each.value, WRITTEN, span=each.span) for each in literals)
    return ()
