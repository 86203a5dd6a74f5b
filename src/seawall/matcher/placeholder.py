"""Values that stand for a secret and are none: documented examples, fillers, repetition."""

from seawall import patterns as re

# values that vendors print in their documentation
DOCUMENTED = frozenset(
    {
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
        "AKIAIOSFODNN7EXAMPLE",
        "AKIAI44QH8DHBEXAMPLE",
        "ASIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "wJalrXUtnFEMI/A1B2C3/bPxRfiCYEXAMPLEKEY",
        "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
    }
)
_FILLER = re.compile(
    r"""example|placeholder|change_?me|replace_?(?:me|this|with)|redacted|your[-_]|[-_]here$
    |x{6,}|\*{4,}|\.{3,}|…|-{9,}|_{6,}|0{9,}|<[^<>]{1,80}>|\$\{|\{\{|todo|fixme|insert[-_]
    |this[-_ ]?is[-_ ]?(?:not|an?)|dummy|n0tareal|not[-_]?a?[-_]?real|deadbeef|foobar
    |(?:サンプル|ダミー|ここに|入力して)
    """,
    re.I | re.X,
)
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789012345678901234567890", "qwertyuiopasdfghjkl")


def is_placeholder(secret: str) -> bool:
    """Whether nobody could mean `secret` as one."""
    if secret in DOCUMENTED or _FILLER.search(secret):
        return True
    return is_repetitive(secret) or has_run(secret)


def is_repetitive(secret: str) -> bool:
    """Few characters over and over, or one stretch repeated."""
    size = len(secret)
    if size < 8:
        return len(set(secret)) < 3
    if len(set(secret)) <= min(5, size // 4 + 1):
        return True
    return any(
        secret == (secret[:width] * (size // width + 1))[:size] for width in range(1, size // 3 + 1)
    )


def has_run(secret: str, *, longest: int = 8) -> bool:
    """A stretch of the alphabet, of the digits or of a keyboard row."""
    low = secret.lower()
    for at in range(len(low) - longest + 1):
        piece = low[at : at + longest]
        if any(piece in run or piece in run[::-1] for run in _RUNS):
            return True
    return False
