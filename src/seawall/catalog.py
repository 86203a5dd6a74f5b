"""Finds rules and checks: the folders are the registry; nothing else imports `seawall.checks`."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from seawall.check import Bad, Check, Good
    from seawall.token import Token

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "checks")
_SECRETS = "secrets"

_tokens: "tuple[tuple[str, Token], ...] | None" = None
_checks: "tuple[Check, ...] | None" = None


def tokens() -> "tuple[Token, ...]":
    """Every secret rule, in the order of ids."""
    return tuple(token for _, token in tokens_by_module())


def tokens_by_module() -> "tuple[tuple[str, Token], ...]":
    """(module, rule) pairs in the order of ids."""
    global _tokens
    if _tokens is None:
        found = [
            (module, token)
            for name in _files(_SECRETS)
            for module in (f"seawall.checks.{_SECRETS}.{name}",)
            for token in tokens_of(module)
        ]
        found.sort(key=lambda each: each[1].id)
        _tokens = tuple(found)
    return _tokens


def tokens_of(module: str) -> "tuple[Token, ...]":
    """The rules that one module of `seawall.checks.secrets` holds."""
    from seawall.token import Token

    found: dict[str, Token] = {}
    for value in vars(_module(module)).values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Token):
                found[each.id] = each
    return tuple(found.values())


def token(id: str) -> "Token | None":
    """The rule with this id or alias."""
    for each in tokens():
        if id == each.id or id in each.aliases:
            return each
    return None


def checks() -> "tuple[Check, ...]":
    """Every infrastructure check, in the order of ids."""
    global _checks
    if _checks is None:
        from seawall.check import Check

        found: dict[str, Check] = {}
        for family in sorted(os.listdir(_FOLDER)):
            if family == _SECRETS or not os.path.isdir(os.path.join(_FOLDER, family)):
                continue
            for name in _files(family):
                for value in vars(_module(f"seawall.checks.{family}.{name}")).values():
                    if isinstance(value, Check):
                        found[value.id] = value
        _checks = tuple(found[id] for id in sorted(found))
    return _checks


def check(id: str) -> "Check | None":
    """The infrastructure check with this id or alias."""
    for each in checks():
        if id == each.id or id in each.aliases:
            return each
    return None


def aliases() -> "dict[str, tuple[str, ...]]":
    """Old and foreign ids by the id that holds today."""
    found = {each.id: each.aliases for each in checks() if each.aliases}
    found.update({each.id: each.aliases for each in tokens() if each.aliases})
    return found


def names() -> frozenset[str]:
    """Every id, old id and family: what a list of checks may name."""
    found: set[str] = {"secrets", "git-secrets-pattern"}
    for check in checks():
        found.update((check.id, check.family, *check.aliases))
    for token in tokens():
        found.update((token.id, *token.aliases))
    return frozenset(found)


def stamp() -> bytes:
    """Changes whenever a rule file does: names, sizes and times, without reading one."""
    parts = [sys.implementation.cache_tag or ""]
    for folder in (os.path.join(_FOLDER, _SECRETS), os.path.join(_FOLDER, "..", "matcher")):
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(".py"):
                        found = entry.stat()
                        parts.append(f"{entry.name} {found.st_size} {found.st_mtime_ns}")
        except OSError:
            continue
    parts.sort()
    return "\n".join(parts).encode()


def _files(family: str) -> list[str]:
    names = os.listdir(os.path.join(_FOLDER, family))
    return sorted(name[:-3] for name in names if name.endswith(".py") and not name.startswith("_"))


def _module(name: str) -> object:
    from importlib import import_module

    return import_module(name)


def examples(check: "Check") -> "tuple[Bad | Good, ...]":
    """The examples that stand in a check's own file."""
    name = f"seawall.checks.{check.family}.{check.id}".replace("-", "_")
    found: tuple[Bad | Good, ...] = getattr(_module(name), "EXAMPLES", ())
    return found
