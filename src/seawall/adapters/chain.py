"""Machines whose metadata anyone can ask for credentials that are worth an account."""

from collections.abc import Iterable, Iterator

from seawall.model.compute import CredentialChain, MetadataService
from seawall.model.iam import Holder


def chains(
    services: Iterable[MetadataService], holders: Iterable[Holder]
) -> Iterator[CredentialChain]:
    """Services that answer without a token beside the mighty role their machines run as."""
    answering = {
        each.address: each
        for each in services
        if each.answers_without_token and not each.may_be_off
    }
    for holder in holders if answering else ():
        reason = _mighty(holder)
        if reason is None:
            continue
        for machine in holder.works_for:
            metadata = answering.get(machine.address)
            if metadata is not None:
                yield CredentialChain(
                    address=metadata.address,
                    type=metadata.type,
                    span=metadata.span,
                    head=metadata.head,
                    raw=metadata.raw,
                    language=metadata.language,
                    region=metadata.region,
                    tags=metadata.tags,
                    trail=metadata.trail,
                    exists=metadata.exists,
                    tokens=metadata.tokens,
                    role=holder,
                    star=reason,
                )


def _mighty(holder: Holder) -> str | None:
    """What makes the role worth an account, in a word; None for an ordinary role."""
    for policy in holder.policies:
        for statement in policy.allowing():
            if statement.every_action is not None and statement.every_resource is not None:
                return "*"
    for use in holder.managed:
        if use.name in ("AdministratorAccess", "IAMFullAccess"):
            return use.name
    return None
