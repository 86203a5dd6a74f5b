"""JSON inside strings, of either language: documents that keep their spans and their holes."""

import re
from typing import Any

from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_CHARS = re.compile(r'[^"\\\x00\ue000-\uf8ff]+')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}
_WORDS = {"true": True, "false": False, "null": None}
_HOLE = 0xE000  # private characters stand for the holes of a text while it is parsed
_MOST_HOLES = 0xF8FF - 0xE000
_DEEPEST = 100


class JsonText(str):
    """JSON text that still knows what it was made of: `tree` has the values and their spans.

    Of a text that is known in part the string is the known prefix, the tree is whole.
    """

    __slots__ = ("tree",)
    tree: Val[Any]

    def __new__(cls, text: str, tree: Val[Any]) -> "JsonText":
        self = super().__new__(cls, text)
        self.tree = tree
        return self


class PiecedText(str):
    """A string and the values it was put together from, literals with their spans.

    Of a text that is known in part the string is the known prefix, the parts are all there.
    """

    __slots__ = ("parts",)
    parts: tuple[Val[Any], ...]

    def __new__(cls, text: str, parts: tuple[Val[Any], ...]) -> "PiecedText":
        self = super().__new__(cls, text)
        self.parts = parts
        return self


def parse_json_val(val: Val[Any]) -> Val[Any]:
    """What a string that holds JSON says: a tree of values with spans inside the text.

    A mapping or list is taken as it is. What is no JSON is unknown, with the reason.
    """
    value = val.value
    if isinstance(value, dict | tuple):
        return val
    if isinstance(value, JsonText):
        return _with_refs(value.tree, val.refs)
    if isinstance(value, PiecedText):
        return _Reader(value.parts, val).document()
    if val.state == UNKNOWN and val.possible:
        trees = tuple(parse_json_val(each) for each in val.possible)
        return Val.no_idea(val.why, val.span, via=val.via, refs=val.refs, possible=trees)
    if not isinstance(value, str) or not val.known:
        return Val.no_idea(val.why or "no JSON text", val.span, via=val.via, refs=val.refs)
    return _Reader((val,), val).document()


def _with_refs(tree: Val[Any], refs: tuple[str, ...]) -> Val[Any]:
    if not refs or tree.refs:
        return tree
    return Val(
        tree.value, tree.state, span=tree.span, why=tree.why, via=tree.via,
        possible=tree.possible, refs=refs,
    )  # fmt: skip


class _NotJson(Exception):
    pass


