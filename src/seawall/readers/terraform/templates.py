"""The parser of templates: quoted strings, heredocs and template files."""

import re
from typing import TYPE_CHECKING

from seawall.readers.terraform.lexemes import DEEPEST, Broken, heredoc
from seawall.readers.terraform.syntax import Expr, ForPart, IfPart, Literal, Template, Wrap
from seawall.span import Source, Span

if TYPE_CHECKING:
    from seawall.readers.terraform.expression import Parser

_QUOTED = re.compile(
    r'[^"\\$%\n]++|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|\$\$\{|%%\{|[$%]\{~?|.', re.S
)
_RAW = re.compile(r"[^$%]++|\$\$\{|%%\{|[$%]\{~?|.", re.S)
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


class _Mark:
    """A directive's place among the parts: `%{ else }`, `%{ endif }`, `%{ endfor }`."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word


def parse_quoted(parser: "Parser", start: int) -> Expr:
    """The quoted template that begins at `start`."""
    reader = _Reader(parser, start + 1, parser.stop, quoted=True)
    parts = reader.sequence(())
    return _made(parser.span(start, reader.at), parts)


def parse_heredoc(parser: "Parser", start: int) -> Expr:
    begin, stop, end = heredoc(parser.text, start)
    reader = _Reader(parser, begin, stop, quoted=False)
    reader.by_line = indented = parser.text.startswith("<<-", start)
    parts = reader.sequence(())
    if indented:
        _outdent(reader.tokens)
    tree = _made(parser.span(start, end), _melded(parts))
    if isinstance(tree, Wrap):  # a heredoc is always a string
        return Template(tree.span, (tree.inner,))
    return tree


def parse_file(parser: "Parser", source: Source) -> Expr:
    """A whole file as a template, for `templatefile`."""
    reader = _Reader(parser, 0, len(source.text), quoted=False)
    return _made(source.span(0, len(source.text)), _melded(reader.sequence(())))


def _outdent(tokens: list[Literal | None]) -> None:
    """Take the smallest indentation from all lines, as written and not as they come out."""
    least, fresh = 1 << 30, True
    leading: list[Literal] = []
    for token in tokens:
        if fresh and token is None:
            least = 0
        elif fresh and token is not None:
            text = str(token.value)
            rest = text.lstrip()
            if rest or not text.endswith("\n"):
                least = min(least, len(text) - len(rest))
                leading.append(token)
        fresh = token is not None and str(token.value).endswith("\n")
    for token in leading:
        token.value = str(token.value)[least:]


def _melded(parts: list[Expr]) -> list[Expr]:
    """Literals that follow each other become one."""
    found: list[Expr] = []
    for part in parts:
        if isinstance(part, IfPart):
            then, other = _melded(list(part.then)), _melded(list(part.other))
            part = IfPart(part.span, part.condition, tuple(then), tuple(other))
        elif isinstance(part, ForPart):
            inner = tuple(_melded(list(part.parts)))
            part = ForPart(part.span, part.key, part.name, part.collection, inner)
        elif isinstance(part, Literal) and isinstance(part.value, str):
            last = found[-1] if found else None
            if isinstance(last, Literal) and isinstance(last.value, str):
                span = Span(last.span.source, last.span.start, part.span.end)
                found[-1] = Literal(span, last.value + part.value)
                continue
            if not part.value:
                continue
        found.append(part)
    return found


def _made(span: Span, parts: list[Expr]) -> Expr:
    if not parts:
        return Literal(span, "")
    if len(parts) == 1:
        only = parts[0]
        if isinstance(only, Literal) and isinstance(only.value, str):
            return Literal(span, only.value)
        if not isinstance(only, IfPart | ForPart):
            return Wrap(span, only)
    return Template(span, tuple(parts))


class _Reader:
    __slots__ = ("parser", "text", "at", "stop", "quoted", "by_line", "tokens", "ended", "trim")

    def __init__(self, parser: "Parser", at: int, stop: int, *, quoted: bool) -> None:
        self.parser = parser
        self.text = parser.text
        self.at = at
        self.stop = stop
        self.quoted = quoted
        self.by_line = False  # literals end with their line, as indentation is taken from lines
        self.tokens: list[Literal | None] = []  # literals, None for what stands between them
        self.ended = ""
        self.trim = False  # a marker `~}` takes the blanks that follow it

    def sequence(self, until: tuple[str, ...]) -> list[Expr]:
        """Parts up to the closing quote, the end, or a directive out of `until`."""
        parts: list[Expr] = []
        words: list[str] = []
        pattern = _QUOTED if self.quoted else _RAW
        begin = self.at
        while True:
            found = pattern.match(self.text, self.at, self.stop)
            piece = found[0] if found else ""
            if not piece or (self.quoted and piece == '"'):
                if self.quoted and not piece:
                    raise Broken(self.at, "a string is not closed", "文字列が閉じていません")
                self.flush(parts, words, begin)
                self.at += len(piece)
                self.ended = ""
                if until:
                    raise Broken(
                        self.at, f"%{{{until[-1]}}} is missing", f"{until[-1]}がありません"
                    )
                return parts
            start, self.at = self.at, self.at + len(piece)
            if piece.rstrip("~") not in ("${", "%{"):
                words.append(self.plain(piece, start))
                continue
            self.at = start
            self.flush(parts, words, begin, strip=piece.endswith("~"))
            self.at = start + len(piece)
            word = self.interpolation(parts, piece, start, until)
            if word:
                self.ended = word
                return parts
            begin = self.at

    def plain(self, piece: str, start: int) -> str:
        if piece in ("$${", "%%{"):
            return piece[1:]
        if self.quoted and piece[0] == "\\":
            if piece[1] in "uU":
                if len(piece) == 2:
                    raise Broken(start, "a bad escape", "エスケープが誤っています")
                code = int(piece[2:], 16)
                return chr(code) if code < 0x110000 else "\ufffd"
            if piece[1] not in _ESCAPES:
                raise Broken(start, f"unknown escape '{piece}'", f"不明なエスケープ「{piece}」")
            return _ESCAPES[piece[1]]
        if self.quoted and piece == "\n":
            raise Broken(start, "a string is not closed", "文字列が閉じていません")
        return piece

    def flush(
        self, parts: list[Expr], words: list[str], begin: int, *, strip: bool = False
    ) -> None:
        """The literal text gathered so far becomes a part."""
        text = "".join(words)
        words.clear()
        if not self.quoted:
            text = text.replace("\r\n", "\n")
        if not text:
            self.trim = False
            return
        if self.quoted or not (self.by_line or self.trim or strip):
            lines = [text]
        else:  # a mark takes blanks from the nearest line only
            lines = _LINES.findall(text)
        if self.trim:
            lines[0] = lines[0].lstrip()
            self.trim = False
        if strip:
            lines[-1] = lines[-1].rstrip()
        at = begin
        for line in lines:
            end = min(at + max(len(line), 1), self.at)
            token = Literal(self.parser.span(at, end if line is not lines[-1] else self.at), line)
            self.tokens.append(token)
            parts.append(token)
            at = end

    def interpolation(
        self, parts: list[Expr], opening: str, start: int, until: tuple[str, ...]
    ) -> str:
        """What `${` or `%{` opens; the word of a directive that ends the sequence, else ""."""
        inner = self.inner()
        self.tokens.append(None)
        if opening[0] == "$":
            parts.append(inner.expression())
            self.finish(inner)
            return ""
        word = inner.word
        if word in until:
            inner.next()
            self.finish(inner)
            return word
        if word == "if":
            inner.next()
            parts.append(self.condition(inner, start))
        elif word == "for":
            inner.next()
            parts.append(self.loop(inner, start))
        else:
            raise inner.unexpected()
        return ""

    def inner(self) -> "Parser":
        depth = self.parser.depth + 1
        if depth > DEEPEST:
            raise Broken(self.at, "nested too deeply", "入れ子が深すぎます")
        # a string's own end is not known yet: the expression may go on to the end of the file
        inner = self.parser.fork(self.at, depth)
        inner.next()
        return inner

    def finish(self, inner: "Parser") -> None:
        """Past `}` or `~}`."""
        if inner.is_op("~"):
            self.trim = True
            inner.next()
        if inner.is_op("}"):
            self.at = inner.end
            return
        raise inner.unexpected()

    def condition(self, inner: "Parser", start: int) -> Expr:
        asked = inner.expression()
        self.finish(inner)
        then = self.sequence(("else", "endif"))
        other = self.sequence(("endif",)) if self.ended == "else" else []
        return IfPart(self.parser.span(start, self.at), asked, tuple(then), tuple(other))

    def loop(self, inner: "Parser", start: int) -> Expr:
        names = [inner.word]
        inner.next()
        if inner.take(","):
            names.append(inner.word)
            inner.next()
        if inner.word != "in":
            raise inner.unexpected()
        inner.next()
        collection = inner.expression()
        self.finish(inner)
        parts = self.sequence(("endfor",))
        key, name = names if len(names) == 2 else ("", names[0])
        return ForPart(self.parser.span(start, self.at), key, name, collection, tuple(parts))
