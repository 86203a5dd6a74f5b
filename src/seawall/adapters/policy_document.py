"""A policy in any of its spellings, read into statements: shared by both languages.

A policy is a JSON string (quoted, a heredoc, folded YAML), what `jsonencode` was given, or a
mapping of a template. What `aws_iam_policy_document` builds is read in `terraform/policies.py`.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from collections.abc import Iterator
from typing import Any

from seawall.model.iam import Condition, Principal, Statement
from seawall.readers.json_text import parse_json_val
from seawall.value import Val

_PRINCIPALS = ("AWS", "Service", "Federated", "CanonicalUser")


def statements(policy: Val[Any]) -> tuple[Statement, ...]:
    """The statements we can see; () for what is unknown or no policy."""
    return tuple(_statements(parse_json_val(policy)))


def _statements(policy: Val[Any]) -> Iterator[Statement]:
    if not isinstance(policy.value, dict):
        return
    for each in flat(member(policy, "Statement")):
        if isinstance(each.value, dict):
            yield statement(each)


def statement(at: Val[Any]) -> Statement:
    """One statement of a policy, from its mapping."""
    conditions, known = _conditions(member(at, "Condition"))
    return Statement(
        at=at,
        sid=member(at, "Sid"),
        effect=member(at, "Effect"),
        actions=words(member(at, "Action")),
        not_actions=words(member(at, "NotAction")),
        resources=words(member(at, "Resource")),
        not_resources=words(member(at, "NotResource")),
        principals=tuple(_principals(member(at, "Principal"))),
        not_principals=tuple(_principals(member(at, "NotPrincipal"))),
        conditions=conditions,
        conditions_known=known,
    )


def member(mapping: Val[Any], name: str) -> Val[Any]:
    """A member of a mapping by a name in any case: IAM's element names know none."""
    value: Any = mapping.value
    if not isinstance(value, dict):
        return mapping if mapping.unknown else Val.nothing(mapping.span)
    if name in value:
        return value[name]  # type: ignore[no-any-return]
    lower = name.lower()
    for key, each in value.items():
        if key.lower() == lower:
            return each  # type: ignore[no-any-return]
    if mapping.complete:
        return Val.nothing(mapping.span)
    return Val.no_idea(mapping.why or "not all of it is known", mapping.span)


def flat(value: Val[Any]) -> Iterator[Val[Any]]:
    """The elements of a list, of lists in it, or the one thing that is no list."""
    if isinstance(value.value, tuple):
        for each in value.value:
            yield from flat(each)
    elif value.absent or (value.known and value.value is None):
        return
    else:
        yield value


def words(value: Val[Any]) -> tuple[Val[Any], ...]:
    """The strings of an element that may be one or a list; what is not known stays, unknown."""
    found = []
    for each in flat(value):
        if isinstance(each.value, dict):
            # a mapping where a string belongs: written, and nothing that we can compare
            each = Val.no_idea("a mapping where a text belongs", each.span)
        found.append(each)
    return tuple(found)


def _principals(value: Val[Any]) -> Iterator[Principal]:
    if isinstance(value.value, dict):
        for kind, who in value.value.items():
            name = next((each for each in _PRINCIPALS if each.lower() == kind.lower()), kind)
            for each in words(who):
                yield Principal(kind=name, who=each)
        return
    for each in flat(value):
        if isinstance(each.value, dict):
            yield from _principals(each)
        else:
            yield Principal(kind="*" if each.is_("*") else "AWS", who=each)


def _conditions(value: Val[Any]) -> tuple[tuple[Condition, ...], bool]:
    if value.absent:
        return (), True
    if not isinstance(value.value, dict):
        return (), False
    found = []
    known = value.complete
    for operator, keys in value.value.items():
        if not isinstance(keys.value, dict):
            known = False
            continue
        known = known and keys.complete
        for key, values in keys.value.items():
            found.append(
                Condition(
                    operator=operator, key=key, values=words(values), complete=values.complete
                )
            )
    return tuple(found), known
