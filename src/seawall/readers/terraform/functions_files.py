"""Functions that read files, inside the tree only."""

from collections.abc import Callable
from fnmatch import translate
from importlib import import_module
from posixpath import basename, dirname, join, normpath
from typing import Any

from seawall.readers.json_text import PiecedText
from seawall.readers.terraform.evaluate import Scope, evaluate
from seawall.readers.terraform.expression import Parser
from seawall.readers.terraform.functions import apply, arguments
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.run import Run
from seawall.readers.terraform.syntax import Call
from seawall.readers.terraform.templates import parse_file
from seawall.readers.terraform.values import (
    MOST_TEXT,
    EvalError,
    OverBudget,
    SetItems,
    as_string,
    unknown,
)
from seawall.span import Source
from seawall.value import WRITTEN, Val

_OF_FILE = {
    "filebase64": "base64encode", "filemd5": "md5", "filesha1": "sha1", "filesha256": "sha256",
    "filesha512": "sha512", "filebase64sha256": "base64sha256", "filebase64sha512": "base64sha512",
}  # fmt: skip


def _source(run: Run, path: Val[Any]) -> Source:
    source = run.source(str(path.value))
    if source is None:
        raise EvalError("the file is not in this tree")
    if len(source.text) > MOST_TEXT:
        raise OverBudget
    return source


def _text(source: Source) -> Val[Any]:
    span = source.span(0, len(source.text))
    return Val(source.text, WRITTEN, span=span)


def _file(run: Run, tree: Call, scope: Scope) -> Val[Any]:
    args = arguments(tree, scope)
    if not args or not args[0].known:
        return unknown(args or (), span=tree.span)
    try:
        text = _text(_source(run, args[0]))
    except EvalError as wrong:
        return unknown(args, why=str(wrong), span=tree.span)
    if tree.name in _OF_FILE:
        return apply(_OF_FILE[tree.name], [text], tree.span)
    via = (text.span,) if text.span else ()
    return Val(PiecedText(str(text.value), (text,)), WRITTEN, span=tree.span, via=via)


def _exists(run: Run, tree: Call, scope: Scope) -> Val[Any]:
    args = arguments(tree, scope)
    if not args or not args[0].known:
        return unknown(args or (), span=tree.span)
    return Val(run.source(str(args[0].value)) is not None, WRITTEN, span=tree.span)


def _fileset(run: Run, tree: Call, scope: Scope) -> Val[Any]:
    args = arguments(tree, scope)
    if not args or len(args) != 2 or not all(each.known for each in args):
        return unknown(args or (), span=tree.span)
    folder = (
        normpath(join(run.root, str(args[0].value))) if run.root else normpath(str(args[0].value))
    )
    if folder.startswith(("..", "/")):
        return unknown(args, why="the folder is not in this tree", span=tree.span)
    prefix = "" if folder == "." else f"{folder}/"
    pattern = _glob(str(args[1].value))
    found = [
        path[len(prefix) :]
        for path in run.files.paths()
        if path.startswith(prefix) and pattern.match(path[len(prefix) :])
    ]
    items = SetItems(Val(each, WRITTEN, span=tree.span) for each in sorted(found))
    return Val(items, WRITTEN, span=tree.span)


def _glob(pattern: str) -> Any:
    """`*` stays within a folder, `**` does not."""
    whole = "".join(
        {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece)
        or translate(piece)[4:-3]
        for piece in import_module("re").split(r"(\*\*/|\*\*|\*|\?)", pattern[:500])
        if piece
    )
    return import_module("re").compile(whole + r"\Z")


def _template(run: Run, tree: Call, scope: Scope) -> Val[Any]:
    args = arguments(tree, scope)
    if not args or not args[0].known:
        return unknown(args or (), span=tree.span)
    if tree.name == "templatestring":
        source = Source(tree.span.source.path, str(args[0].value).encode("utf-8", "surrogatepass"))
    else:
        try:
            source = _source(run, args[0])
        except EvalError as wrong:
            return unknown(args, why=str(wrong), span=tree.span)
    names = args[1] if len(args) > 1 else Val({})
    if not isinstance(names.value, dict):
        return unknown(args, span=tree.span)
    given = {name: names.value[name] for name in names.value}
    if scope.depth > 150:
        raise OverBudget
    parser = Parser.over(source, len(source.text))
    try:
        parsed = parse_file(parser, source)
    except Broken as broken:
        return unknown(args, why=f"{source.path}: {broken.message}", span=tree.span)
    found = as_string(evaluate(parsed, Scope(scope.world, given, scope.depth)))
    held = found.value
    if type(held) is str:
        held = PiecedText(held, (found,))
    span = source.span(0, len(source.text))
    return Val(held, found.state, span=tree.span, possible=found.possible, why=found.why,
               via=(*found.via, span), refs=found.refs)  # fmt: skip


def _name(change: Callable[[str], str]) -> "Callable[[Run, Call, Scope], Val[Any]]":
    def named(run: Run, tree: Call, scope: Scope) -> Val[Any]:
        args = arguments(tree, scope)
        if not args or not args[0].known:
            return unknown(args or (), span=tree.span)
        return Val(change(str(args[0].value)), WRITTEN, span=tree.span)

    return named


FILES: dict[str, Callable[[Run, Call, Scope], Val[Any]]] = {
    "file": _file,
    **dict.fromkeys(_OF_FILE, _file),
    "fileexists": _exists,
    "fileset": _fileset,
    "templatefile": _template,
    "templatestring": _template,
    "basename": _name(lambda path: basename(path.rstrip("/"))),
    "dirname": _name(lambda path: dirname(path) or "."),
}
