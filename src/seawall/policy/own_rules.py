"""Own rules of the settings: as tokens for the text lane, their examples run as tests."""

import re

from seawall.policy.settings import Settings


def check_examples(settings: Settings) -> list[str]:
    """What the own rules' `match` and `no-match` examples show to be wrong, a line each."""
    wrong: list[str] = []
    for number, table in enumerate(settings.tables("secrets.rule")):
        line = settings.lines.get(f"secrets.rule.{number}", 0)
        where = f"{settings.path}:{line}: rule {table['id']}"
        try:
            pattern = re.compile(str(table["pattern"]))
        except re.error as error:
            wrong.append(f"{where}: the pattern is no expression: {error}")
            continue
        for kind, wanted in (("match", True), ("no-match", False)):
            for at, example in enumerate(_texts(table, kind), 1):
                if bool(pattern.search(example)) is not wanted:
                    verb = "is not found" if wanted else "is found"
                    wrong.append(f"{where}: {kind} example {at} {verb}")
    return wrong


def _texts(table: dict[str, object], name: str) -> list[str]:
    value = table.get(name)
    return [str(each) for each in value] if isinstance(value, list) else []
