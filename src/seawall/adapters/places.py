"""Where policies were found: shared by the two languages, which each have a table of places."""

from dataclasses import dataclass
from typing import Any

from seawall.model.iam import Statement
from seawall.readers.node import Node
from seawall.value import Val

IDENTITY = "identity"
TRUST = "trust"
BUCKET = "bucket"
GUARD = "guard"  # boundaries and organisation policies: a star there gives nothing to anybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An attribute that holds a policy. `kind` is one of the above or an action prefix ("sqs"):
    the policy of a resource of that service."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Found:
    """One policy text: the node it stands in, what it says, and the nodes that use it."""

    kind: str
    node: Node
    statements: tuple[Statement, ...]
    uses: tuple[Node, ...] = ()
    value: Val[Any]

    @property
    def bearers(self) -> tuple[Node, ...]:
        """The nodes that the policy is an attribute of."""
        return self.uses or (self.node,)
