"""Call the functions of the language; which exist, and what happens when arguments are unknown."""

from importlib import import_module
from itertools import product
from typing import Any

from seawall.readers.terraform.evaluate import Scope, evaluate
from seawall.readers.terraform.syntax import Call
from seawall.readers.terraform.values import EvalError, Unsure, made, plain, unknown
from seawall.span import Span
from seawall.value import UNKNOWN, WRITTEN, Val

# the module of each function, loaded when one of them is called
_HOMES = {
    name: f"seawall.readers.terraform.functions_{home}"
    for home, names in {
        "collections": (
            "concat merge flatten element lookup keys values coalesce coalescelist compact "
            "distinct  one slice zipmap contains length reverse chunklist setproduct setunion "
            "setintersection  setsubtract alltrue anytrue matchkeys transpose index"
        ),
        "types": (
            "tostring tonumber tobool tolist toset tomap sensitive nonsensitive ephemeralasnull "
            "issensitive type list map"
        ),
        "strings": (
            "join format formatlist lower upper chomp endswith startswith strcontains indent regex "
            "regexall replace split strrev substr title trim trimprefix trimsuffix trimspace sort"
        ),
        "encoding": (
            "jsonencode jsondecode base64encode base64decode textencodebase64 textdecodebase64 "
            "csvdecode urlencode yamldecode yamlencode md5 sha1 sha256 sha512 base64sha256 "
            "base64sha512 uuidv5 provider::aws::arn_parse provider::aws::arn_build"
        ),
        "numbers": ("abs ceil floor log max min parseint pow signum range sum"),
        "network": ("cidrsubnet cidrsubnets cidrhost cidrnetmask cidrcontains"),
        "time": ("timeadd timecmp formatdate"),
    }.items()
    for name in names.split()
}
OF_FILES = frozenset(
    "file fileexists fileset templatefile templatestring basename dirname filebase64 filemd5 "
    "filesha1 filesha256 filesha512 filebase64sha256 filebase64sha512".split()
)
# these differ from run to run, or need more than the text
_UNKNOWABLE = frozenset(
    {"timestamp", "plantimestamp", "uuid", "bcrypt", "rsadecrypt", "base64gzip", "pathexpand",
     "abspath"}
)  # fmt: skip
_MOST_CHOICES = 16


def call(tree: Call, scope: Scope) -> Val[Any]:
    """The value of a call; functions of files are the world's own and come before this."""
    name = tree.name.removeprefix("core::")
    if name == "try":
        return _try(tree, scope)
    if name == "can":
        return _can(tree, scope)
    args = arguments(tree, scope)
    if args is None:
        return unknown(span=tree.span, why=f"{name}() of an unknown list")
    return apply(name, args, tree.span)


def arguments(tree: Call, scope: Scope) -> list[Val[Any]] | None:
    """The evaluated arguments; None where a spread list is not known."""
    args = [evaluate(each, scope) for each in tree.args]
    if tree.spread and args:
        last = args.pop()
        if not isinstance(last.value, tuple) or not last.known:
            return None
        args.extend(last.value)
    return args


def apply(name: str, args: list[Val[Any]], span: Span) -> Val[Any]:
    found = _apply(name, args, span)
    if found.state == UNKNOWN and not found.possible:
        found.possible = _choices(name, args, span)
    return found


def _apply(name: str, args: list[Val[Any]], span: Span) -> Val[Any]:
    home = import_module(_HOMES[name]) if name in _HOMES else None
    try:
        if home is not None and name in home.SHAPED:
            found: Val[Any] = home.SHAPED[name](args, span)
            return found
        if home is None:
            why = f"{name}() is not known before apply"
            if name not in _UNKNOWABLE:
                why = f"function {name}() is not evaluated"
            return unknown(args, why=why, span=span)
        try:
            given = [plain(each) for each in args]
        except ValueError:
            return unknown(args, span=span)
        return made(home.PLAIN[name](*given), args, span)
    except Unsure as unsure:
        return unknown(args, why=f"{name}(): {unsure}", span=span)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError) as wrong:
        raise EvalError(f"{name}(): {type(wrong).__name__}") from None


def _choices(name: str, args: list[Val[Any]], span: Span) -> tuple[Val[Any], ...]:
    """The values the call can have where unknown arguments have a few candidates."""
    count = 1
    for arg in args:
        if not arg.known:
            count *= len(arg.possible)
    if not 0 < count <= _MOST_CHOICES or all(arg.known for arg in args):
        return ()
    found = []
    for choice in product(*((arg,) if arg.known else arg.possible for arg in args)):
        try:
            found.append(_apply(name, list(choice), span))
        except EvalError:
            continue
    return tuple(found)


def _try(tree: Call, scope: Scope) -> Val[Any]:
    depth = scope.depth
    for each in tree.args:
        try:
            found = evaluate(each, scope)
        except EvalError:
            scope.depth = depth
            continue
        return found
    raise EvalError("nothing in try() has a value")


def _can(tree: Call, scope: Scope) -> Val[Any]:
    depth = scope.depth
    try:
        found = evaluate(tree.args[0], scope)
    except (EvalError, IndexError):
        scope.depth = depth
        return Val(False, WRITTEN, span=tree.span)
    if found.state == UNKNOWN:
        return unknown((found,), span=tree.span)
    return Val(True, WRITTEN, span=tree.span)
