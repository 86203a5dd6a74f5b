"""Secrets in texts: one pass of the engine, and on hits alone everything else."""

from _blake2 import blake2b

from seawall.cache.store import Store
from seawall.lanes.rulebook import Rulebook
from seawall.span import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from seawall.matcher.leak import Leak
    from seawall.token import Token

_NAME = "\0name"  # the path of rules that are about names
_DEEPEST = 3  # encodings within each other


class TextLane:
    """Finds secrets in sources. The engine is loaded at the first text, rules at the first hit.

    `own_rules` are further rules of the settings; `engine` is "plain" to do without hyperscan.
    """

    __slots__ = ("_adopted", "_books", "_last", "_store", "scanned")

    def __init__(
        self,
        *,
        own_rules: "Sequence[Token]" = (),
        store: Store | None = None,
        engine: str = "",
    ) -> None:
        self._store = Store() if store is None else store
        self._books = [Rulebook(self._store, engine)]
        if own_rules:
            self._books.append(Rulebook(self._store, engine, own_rules))
        self._adopted = False
        # the text searched last and its secrets: who shows its lines needs not search it again
        self._last: tuple[Source, tuple[Leak, ...]] | None = None
        self.scanned = 0  # bytes

    def search(self, source: Source) -> "tuple[Leak, ...]":
        """Every secret in the text of `source`, in the order of places."""
        data = source.utf8
        self.scanned += len(data)
        ends = self._ends(data)
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
        return bool(self._ends(data))

    def search_text(self, text: str, path: str = "") -> "tuple[Leak, ...]":
        """The same for a text that is no source of its own."""
        data = text.encode("utf-8", "surrogatepass")
        ends = self._ends(data)
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
        return self._books[-1].digest()

    def _ends(self, data: "bytes | memoryview") -> "list[list[tuple[int, int]]]":
        """The ends of each book's triggers; empty where no book has any."""
        found = [book.ends(data) for book in self._books]
        return found if any(found) else []

    def _decide(
        self, text: str, data: bytes, ends: "list[list[tuple[int, int]]]", path: str
    ) -> "tuple[Leak, ...]":
        from seawall import patterns

        # before the modules that compile theirs when they are imported
        if not self._adopted:
            self._adopted = True
            codes = self._store.get("patterns", self._patterns_key())
            if codes is not None:
                patterns.adopt(codes)
        from seawall.matcher import confirm
        from seawall.matcher.places import write_excerpts

        leaks = confirm.strongest(self._found(text, data, ends, path, depth=0))
        confirm.join_pairs(leaks)
        write_excerpts(text, leaks)
        news = patterns.kept()
        if news is not None:
            self._store.put("patterns", self._patterns_key(), news)
        return tuple(leaks)

    def _patterns_key(self) -> bytes:
        from seawall import patterns

        return blake2b(self._books[0].digest() + patterns.identity(), digest_size=16).digest()

    def _found(
        self,
        text: str,
        data: bytes,
        ends: "list[list[tuple[int, int]]]",
        path: str,
        *,
        depth: int,
    ) -> "list[Leak]":
        """Leaks in the text, and in what is encoded in it."""
        from seawall import patterns
        from seawall.matcher import confirm
        from seawall.matcher.places import looks_of

        found: list[Leak] = []
        encoded: list[tuple[str, int]] = []
        for book, some in zip(self._books, ends, strict=True):
            if not some:
                continue
            index = book.index()
            looks, more = looks_of(data, some, index.owners, index.rules, index.kinds)
            encoded += more
            for number, windows in sorted(looks.items()):
                _, _, reach, _, pattern, flags, paths = index.rules[number]
                if not confirm.concerns(paths, path):
                    continue
                expression = patterns.compile(pattern, flags)
                found += confirm.leaks_of(
                    book.asked(number), expression, text, windows, path, reach
                )
        if encoded and depth < _DEEPEST:
            from seawall.matcher.decode import stretches

            for kind, start, end, inner in stretches(text, encoded):
                inside = inner.encode("utf-8", "surrogatepass")
                hits = self._ends(inside)
                if hits:
                    for leak in self._found(inner, inside, hits, path, depth=depth + 1):
                        leak.stand_at(start, end, kind)
                        found.append(leak)
        return found
