"""Parameters from outside: the command line, a deployment, parameter files."""

from typing import Any

from yaml import Node, SequenceNode

from seawall.readers.cloudformation.compose import documents
from seawall.readers.cloudformation.tree import child, entries, plain, span_of, text_of
from seawall.readers.node import Files, Options
from seawall.span import Source
from seawall.value import Val


def given_parameters(files: Files, options: Options) -> dict[str, Val[Any]]:
    """Every parameter that is set, by name; the command line stands above the files."""
    found: dict[str, Val[Any]] = {}
    for path in options.parameter_files:
        source = files.source(path)
        if source is not None:
            found.update(_from_file(source))
    found.update({name: Val(value) for name, value in options.parameters.items()})
    return found


def _from_file(source: Source) -> dict[str, Val[Any]]:
    """The forms the AWS CLI, CodePipeline, SAM and rain know."""
    roots, _ = documents(source.text)
    found: dict[str, Val[Any]] = {}
    for root in roots:
        if isinstance(root, SequenceNode):
            # [{"ParameterKey": ..., "ParameterValue": ...}] or ["Name=Value", ...]
            for each in root.value:
                name = text_of(child(each, "ParameterKey"))
                value = child(each, "ParameterValue")
                line = text_of(each)
                if name and value is not None:
                    found[name] = _value(source, value)
                elif line and "=" in line:
                    name, _, text = line.partition("=")
                    found[name] = Val(text, span=span_of(source, each))
            continue
        table = child(root, "Parameters") or child(root, "parameters") or root
        for name, (_, value) in entries(table).items():
            found[name] = _value(source, value)
    return found


def _value(source: Source, node: Node) -> Val[Any]:
    span = span_of(source, node)
    if isinstance(node, SequenceNode):
        return Val(tuple(_value(source, each) for each in node.value), span=span)
    if isinstance(node.value, str):
        return Val(plain(node), span=span)
    return Val.no_idea("a parameter value that is no text", span)
