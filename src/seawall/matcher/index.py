"""The rule index: every trigger with the rule it stands for, small enough to load on a hit."""

import marshal
from collections.abc import Iterable

from seawall.matcher.trigger import trigger_of
from seawall.token import Token

# one row a rule: id, module, how far back of a trigger's end and how far ahead to look
Row = tuple[str, str, int, int]


class Index:
    """Triggers by number, and the rule of each; a rule's module is imported when it hits."""

    __slots__ = ("expressions", "owners", "rules")

    def __init__(
        self, expressions: tuple[str, ...], owners: tuple[int, ...], rules: tuple[Row, ...]
    ) -> None:
        self.expressions = expressions
        self.owners = owners
        self.rules = rules

    def dump(self) -> bytes:
        return marshal.dumps((self.expressions, self.owners, self.rules))

    @classmethod
    def load(cls, data: bytes) -> "Index | None":
        try:
            expressions, owners, rules = marshal.loads(data)
        except (ValueError, TypeError, EOFError):
            return None
        return cls(expressions, owners, rules)


def build(tokens: Iterable[tuple[str, Token]]) -> Index:
    """The index of (module, rule) pairs."""
    expressions: list[str] = []
    owners: list[int] = []
    rules: list[Row] = []
    for module, token in tokens:
        trigger = trigger_of(token)
        expressions += trigger.expressions
        owners += [len(rules)] * len(trigger.expressions)
        rules.append((token.id, module, trigger.back, trigger.ahead))
    return Index(tuple(expressions), tuple(owners), tuple(rules))
