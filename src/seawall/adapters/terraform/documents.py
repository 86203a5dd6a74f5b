"""`aws_iam_policy_document` data, read into the statements it will render.

https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
"""

from collections.abc import Iterator
from typing import Any

from seawall.adapters.nodes import Nodes
from seawall.adapters.policy_document import words
from seawall.model.iam import Condition, Principal, Statement
from seawall.readers.json_text import parse_json_val
from seawall.readers.node import Node
from seawall.value import Val

DOCUMENT = "aws_iam_policy_document"
_SOURCES = ("source_policy_documents", "override_policy_documents", "source_json", "override_json")


def statements(document: Node) -> tuple[Statement, ...]:
    """The statements that stand in this document itself."""
    return tuple(statement(each) for each in document.blocks("statement"))


def sources(nodes: Nodes, document: Node) -> Iterator[Val[Any]]:
    """The documents and texts this one takes in."""
    for name in _SOURCES:
        value = document.at(name)
        yield from value.items() if isinstance(value.value, tuple) else (value,)


def document_of(nodes: Nodes, value: Val[Any]) -> Node | None:
    """The one document that `value` is the rendering of."""
    if isinstance(value.value, tuple | dict):
        return None
    # what a document renders to carries its address; what went into it is among the value's refs
    made = parse_json_val(value)
    named = made if made.refs else value
    found = [
        node for node in nodes.referred(named) if node.kind == "data" and node.type == DOCUMENT
    ]
    return found[0] if found and len(named.refs) == 1 else None


def statement(at: Val[Any]) -> Statement:
    """A `statement` block, or an object of the same shape as public modules take them."""
    written = at.at("condition")
    conditions, known = _conditions(at.at("conditions") if written.absent else written)
    return Statement(
        at=at,
        sid=at.at("sid"),
        effect=at.at("effect"),
        actions=words(at.at("actions")),
        not_actions=words(at.at("not_actions")),
        resources=words(at.at("resources")),
        not_resources=words(at.at("not_resources")),
        principals=tuple(_principals(at.at("principals"))),
        not_principals=tuple(_principals(at.at("not_principals"))),
        conditions=conditions,
        conditions_known=known,
    )


def _principals(blocks: Val[Any]) -> Iterator[Principal]:
    for block in _each(blocks):
        kind = block.at("type")
        for who in words(block.at("identifiers")):
            yield Principal(kind=str(kind.value) if kind.known else "unknown", who=who)


def _conditions(blocks: Val[Any]) -> tuple[tuple[Condition, ...], bool]:
    found = []
    known = blocks.complete
    for block in _each(blocks):
        test, key, values = block.at("test"), block.at("variable"), block.at("values")
        if not (test.known and key.known):
            known = False
            continue
        found.append(
            Condition(
                operator=str(test.value),
                key=str(key.value),
                values=words(values),
                complete=values.complete,
            )
        )
    return tuple(found), known


def _each(blocks: Val[Any]) -> tuple[Val[Any], ...]:
    """Blocks one by one: a list, a mapping of them by name, or one alone."""
    value: Any = blocks.value
    if isinstance(value, dict) and not all(isinstance(each.value, dict) for each in value.values()):
        return (blocks,)
    return blocks.items()
