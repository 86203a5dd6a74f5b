"""Own rules of the settings: refused where they could run away, their examples run as tests."""

import re
from re import _constants, _parser  # type: ignore[attr-defined]

from seawall.policy.settings import Settings

_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def faults(settings: Settings) -> list[str]:
    """What is wrong with the own rules' expressions, a line each."""
    wrong: list[str] = []
    for number, table in enumerate(settings.tables("secrets.rule")):
        fault = fault_of(str(table["pattern"]))
        if fault:
            wrong.append(f"{_where(settings, number)}: rule {table['id']}: {fault}")
    for pattern in settings.texts("secrets.allow"):
        fault = fault_of(pattern)
        if fault:
            line = settings.lines.get("secrets.allow", 0)
            wrong.append(f"{settings.path}:{line}: secrets.allow: {fault}")
    return wrong


def fault_of(pattern: str) -> str:
    """Why an expression cannot be taken; "" where it can.

    Refused is what the engine could not answer in time that grows with the text alone: a
    repetition without end inside another, and references back.
    """
    try:
        tree = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"not an expression: {error}"
    if re.compile(pattern).search("") is not None:
        return "matches the empty text, and so every file"
    return _runaway(tree, inside=False)


def check_examples(settings: Settings) -> list[str]:
    """What the own rules' `match` and `no-match` examples show to be wrong, a line each."""
    wrong = faults(settings)
    if wrong:
        return wrong
    for number, table in enumerate(settings.tables("secrets.rule")):
        pattern = re.compile(str(table["pattern"]))
        for kind, wanted in (("match", True), ("no-match", False)):
            for at, example in enumerate(_texts(table, kind), 1):
                if bool(pattern.search(example)) is not wanted:
                    verb = "is not found" if wanted else "is found"
                    where = _where(settings, number)
                    wrong.append(f"{where}: rule {table['id']}: {kind} example {at} {verb}")
    return wrong


def _runaway(tree: object, *, inside: bool) -> str:
    for operation, argument in tree:  # type: ignore[attr-defined]
        if operation is _constants.GROUPREF:
            return "refers back to a group, which can take time without bound"
        if operation in _REPEATS:
            _, most, body = argument
            endless = most is _constants.MAXREPEAT
            if endless and inside:
                return "repeats without end inside a repetition without end; bound one of them"
            fault = _runaway(body, inside=inside or endless)
        else:
            fault = next(
                (f for part in _parts(argument) if (f := _runaway(part, inside=inside))), ""
            )
        if fault:
            return fault
    return ""


def _parts(argument: object) -> list[object]:
    """The sub-expressions in an operation's argument."""
    if isinstance(argument, _parser.SubPattern):
        return [argument]
    if isinstance(argument, tuple | list):
        return [part for each in argument for part in _parts(each)]
    return []


def _where(settings: Settings, number: int) -> str:
    return f"{settings.path}:{settings.lines.get(f'secrets.rule.{number}', 0)}"


def _texts(table: dict[str, object], name: str) -> list[str]:
    value = table.get(name)
    return [str(each) for each in value] if isinstance(value, list) else []
