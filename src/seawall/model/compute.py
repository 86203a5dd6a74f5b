"""What starts instances, and how their metadata service answers."""

from dataclasses import dataclass

from seawall.model.resource import Resource
from seawall.value import Val


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MetadataService(Resource):
    """The metadata service of instances started from this resource.

    `kind` names it for people ("instance", "launch template"...). `tokens` is "required" or
    "optional", what it is by default included; `endpoint` "enabled" or "disabled". `attribute`
    is where the resource's language writes the tokens, "" where it cannot. `users` start
    instances from it.
    """

    kind: str
    tokens: Val[str]
    endpoint: Val[str]
    hop_limit: Val[int]
    attribute: str = ""
    users: tuple[Resource, ...] = ()

    @property
    def answers_without_token(self) -> bool:
        return self.tokens.is_not("required") and not self.switched_off

    @property
    def switched_off(self) -> bool:
        return self.endpoint.is_("disabled")

    @property
    def may_be_off(self) -> bool:
        """Off, or we cannot know."""
        return not self.endpoint.is_not("disabled")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ManagedFleet(Resource):
    """Instances that a service starts for its user, who chooses the version of their metadata.

    `service` names it for people, `requires_tokens` is whether version 1 is refused, by default
    included. `certain` is false where the default depends on what is not written here.
    """

    service: str
    requires_tokens: Val[bool]
    certain: bool = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class MetadataDefaults(Resource):
    """What an account's instances get where nothing is written."""

    tokens: Val[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Image(Resource):
    """A machine image made here; `support` is "v2.0" where its instances require tokens."""

    support: Val[str]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CredentialChain(Resource):
    """A machine that hands its credentials to any forged request, and the mighty role they are.

    `star` is what makes the role mighty: "*" or a managed policy's name.
    """

    tokens: Val[str]
    role: Resource
    star: str
