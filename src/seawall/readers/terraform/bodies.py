"""Bodies of blocks as mappings that evaluate an attribute when it is asked for."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from seawall.readers.terraform.evaluate import Scope, evaluate
from seawall.readers.terraform.expansion import keyed
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.syntax import Attr, Block, Body, Literal, Ref
from seawall.readers.terraform.values import MOST_PARTS, EvalError, OverBudget, moved
from seawall.span import Span
from seawall.value import PARTIAL, WRITTEN, Val

if TYPE_CHECKING:
    from seawall.readers.terraform.run import Run

# what steers a block and is no attribute of what it makes
STEERING = frozenset({"count", "for_each", "depends_on", "provider", "providers", "dynamic"})


class Lazy(dict[str, Val[Any]]):
    """A mapping that makes a value the first time it is asked for; its keys are known."""

    __slots__ = ()

    def make(self, name: str) -> Val[Any]:
        raise NotImplementedError

    def __getitem__(self, name: str) -> Val[Any]:
        found = dict.__getitem__(self, name)
        if found is not None:
            return found
        # asked for again while being made: it depends on itself
        dict.__setitem__(self, name, Val.no_idea(f"{name} depends on itself"))
        made = self.make(name)
        dict.__setitem__(self, name, made)
        return made

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401

    def __iter__(self) -> Iterator[str]:
        return dict.__iter__(self)

    def values(self) -> Any:
        return {name: self[name] for name in self}.values()

    def items(self) -> Any:
        return {name: self[name] for name in self}.items()


class BlockBody(Lazy):
    """A block's attributes and nested blocks in a scope."""

    __slots__ = ("body", "scope", "run")

    def __init__(
        self, body: Body, scope: Scope, run: "Run", *, without: frozenset[str] = frozenset()
    ) -> None:
        names = [name for name in body.attrs if name not in without]
        names += [name for name in body.nested if name not in without and name not in body.attrs]
        super().__init__(dict.fromkeys(names))  # type: ignore[arg-type]
        self.body = body
        self.scope = scope
        self.run = run

    def make(self, name: str) -> Val[Any]:
        attr = self.body.attrs.get(name)
        if attr is not None:
            return settled(attr, self.scope, self.run)
        return blocks(self.body.nested[name], self.scope, self.run)

    def __getitem__(self, name: str) -> Val[Any]:
        if name in self:
            return super().__getitem__(name)
        return self.lacks(name)

    def lacks(self, name: str) -> Val[Any]:
        """What an expression gets that asks for an attribute which is not written."""
        return Val.no_idea(f"{name} is known after apply", self.body.span)


class VariableBody(BlockBody):
    """A variable's block; its type is the text that stands there."""

    __slots__ = ()

    def make(self, name: str) -> Val[Any]:
        attr = self.body.attrs.get(name)
        if name == "type" and attr is not None:
            return Val(attr.span.text.strip('"'), WRITTEN, span=attr.span)
        return super().make(name)


class Instance(BlockBody):
    """A resource as others refer to it: what it computes itself is answered too."""

    __slots__ = ("address", "kind", "computed")

    def __init__(
        self,
        block: Block,
        scope: Scope,
        run: "Run",
        address: str,
        computed: "Callable[[Instance, str], Val[Any]]",
    ) -> None:
        super().__init__(block.body, scope, run, without=STEERING)
        self.address = address
        self.kind = block.labels[0]
        self.computed = computed

    def lacks(self, name: str) -> Val[Any]:
        return self.computed(self, name)


def settled(attr: Attr, scope: Scope, run: "Run") -> Val[Any]:
    """The value of an attribute, with every part of it placed where the attribute stands."""
    try:
        return rooted(attempt(attr, scope, run), attr.span, [MOST_PARTS])
    except (OverBudget, RecursionError):
        run.over_budget(attr.span)
        return Val.no_idea("working it out would cost too much", attr.span)


