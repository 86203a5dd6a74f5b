"""The checks of the settings' plugins, as far as their text is trusted."""

from collections.abc import Iterable

from seawall import plugins
from seawall.check import Check
from seawall.finding import BLOCKING, Notice
from seawall.span import Place
from seawall.words import say


def own_checks(
    files: Iterable[tuple[str, str]], store: str, *, from_base: bool, notices: list[Notice]
) -> tuple[Check, ...]:
    """Checks of (path, text) pairs. What is not trusted is not run, and that is said: a gate
    that was to judge and did not must not look clean."""
    known = frozenset[str]() if from_base else plugins.trusted(store)
    found: list[Check] = []
    for path, text in files:
        if from_base or plugins.digest(text) in known:
            found += plugins.load(path, text)
            continue
        message = say(
            "a plugin that is not trusted here was not run; read it, then "
            "`seawall config --trust-plugins`",
            "信頼されていないプラグインは実行しません。内容を確認してから "
            "`seawall config --trust-plugins` を実行してください",
        )
        notices.append(Notice(BLOCKING, "plugin-not-trusted", message, Place(path)))
    return tuple(found)
