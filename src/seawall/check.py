"""The contract of infrastructure checks: what one is, and all it may say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from seawall.model.resource import Resource
from seawall.severity import Severity
from seawall.span import Span
from seawall.value import Val
from seawall.words import Text

S = TypeVar("S")


@dataclass(frozen=True, slots=True, eq=False)
class SetTo:
    """Write `to` where this value stands."""

    value: Val[Any]
    to: object


@dataclass(frozen=True, slots=True, eq=False)
class Drop:
    """Take this value (an element, an attribute, a block) out."""

    value: Val[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Add:
    """Write attribute `name` (dotted through blocks, in the adapter's language-free spelling)
    with `value` into this resource."""

    resource: Resource
    name: str
    value: object


@dataclass(frozen=True, slots=True, eq=False)
class AddResource:
    """Write a further resource beside this one: a kind the writers know ("public-access-block",
    "bucket-encryption", ...)."""

    beside: Resource
    kind: str


Intent = SetTo | Drop | Add | AddResource


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """One wrong a check found. `at` is the wrong value, or the resource that lacks something.

    `message` is made by `words.say`: English with its Japanese. `related` are values or resources
    that a reader has to see too (the joined access block). `severity` overrides the check's own
    where the same wrong is worse or milder (both must be in the check's documented range).
    """

    at: Val[Any] | Span | Resource
    message: Text
    fix: Intent | None = None
    safe: bool = True
    severity: Severity | None = None
    related: tuple[Val[Any] | Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Ja:
    """The Japanese of a check or rule."""

    title: str
    why: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Bad:
    """An example that must be reported, exactly once unless `times` says more.

    `change` is (before, after): all that the fix may touch. `files` are further files of the
    example by name; `before`, by language, is what stood there before a change.
    """

    terraform: str = ""
    cloudformation: str = ""
    change: tuple[str, str] | None = None
    times: int = 1
    files: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Good:
    """An example that must not be reported."""

    terraform: str = ""
    cloudformation: str = ""
    files: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """An infrastructure check; `id` and `family` come from its file's own path."""

    id: str
    family: str
    on: type
    severity: Severity
    title: str
    why: str
    remedy: str
    ja: Ja
    run: Callable[[Any], Iterator[Problem]]
    maps: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    precision: str = "high"
    severities: tuple[Severity, ...] = ()  # every severity a problem of it may carry
    since: str = "0.1"


def check(
    on: type[S],
    severity: Severity,
    *,
    title: str,
    why: str,
    remedy: str,
    ja: Ja,
    maps: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    precision: str = "high",
    severities: tuple[Severity, ...] = (),
    since: str = "0.1",
) -> Callable[[Callable[[S], Iterator[Problem]]], Check]:
    """Make a check of a function from one subject of type `on` to its problems.

    Raises ImportError for a second copy of the module that calls itself `checks.*`.
    """

    def wrap(run: Callable[[S], Iterator[Problem]]) -> Check:
        module = run.__module__
        if module.startswith("checks."):
            raise ImportError(f"{module} is a second copy; import seawall.{module}")
        *_, folder, name = ("", *module.split("."))
        return Check(
            id=name.replace("_", "-"),
            family=folder.replace("_", "-"),
            on=on,
            severity=severity,
            title=title,
            why=why,
            remedy=remedy,
            ja=ja,
            run=run,
            maps=maps,
            aliases=aliases,
            precision=precision,
            severities=severities or (severity,),
            since=since,
        )

    return wrap
