"""The values of a root's variables, from wherever they may be given, in Terraform's order."""

# https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence

from collections.abc import Callable
from posixpath import join, normpath
from typing import TYPE_CHECKING, Any

from seawall.finding import BLOCKING
from seawall.readers.terraform.bodies import settled
from seawall.readers.terraform.evaluate import Scope
from seawall.readers.terraform.expression import parse
from seawall.readers.terraform.folder import loaded_values, read_values
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.run import Run
from seawall.readers.terraform.syntax import Attr, Expr
from seawall.readers.terraform.types import is_text
from seawall.span import Source, Span
from seawall.value import Val
from seawall.words import say

if TYPE_CHECKING:
    from seawall.readers.terraform.folder import Folder
    from seawall.readers.terraform.module import Module

Given = dict[str, Callable[[], Val[Any]]]


def given_values(run: Run, folder: "Folder", names: frozenset[str], module: "Module") -> Given:
    """What the root's variables are set to; the last one given counts."""
    options = run.options
    found: Given = {}
    for name, text in options.environment.items():
        if name.startswith("TF_VAR_"):
            _put(found, folder, name.removeprefix("TF_VAR_"), text, "environment", module)
    for each in loaded_values(names):
        _read(run, found, f"{folder.path}/{each}" if folder.path else each, module.scope)
    for path in options.var_files:
        beside = normpath(join(folder.path, path))
        full = beside if run.files.source(beside) is not None else normpath(path)
        _read(run, found, full, module.scope)
    for name, text in options.variables.items():
        _put(found, folder, name, text, "command line", module)
    return found


def _read(run: Run, into: Given, path: str, scope: Scope) -> None:
    source = None if path.startswith(("..", "/")) else run.files.source(path)
    if source is None:
        return
    run.read.add(path)
    body, faults = read_values(source)
    for fault in faults:
        run.tell(
            BLOCKING,
            "syntax",
            say(f"no variable file: {fault.message}", f"変数ファイルとして読めません: {fault.ja}"),
            fault.span,
        )
    for name, attr in body.attrs.items():
        into[name] = _asker(attr, Scope(scope.world, {}), run)


def _asker(attr: Attr, scope: Scope, run: Run) -> Callable[[], Val[Any]]:
    return lambda: settled(attr, scope, run)


def _put(into: Given, folder: "Folder", name: str, text: str, where: str, module: "Module") -> None:
    block = folder.variables.get(name)
    if block is None:
        return
    kind = block.body.attrs.get("type")
    tree: Expr | None = None
    if kind is not None:
        try:
            tree = kind.tree
        except Broken:
            tree = None
    if is_text(tree):
        into[name] = lambda: Val(text)
        return
    source = Source(f"<{where}>", text.encode("utf-8", "surrogatepass"), origin="name")
    span = Span(source, 0, len(source.text))
    attr = Attr(name, span, span, parse)
    into[name] = lambda: _placeless(settled(attr, Scope(module, {}), module.run))


def _placeless(value: Val[Any]) -> Val[Any]:
    """A value from outside the tree stands nowhere in it."""
    held: Any = value.value
    if isinstance(held, tuple):
        held = type(held)(_placeless(each) for each in held)
    elif isinstance(held, dict):
        held = {key: _placeless(each) for key, each in held.items()}
    return Val(held, value.state, why=value.why, possible=value.possible, refs=value.refs)
