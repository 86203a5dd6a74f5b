"""Values that may be unknown: what a check may ask, and nothing it could get wrong."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from seawall.span import Span

T = TypeVar("T")
U = TypeVar("U")

WRITTEN = "written"  # stands in the text, or follows wholly from what stands there
DEFAULT = "default"  # absent, and the provider's default is `value`
PARTIAL = "partial"  # a known prefix of a string, or some known elements of a collection
UNKNOWN = "unknown"


class Val(Generic[T]):
    """A value, how well we know it, and where it was written.

    Answers only what it can prove: `is_(x)` is "provably x", `is_not(x)` "provably not x"; an
    unknown makes both false. `bool()`, `==` and `hash()` raise TypeError on purpose.

    Collections hold values: a list is `Val[tuple[Val, ...]]`, a mapping `Val[dict[str, Val]]`.
    A partial string holds its known prefix, a partial collection its known elements.
    `possible` are the finite candidates of a value that is not settled. `span` is where the
    attribute stands, the last of `via` where the literal stands. `refs` are the addresses of the
    resources this value was read from ("aws_s3_bucket.logs", a logical id), for joining.
    """

    __slots__ = ("value", "state", "possible", "span", "why", "via", "refs")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        value: T | None,
        state: str = WRITTEN,
        *,
        span: Span | None = None,
        possible: tuple["Val[T]", ...] = (),
        why: str = "",
        via: tuple[Span, ...] = (),
        refs: tuple[str, ...] = (),
    ) -> None:
        self.value = value
        self.state = state
        self.span = span
        self.possible = possible
        self.why = why
        self.via = via
        self.refs = refs

    # -- what is it? ---------------------------------------------------------------------------

    @property
    def known(self) -> bool:
        """Whether the value is settled, written or by default."""
        return self.state in (WRITTEN, DEFAULT)

    @property
    def absent(self) -> bool:
        """Provably not there: neither written nor given a default by an adapter."""
        return self.state == DEFAULT and self.value is None

    @property
    def written(self) -> bool:
        return self.state == WRITTEN

    @property
    def unknown(self) -> bool:
        return self.state == UNKNOWN

    def is_(self, wanted: object) -> bool:
        """Provably equal to `wanted`."""
        if self.known:
            return _same(self.value, wanted)
        return bool(self.possible) and all(each.is_(wanted) for each in self.possible)

    def is_not(self, wanted: object) -> bool:
        """Provably different from `wanted`."""
        if self.known:
            return not _same(self.value, wanted)
        if self.possible:
            return all(each.is_not(wanted) for each in self.possible)
        if self.state == PARTIAL and isinstance(self.value, str) and isinstance(wanted, str):
            return not wanted.startswith(self.value)
        return False

    def is_in(self, wanted: Collection[object]) -> bool:
        """Provably one of `wanted`."""
        if self.known:
            return any(_same(self.value, each) for each in wanted)
        return bool(self.possible) and all(each.is_in(wanted) for each in self.possible)

    def is_not_in(self, wanted: Collection[object]) -> bool:
        """Provably none of `wanted`."""
        return all(self.is_not(each) for each in wanted)

    def may_be(self, wanted: object) -> bool:
        """It, or one of its finite candidates, is provably `wanted`; false where nothing is known.

        A value that is settled by a default may have candidates, too: a parameter's other
        allowed values, the other side of a condition.
        """
        if self.known and self.is_(wanted):
            return True
        return any(each.may_be(wanted) for each in self.possible)

    def holds(self, question: Callable[[T], bool]) -> bool:
        """Provably true of the value; `question` is asked of known, present values only."""
        if self.known:
            return self.value is not None and question(self.value)
        return bool(self.possible) and all(each.holds(question) for each in self.possible)

    def starts_with(self, prefix: str) -> bool:
        if self.state == PARTIAL and isinstance(self.value, str):
            return self.value.startswith(prefix)
        return self.holds(lambda value: isinstance(value, str) and value.startswith(prefix))

    # -- what does it hold? --------------------------------------------------------------------

    def items(self) -> tuple["Val[Any]", ...]:
        """The known elements of a list (a mapping's values); of a scalar, itself; else none."""
        value: Any = self.value
        if isinstance(value, tuple):
            return value
        if isinstance(value, dict):
            return tuple(value.values())
        if value is None or self.state == UNKNOWN:
            return ()
        return (self,)

    def keys(self) -> tuple[str, ...]:
        return tuple(self.value) if isinstance(self.value, dict) else ()

    @property
    def complete(self) -> bool:
        """Whether `items()` is all there is."""
        return self.known

    def at(self, path: str) -> "Val[Any]":
        """The value under a dotted path; a list of one block is stepped through.

        Absent is `Val.nothing`, under an unknown everything is unknown.
        """
        found: Val[Any] = self
        for step in path.split("."):
            found = _step(found, step)
        return found

    # -- making ---------------------------------------------------------------------------------

    @classmethod
    def nothing(cls, span: Span | None = None) -> "Val[Any]":
        """Provably absent; `span` is the block or resource that lacks it."""
        return Val(None, DEFAULT, span=span)

    @classmethod
    def no_idea(
        cls,
        why: str,
        span: Span | None = None,
        *,
        via: tuple[Span, ...] = (),
        refs: tuple[str, ...] = (),
        possible: tuple["Val[Any]", ...] = (),
    ) -> "Val[Any]":
        return Val(None, UNKNOWN, why=why, span=span, via=via, refs=refs, possible=possible)

    def or_default(self, default: object) -> "Val[Any]":
        """Itself, or the provider's default where it is absent (an explicit null is absent)."""
        possible = tuple(each.or_default(default) for each in self.possible)
        if self.known and self.value is None:
            return Val(default, DEFAULT, span=self.span, via=self.via, possible=possible)
        if possible and any(each.absent for each in self.possible):
            return Val(
                self.value,
                self.state,
                span=self.span,
                possible=possible,
                why=self.why,
                via=self.via,
                refs=self.refs,
            )
        return self

    def map(self, change: Callable[[T], U]) -> "Val[U]":
        """The value changed, everything else kept; unknown stays unknown, null stays null."""
        value = change(self.value) if self.known and self.value is not None else None
        return Val(
            value,
            UNKNOWN if self.state == PARTIAL else self.state,
            span=self.span,
            possible=tuple(each.map(change) for each in self.possible),
            why=self.why,
            via=self.via,
            refs=self.refs,
        )

    def plain(self) -> Any:
        """Plain Python data; an unknown anywhere inside raises ValueError with its reason."""
        if not self.known:
            raise ValueError(self.why or "unknown value")
        value: Any = self.value
        if isinstance(value, tuple):
            return [each.plain() for each in value]
        if isinstance(value, dict):
            return {key: each.plain() for key, each in value.items()}
        return value

    def literal(self) -> Span | None:
        """Where the literal stands: the last of the trail, else the attribute's value."""
        return self.via[-1] if self.via else self.span

    # -- traps ----------------------------------------------------------------------------------

    def __bool__(self) -> bool:
        raise TypeError("a Val is not a truth: ask is_(), is_not() or known")

    def __eq__(self, other: object) -> bool:
        raise TypeError("a Val is not comparable: ask is_() or is_not()")

    def __repr__(self) -> str:
        if self.state == UNKNOWN:
            return f"<Val unknown: {self.why}>"
        return f"<Val {self.state} {type(self.value).__name__}>"


def _same(value: object, wanted: object) -> bool:
    # True is not 1 and "true" is not True here: adapters convert where a provider does
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    return value == wanted if not isinstance(value, tuple | dict) else False


def _step(found: Val[Any], step: str) -> Val[Any]:
    value = found.value
    if isinstance(value, tuple):
        if step.isdigit():
            if int(step) < len(value):
                return value[int(step)]  # type: ignore[no-any-return]
            return _missing(found, step)
        if len(value) == 1 and found.known:
            return _step(value[0], step)
        if not value and found.known:
            return Val.nothing(found.span)
        return Val.no_idea(f"more than one block holds {step}", found.span)
    if isinstance(value, dict):
        if step in value:
            return value[step]  # type: ignore[no-any-return]
        return _missing(found, step)
    possible = tuple(_step(each, step) for each in found.possible)
    if found.known and value is None:
        return Val(None, DEFAULT, span=found.span, possible=possible)
    why = found.why or f"{step} of something unknown"
    return Val.no_idea(why, found.span, refs=found.refs, possible=possible)


def _missing(found: Val[Any], step: str) -> Val[Any]:
    if found.complete:
        return Val.nothing(found.span)
    return Val.no_idea(found.why or f"{step} may be there", found.span)


def listing(
    items: Sequence[Val[Any]], *, span: Span | None = None, complete: bool = True, why: str = ""
) -> Val[tuple[Val[Any], ...]]:
    return Val(tuple(items), WRITTEN if complete else PARTIAL, span=span, why=why)


def mapping(
    items: Mapping[str, Val[Any]], *, span: Span | None = None, complete: bool = True, why: str = ""
) -> Val[dict[str, Val[Any]]]:
    return Val(dict(items), WRITTEN if complete else PARTIAL, span=span, why=why)


def walk(value: Val[Any]) -> Iterator[Val[Any]]:
    """`value` and everything it holds, outermost first."""
    yield value
    if isinstance(value.value, tuple | dict):
        for each in value.items():
            yield from walk(each)
