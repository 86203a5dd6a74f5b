"""What every modelled resource shares, and the bag they travel in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from seawall.span import Span
from seawall.value import Val

R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Resource:
    """One resource of a project, in either language.

    `address` is what its author calls it ("module.a.aws_s3_bucket.logs", a logical id), `type`
    the language's type name. `span` is the whole block, `head` its first line (where a finding
    about something absent points). `raw.at("a.b")` reads any attribute in the language's own
    spelling. `trail` are the module calls that lead here, outermost first. `exists` is provably
    true for what is always made, unknown under an undecidable count or condition.
    """

    address: str
    type: str
    span: Span
    head: Span
    raw: Val[Any]
    language: str = "terraform"
    region: Val[Any] = field(default_factory=lambda: Val.no_idea("no region"))
    tags: Val[Any] = field(default_factory=lambda: Val({}))
    account: str = ""
    trail: tuple[Span, ...] = ()
    exists: Val[Any] = field(default_factory=lambda: Val(True))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the settings say about where things may be; plain data handed to the adapters.

    `allowed_regions` is None where nothing is said. `trusted` are CIDRs that count as known.
    """

    allowed_regions: frozenset[str] | None = None
    trusted: tuple[str, ...] = ()
    account: str = ""
    kind: str = ""  # "account-baseline" or ""
    deployment: str = ""


class Cloud:
    """All modelled subjects of one project, by type."""

    __slots__ = ("_by_type",)

    def __init__(self, subjects: Iterable[object] = ()) -> None:
        by_type: dict[type, list[object]] = {}
        for subject in subjects:
            by_type.setdefault(type(subject), []).append(subject)
        self._by_type = by_type

    def all(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(self._by_type.get(kind, ()))  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[object]:
        for subjects in self._by_type.values():
            yield from subjects
