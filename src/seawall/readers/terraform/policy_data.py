"""Render `aws_iam_policy_document` to the policy it stands for, spans and holes kept."""

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document

from typing import TYPE_CHECKING, Any

from seawall.readers.json_text import parse_json_val
from seawall.readers.terraform.functions_encoding import json_of
from seawall.readers.terraform.values import like, unknown, with_refs
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

if TYPE_CHECKING:
    from seawall.readers.terraform.bodies import Instance

_LISTS = {
    "actions": "Action", "not_actions": "NotAction",
    "resources": "Resource", "not_resources": "NotResource",
}  # fmt: skip


def render(held: "Instance") -> Val[Any]:
    """The document's `json`: a text that carries its tree."""
    found: list[Val[Any]] = []
    whole, why = True, ""
    version: Val[Any] | None = held.get("version")
    for name in ("source_policy_documents", "source_json"):
        for statements, complete, reason in _documents(held, name):
            found = _joined(found, statements, override=False)
            whole, why = whole and complete, why or reason
    own: list[Val[Any]] = []
    if "statement" in held:
        blocks = held["statement"]
        own = [_statement(each) for each in blocks.items()]
        if not blocks.complete:
            whole, why = False, why or blocks.why
    found = _joined(found, own, override=True)
    for name in ("override_policy_documents", "override_json"):
        for statements, complete, reason in _documents(held, name):
            found = _joined(found, statements, override=True)
            whole, why = whole and complete, why or reason
    span = held.body.span
    tree: dict[str, Val[Any]] = {
        "Version": version if version is not None else Val("2012-10-17", span=span),
    }
    if "policy_id" in held:
        tree["Id"] = held["policy_id"]
    state = WRITTEN if whole else PARTIAL
    tree["Statement"] = Val(tuple(found), state, span=span, why=why)
    document = Val(tree, WRITTEN, span=span, refs=(held.address,))
    return with_refs(json_of(document, span), (held.address,))


def _documents(held: "Instance", name: str) -> list[tuple[list[Val[Any]], bool, str]]:
    """The statements of every document an attribute names, and whether they are all."""
    if name not in held:
        return []
    value = held[name]
    texts = (value,) if isinstance(value.value, str) else value.items()
    found = []
    for text in texts:
        if text.known and text.value in (None, ""):
            continue
        tree = parse_json_val(text)
        statements = tree.value.get("Statement") if isinstance(tree.value, dict) else None
        if statements is None:
            found.append((list[Val[Any]](), tree.known, tree.why or "a document is not known"))
        elif isinstance(statements.value, tuple):
            found.append((list(statements.value), statements.complete, statements.why))
        elif isinstance(statements.value, dict):
            found.append(([statements], True, ""))
        else:
            found.append((list[Val[Any]](), False, statements.why))
    if value.state == UNKNOWN or (isinstance(value.value, tuple) and not value.complete):
        found.append(([], False, value.why))
    return found


def _joined(into: list[Val[Any]], statements: list[Val[Any]], *, override: bool) -> list[Val[Any]]:
    """Statements of one id stand once: the later one takes the place of the earlier."""
    found = list(into)
    for each in statements:
        sid = _sid(each)
        places = [at for at, other in enumerate(found) if sid and _sid(other) == sid]
        if places and override:
            found[places[0]] = each
        else:
            found.append(each)
    return found


def _sid(statement: Val[Any]) -> str:
    held = statement.value
    sid = held["Sid"] if isinstance(held, dict) and "Sid" in held else None
    return sid.value if sid is not None and sid.known and isinstance(sid.value, str) else ""


def _statement(block: Val[Any]) -> Val[Any]:
    held = block.value
    made: dict[str, Val[Any]] = {}
    if not isinstance(held, dict):
        return unknown((block,))
    sid = held.get("sid")
    if sid is not None and not sid.is_("") and not (sid.known and sid.value is None):
        made["Sid"] = sid
    effect = held.get("effect")
    if effect is None or (effect.known and effect.value is None):
        effect = Val("Allow", WRITTEN, span=block.span)
    made["Effect"] = effect
    for name, key in _LISTS.items():
        value = held.get(name)
        if value is None or (value.known and not value.value):
            continue
        made[key] = _variables(value)
    for name, key in (("principals", "Principal"), ("not_principals", "NotPrincipal")):
        value = held.get(name)
        if value is not None and (value.items() or not value.complete):
            made[key] = _principals(value)
    condition = held.get("condition")
    if condition is not None and (condition.items() or not condition.complete):
        made["Condition"] = _conditions(condition)
    return Val(made, WRITTEN, span=block.span)


def _variables(value: Val[Any]) -> Val[Any]:
    """`&{aws:username}` is how a policy variable is written here."""
    held = value.value
    if isinstance(held, str) and "&{" in held:
        return like(value, held.replace("&{", "${"))
    if isinstance(held, tuple):
        return like(value, tuple(_variables(each) for each in held))
    return value


def _principals(value: Val[Any]) -> Val[Any]:
    groups: dict[str, list[Val[Any]]] = {}
    complete, why = value.complete, value.why
    span = value.span
    for block in value.items():
        kind, identifiers = block.at("type"), block.at("identifiers")
        if not kind.known or not isinstance(kind.value, str):
            complete, why = False, kind.why
            continue
        everyone = len(identifiers.items()) == 1 and identifiers.items()[0].is_("*")
        if kind.value == "*" and everyone and len(value.items()) == 1:
            return Val("*", WRITTEN, span=identifiers.items()[0].span or block.span)
        members = groups.setdefault("AWS" if kind.value == "*" else kind.value, [])
        members.extend(_variables(each) for each in identifiers.items())
        if not identifiers.complete:
            members.append(unknown((identifiers,), span=identifiers.span))
    made = {kind: Val(tuple(members), WRITTEN, span=span) for kind, members in groups.items()}
    return Val(made, WRITTEN if complete else PARTIAL, span=span, why=why)


def _conditions(value: Val[Any]) -> Val[Any]:
    tests: dict[str, dict[str, Val[Any]]] = {}
    complete, why = value.complete, value.why
    for block in value.items():
        test, variable, wanted = block.at("test"), block.at("variable"), block.at("values")
        if not test.known or not variable.known:
            complete, why = False, test.why or variable.why
            continue
        tests.setdefault(str(test.value), {})[str(variable.value)] = Val(
            _variables(wanted).value, wanted.state, span=wanted.span or block.span,
            why=wanted.why, refs=wanted.refs, possible=wanted.possible, via=wanted.via,
        )  # fmt: skip
    made = {test: Val(keys, WRITTEN, span=value.span) for test, keys in tests.items()}
    return Val(made, WRITTEN if complete else PARTIAL, span=value.span, why=why)
