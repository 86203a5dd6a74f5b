"""Every CloudFormation template of a tree, read and evaluated."""

from collections.abc import Iterable, Iterator
from posixpath import basename, dirname

from yaml import Node

from seawall.finding import Notice
from seawall.readers.cloudformation import links, notices, sieve
from seawall.readers.cloudformation.assets import assets_of, hashes
from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.given import given_parameters
from seawall.readers.cloudformation.readable import Readable
from seawall.readers.cloudformation.stack import open_template, readings
from seawall.readers.cloudformation.template import Template, inside_serverless, is_template
from seawall.readers.node import Files, Options, Reading
from seawall.span import Source


def read(
    files: Files, options: Options, touched: frozenset[str] | None = None
) -> Iterator[Reading]:
    """One reading for each template; with `touched`, of those that read one of these paths.

    A template that another one nests is read where it is called, with the caller's parameters,
    and by itself only where nobody calls it.
    """
    files = Readable(files)
    found = _templates(files, touched)
    mentions = {
        path: links.mentioned(path, source.text) | _assets(files, source)
        for path, source in found.items()
        if links.names_files(source.data)
    }
    called = {each for path, names in mentions.items() for each in names if each != path}
    given = given_parameters(files, options) if found else {}
    seen: set[str] = set()
    for wanted in (False, True):  # callers first; then what calls itself in a circle
        for path, source in found.items():
            if path in seen or (path in called) is not wanted:
                continue
            roots, faults = _compose(source)
            seen.add(path)
            for root in roots:
                values = open_template(files, options, Template(source, root), given)
                for reading in readings(values):
                    seen.add(reading.path)
                    yield reading
            if faults:
                yield _empty(path, faults, options)
    for notice in _unsynthesised(files, touched):
        yield _empty(notice.place.path if notice.place else "", [notice], options)


def _assets(files: Files, source: Source) -> set[str]:
    """The nested templates that CDK wrote beside this one."""
    known = assets_of(files, source.path)
    return {known[name] for name in hashes(source.text) if name in known} if known else set()


def _templates(files: Files, touched: frozenset[str] | None) -> dict[str, Source]:
    """The files that may be templates, by path, and with `touched` those that may read one."""
    if touched is None:
        return _sieved(files, files.paths())
    mine = [path for path in touched if sieve.may_be_template(path)]
    found = _sieved(files, mine)
    if not mine or not any(_concerns(files.source(path)) for path in mine):
        return found
    names = {basename(path).encode("utf-8", "surrogateescape") for path in mine}
    everything = {**_sieved(files, files.paths(), linking=True), **found}
    while True:
        more = {
            path: source
            for path, source in everything.items()
            if path not in found
            and links.names_files(source.data)
            and any(name in source.data for name in names)
            and links.mentioned(path, source.text) & {*found, *mine}
        }
        if not more:
            return dict(sorted(found.items()))
        found.update(more)
        names = {basename(path).encode("utf-8", "surrogateescape") for path in more}


def _concerns(source: Source | None) -> bool:
    """Whether a changed file may be a part of a template; a deleted one always may."""
    if source is None:
        return True
    return any(word in source.data for word in (b"AWS::", b"Fn::", b"!Ref", b"!Sub", b"Custom::"))


def _sieved(files: Files, paths: Iterable[str], *, linking: bool = False) -> dict[str, Source]:
    found = {}
    for path in sorted(each for each in paths if sieve.may_be_template(each)):
        source = files.source(path)
        if source is None or not sieve.holds_resources(source.data):
            continue
        if linking and not links.names_files(source.data):
            continue
        if sieve.may_have_resources(source.text):
            found[path] = source
    return found


def _compose(source: Source) -> tuple[list[Node], list[Notice]]:
    roots, fault = documents(source.text)
    broken = fault is not None and sieve.is_certain(source.text)
    faults = [notices.broken(source, fault)] if fault is not None and broken else []
    found = [root for root in roots if is_template(root)]
    for root in roots if not found else ():
        inner = inside_serverless(root)
        if inner is not None:
            found.append(inner)
            faults.append(notices.serverless_framework(source, inner))
    return found, faults


def _unsynthesised(files: Files, touched: frozenset[str] | None) -> Iterator[Notice]:
    """CDK apps whose templates are not in the tree."""
    if touched is None:
        paths = list(files.paths())
        apps = [path for path in paths if basename(path) == "cdk.json"]
    else:
        folders = {dirname(path) for path in touched}
        apps = sorted(
            {
                path
                for folder in folders
                for path in _above(folder)
                if files.source(path) is not None
            }
        )
        paths = list(files.paths()) if apps else []
    for app in apps:
        out = f"{dirname(app)}/cdk.out/".lstrip("/")
        if "node_modules/" in app:
            continue
        if not any(path.startswith(out) and path.endswith(".template.json") for path in paths):
            yield notices.not_synthesised(app)


def _above(folder: str) -> Iterator[str]:
    """Where the `cdk.json` of an app with this folder may stand."""
    while True:
        yield f"{folder}/cdk.json".lstrip("/")
        if not folder:
            return
        folder = dirname(folder)


def _empty(path: str, notices_: list[Notice], options: Options) -> Reading:
    return Reading(
        language="cloudformation",
        path=path,
        nodes=(),
        notices=tuple(notices_),
        files=frozenset((path,)),
        deployment=options.deployment,
    )
