"""The rule index: whose each trigger is, and the expression that decides; small enough to load on
a hit."""

import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    # a rule: id, module, how far past a trigger's end a match may go, how far to look at first,
    # its expression, the flags of that, the paths it is for
    Row = tuple[str, str, int, int, str, int, str]
    # a trigger: the number of its rule, how far before its end a match may begin; of one that
    # tells an encoded stretch, -1 less the number of its kind
    Owner = tuple[int, int]


class Index:
    """Triggers by number, and the rule of each; a rule's module is imported when it matches."""

    __slots__ = ("owners", "rules", "kinds")

    def __init__(
        self, owners: "tuple[Owner, ...]", rules: "tuple[Row, ...]", kinds: tuple[str, ...]
    ) -> None:
        self.owners = owners
        self.rules = rules
        self.kinds = kinds

    def dump(self) -> bytes:
        return marshal.dumps((self.owners, self.rules, self.kinds))

    @classmethod
    def load(cls, data: bytes) -> "Index | None":
        try:
            owners, rules, kinds = marshal.loads(data)
        except (ValueError, TypeError, EOFError):
            return None
        return cls(owners, rules, kinds)
