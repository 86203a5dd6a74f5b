"""What `count` and `for_each` make of a block, and how references see the instances."""

from typing import TYPE_CHECKING, Any

from seawall.readers.terraform.bodies import Instance, settled
from seawall.readers.terraform.evaluate import Scope
from seawall.readers.terraform.expansion import counted, keyed
from seawall.readers.terraform.syntax import Block
from seawall.readers.terraform.values import as_string, unknown
from seawall.value import PARTIAL, WRITTEN, Val

if TYPE_CHECKING:
    from seawall.readers.terraform.run import Run


class Step:
    """One instance that `count` or `for_each` makes."""

    __slots__ = ("suffix", "key", "names", "exists", "whole", "why")

    def __init__(
        self,
        suffix: str,
        key: object,
        names: dict[str, Val[Any]],
        exists: Val[Any],
        whole: bool,
        why: str,
    ) -> None:
        self.suffix = suffix
        self.key = key
        self.names = names
        self.exists = exists
        self.whole = whole  # whether all instances are known
        self.why = why


class Made:
    __slots__ = ("step", "held")

    def __init__(self, step: Step, held: Instance) -> None:
        self.step = step
        self.held = held

    def value(self) -> Val[Any]:
        return Val(self.held, WRITTEN, refs=(self.held.address,))


def steps_of(block: Block, scope: Scope, run: "Run") -> list[Step]:
    """What `count` or `for_each` make of a block: one step for each instance."""
    attrs = block.body.attrs
    most = run.most_instances
    sure = Val(True)
    if "count" in attrs:
        value = settled(attrs["count"], scope, run)
        numbers, whole, cut = counted(value, most)
        if cut:
            run.over_budget(attrs["count"].span)
        maybe = Val.no_idea(value.why or "count is not known", value.span)
        return [
            Step(
                f"[{at}]", at, {"count": Val({"index": Val(at, span=value.span)})},
                sure if certain else maybe, whole and not cut, value.why,
            )
            for at, certain in numbers
        ]  # fmt: skip
    if "for_each" in attrs:
        return _each(settled(attrs["for_each"], scope, run), block, run)
    return [Step("", None, {}, sure, True, "")]


def _each(value: Val[Any], block: Block, run: "Run") -> list[Step]:
    found, whole = keyed(value)
    if len(found) > run.most_instances:
        run.over_budget(block.body.attrs["for_each"].span)
        found, whole = found[: run.most_instances], False
    steps = []
    why = value.why or "for_each is not known"
    for each, certain in found:
        key = each.value["key"] if isinstance(each.value, dict) else each
        text = as_string(key) if not isinstance(key.value, tuple | dict) else unknown((key,))
        known = text.known and isinstance(text.value, str)
        suffix = _suffix(text.value) if known else "[each.key]"
        exists = Val(True) if certain else Val.no_idea(why, value.span)
        names = {"each": each}
        steps.append(Step(suffix, text.value if known else None, names, exists, whole, why))
    return steps


def gathered(block: Block, every: list[tuple[Step, Val[Any]]]) -> Val[Any]:
    """The instances of a block as its references see them."""
    span = block.span.first_line()
    attrs = block.body.attrs
    whole = all(step.whole for step, _ in every)
    why = next((step.why for step, _ in every if step.why), "the instances are not known")
    state = WRITTEN if whole else PARTIAL
    if "count" in attrs:
        items = tuple(value for _, value in every)
        return Val(items, state, span=span, why="" if whole else why)
    if "for_each" in attrs:
        known = {str(step.key): value for step, value in every if step.key is not None}
        if whole or known:
            return Val(known, state, span=span, why="" if whole else why)
        refs = tuple(ref for _, value in every for ref in value.refs)
        return Val.no_idea(why, span, refs=refs, possible=tuple(value for _, value in every))
    return every[0][1] if every else Val.no_idea("it depends on itself", span)


def _suffix(key: Any) -> str:
    text = str(key).replace("\\", "\\\\").replace('"', '\\"')
    return f'["{text}"]'
