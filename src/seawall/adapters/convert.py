"""Values as the providers take them: "true" is true, "22" is 22, one is a list of one."""

from typing import Any

from seawall.value import Val

_TRUE = {"true", "yes", "on", "1"}
_FALSE = {"false", "no", "off", "0"}


def flag(value: Val[Any], default: bool | None = None) -> Val[Any]:
    """A boolean; words that both languages turn into one are turned. Others become unknown."""
    if value.absent:
        return value if default is None else value.or_default(default)
    if any(not _is_flag(each) for each in _candidates(value)):
        return Val.no_idea("no boolean", value.span, via=value.via, refs=value.refs)
    return value.map(_as_flag).or_default(default)


def number(value: Val[Any]) -> Val[Any]:
    """A whole number; text that is one is turned, anything else becomes unknown."""
    if value.absent:
        return value
    if any(_as_number(each) is None for each in _candidates(value)):
        return Val.no_idea("no number", value.span, via=value.via, refs=value.refs)
    return value.map(_as_number)


def text(value: Val[Any]) -> Val[Any]:
    """A string; numbers and booleans as the engines print them."""
    return value.map(_as_text) if value.known else value


def many(value: Val[Any]) -> tuple[Val[Any], ...]:
    """The known elements of a list; one value (a string, a block) is a list of itself."""
    if isinstance(value.value, dict):
        return (value,)
    return value.items()


def _candidates(value: Val[Any]) -> list[Any]:
    if value.known:
        return [] if value.value is None else [value.value]
    return [each.value for each in value.possible if each.known and each.value is not None]


def _is_flag(value: object) -> bool:
    return isinstance(value, bool) or str(value).strip().lower() in _TRUE | _FALSE


def _as_flag(value: Any) -> bool:
    return value if isinstance(value, bool) else str(value).strip().lower() in _TRUE


def _as_number(value: Any) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if value == int(value) else None
    try:
        return int(str(value).strip())
    except ValueError:
        return None


def _as_text(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value) if isinstance(value, int | float) else value
