"""Values with several candidates: built from each, settled where they agree, merged where not."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

from seawall.readers.cloudformation.pieces import pieced
from seawall.span import Span
from seawall.value import DEFAULT, PARTIAL, UNKNOWN, WRITTEN, Val

LONGEST = 1_000_000  # characters of a text put together
MOST = 32  # candidates kept of one value; more is "unknown"


def as_text(value: object) -> str | None:
    """A scalar as CloudFormation writes it into a string; None for anything else."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    return None


def gather(values: Iterable[Val[Any]]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """The trails and references of several values, each once, in order."""
    via: dict[Span, None] = {}
    refs: dict[str, None] = {}
    for value in values:
        via.update(dict.fromkeys(value.via))
        refs.update(dict.fromkeys(value.refs))
    return tuple(via), tuple(refs)


def candidates(value: Val[Any]) -> tuple[Val[Any], ...]:
    """What the value may be: its finite candidates, itself when known, () when anything."""
    if value.possible:
        return value.possible
    return (value,) if value.known else ()


def copy(value: Val[Any], /, **changed: Any) -> Val[Any]:
    """The same value with some of its fields replaced."""
    fields: dict[str, Any] = {
        "span": value.span,
        "possible": value.possible,
        "why": value.why,
        "via": value.via,
        "refs": value.refs,
    }
    state = changed.pop("state", value.state)
    content = changed.pop("value", value.value)
    return Val(content, state, **{**fields, **changed})


def lift(
    args: Sequence[Val[Any]], build: Callable[..., Val[Any]], span: Span, why: str
) -> Val[Any]:
    """`build` of the arguments' values; of every candidate where one is not settled."""
    via, refs = gather(args)
    spread: tuple[Val[Any], ...] = ()
    if any(each.possible for each in args):
        choices = [candidates(each) for each in args]
        size = 1
        for each in choices:
            size *= len(each)
        if 0 < size <= MOST:
            spread = distinct(build(*(each.value for each in row)) for row in product(*choices))
    if all(each.known for each in args):
        made = build(*(each.value for each in args))
        return copy(
            made,
            via=made.via or via,
            refs=made.refs or refs,
            possible=spread if len(spread) > 1 else made.possible,
        )
    if spread:
        return settle(spread, span, why, via=via, refs=refs)
    reason = next((each.why for each in args if not each.known and each.why), why)
    return Val.no_idea(reason, span, via=via, refs=refs)


def distinct(values: Iterable[Val[Any]]) -> tuple[Val[Any], ...]:
    """The values without those that say the same as one before."""
    found: list[Val[Any]] = []
    for value in values:
        if not any(agree(value, each) for each in found):
            found.append(value)
    return tuple(found)


def agree(one: Val[Any], other: Val[Any]) -> bool:
    """Whether both are known and say the same."""
    if one is other:
        return True
    try:
        return one.known and other.known and bool(one.plain() == other.plain())
    except (ValueError, RecursionError):
        return False


def settle(
    values: tuple[Val[Any], ...],
    span: Span,
    why: str,
    *,
    via: tuple[Span, ...] = (),
    refs: tuple[str, ...] = (),
) -> Val[Any]:
    """The one thing all candidates say, else an unknown that lists them."""
    values = distinct(values)
    if len(values) == 1:
        return values[0]
    flat = tuple(each for value in values for each in candidates(value) or (value,))
    if len(flat) > MOST:
        return Val.no_idea(why, span, via=via, refs=refs)
    return Val.no_idea(why, span, via=via, refs=refs, possible=distinct(flat))


def chosen(default: Val[Any], other: Val[Any]) -> Val[Any]:
    """What deploys when nobody says otherwise, with what may be deployed beside it."""
    if agree(default, other):
        return default
    both = (*(candidates(default) or (default,)), *(candidates(other) or (other,)))
    return copy(default, possible=distinct(both)[:MOST])


def merge(one: Val[Any], other: Val[Any], span: Span, why: str) -> Val[Any]:
    """What holds on either side of an undecided condition.

    Mappings keep their entries, those of one side alone as "this or nothing"; lists keep the
    elements of both sides, each judged as if it were there.
    """
    if agree(one, other):
        return one
    left, right = one.value, other.value
    refs = gather((one, other))[1]
    if isinstance(left, dict) and isinstance(right, dict) and one.span is not None:
        nothing: Val[Any] = Val.nothing(span)
        entries = {
            key: merge(left.get(key, nothing), right.get(key, nothing), span, why)
            for key in (*left, *(key for key in right if key not in left))
        }
        state = WRITTEN if one.known and other.known else PARTIAL
        return Val(entries, state, span=span, why=why, refs=refs, possible=(one, other))
    if isinstance(left, tuple) and isinstance(right, tuple):
        both = (*left, *(each for each in right if not any(agree(each, item) for item in left)))
        return Val(both, PARTIAL, span=span, why=why, refs=refs, possible=(one, other))
    return settle((one, other), span, why, refs=refs)


def is_removed(value: Val[Any]) -> bool:
    """Whether this is `AWS::NoValue` and nothing else."""
    return value.state == DEFAULT and value.value is None and not value.possible


def string(parts: Sequence[Val[Any]], span: Span, why: str = "") -> Val[Any]:
    """The parts joined; the known prefix of them where one is not known."""
    via, refs = gather(parts)
    if not any(each.possible for each in parts):
        head: list[str] = []
        for part in parts:
            text = as_text(part.value) if part.state != UNKNOWN else None
            if text is not None:
                head.append(text)
            if text is None or not part.known:
                reason = part.why or why or "not a text"
                prefix = "".join(head)
                state = PARTIAL if prefix else UNKNOWN
                known: str | None = pieced(prefix, parts) if prefix else None
                return Val(known, state, span=span, why=reason, via=via, refs=refs)
        if sum(map(len, head)) > LONGEST:
            return Val.no_idea("a text of more than a million characters", span, refs=refs)
        return Val(pieced("".join(head), parts), WRITTEN, span=span, via=via, refs=refs)

    def build(*texts: object) -> Val[Any]:
        return string([Val(each) for each in texts], span, why)

    made = lift(parts, build, span, why)
    if made.state == UNKNOWN and not made.possible:
        bare = [copy(each, possible=()) for each in parts]
        return string(bare, span, why)
    return made
