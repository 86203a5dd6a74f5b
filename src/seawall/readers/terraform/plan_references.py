"""Which resources the attributes of a planned resource were read from."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

_MODULE_STEP = re.compile(r'module\.([\w-]+)(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.?')
_CALL = re.compile(r"(module\.([\w-]+)(?:\[[^\]]*\])?)\.([\w-]+)")
_DEEPEST = 12


class References:
    """The configuration part of a plan, asked by address."""

    def __init__(self, plan: dict[str, Any], addresses: Iterable[str]) -> None:
        configuration = _dict(plan.get("configuration"))
        self.root = _dict(configuration.get("root_module"))
        self.known = set(addresses)
        self.by_base: dict[str, list[str]] = {}
        for address in self.known:
            self.by_base.setdefault(_base(address), []).append(address)

    def resource(self, module: str, base: str) -> dict[str, Any]:
        """The configuration of a resource; `base` is its address within its module."""
        held = self.module(module)
        for each in _list(held.get("resources")):
            if _dict(each).get("address") == base:
                return _dict(each)
        return {}

    def module(self, address: str) -> dict[str, Any]:
        held = self.root
        for found in _MODULE_STEP.finditer(address):
            call = _dict(_dict(held.get("module_calls")).get(found[1]))
            held = _dict(call.get("module"))
        return held

    def of(self, expression: Any, module: str, key: str) -> tuple[str, ...]:
        """The addresses an expression refers to; `key` is the referrer's own instance key."""
        given = _dict(expression).get("references")
        found: dict[str, None] = {}
        for each in self._resolve(given, module, key, 0):
            found[each] = None
        return tuple(found)

    def _resolve(self, given: Any, module: str, key: str, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            return
        longer = ""
        for ref in _list(given):
            # a reference is followed by the shorter ones it stands for
            if not isinstance(ref, str) or longer.startswith(ref):
                continue
            if ref.startswith("var."):
                yield from self._input(ref.split(".")[1], module, depth)
            elif ref.startswith("module."):
                yield from self._output(ref, module, key, depth)
            else:
                for address in self._instances(f"{module}.{ref}" if module else ref, key):
                    longer = ref
                    yield address

    def _instances(self, address: str, key: str) -> Iterator[str]:
        if address in self.known:
            yield address
        elif f"{address}{key}" in self.known:
            yield f"{address}{key}"
        else:
            yield from self.by_base.get(address, ())

    def _input(self, name: str, module: str, depth: int) -> Iterator[str]:
        steps = list(_MODULE_STEP.finditer(module))
        if not steps:
            return
        above = module[: steps[-1].start()].rstrip(".")
        call = _dict(_dict(self.module(above).get("module_calls")).get(steps[-1][1]))
        expression = _dict(call.get("expressions")).get(name)
        yield from self._resolve(
            _dict(expression).get("references"), above, steps[-1][2] or "", depth + 1
        )

    def _output(self, ref: str, module: str, key: str, depth: int) -> Iterator[str]:
        found = _CALL.match(ref)
        if not found:
            return
        inner = f"{module}.{found[1]}" if module else found[1]
        output = _dict(_dict(self.module(inner).get("outputs")).get(found[3]))
        expression = _dict(output.get("expression"))
        if not any(each.startswith(f"{inner}.") for each in self.known):
            inner += key
        yield from self._resolve(expression.get("references"), inner, "", depth + 1)


def _base(address: str) -> str:
    """An address without the key of its own last step."""
    return re.sub(r'(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])$', "", address)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
