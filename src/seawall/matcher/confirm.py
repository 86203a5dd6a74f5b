"""Decides what triggers only suspect: the expression in bounded windows, then the rule's terms."""

from bisect import bisect_left
from math import log2

from seawall import patterns
from seawall.matcher.leak import Leak
from seawall.matcher.placeholder import is_placeholder
from seawall.token import Context, Token
from seawall.words import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

_AROUND = 600  # characters on both sides that a validator sees
_PAIRED = frozenset({"aws-secret-access-key", "aws-secret-before-key-id", "aws-session-token"})
_REMEMBERED = 100
_TOGETHER = 600  # characters between a key id and its secret


def flags_of(rule: Token) -> int:
    """How a rule's expression is read."""
    return patterns.A | patterns.M | (patterns.I if "i" in rule.flags else 0)


def leaks_of(
    rule: "Callable[[], Token]",
    pattern: "re.Pattern[str]",
    text: str,
    looks: "Sequence[tuple[int, int, int]]",
    path: str,
    reach: int,
) -> "Iterator[Leak]":
    """Every match of a rule's `pattern` in these windows that meets its terms; the rule itself is
    asked for at the first match.

    A window is (from, last start, at first up to); a match that touches the end of its window is
    followed up to `reach`.
    """
    size = len(text)
    fillers: dict[str, bool] = {}
    for low, last, near in looks:
        near, far = min(near, size), min(last + reach, size)
        match = pattern.search(text, low, near)
        while match is not None and match.start() <= last:
            if match.end() == near < far:
                match = pattern.match(text, match.start(), far) or match
            leak = judge(rule(), text, match, path, fillers)
            if leak is not None:
                yield leak
            # what was no leak may hide one that begins inside it
            again = match.end() if leak is not None else match.start() + 1
            match = pattern.search(text, max(again, match.start() + 1), near)


def judge(
    rule: Token, text: str, match: "re.Match[str]", path: str, fillers: dict[str, bool]
) -> Leak | None:
    """The leak a match is, if it meets the rule's terms. `fillers` remembers who is a placeholder:
    what repeats itself a million times is asked about once."""
    name = "secret" if "secret" in match.re.groupindex else 0
    start, end = match.span(name)
    secret = text[start:end]
    if not secret:
        return None
    keyword = None
    if rule.keywords:
        keyword = _keyword(rule, text, start)
        if keyword is None:
            return None
    if rule.entropy and entropy(secret) < rule.entropy:
        return None
    filler = fillers.get(secret)
    if filler is None:
        filler = is_placeholder(secret[:512])
        if len(fillers) < _REMEMBERED:
            fillers[secret] = filler
    if filler:
        return None
    severity, certain = rule.severity, False
    facts: tuple[str, ...] = ()
    if rule.validate is not None:
        low = max(0, match.start() - _AROUND)
        window = text[low : match.end() + _AROUND]
        groups = {key: value for key, value in match.groupdict().items() if value is not None}
        verdict = rule.validate(
            Context(window, start - low, end - low, path, groups, match.start() - low)
        )
        if verdict is not None:
            if verdict.drop:
                return None
            severity = verdict.severity or severity
            certain, facts = verdict.certain, verdict.facts
    if rule.facts is not None:
        facts = (*facts, *rule.facts(secret))
    return Leak(
        rule,
        secret,
        start,
        end,
        severity=severity,
        message=say(rule.title, rule.ja),
        facts=facts,
        certain=certain,
        keyword=keyword,
        rank=rule.rank,
    )


def _keyword(rule: Token, text: str, start: int) -> tuple[int, int] | None:
    """The keyword nearest before `start`."""
    low = max(0, start - rule.near)
    before = text[low:start].lower()
    at, word = max((before.rfind(word), word) for word in rule.keywords)
    return (low + at, low + at + len(word)) if at >= 0 else None


def concerns(paths: str, path: str) -> bool:
    """Whether a rule for `paths` looks at this path."""
    return not paths or patterns.search(paths, path, patterns.I) is not None


def entropy(secret: str) -> float:
    """Shannon entropy in bits a character."""
    size = len(secret)
    if not size:
        return 0.0
    counts = [secret.count(each) for each in set(secret)]
    return -sum(count / size * log2(count / size) for count in counts)


def join_pairs(leaks: "Sequence[Leak]") -> None:
    """A key id and the secret beside it are one credential: they share a group."""
    ids = [leak for leak in leaks if leak.token == "aws-access-key"]
    for leak in leaks:
        if ids and leak.token in _PAIRED:
            nearest = min(ids, key=lambda other: abs(other.start - leak.start))
            if abs(nearest.start - leak.start) <= _TOGETHER:
                leak.join(nearest)


def strongest(leaks: "Sequence[Leak]") -> list[Leak]:
    """One leak for each place: of those that overlap, the one of highest rank."""
    kept: list[Leak] = []
    order = sorted(
        leaks, key=lambda each: (-each.rank, not each.certain, each.start, -each.end, each.token)
    )
    for leak in order:
        at = bisect_left(kept, leak.start, key=_start)
        if at < len(kept) and kept[at].start < leak.end:
            continue
        if at and kept[at - 1].end > leak.start:
            continue
        kept.insert(at, leak)
    return kept


def _start(leak: Leak) -> int:
    return leak.start
