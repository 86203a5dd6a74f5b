"""What the parsers make: bodies, blocks, attributes, and the tree of an expression."""

from collections.abc import Callable, Iterator

from seawall.readers.terraform.lexemes import Broken
from seawall.span import Span


class Fault:
    """Where a text is broken and how."""

    __slots__ = ("span", "message", "ja")

    def __init__(self, span: Span, message: str, ja: str) -> None:
        self.span = span
        self.message = message
        self.ja = ja


class Expr:
    """A node of an expression; `span` is all of it."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span


class Literal(Expr):
    __slots__ = ("value",)

    def __init__(self, span: Span, value: object) -> None:
        self.span = span
        self.value = value


class Template(Expr):
    """A string with something to work out in it; `parts` are literals and expressions."""

    __slots__ = ("parts",)

    def __init__(self, span: Span, parts: tuple[Expr, ...]) -> None:
        self.span = span
        self.parts = parts


class Wrap(Expr):
    """A template that is one interpolation and nothing else: the value itself, of any type."""

    __slots__ = ("inner",)

    def __init__(self, span: Span, inner: Expr) -> None:
        self.span = span
        self.inner = inner


class IfPart(Expr):
    __slots__ = ("condition", "then", "other")

    def __init__(
        self, span: Span, condition: Expr, then: tuple[Expr, ...], other: tuple[Expr, ...]
    ) -> None:
        self.span = span
        self.condition = condition
        self.then = then
        self.other = other


class ForPart(Expr):
    __slots__ = ("key", "name", "collection", "parts")

    def __init__(
        self, span: Span, key: str, name: str, collection: Expr, parts: tuple[Expr, ...]
    ) -> None:
        self.span = span
        self.key = key
        self.name = name
        self.collection = collection
        self.parts = parts


class Ref(Expr):
    """A name and the attributes that follow it: `var.a.b`, `aws_s3_bucket.logs.id`."""

    __slots__ = ("names",)

    def __init__(self, span: Span, names: tuple[str, ...]) -> None:
        self.span = span
        self.names = names


class GetAttr(Expr):
    __slots__ = ("of", "name")

    def __init__(self, span: Span, of: Expr, name: str) -> None:
        self.span = span
        self.of = of
        self.name = name


class Index(Expr):
    __slots__ = ("of", "key")

    def __init__(self, span: Span, of: Expr, key: Expr) -> None:
        self.span = span
        self.of = of
        self.key = key


class Each(Expr):
    """What a splat is at: the element in whose place the steps after the star are taken."""

    __slots__ = ()


class Splat(Expr):
    __slots__ = ("of", "each")

    def __init__(self, span: Span, of: Expr, each: Expr) -> None:
        self.span = span
        self.of = of
        self.each = each


class Call(Expr):
    __slots__ = ("name", "args", "spread")

    def __init__(self, span: Span, name: str, args: tuple[Expr, ...], spread: bool) -> None:
        self.span = span
        self.name = name
        self.args = args
        self.spread = spread


class Unary(Expr):
    __slots__ = ("op", "of")

    def __init__(self, span: Span, op: str, of: Expr) -> None:
        self.span = span
        self.op = op
        self.of = of


class Binary(Expr):
    __slots__ = ("op", "left", "right")

    def __init__(self, span: Span, op: str, left: Expr, right: Expr) -> None:
        self.span = span
        self.op = op
        self.left = left
        self.right = right


class Cond(Expr):
    __slots__ = ("condition", "then", "other")

    def __init__(self, span: Span, condition: Expr, then: Expr, other: Expr) -> None:
        self.span = span
        self.condition = condition
        self.then = then
        self.other = other


class Items(Expr):
    """A tuple: `[a, b]`."""

    __slots__ = ("items",)

    def __init__(self, span: Span, items: tuple[Expr, ...]) -> None:
        self.span = span
        self.items = items


class Object(Expr):
    __slots__ = ("items",)

    def __init__(self, span: Span, items: tuple[tuple[Expr, Expr], ...]) -> None:
        self.span = span
        self.items = items


class For(Expr):
    __slots__ = ("names", "collection", "key", "value", "condition", "group")

    def __init__(
        self,
        span: Span,
        names: tuple[str, str],
        collection: Expr,
        key: Expr | None,
        value: Expr,
        condition: Expr | None,
        group: bool,
    ) -> None:
        self.span = span
        self.names = names
        self.collection = collection
        self.key = key
        self.value = value
        self.condition = condition
        self.group = group


class Attr:
    """`name = value`; the value's tree is made when first asked for."""

    __slots__ = ("name", "key", "span", "simple", "_parse", "_tree")

    def __init__(
        self,
        name: str,
        key: Span,
        span: Span,
        parse: Callable[[Span], Expr],
        tree: Expr | None = None,
    ) -> None:
        self.name = name
        self.key = key
        self.span = span
        self.simple = False  # a plain literal or reference: there is nothing wrong with it
        self._parse = parse
        self._tree: Expr | Broken | None = tree

    @property
    def tree(self) -> Expr:
        """Raises Broken where the value is no expression."""
        found = self._tree
        if found is None:
            try:
                found = self._parse(self.span)
            except Broken as broken:
                found = broken
            except RecursionError:
                found = Broken(self.span.start, "nested too deeply", "入れ子が深すぎます")
            self._tree = found
        if isinstance(found, Broken):
            raise found
        return found


class Body:
    """Attributes and nested blocks, in the order they stand."""

    __slots__ = ("span", "attrs", "blocks", "_nested")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.attrs: dict[str, Attr] = {}
        self.blocks: list[Block] = []
        self._nested: dict[str, list[Block]] | None = None

    @property
    def nested(self) -> "dict[str, list[Block]]":
        """Blocks by type; a dynamic block counts under the type it makes."""
        if self._nested is None:
            found: dict[str, list[Block]] = {}
            for block in self.blocks:
                name = block.labels[0] if block.type == "dynamic" and block.labels else block.type
                found.setdefault(name, []).append(block)
            self._nested = found
        return self._nested

    def faults(self) -> "Iterator[Fault]":
        """Every value in it, however deep, that is no expression."""
        for attr in self.attrs.values():
            if not attr.simple:
                try:
                    _ = attr.tree
                except Broken as broken:
                    at = Span(attr.span.source, broken.at, broken.at)
                    yield Fault(at, broken.message, broken.ja)
        for block in self.blocks:
            yield from block.body.faults()

    def of(self, kind: str) -> "list[Block]":
        return [block for block in self.blocks if block.type == kind]


class Block:
    """`type "label" { ... }`; its span ends with the closing brace."""

    __slots__ = ("type", "labels", "span", "body")

    def __init__(self, kind: str, labels: tuple[str, ...], span: Span, body: Body) -> None:
        self.type = kind
        self.labels = labels
        self.span = span
        self.body = body

    @property
    def head(self) -> Span:
        return self.span.first_line()
