"""Every CloudFormation template of a tree, read and evaluated."""

from collections.abc import Iterator

from seawall.finding import BLOCKING, INFORMATION, Notice
from seawall.readers.cloudformation import sieve
from seawall.readers.cloudformation.compose import Fault, documents
from seawall.readers.cloudformation.given import given_parameters
from seawall.readers.cloudformation.intrinsics import FUNCTIONS
from seawall.readers.cloudformation.nodes import nodes_of
from seawall.readers.cloudformation.template import Template, is_template
from seawall.readers.cloudformation.values import Values
from seawall.readers.node import Files, Options, Reading
from seawall.span import Source, Span
from seawall.value import Val
from seawall.words import say


def read(
    files: Files, options: Options, touched: frozenset[str] | None = None
) -> Iterator[Reading]:
    """One reading for each template; with `touched`, of those that read one of these paths."""
    paths = touched if touched is not None else files.paths()
    for path in sorted(each for each in paths if sieve.may_be_template(each)):
        source = files.source(path)
        if source is not None:
            yield from _read_one(files, options, source)


def _read_one(files: Files, options: Options, source: Source) -> Iterator[Reading]:
    try:
        data = source.data
    except OSError:
        return  # the text lane names files that cannot be read
    if not sieve.holds_resources(data) or not sieve.may_have_resources(source.text):
        return
    roots, fault = documents(source.text)
    notices = (
        [_notice(source, fault)] if fault is not None and sieve.is_certain(source.text) else []
    )
    given = given_parameters(files, options)
    pseudo = {name: value for name, value in given.items() if name.startswith("AWS::")}
    pseudo.setdefault("AWS::Partition", Val("aws"))
    pseudo.setdefault("AWS::URLSuffix", Val("amazonaws.com"))
    for root in roots:
        if is_template(root):
            values = Values(Template(source, root), FUNCTIONS, given, pseudo)
            nodes = tuple(nodes_of(values, notices))
            yield Reading(
                language="cloudformation",
                path=source.path,
                nodes=nodes,
                notices=tuple(notices),
                files=frozenset((source.path,)),
                deployment=options.deployment,
            )
            notices = []
    if notices:
        yield Reading(
            language="cloudformation",
            path=source.path,
            nodes=(),
            notices=tuple(notices),
            files=frozenset((source.path,)),
            deployment=options.deployment,
        )


def _notice(source: Source, fault: Fault) -> Notice:
    at = min(fault.offset, len(source.text))
    span = Span(source, at, at)
    if fault.budget:
        return Notice.at(
            BLOCKING,
            "budget",
            say(f"not read: {fault.what}", f"読めません（上限を超えています）: {fault.what}"),
            span,
        )
    if sieve.other_engine(source.text):
        return Notice.at(
            INFORMATION,
            "other-engine",
            say(
                "another templating engine has to run over this template first",
                "このテンプレートには先に別のテンプレートエンジンの処理が必要です",
            ),
            span,
        )
    return Notice.at(
        BLOCKING,
        "syntax",
        say(f"not a readable template: {fault.what}", f"テンプレートを読めません: {fault.what}"),
        span,
    )