def attempt(attr: Attr, scope: Scope, run: "Run") -> Val[Any]:
    """The value of an attribute, unknown with the reason where it has none."""
    try:
        return evaluate(attr.tree, Scope(scope.world, scope.names))
    except EvalError as wrong:
        return Val.no_idea(str(wrong) or "it has no value", attr.span)
    except Broken as broken:
        run.broken(attr, broken)
        return Val.no_idea(broken.message, attr.span)
    except (OverBudget, RecursionError):
        run.over_budget(attr.span)
        return Val.no_idea("working it out would cost too much", attr.span)


def rooted(value: Val[Any], span: Span, left: list[int], depth: int = 0) -> Val[Any]:
    """`value` at `span`; parts that stand elsewhere point here, their literal last in `via`.

    `left` is how many parts there may be.
    """
    left[0] -= 1
    if left[0] < 0 or depth > 60:
        raise OverBudget
    if value.span is None or value.span != span:
        if depth == 0 or value.span is None or not _within(value.span, span):
            value = moved(value, span)
        else:
            span = value.span
    held = value.value
    if isinstance(held, tuple):
        items = [rooted(each, span, left, depth + 1) for each in held]
        if any(new is not old for new, old in zip(items, held, strict=True)):
            return _holding(value, type(held)(items))
    elif type(held) is dict:
        named = {key: rooted(each, span, left, depth + 1) for key, each in held.items()}
        if any(named[key] is not held[key] for key in held):
            return _holding(value, named)
    return value


def _within(inner: Span, outer: Span) -> bool:
    return inner.source is outer.source and outer.start <= inner.start and inner.end <= outer.end


def _holding(value: Val[Any], held: object) -> Val[Any]:
    return Val(
        held, value.state, span=value.span, possible=value.possible, why=value.why, via=value.via,
        refs=value.refs,
    )  # fmt: skip


def blocks(nested: list[Block], scope: Scope, run: "Run") -> Val[Any]:
    """Nested blocks of one type as a list of mappings, dynamic ones expanded."""
    found: list[Val[Any]] = []
    complete, why = True, ""
    for block in nested:
        if block.type != "dynamic":
            found.append(_mapping(block, block.body, scope, run))
            continue
        made, unsure = _dynamic(block, scope, run)
        found.extend(made)
        if unsure is not None:
            complete, why = False, unsure
    span = nested[0].span if nested else None
    return Val(tuple(found), WRITTEN if complete else PARTIAL, span=span, why=why)


def _mapping(block: Block, body: Body, scope: Scope, run: "Run") -> Val[Any]:
    held = BlockBody(body, scope, run)
    if block.labels and block.type != "dynamic":
        dict.__setitem__(held, "labels", Val(
            tuple(Val(label, span=block.span) for label in block.labels), span=block.span
        ))  # fmt: skip
    return Val(held, WRITTEN, span=block.span)


def _dynamic(block: Block, scope: Scope, run: "Run") -> tuple[list[Val[Any]], str | None]:
    """The blocks a dynamic block makes, and why there may be more or fewer."""
    content = next(iter(block.body.of("content")), None)
    each_of = block.body.attrs.get("for_each")
    if content is None or each_of is None:
        return [], "a dynamic block without content"
    iterator = block.labels[0]
    named = block.body.attrs.get("iterator")
    if named is not None and isinstance(named.tree, Ref):
        iterator = named.tree.names[0]
    elif named is not None and isinstance(named.tree, Literal):
        iterator = str(named.tree.value)
    value = attempt(each_of, scope, run)
    steps, complete = keyed(value)
    found = [
        _mapping(block, content.body, scope.bind(**{iterator: bound}), run)
        for bound, _ in steps[: run.most_instances]
    ]
    for item, (_, sure) in zip(found, steps, strict=False):
        item.span = content.span
        complete = complete and sure
    if len(steps) > run.most_instances:
        run.over_budget(block.span)
        complete = False
    return found, None if complete else value.why or "for_each is not known"
