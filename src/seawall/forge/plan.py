"""What a CI run has to judge: which commits, against which state, under whose policy."""

from seawall.words import Text


class Plan:
    """`kind`: "range" (every commit of base..head), "new" (the same, but `base` is a branch that
    may not be there, and `head` may be a tag), "history" (everything), "nothing" (`why` says so).

    `base` and `head` are revisions or ids as the CI system gives them. `policy_at` is the trusted
    revision that policy, baseline and plugins come from; "" where all of the tree is trusted.
    `full_clone` is the line that mends a shallow clone.
    """

    __slots__ = (
        "base",
        "event",
        "fork",
        "full_clone",
        "head",
        "kind",
        "policy_at",
        "pull_request",
        "system",
        "why",
    )

    def __init__(
        self,
        kind: str,
        *,
        system: str,
        event: str,
        base: str = "",
        head: str = "HEAD",
        policy_at: str = "",
        pull_request: int = 0,
        fork: bool = False,
        full_clone: str = "",
        why: Text | None = None,
    ) -> None:
        self.kind = kind
        self.system = system
        self.event = event
        self.base = base
        self.head = head
        self.policy_at = policy_at
        self.pull_request = pull_request
        self.fork = fork
        self.full_clone = full_clone
        self.why = why

    def facts(self) -> tuple[object, ...]:
        """All fields but the words, for comparison."""
        return tuple(getattr(self, name) for name in self.__slots__ if name != "why")


def is_zero(id: str) -> bool:
    """git's word for no object, in either hash."""
    return bool(id) and not id.strip("0")
