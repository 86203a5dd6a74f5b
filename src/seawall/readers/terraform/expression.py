"""The parser of expressions; every node knows its exact span."""

import re

from seawall.readers.terraform.lexemes import DEEPEST, IDENT, Broken
from seawall.readers.terraform.syntax import (
    Binary,
    Call,
    Cond,
    Each,
    Expr,
    For,
    GetAttr,
    Index,
    Items,
    Literal,
    Object,
    Ref,
    Splat,
    Unary,
)
from seawall.readers.terraform.templates import parse_heredoc, parse_quoted
from seawall.span import Source, Span

_BLANKS = r"(?:[ \t\r]++|#[^\n]*+|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+"
_WORD = (
    rf"(?:(?P<id>{IDENT})"
    r'|(?P<str>"[^"\\$%\n]*+")'
    r"|(?P<op>[.,=:()\[\]{}](?:(?<==)=|(?<==)>|(?<=\.)\.\.)?|&&|\|\||!=|<=|>=|[-+*/%!?~>]|<(?!<))"
    r"|(?P<num>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"
    r'|(?P<open>")|(?P<doc><<)|(?P<nl>\n)|(?P<end>\Z))'
)
_TOKEN = re.compile(_BLANKS + _WORD)
_TOKEN_NL = re.compile(_BLANKS.replace(r"[ \t\r]", r"[ \t\r\n]") + _WORD)
_SIMPLE = re.compile(rf'("[^"\\$%\n]*+")\Z|({IDENT}(?:\.{IDENT})*+)\Z|(\d+)\Z')
_DIGITS = re.compile(r"\d+")
_LEVELS = {
    "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, "%": 6,
}  # fmt: skip
_WORDS = {"true": True, "false": False, "null": None}


def parse(span: Span) -> Expr:
    """The tree of the expression that fills `span`; raises Broken."""
    simple = _SIMPLE.match(span.source.text, span.start, span.end)
    if simple:
        text, name, digits = simple.groups()
        if text is not None:
            return Literal(span, text[1:-1])
        if digits is not None:
            return Literal(span, number(digits))
        if name in _WORDS:
            return Literal(span, _WORDS[name])
        return Ref(span, tuple(name.split(".")))
    parser = Parser(span.source, span.start, span.end)
    tree = parser.expression()
    if parser.kind != "end":
        raise parser.unexpected()
    return tree


