"""Tell a value that a person made up from one that a service issued."""

import itertools

from seawall import patterns as re
from seawall.checks.secrets.examples_known import KNOWN
from seawall.token import Context, Judgement

DROP = Judgement(drop=True)

# words that people write where a credential goes
_PLACEHOLDER = re.compile(
    r"example|sample|dummy|placeholder|change.?me|replace|redacted|your[_-]?(?:own|api|key|token|secret|pass)|"
    r"(?<![a-z0-9])your[_-]|fake|not.?real|insert.?(?:key|token|your|here)|x{5}|\*{4}|\.{3}|_here\b|-here\b|deadbeef|"
    r"abcdefghij|<[a-z]|0{12}|1{10}",
    re.IGNORECASE,
)


_CAMEL = re.compile(r"[a-z]*(?:[A-Z][a-z]+){2,}[A-Z]?[0-9]{0,4}")


def in_sequence(text: str) -> float:
    """The share of characters that repeat or follow their neighbour, as in `abcdef` and `4321`."""
    if len(text) < 2:
        return 0.0
    steps = 0
    for one, two in zip(text.lower(), text.lower()[1:], strict=False):
        if abs(ord(one) - ord(two)) <= 1 or (one, two) in (("9", "0"), ("0", "9"), ("9", "a")):
            steps += 1
    return steps / (len(text) - 1)


def changes(text: str) -> int:
    """How often the kind of character changes; random text changes far more often than words."""
    kinds = [
        "u" if c.isupper() else "l" if c.islower() else "d" if c.isdigit() else c for c in text
    ]
    return sum(one != two for one, two in itertools.pairwise(kinds))


def is_random(text: str) -> bool:
    """Whether the kinds of characters mix as chance mixes them; words and camel case do not."""
    if _CAMEL.fullmatch(text):
        return False
    share = changes(text) / max(1, len(text) - 1)
    if any(c.isupper() for c in text) and any(c.islower() for c in text):
        return share >= 0.4
    return sum(c.isdigit() for c in text) >= max(1, len(text) // 20)


def made_up(secret: str) -> bool:
    body = secret[:400]
    return (
        secret in KNOWN
        or _PLACEHOLDER.search(body) is not None
        or in_sequence(body[4:] if len(body) > 16 else body) >= 0.7
    )


def plausible(ctx: Context) -> Judgement | None:
    """The validator of tokens that have nothing else to check."""
    return DROP if made_up(ctx.secret) else None


def random_only(ctx: Context) -> Judgement | None:
    """The validator of tokens whose body must not read like words."""
    return DROP if made_up(ctx.secret) or not is_random(ctx.secret) else None
