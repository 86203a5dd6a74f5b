"""Own rules of the settings, and patterns inherited from git-secrets, as rules of the text lane."""

import re
from collections.abc import Callable, Iterable

from seawall.policy.paths import Paths
from seawall.policy.settings import Settings
from seawall.severity import severity
from seawall.token import Context, Judgement, Token

INHERITED = "git-secrets-pattern"


def tokens(settings: Settings, inherited: Iterable[str] = ()) -> tuple[Token, ...]:
    """A rule for each `[[secrets.rule]]` and each inherited expression (already Python's)."""
    found = [_token(table) for table in settings.tables("secrets.rule")]
    for number, pattern in enumerate(inherited, 1):
        found.append(
            Token(
                id=INHERITED if number == 1 else f"{INHERITED}-{number}",
                title="Pattern prohibited by git-secrets' settings",
                ja="git-secrets の設定で禁止されたパターン",
                severity=severity("high"),
                pattern=f"(?P<secret>{pattern})",
                rank=10,
            )
        )
    return tuple(found)


def _token(table: dict[str, object]) -> Token:
    pattern = str(table["pattern"])
    title = str(table.get("title", table["id"]))
    revoke = str(table.get("revoke", ""))
    entropy = table.get("entropy", 0)
    return Token(
        id=str(table["id"]),
        title=title,
        ja=title,
        severity=severity(str(table.get("severity", "high"))),
        pattern=pattern if "(?P<secret>" in pattern else f"(?P<secret>{pattern})",
        keywords=tuple(each.lower() for each in _texts(table, "keywords")),
        entropy=float(entropy) if isinstance(entropy, int | float) else 0.0,
        validate=_only_in(_texts(table, "paths")),
        revoke=(revoke, revoke),
        rank=60,
    )


def _only_in(patterns: list[str]) -> Callable[[Context], Judgement | None] | None:
    if not patterns:
        return None
    paths = Paths(patterns)
    return lambda context: None if paths.holds(context.path) else Judgement(drop=True)


class Allow:
    """Expressions over a secret or its line that let it pass."""

    __slots__ = ("_expressions",)

    def __init__(self, patterns: Iterable[str]) -> None:
        self._expressions = tuple(re.compile(pattern) for pattern in patterns)

    def holds(self, secret: str, line: str, place: str) -> bool:
        """`place` is what git-secrets' expressions see before the line: `path:line:`."""
        return any(
            each.search(secret) or each.search(line) or each.search(place + line)
            for each in self._expressions
        )


def _texts(table: dict[str, object], name: str) -> list[str]:
    value = table.get(name)
    return [str(each) for each in value] if isinstance(value, list) else []
