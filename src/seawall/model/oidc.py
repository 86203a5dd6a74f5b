"""Who may become a role through a web identity provider, from the conditions of its trust.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
"""

from typing import Any

from seawall.model.iam import Statement
from seawall.model.wildcard import covers
from seawall.value import Val

WEB_IDENTITY = "sts:AssumeRoleWithWebIdentity"
# providers that all customers share: without a subject anyone with an account there gets in;
# those of CircleCI, Bitbucket, Azure DevOps and clusters are of one organisation each
SHARED = (
    "token.actions.githubusercontent.com",
    "gitlab.com",
    "app.terraform.io",
    "agent.buildkite.com",
)
# there the audience is the client itself
_BY_AUDIENCE = (
    "cognito-identity.amazonaws.com",
    "accounts.google.com",
    "graph.facebook.com",
    "www.amazon.com",
)


def federated(statement: Statement) -> Val[Any] | None:
    """The web identity provider a statement trusts, None where it trusts none."""
    if not any(
        each.holds(lambda text: covers(str(text), WEB_IDENTITY)) for each in statement.actions
    ):
        return None
    return next((each.who for each in statement.principals if each.kind == "Federated"), None)


def provider_of(statement: Statement) -> str:
    """The provider's host, from its arn or from the condition keys; "" where neither tells."""
    who = federated(statement)
    text = str(who.value) if who is not None and who.known else ""
    names = [text.rpartition("oidc-provider/")[2]] + [each.key for each in statement.conditions]
    for host in (*SHARED, *_BY_AUDIENCE):
        if any(name.lower().startswith(host) for name in names):
            return host
    return text.rpartition("oidc-provider/")[2]


def by_audience(statement: Statement) -> bool:
    """Whether the audience alone names one client."""
    return provider_of(statement) in _BY_AUDIENCE and any(
        each.key.lower().endswith(":aud") for each in statement.conditions
    )


def subjects(statement: Statement) -> tuple[Val[Any], ...]:
    """The patterns that a claim about the caller must meet; () where no claim is asked for.

    A claim that may be missing (IfExists, ForAllValues) is not asked for.
    """
    found: list[Val[Any]] = []
    for each in statement.conditions:
        operator = each.operator.lower()
        claim = each.key.lower().rpartition(":")[2]
        if claim == "aud" or operator.endswith("ifexists") or operator.startswith("forallvalues:"):
            continue
        if ":" in each.key and "stringnot" not in operator and operator != "null":
            found.extend(each.values or (Val.no_idea("a condition"),))
    return tuple(found)


def width(subject: str) -> str:
    """ "all", "owner" (all of one organisation's) or "" of a subject pattern.

    `repo:octo/app:ref:refs/heads/main`, `project_path:group/app:*`,
    `organization:acme:project:*`, `system:serviceaccount:ns:name`.
    """
    if not {"*", "?"} & set(subject):
        return ""
    if not subject.strip("*?"):
        return "all"
    kind, _, rest = subject.partition(":")
    if kind == "system":
        rest = rest.partition(":")[2]
    if {"*", "?"} & set(kind):
        return "all"
    separator = ":" if kind in ("organization", "system") else "/"
    owner, _, name = rest.partition(separator)
    if not owner.strip("*?") or owner.startswith("*"):
        return "all"
    if {"*", "?"} & set(owner):
        return "owner"
    first = name.replace(":", "/").partition("/")[0]
    return "owner" if not first.strip("*?") else ""
