"""From rules to what the engine looks for and to the index of it. Only a build comes here."""

from collections.abc import Iterable

from seawall.matcher.confirm import flags_of
from seawall.matcher.encoded import EXPRESSIONS
from seawall.matcher.index import Index
from seawall.matcher.trigger import bytes_of, reach_of, triggers_of
from seawall.token import Token

_AT_FIRST = 80


class Built:
    """The expressions by number: `compiled` for hyperscan, `bounded` for `re` ("" where another
    one stands for it); and their index."""

    __slots__ = ("compiled", "bounded", "index")

    def __init__(self, compiled: tuple[str, ...], bounded: tuple[str, ...], index: Index) -> None:
        self.compiled = compiled
        self.bounded = bounded
        self.index = index


def build(tokens: Iterable[tuple[str, Token]], *, decoding: bool = True) -> Built:
    """Of (module, rule) pairs, and of what tells encoded stretches."""
    compiled: list[str] = []
    bounded: list[str] = []
    owners: list[tuple[int, int]] = []
    rules: list[tuple[str, str, int, int, str, int, str]] = []
    for module, token in tokens:
        for trigger in triggers_of(token):
            compiled.append(trigger.expression)
            bounded.append(trigger.bounded)
            owners.append((len(rules), trigger.back))
        reach = reach_of(token)
        first = _AT_FIRST if token.triggers else reach
        rules.append((token.id, module, reach, first, token.pattern, flags_of(token), token.paths))
    kinds: list[str] = []
    same: list[str] = []
    for kind, expression in EXPRESSIONS if decoding else ():
        compiled.append(bytes_of(expression))
        # hyperscan likes many literals, `re` one alternation at the last of them
        if kinds and kinds[-1] != kind:
            bounded[-1] = "|".join(same)
            same.clear()
        same.append(compiled[-1])
        bounded.append("")
        owners.append((-1 - len(kinds), 0))
        kinds.append(kind)
    if same:
        bounded[-1] = "|".join(same)
    index = Index(tuple(owners), tuple(rules), tuple(kinds))
    return Built(tuple(compiled), tuple(bounded), index)
