"""A set of rules with its compiled engine and its index, both kept in the cache."""

from _blake2 import blake2b

from seawall import catalog
from seawall.matcher import hyperscan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from seawall.cache.store import Store
    from seawall.matcher import plain
    from seawall.matcher.building import Built
    from seawall.matcher.index import Index
    from seawall.token import Token


class Rulebook:
    """The rules of this package, or `own` ones: those of the settings have an engine of their own,
    so that a change of settings compiles nothing else again."""

    __slots__ = ("_built", "_engine", "_index", "_key", "_kind", "_own", "_rules", "_store")

    def __init__(self, store: "Store", kind: str, own: "Sequence[Token] | None" = None) -> None:
        self._store = store
        self._kind = kind
        self._own = own
        self._key = b""
        self._engine: hyperscan.Engine | plain.Engine | None = None
        self._index: Index | None = None
        self._built: Built | None = None
        self._rules: dict[str, Token] = {}

    def ends(self, data: "bytes | memoryview") -> "list[tuple[int, int]]":
        """Every (trigger number, end) in `data`."""
        if self._engine is None:
            self._engine = self._load() or self._compile()
        return self._engine.ends(data)

    def digest(self) -> bytes:
        """Changes whenever a text could be judged differently."""
        if not self._key:
            state = blake2b(catalog.stamp(), digest_size=16)
            for rule in self._own or ():
                state.update(repr((rule.id, rule.pattern, rule.flags, rule.keywords)).encode())
            self._key = state.digest()
        return self._key

    def index(self) -> "Index":
        if self._index is None:
            from seawall.matcher.index import Index

            data = self._store.get("index", self.digest())
            index = Index.load(data) if data is not None else None
            if index is None:
                index = self._build().index
                self._store.put("index", self.digest(), index.dump())
            self._index = index
        return self._index

    def rule(self, number: int) -> "Token":
        """The rule itself; its module is imported for it."""
        id, module = self.index().rules[number][:2]
        rule = self._rules.get(id)
        if rule is None:
            for each in catalog.tokens_of(module) if module else self._own or ():
                self._rules[each.id] = each
            rule = self._rules[id]
        return rule

    def asked(self, number: int) -> "Callable[[], Token]":
        """The same, when it is called."""
        return lambda: self.rule(number)

    def _load(self) -> "hyperscan.Engine | None":
        """The compiled engine from the cache, with nothing else imported."""
        if self._kind == "plain" or hyperscan.extension() is None:
            return None
        # a serialised database carries a sum of its own, which is looked at when it is loaded
        data = self._store.get("engine", self._engine_key(), checked=False)
        return hyperscan.Engine.load(data) if data is not None else None

    def _compile(self) -> "hyperscan.Engine | plain.Engine":
        from seawall.matcher import plain

        built = self._build()
        if self._kind != "plain":
            made = hyperscan.Engine.compile(built.compiled)
            if made is not None:
                self._store.put("engine", self._engine_key(), made[1])
                return made[0]
        return plain.Engine(built.bounded)

    def _build(self) -> "Built":
        if self._built is None:
            from seawall.matcher.building import build

            if self._own is None:
                self._built = build(catalog.tokens_by_module())
            else:
                self._built = build([("", each) for each in self._own], decoding=False)
        return self._built

    def _engine_key(self) -> bytes:
        state = blake2b(self.digest(), digest_size=16)
        state.update(hyperscan.identity())
        return state.digest()
