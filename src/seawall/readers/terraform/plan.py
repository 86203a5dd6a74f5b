"""Read `terraform show -json`: values as planned, placed in the source where that is at hand."""

# https://developer.hashicorp.com/terraform/internals/json-format

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from seawall.finding import BLOCKING, Notice
from seawall.readers.node import Node, Reading
from seawall.readers.terraform.plan_references import References
from seawall.readers.terraform.values import same
from seawall.span import Source, Span
from seawall.value import DEFAULT, WRITTEN, Val
from seawall.words import say

_DEEPEST = 60
_LATER = "known after apply"


def read_plan(source: Source, configuration: Reading | None) -> Reading:
    """The planned resources of one plan; `configuration` is the folder it stands in, if it is a
    root module."""
    try:
        plan = import_module("json").loads(source.text)
        if not isinstance(plan, dict) or "planned_values" not in plan:
            return _nothing(source, "it plans nothing", "計画された値がありません")
        nodes = tuple(_Plan(source, plan, configuration).nodes())
    except (ValueError, RecursionError):
        return _nothing(source, "the text is no JSON", "JSON として読めません")
    files = frozenset({source.path}) | (configuration.files if configuration else frozenset())
    return Reading(language="terraform", path=source.path, nodes=nodes, files=files)


def _nothing(source: Source, message: str, ja: str) -> Reading:
    text = say(f"no plan to judge: {message}", f"判定できるプランではありません: {ja}")
    notice = Notice.at(BLOCKING, "syntax", text, source.span(0, 0))
    return Reading(language="terraform", path=source.path, nodes=(), notices=(notice,),
                   files=frozenset({source.path}))  # fmt: skip


