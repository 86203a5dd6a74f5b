"""Secrets in texts: one pass of the engine, and on hits alone everything else."""

from _blake2 import blake2b

from seawall import catalog
from seawall.cache.store import Store
from seawall.matcher import hyperscan
from seawall.span import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from seawall.matcher import plain
    from seawall.matcher.index import Index
    from seawall.matcher.leak import Leak
    from seawall.token import Token


_NAME = "\0name"  # the path of rules that are about names


class TextLane:
    """Finds secrets in sources. The engine is loaded at the first text, rules at the first hit.

    `own_rules` are further rules of the settings; `engine` is "plain" to do without hyperscan.
    """

    __slots__ = (
        "_store",
        "_own",
        "_kind",
        "_key",
        "_engine",
        "_index",
        "_rules",
        "_last",
        "scanned",
    )

    def __init__(
        self,
        *,
        own_rules: "Sequence[Token]" = (),
        store: Store | None = None,
        engine: str = "",
    ) -> None:
        self._store = Store() if store is None else store
        self._own = tuple(own_rules)
        self._kind = engine
        self._key = b""
        self._engine: hyperscan.Engine | plain.Engine | None = None
        self._index: Index | None = None
        self._rules: dict[str, Token] = {}
        # the text searched last and its secrets: who shows its lines needs not search it again
        self._last: tuple[Source, tuple[Leak, ...]] | None = None
        self.scanned = 0  # bytes

    def search(self, source: Source) -> "tuple[Leak, ...]":
        """Every secret in the text of `source`, in the order of places."""
        data = source.utf8
        self.scanned += len(data)
        ends = self._ready().ends(data)
        found = self._decide(source.text, data, ends, source.path) if ends else ()
        self._last = (source, found)
        return found

    def lines(self, source: Source, first: int, last: int) -> tuple[tuple[int, str], ...]:
        """Lines of `source` for people: every secret of the whole text masked, those too that no
        line gives away by itself (the body of a key, what only its neighbour makes a secret)."""
        from seawall.matcher.redact import mask_spans

        if self._last is None or self._last[0] is not source:
            self.search(source)
        assert self._last is not None
        spans = [(each.start, each.end) for each in self._last[1]]
        starts = source.line_starts()
        numbers = range(max(1, first), min(last, len(starts)) + 1)
        return tuple(
            (number, mask_spans(source.line_text(number), spans, start=starts[number - 1])[:400])
            for number in numbers
        )

    def search_bytes(self, data: "bytes | memoryview") -> bool:
        """Whether these bytes of UTF-8 are worth a `search`; False is sure."""
        self.scanned += len(data)
        return bool(self._ready().ends(data))

    def search_text(self, text: str, path: str = "") -> "tuple[Leak, ...]":
        """The same for a text that is no source of its own."""
        data = text.encode("utf-8", "surrogatepass")
        ends = self._ready().ends(data)
        return self._decide(text, data, ends, path) if ends else ()

    def search_name(self, path: str) -> "tuple[Leak, ...]":
        """Secrets that a path's own name gives away."""
        return self.search_text(path, _NAME)

    def masked(self, text: str, path: str = "") -> str:
        """`text` with every secret in it masked."""
        from seawall.matcher.redact import mask_spans

        return mask_spans(text, [(each.start, each.end) for each in self.search_text(text, path)])

    def rules_digest(self) -> bytes:
        """Changes whenever a text could be judged differently."""
        if not self._key:
            state = blake2b(catalog.stamp(), digest_size=16)
            for rule in self._own:
                state.update(repr((rule.id, rule.pattern, rule.flags, rule.keywords)).encode())
            self._key = state.digest()
        return self._key

    def _ready(self) -> "hyperscan.Engine | plain.Engine":
        if self._engine is None:
            self._engine = self._load() or self._build()
        return self._engine

    def _load(self) -> "hyperscan.Engine | None":
        """The compiled engine from the cache, with nothing else imported."""
        if self._kind == "plain" or hyperscan.extension() is None:
            return None
        # a serialised database carries a sum of its own, which is looked at when it is loaded
        data = self._store.get("engine", self._engine_key(), checked=False)
        return hyperscan.Engine.load(data) if data is not None else None

    def _build(self) -> "hyperscan.Engine | plain.Engine":
        from seawall.matcher import plain

        index = self._rule_index()
        if self._kind != "plain":
            made = hyperscan.Engine.compile(index.expressions)
            if made is not None:
                self._store.put("engine", self._engine_key(), made[1])
                return made[0]
        return plain.Engine(index.bounded)

    def _engine_key(self) -> bytes:
        state = blake2b(self.rules_digest(), digest_size=16)
        state.update(hyperscan.identity())
        return state.digest()

    def _rule_index(self) -> "Index":
        if self._index is None:
            from seawall.matcher.index import Index, build

            data = self._store.get("index", self.rules_digest())
            index = Index.load(data) if data is not None else None
            if index is None:
                own = [("", rule) for rule in self._own]
                index = build([*catalog.tokens_by_module(), *own])
                self._store.put("index", self.rules_digest(), index.dump())
            self._index = index
        return self._index

    def _decide(
        self, text: str, data: "bytes", ends: "list[tuple[int, int]]", path: str
    ) -> "tuple[Leak, ...]":
        from seawall.matcher import confirm
        from seawall.matcher.places import write_excerpts

        leaks = confirm.strongest(self._found(text, data, ends, path, depth=0))
        confirm.join_pairs(leaks)
        write_excerpts(text, leaks)
        return tuple(leaks)

    def _found(
        self, text: str, data: "bytes", ends: "list[tuple[int, int]]", path: str, *, depth: int
    ) -> "list[Leak]":
        """Leaks in the text, and in what is encoded in it."""
        from seawall.matcher import confirm, decode
        from seawall.matcher.places import looks_of

        index = self._rule_index()
        looks, encoded = looks_of(data, ends, index.owners, index.rules)
        found: list[Leak] = []
        for number, windows in sorted(looks.items()):
            id, module, reach, _ = index.rules[number]
            found += confirm.leaks_of(self._rule(id, module), text, windows, path, reach)
        if encoded and depth < decode.DEEPEST:
            for kind, start, end, inner in decode.stretches(text, encoded):
                inside = inner.encode("utf-8", "surrogatepass")
                hits = self._ready().ends(inside)
                if hits:
                    for leak in self._found(inner, inside, hits, path, depth=depth + 1):
                        leak.stand_at(start, end, kind)
                        found.append(leak)
        return found

    def _rule(self, id: str, module: str) -> "Token":
        rule = self._rules.get(id)
        if rule is None:
            for each in catalog.tokens_of(module) if module else self._own:
                self._rules[each.id] = each
            rule = self._rules[id]
        return rule
