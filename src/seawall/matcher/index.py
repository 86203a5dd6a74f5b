"""The rule index: every trigger with the rule it stands for, small enough to load on a hit."""

import marshal
from collections.abc import Iterable

from seawall.matcher.decode import EXPRESSIONS
from seawall.matcher.trigger import bytes_of, reach_of, triggers_of
from seawall.token import Token

# a rule: id, module, how far past a trigger's end a match may go, how far to look at first
Row = tuple[str, str, int, int]
# a trigger: the number of its rule, how far before its end a match may begin; of one that tells
# an encoded stretch, -1 less the number of its kind
Owner = tuple[int, int]

_AT_FIRST = 80


class Index:
    """Triggers by number, and the rule of each; a rule's module is imported when it hits."""

    __slots__ = ("expressions", "bounded", "owners", "rules")

    def __init__(
        self,
        expressions: tuple[str, ...],
        bounded: tuple[str, ...],
        owners: tuple[Owner, ...],
        rules: tuple[Row, ...],
    ) -> None:
        self.expressions = expressions
        self.bounded = bounded
        self.owners = owners
        self.rules = rules

    def dump(self) -> bytes:
        return marshal.dumps((self.expressions, self.bounded, self.owners, self.rules))

    @classmethod
    def load(cls, data: bytes) -> "Index | None":
        try:
            expressions, bounded, owners, rules = marshal.loads(data)
        except (ValueError, TypeError, EOFError):
            return None
        return cls(expressions, bounded, owners, rules)


def build(tokens: Iterable[tuple[str, Token]], *, decoding: bool = True) -> Index:
    """The index of (module, rule) pairs, and of what tells encoded stretches."""
    expressions: list[str] = []
    bounded: list[str] = []
    owners: list[Owner] = []
    rules: list[Row] = []
    for module, token in tokens:
        for trigger in triggers_of(token):
            expressions.append(trigger.expression)
            bounded.append(trigger.bounded)
            owners.append((len(rules), trigger.back))
        reach = reach_of(token)
        rules.append((token.id, module, reach, _AT_FIRST if token.triggers else reach))
    kinds: dict[str, list[str]] = {}
    for number, (kind, expression) in enumerate(EXPRESSIONS if decoding else ()):
        expressions.append(bytes_of(expression))
        kinds.setdefault(kind, []).append(expressions[-1])
        owners.append((-1 - number, 0))
        # hyperscan likes many literals, `re` one alternation at the last of them
        last = number + 1 == len(EXPRESSIONS) or EXPRESSIONS[number + 1][0] != kind
        bounded.append("|".join(kinds.pop(kind)) if last else "")
    return Index(tuple(expressions), tuple(bounded), tuple(owners), tuple(rules))