class _Plan:
    def __init__(self, source: Source, plan: dict[str, Any], configuration: Reading | None) -> None:
        self.source = source
        self.plan = plan
        self.written = {node.address: node for node in configuration.nodes} if configuration else {}
        self.changes = {
            str(each.get("address")): each
            for each in plan.get("resource_changes") or ()
            if isinstance(each, dict)
        }
        self.resources = list(self._listed())
        addresses = [str(each.get("address")) for _, each in self.resources]
        self.references = References(plan, addresses)
        self.providers = {key: self._provider(key) for key in self._provider_keys()}
        self.at = 0

    def _listed(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every resource with its module's address; data sources come from the state before."""
        planned = self.plan.get("planned_values") or {}
        before = (self.plan.get("prior_state") or {}).get("values") or {}
        seen: set[str] = set()
        for values, data_only in ((planned, False), (before, True)):
            waiting = [("", values.get("root_module") or {})]
            while waiting:
                module, held = waiting.pop(0)
                for each in held.get("resources") or ():
                    is_data = each.get("mode") == "data"
                    if (is_data or not data_only) and each.get("address") not in seen:
                        seen.add(each.get("address"))
                        yield module, each
                for child in held.get("child_modules") or ():
                    waiting.append((str(child.get("address")), child))

    def nodes(self) -> Iterator[Node]:
        for node in self.providers.values():
            yield node
        for module, each in self.resources:
            yield self._node(module, each)
        planned = {str(each.get("address")) for _, each in self.resources}
        # what the plan leaves as it is not planned again: variables, backends, unread modules
        for node in self.written.values():
            if node.kind not in ("resource", "data", "provider") and node.address not in planned:
                yield node

    def _node(self, module: str, each: dict[str, Any]) -> Node:
        address, kind = str(each.get("address")), str(each.get("type"))
        name = str(each.get("name"))
        mode = "data" if each.get("mode") == "data" else "resource"
        written = self.written.get(address)
        place = self._place(address)
        span = written.span if written else place
        base = f"data.{kind}.{name}" if mode == "data" else f"{kind}.{name}"
        settings = self.references.resource(module, base)
        expressions = settings.get("expressions")
        change = (self.changes.get(address) or {}).get("change") or {}
        key = address[len(f"{module}.{base}" if module else base) :]
        reader = _Reader(self.references, module, key, bool(settings) or written is not None)
        body = reader.value(
            each.get("values") or {},
            change.get("after_unknown") or {},
            written.body if written else None,
            expressions if isinstance(expressions, dict) else {},
            span,
            0,
        )
        return Node(
            language="terraform",
            kind=mode,
            type=kind,
            name=name,
            address=address,
            span=span,
            head=written.head if written else place,
            body=body,
            module=module,
            trail=written.trail if written else (),
            provider=self.providers.get(str(settings.get("provider_config_key")))
            or (written.provider if written else None),
            metadata={"plan": self.source.path},
        )

    def _place(self, address: str) -> Span:
        """Where the plan speaks of an address."""
        text = self.source.text
        wanted = import_module("json").dumps(address)
        at = text.find(wanted)
        if at < 0:
            return self.source.span(0, 0)
        return self.source.span(at, at + len(wanted))

    def _provider_keys(self) -> list[str]:
        held = (self.plan.get("configuration") or {}).get("provider_config") or {}
        return [str(key) for key in held]

    def _provider(self, key: str) -> Node:
        held = self.plan["configuration"]["provider_config"][key]
        name = str(held.get("name") or key)
        alias = str(held.get("alias") or "")
        full = f"{name}.{alias}" if alias else name
        written = self.written.get(f"provider.{full}")
        span = written.span if written else self.source.span(0, 0)
        items: dict[str, Val[Any]] = {}
        for attr, expression in (held.get("expressions") or {}).items():
            items[attr] = self._setting(expression, span)
        body = Val(items, WRITTEN, span=span)
        return Node(language="terraform", kind="provider", type=name, name=full,
                    address=f"provider.{key}", span=span,
                    head=written.head if written else span, body=body)  # fmt: skip

    def _setting(self, expression: Any, span: Span) -> Val[Any]:
        """A provider's setting: a constant, a variable's value, or blocks of them."""
        if isinstance(expression, list):
            return Val(tuple(self._setting(each, span) for each in expression), span=span)
        if not isinstance(expression, dict):
            return Val.no_idea(_LATER, span)
        if "constant_value" in expression:
            return plain_value(expression["constant_value"], span)
        references = expression.get("references")
        if references is None:
            return Val({key: self._setting(each, span) for key, each in expression.items()},
                       span=span)  # fmt: skip
        if len(references) == 1 and str(references[0]).startswith("var."):
            given = (self.plan.get("variables") or {}).get(references[0][4:])
            if isinstance(given, dict) and "value" in given:
                return plain_value(given["value"], span)
        return Val.no_idea(_LATER, span)


def plain_value(value: Any, span: Span | None, depth: int = 0) -> Val[Any]:
    if depth > _DEEPEST:
        return Val.no_idea("nested too deeply", span)
    if isinstance(value, dict):
        held = {key: plain_value(each, span, depth + 1) for key, each in value.items()}
        return Val(held, span=span)
    if isinstance(value, list):
        return Val(tuple(plain_value(each, span, depth + 1) for each in value), span=span)
    return Val(value, span=span)


class _Reader:
    """The values of one resource, beside what its configuration says."""

    def __init__(self, references: References, module: str, key: str, told: bool) -> None:
        self.references = references
        self.module = module
        self.key = key
        self.told = told  # whether we know what is written and what is a default

    def value(
        self,
        planned: Any,
        unknown: Any,
        written: Val[Any] | None,
        said: Any,
        span: Span,
        depth: int,
    ) -> Val[Any]:
        at = written.span if written is not None and written.span is not None else span
        if depth > _DEEPEST:
            return Val.no_idea("nested too deeply", at)
        if unknown is True:
            refs = self.refs(said, written)
            return Val.no_idea(_LATER, at, refs=refs)
        if isinstance(planned, dict) or (planned is None and isinstance(unknown, dict) and unknown):
            return self._mapping(planned or {}, unknown, written, said, at, depth)
        if isinstance(planned, list):
            return self._listing(planned, unknown, written, said, at, depth)
        refs = self.refs(said, written)
        if written is not None:
            if written.known and same(written, Val(planned)):
                return written  # with the spans of what it is made of
            return Val(planned, WRITTEN, span=at, via=written.via, refs=refs)
        if planned is None:
            return Val.nothing(span)
        state = DEFAULT if self.told and not said else WRITTEN
        return Val(planned, state, span=span, refs=refs)

    def refs(self, said: Any, written: Val[Any] | None) -> tuple[str, ...]:
        """The source knows instances more exactly than the plan's configuration does."""
        if written is not None and written.refs:
            return written.refs
        return self.references.of(said, self.module, self.key)

    def _mapping(
        self, planned: dict[str, Any], unknown: Any, written: Val[Any] | None, said: Any,
        span: Span, depth: int,
    ) -> Val[Any]:  # fmt: skip
        later = unknown if isinstance(unknown, dict) else {}
        held = written.value if written is not None else None
        told = said if isinstance(said, dict) else {}
        found = {}
        for key in (*planned, *(each for each in later if each not in planned and later[each])):
            beside = held[key] if isinstance(held, dict) and key in held else None
            found[key] = self.value(
                planned.get(key), later.get(key), beside, told.get(key), span, depth + 1
            )
        return Val(found, WRITTEN, span=span)

    def _listing(
        self, planned: list[Any], unknown: Any, written: Val[Any] | None, said: Any, span: Span,
        depth: int,
    ) -> Val[Any]:  # fmt: skip
        later = unknown if isinstance(unknown, list) else []
        beside = written.items() if written is not None else ()
        found = []
        for at, each in enumerate(planned):
            alike = self._alike(each, at, len(planned), beside)
            told = said[at] if isinstance(said, list) and len(said) == len(planned) else said
            found.append(
                self.value(
                    each, later[at] if at < len(later) else None, alike, told, span, depth + 1
                )
            )
        refs = self.references.of(said, self.module, self.key)
        if not planned and written is None and not said:
            return Val((), DEFAULT, span=span)
        return Val(tuple(found), WRITTEN, span=span, refs=refs)

    def _alike(
        self, each: Any, at: int, size: int, beside: tuple[Val[Any], ...]
    ) -> Val[Any] | None:
        """What is written of a list's element; a set's come in another order."""
        if not isinstance(each, dict | list):
            for other in beside:
                if other.known and same(other, Val(each)):
                    return other
        return beside[at] if len(beside) == size else None