class Parser:
    """One token ahead over a stretch of a source."""

    __slots__ = ("source", "text", "stop", "kind", "word", "start", "end", "lines", "depth")

    def __init__(self, source: Source, start: int, stop: int, *, depth: int = 0) -> None:
        self.source = source
        self.text = source.text
        self.stop = stop
        self.lines = 0  # above 0 line ends are blanks
        self.depth = depth
        self.kind = self.word = ""
        self.start = self.end = start
        self.next()

    @classmethod
    def over(cls, source: Source, stop: int) -> "Parser":
        """One that has read nothing yet, for templates."""
        parser = cls.__new__(cls)
        parser.source, parser.text, parser.stop, parser.depth = source, source.text, stop, 0
        return parser

    def fork(self, at: int, depth: int) -> "Parser":
        """One of its kind inside brackets at `at`, before the first token."""
        inner = type(self).over(self.source, self.stop)
        inner.lines, inner.depth = 1, depth
        inner.start = inner.end = at
        return inner

    def next(self) -> None:
        """Step to the next token."""
        match = _TOKEN_NL.match if self.lines else _TOKEN.match
        found = match(self.text, self.end, self.stop)
        if found is None:
            raise Broken(self.end, "unexpected character", "予期しない文字です")
        kind = found.lastgroup or "end"
        self.kind = kind
        self.word = found[kind]
        self.start, self.end = found.span(kind)

    def unexpected(self) -> Broken:
        if self.kind in ("end", "nl"):
            return Broken(self.start, "an expression is incomplete", "式が途中で終わっています")
        return Broken(self.start, f"unexpected '{self.word}'", f"「{self.word}」は余分です")

    def take(self, op: str) -> bool:
        if self.kind == "op" and self.word == op:
            self.next()
            return True
        return False

    def need(self, op: str) -> None:
        if not self.take(op):
            raise self.unexpected()

    def is_op(self, op: str) -> bool:
        return self.kind == "op" and self.word == op

    def open(self) -> int:
        """Into a bracket: line ends are blanks. Gives what `close` needs."""
        before, self.lines = self.lines, 1
        self.next()
        return before

    def close(self, op: str, before: int) -> int:
        """Out of the bracket; its end."""
        if not self.is_op(op):
            raise self.unexpected()
        end, self.lines = self.end, before
        self.next()
        return end

    def span(self, start: int, end: int) -> Span:
        return Span(self.source, start, end)

    # -- operators -------------------------------------------------------------------------------

    def expression(self) -> Expr:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Broken(self.start, "nested too deeply", "入れ子が深すぎます")
        tree = self.binary(1)
        if self.kind == "op" and self.word == "?":
            self.next()
            then = self.expression()
            self.need(":")
            other = self.expression()
            tree = Cond(self.span(tree.span.start, other.span.end), tree, then, other)
        self.depth -= 1
        return tree

    def binary(self, level: int) -> Expr:
        left = self.unary()
        while self.kind == "op":
            op = self.word
            mine = _LEVELS.get(op, 0)
            if mine < level:
                break
            self.next()
            right = self.binary(mine + 1)
            left = Binary(self.span(left.span.start, right.span.end), op, left, right)
        return left

    def unary(self) -> Expr:
        if self.kind == "op" and self.word in "-!":
            start, op = self.start, self.word
            self.depth += 1
            if self.depth > DEEPEST:
                raise Broken(start, "nested too deeply", "入れ子が深すぎます")
            self.next()
            inner = self.unary()
            self.depth -= 1
            return Unary(self.span(start, inner.span.end), op, inner)
        return self.steps(self.primary())

    # -- references ------------------------------------------------------------------------------

    def steps(self, tree: Expr) -> Expr:
        """The attributes, indexes and splats after `tree`."""
        while self.kind == "op":
            if self.word == ".":
                tree = self.dot(tree)
            elif self.word == "[":
                tree = self.bracket(tree)
            else:
                break
        return tree

    def dot(self, tree: Expr) -> Expr:
        start = tree.span.start
        digits = _DIGITS.match(self.text, self.end, self.stop)
        if digits:  # the old spelling of an index, which would lex as a number: a.0.1
            self.end = digits.end()
            key = Literal(self.span(digits.start(), digits.end()), int(digits[0]))
            self.next()
            return Index(self.span(start, digits.end()), tree, key)
        self.next()
        if self.is_op("*"):
            star = self.end
            self.next()
            return self.splat(tree, star, full=False)
        if self.kind != "id":
            raise self.unexpected()
        name, end = self.word, self.end
        self.next()
        if isinstance(tree, Ref):
            return Ref(self.span(start, end), (*tree.names, name))
        return GetAttr(self.span(start, end), tree, name)

    def bracket(self, tree: Expr) -> Expr:
        before = self.open()
        if self.is_op("*"):
            self.next()
            end = self.close("]", before)
            return self.splat(tree, end, full=True)
        key = self.expression()
        end = self.close("]", before)
        return Index(self.span(tree.span.start, end), tree, key)

    def splat(self, tree: Expr, end: int, *, full: bool) -> Expr:
        each: Expr = Each(self.span(end, end))
        while self.kind == "op" and (self.word == "." or (full and self.word == "[")):
            each = self.dot(each) if self.word == "." else self.bracket(each)
            end = each.span.end
        return Splat(self.span(tree.span.start, end), tree, each)

    # -- terms -----------------------------------------------------------------------------------

    def primary(self) -> Expr:
        kind, word, start, end = self.kind, self.word, self.start, self.end
        if kind == "str":
            self.next()
            return Literal(self.span(start, end), word[1:-1])
        if kind == "id":
            self.next()
            return self.named(word, start, end)
        if kind == "num":
            self.next()
            return Literal(self.span(start, end), number(word))
        if kind == "open":
            tree: Expr = parse_quoted(self, start)
            self.end = tree.span.end
            self.next()
            return tree
        if kind == "doc":
            tree = parse_heredoc(self, start)
            self.end = tree.span.end
            self.next()
            return tree
        if kind == "op" and word in "([{":
            return self.bracketed(word, start)
        raise self.unexpected()

    def named(self, word: str, start: int, end: int) -> Expr:
        if word in _WORDS:
            return Literal(self.span(start, end), _WORDS[word])
        # functions of a provider are called provider::name::function
        while self.is_op(":") and self.text.startswith("::", self.start):
            self.next()
            self.next()
            word, end = f"{word}::{self.word}", self.end
            self.next()
        if not self.is_op("("):
            return Ref(self.span(start, end), (word,))
        before = self.open()
        args: list[Expr] = []
        spread = False
        while not self.is_op(")"):
            args.append(self.expression())
            if self.take("..."):
                spread = True
                break
            if not self.take(","):
                break
        end = self.close(")", before)
        return Call(self.span(start, end), word, tuple(args), spread)

    def bracketed(self, word: str, start: int) -> Expr:
        if word == "(":
            before = self.open()
            tree = self.expression()
            self.close(")", before)
            return tree
        before = self.open()
        if self.kind == "id" and self.word == "for":
            return self.comprehension(word, start, before)
        if word == "[":
            items: list[Expr] = []
            while not self.is_op("]"):
                items.append(self.expression())
                if not self.take(","):
                    break
            end = self.close("]", before)
            return Items(self.span(start, end), tuple(items))
        return self.object(start, before)

    def object(self, start: int, before: int) -> Expr:
        items: list[tuple[Expr, Expr]] = []
        while not self.is_op("}"):
            paren = self.is_op("(")
            key = self.expression()
            if isinstance(key, Ref) and len(key.names) == 1 and not paren:
                key = Literal(key.span, key.names[0])
            elif isinstance(key, Literal) and not isinstance(key.value, str):
                key = Literal(key.span, key.span.text)
            if not (self.is_op("=") or self.is_op(":")):
                raise self.unexpected()
            self.next()
            self.lines = 0  # here a line end parts the items
            value = self.expression()
            items.append((key, value))
            self.lines = 1
            if self.kind == "nl":
                self.next()
            elif not self.take(",") and not self.is_op("}"):
                raise self.unexpected()
        end = self.close("}", before)
        return Object(self.span(start, end), tuple(items))

    def comprehension(self, word: str, start: int, before: int) -> Expr:
        names: list[str] = []
        self.next()
        while self.kind == "id" and len(names) < 2:
            names.append(self.word)
            self.next()
            if not self.take(","):
                break
        if not names or self.kind != "id" or self.word != "in":
            raise self.unexpected()
        self.next()
        collection = self.expression()
        self.need(":")
        key: Expr | None = None
        value = self.expression()
        group = False
        if word == "{":
            self.need("=>")
            key, value = value, self.expression()
            group = self.take("...")
        condition = None
        if self.kind == "id" and self.word == "if":
            self.next()
            condition = self.expression()
        end = self.close("}" if word == "{" else "]", before)
        both = (names[0], names[1]) if len(names) == 2 else ("", names[0])
        return For(self.span(start, end), both, collection, key, value, condition, group)


def number(word: str) -> int | float:
    value = float(word) if len(word) > 15 or not word.isdigit() else int(word)
    if word.isdigit():
        return int(word) if len(word) < 400 else value
    return int(value) if value == value // 1 and abs(value) < 1e15 else value