class _Reader:
    def __init__(self, parts: tuple[Val[Any], ...], whole: Val[Any]) -> None:
        self.whole = whole
        self.holes: list[Val[Any]] = []
        self.text = ""
        # (offset in text, the value it came from, offset in the source per character or None)
        self.pieces: list[tuple[int, Val[Any]]] = []
        self.maps: dict[int, list[int] | None] = {}
        for part in _flat(parts):
            value = part.value
            if part.known and isinstance(value, str) and not isinstance(value, JsonText):
                self.pieces.append((len(self.text), part))
                self.text += value
            elif part.known and isinstance(value, bool | int | float):
                self.text += str(value).lower()
            elif len(self.holes) < _MOST_HOLES:
                self.text += chr(_HOLE + len(self.holes))
                self.holes.append(part)

    def document(self) -> Val[Any]:
        try:
            tree, at = self.value(self.space(0), 0)
            if self.space(at) < len(self.text):
                raise _NotJson
        except (_NotJson, RecursionError):
            return Val.no_idea(
                self.whole.why or "the text is no JSON", self.whole.span, refs=self.whole.refs
            )
        if not tree.refs and self.whole.refs:
            tree = _with_refs(tree, self.whole.refs)
        return tree

    def space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Val[Any], int]:
        char = self.text[at : at + 1]
        if depth > _DEEPEST:
            raise _NotJson
        if char == "{":
            return self.mapping(at, depth)
        if char == "[":
            return self.listing(at, depth)
        if char == '"':
            return self.string(at)
        if char and self.is_hole(char):
            hole = self.hole(char)
            value = hole.value
            if isinstance(value, JsonText):
                hole = value.tree
            elif not isinstance(value, dict | tuple):
                hole = Val.no_idea(
                    hole.why or "unknown", self.span(at, at + 1), via=hole.via, refs=hole.refs
                )
            return hole, at + 1
        found = _NUMBER.match(self.text, at)
        if found:
            whole = not (found[1] or found[2])
            number = int(found[0]) if whole and len(found[0]) < 300 else float(found[0])
            return Val(number, span=self.span(at, found.end())), found.end()
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, at):
                end = at + len(word)
                return Val(meaning, span=self.span(at, end)), end
        raise _NotJson

    def mapping(self, at: int, depth: int) -> tuple[Val[Any], int]:
        start, items, complete = at, dict[str, Val[Any]](), True
        at = self.space(at + 1)
        while self.text[at : at + 1] != "}":
            if self.text[at : at + 1] != '"':
                raise _NotJson
            key, at = self.string(at)
            at = self.space(at)
            if self.text[at : at + 1] != ":":
                raise _NotJson
            value, at = self.value(self.space(at + 1), depth + 1)
            if key.known:
                items[str(key.value)] = value
            else:
                complete = False
            at = self.separator(at, "}")
        state = WRITTEN if complete else PARTIAL
        return Val(items, state, span=self.span(start, at + 1)), at + 1

    def listing(self, at: int, depth: int) -> tuple[Val[Any], int]:
        start, items = at, list[Val[Any]]()
        at = self.space(at + 1)
        while self.text[at : at + 1] != "]":
            value, at = self.value(at, depth + 1)
            items.append(value)
            at = self.separator(at, "]")
        return Val(tuple(items), span=self.span(start, at + 1)), at + 1

    def separator(self, at: int, closer: str) -> int:
        at = self.space(at)
        if self.text[at : at + 1] == ",":
            # AWS refuses a comma before the end; the policy is judged as it was meant
            return self.space(at + 1)
        elif self.text[at : at + 1] == closer:
            return at
        raise _NotJson

    def string(self, at: int) -> tuple[Val[Any], int]:
        start = at
        at += 1
        words: list[str] = []
        holes: list[Val[Any]] = []
        prefix: str | None = None
        while True:
            char = self.text[at : at + 1]
            if char == '"':
                break
            if char == "\\":
                word, at = self.escape(at)
                words.append(word)
            elif char and self.is_hole(char):
                holes.append(self.hole(char))
                if prefix is None:
                    known = holes[0].value if holes[0].state == PARTIAL else ""
                    prefix = "".join(words) + (known if isinstance(known, str) else "")
                at += 1
            else:
                found = _CHARS.match(self.text, at)
                if found is None:
                    raise _NotJson
                words.append(found[0])
                at = found.end()
        span = self.span(start, at + 1)
        if not holes:
            return Val("".join(words), span=span), at + 1
        refs = tuple(dict.fromkeys(ref for hole in holes for ref in hole.refs))
        if len(holes) == 1 and not words and holes[0].state == UNKNOWN:
            only = holes[0]
            return Val.no_idea(
                only.why, span, via=only.via, refs=refs, possible=only.possible
            ), at + 1
        state = PARTIAL if prefix else UNKNOWN
        return Val(prefix or None, state, span=span, why=holes[0].why, refs=refs), at + 1

    def escape(self, at: int) -> tuple[str, int]:
        char = self.text[at + 1 : at + 2]
        if char == "u":
            digits = self.text[at + 2 : at + 6]
            if not re.fullmatch(r"[0-9a-fA-F]{4}", digits):
                raise _NotJson
            code = int(digits, 16)
            low = self.text[at + 6 : at + 12]
            if 0xD800 <= code < 0xDC00 and re.fullmatch(r"\\u[dD][c-fC-F][0-9a-fA-F]{2}", low):
                code = 0x10000 + ((code - 0xD800) << 10) + int(low[2:], 16) - 0xDC00
                return chr(code), at + 12
            return chr(code), at + 6
        if char not in _ESCAPES or not char:
            raise _NotJson
        return _ESCAPES[char], at + 2

    def is_hole(self, char: str) -> bool:
        return 0 <= ord(char) - _HOLE < len(self.holes)

    def hole(self, char: str) -> Val[Any]:
        return self.holes[ord(char) - _HOLE]

    def span(self, start: int, end: int) -> Span | None:
        """Where `start:end` of the text stands in the file; the whole value where that is lost."""
        first, last = self.place(start), self.place(max(start, end - 1))
        if first is None or last is None or first.source is not last.source:
            return self.whole.span
        return Span(first.source, first.start, max(last.end, first.start))

    def place(self, at: int) -> Span | None:
        for index in range(len(self.pieces) - 1, -1, -1):
            begin, piece = self.pieces[index]
            if begin <= at:
                break
        else:
            return None
        text = str(piece.value)
        if at >= begin + len(text):
            return None
        if index not in self.maps:
            self.maps[index] = align(text, piece.literal())
        offsets = self.maps[index]
        span = piece.literal()
        if offsets is None or span is None:
            return span
        start = offsets[at - begin]
        escaped = text[at - begin] != "\\" and span.source.text[start : start + 1] == "\\"
        return Span(span.source, start, start + (2 if escaped else 1))


def _flat(parts: tuple[Val[Any], ...], depth: int = 0) -> list[Val[Any]]:
    found: list[Val[Any]] = []
    for part in parts:
        if isinstance(part.value, PiecedText) and depth < 20:
            found.extend(_flat(part.value.parts, depth + 1))
        else:
            found.append(part)
    return found


def align(value: str, span: Span | None) -> list[int] | None:
    """The source offset of every character of `value`, which is written in `span` somehow:
    quoted, with escapes, or with its indentation taken away. None where it is not found."""
    if span is None:
        return None
    text, start, end = span.source.text, span.start, span.end
    at = text.find(value, start, end)
    if at >= 0:
        return list(range(at, at + len(value)))
    at = start
    escapes = True
    if text.startswith("<<", at):
        at = text.find("\n", at, end) + 1
        escapes = False
    elif text[at : at + 1] in ('"', "'"):
        at += 1
    offsets: list[int] = []
    for char in value:
        if char in " \n" and at < end and text[at] in " \t\r\n":
            offsets.append(at)  # folded: any white space stands for any other
            at += 1
            continue
        while at < end and text[at] != char and text[at] in " \t\r\n":
            at += 1
        if at >= end:
            return None
        offsets.append(at)
        if text[at] == char and not (escapes and char == "\\"):
            at += 1
        elif escapes and text[at] == "\\":
            at += {"u": 6, "U": 10, "x": 4}.get(text[at + 1 : at + 2], 2)
        elif text[at] in "$%" and text.startswith(char, at + 1):
            at += 2
        else:
            return None
    return offsets
