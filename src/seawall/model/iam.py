"""Policies and those they are given to, as checks see them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from seawall.model.resource import Resource
from seawall.model.wildcard import is_every_action, is_every_resource
from seawall.value import Val

USER = "user"
GROUP = "group"
ROLE = "role"
PERMISSION_SET = "permission set"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Principal:
    """One principal of a statement: its kind ("AWS", "Service", "Federated", "*") and who."""

    kind: str
    who: Val[Any]

    @property
    def is_everyone(self) -> bool:
        """Provably anyone: `"*"`, `{"AWS": "*"}`, and an account of stars."""
        if self.kind not in ("AWS", "*", "Federated", "CanonicalUser"):
            return False
        return self.who.holds(lambda who: isinstance(who, str) and _everyone(who))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Condition:
    """One line of a condition: operator, key and the values it is compared with."""

    operator: str
    key: str
    values: tuple[Val[Any], ...]
    complete: bool = True  # no further values


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Statement:
    """One statement of a policy. `at` is the whole of it.

    A statement element that is absent is (), one that was written but is not known holds an
    unknown value.
    """

    at: Val[Any]
    sid: Val[Any]
    effect: Val[Any]
    actions: tuple[Val[Any], ...] = ()
    not_actions: tuple[Val[Any], ...] = ()
    resources: tuple[Val[Any], ...] = ()
    not_resources: tuple[Val[Any], ...] = ()
    principals: tuple[Principal, ...] = ()
    not_principals: tuple[Principal, ...] = ()
    conditions: tuple[Condition, ...] = ()
    conditions_known: bool = True

    @property
    def allows(self) -> bool:
        """Provably an Allow; a statement without an effect is one that was meant to be."""
        return self.effect.is_("Allow") or self.effect.absent

    @property
    def conditional(self) -> bool:
        return bool(self.conditions) or not self.conditions_known

    @property
    def every_action(self) -> Val[Any] | None:
        """The action that is a star, whichever way it is spelled."""
        return _first(self.actions, is_every_action)

    @property
    def every_resource(self) -> Val[Any] | None:
        """The resource that is a star; the statement itself where it names none at all."""
        if not self.resources and not self.not_resources:
            return self.at
        return _first(self.resources, is_every_resource)

    @property
    def open_principals(self) -> tuple[Principal, ...]:
        return tuple(each for each in self.principals if each.is_everyone)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class IdentityPolicy(Resource):
    """A policy that gives rights to users, groups, roles or permission sets.

    The resource is where the text stands: a managed or inline policy, a role with inline
    policies, an `aws_iam_policy_document`. `uses` are the resources that take the document,
    `holders` those who get the rights.
    """

    statements: tuple[Statement, ...]
    uses: tuple[Resource, ...] = ()
    holders: tuple[Resource, ...] = ()
    works_for: tuple[Resource, ...] = ()

    def allowing(self) -> Iterator[Statement]:
        return (each for each in self.statements if each.allows)

    @property
    def related(self) -> tuple[Resource, ...]:
        """Who and what this policy makes powerful: the rest of the picture."""
        beside = (*self.uses, *self.holders, *self.works_for)
        return _once(each for each in beside if each.address != self.address)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TrustPolicy(Resource):
    """Who may become a role."""

    statements: tuple[Statement, ...]
    uses: tuple[Resource, ...] = ()

    def allowing(self) -> Iterator[Statement]:
        return (each for each in self.statements if each.allows)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ResourcePolicy(Resource):
    """Who may do what with one resource: a queue, a key, a repository, a function.

    `service` is the action prefix ("sqs", "kms"). `private` is provably true where a network
    boundary keeps the internet out whatever the policy says (a domain in a VPC, a private API).
    """

    service: str
    statements: tuple[Statement, ...]
    uses: tuple[Resource, ...] = ()
    private: Val[Any] = field(default_factory=lambda: Val(False))

    def allowing(self) -> Iterator[Statement]:
        return (each for each in self.statements if each.allows)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ManagedPolicyUse(Resource):
    """A managed policy given to someone. `arn` is the policy, `kind` who gets it."""

    arn: Val[Any]
    kinds: tuple[str, ...]
    holders: tuple[Resource, ...] = ()
    works_for: tuple[Resource, ...] = ()

    @property
    def name(self) -> str:
        """The name of an AWS managed policy, "" for any other or an unknown one."""
        arn = self.arn.value if self.arn.known else None
        if not isinstance(arn, str):
            return ""
        for owner in (":iam::aws:policy/", ":iam::policy/"):  # the second is how people mistype it
            head, found, path = arn.partition(owner)
            if found and head.startswith("arn:"):
                return path.rpartition("/")[2]
        return ""

    @property
    def related(self) -> tuple[Resource, ...]:
        return _once((*self.holders, *self.works_for))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Holder(Resource):
    """A user, group, role or permission set with all the rights this project gives it.

    `works_for` are the resources that run as it: functions, instances, tasks.
    """

    kind: str
    policies: tuple[IdentityPolicy, ...] = ()
    managed: tuple[ManagedPolicyUse, ...] = ()
    works_for: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UserKey(Resource):
    """A long-lived access key of a user. `shown` are outputs and parameters that hold its
    secret."""

    user: Val[Any]
    encrypted: Val[Any]
    shown: tuple[Resource, ...] = ()


def _once(resources: Iterable[Resource]) -> tuple[Resource, ...]:
    """Each address once, and no more of them than a reader looks at."""
    return tuple({each.address: each for each in resources}.values())[:12]


def _first(values: tuple[Val[Any], ...], question: Any) -> Val[Any] | None:
    for value in values:
        if value.holds(lambda text: isinstance(text, str) and question(text)):
            return value
    return None


def _everyone(who: str) -> bool:
    if not who.strip("*"):
        return bool(who)
    # IAM refuses a star inside an arn here; whoever writes one means everyone
    parts = who.split(":")
    return len(parts) >= 6 and parts[2] == "iam" and parts[4] == "*"
