"""Which checks a list of ids, families and globs means."""

from collections.abc import Collection
from fnmatch import fnmatchcase


def is_known(pattern: str, known: Collection[str]) -> bool:
    """Whether a list of checks may name this: an id, a family, a glob, or an id of a tool that
    runs beside us (cfn-lint, detect-secrets)."""
    foreign = pattern[:1] in ("E", "I", "W") and pattern[1:].isdigit()
    foreign = foreign or pattern.startswith("detect-secrets-")
    return pattern in known or foreign or any(sign in pattern for sign in "*?[")


def means(
    patterns: Collection[str], check: str, family: str, aliases: Collection[str] = ()
) -> bool:
    """Whether one of `patterns` names this check: by id, old id, family or glob."""
    for pattern in patterns:
        if pattern in (check, family) or pattern in aliases:
            return True
        if any(sign in pattern for sign in "*?[") and (
            fnmatchcase(check, pattern) or fnmatchcase(family, pattern)
        ):
            return True
    return False
