"""Regular expressions without `re`: built from code that an earlier run compiled and kept.

Importing `re` and compiling the large expressions of a few rules costs more than all the rest of a
clean commit. `compile` takes the same arguments and gives the same objects; whatever is not among
the kept codes, or is not taken by this interpreter, is compiled by `re` as ever.
"""

import marshal
import sys
from _sre import CODESIZE, MAGIC  # type: ignore[import-not-found]
from _sre import compile as _build

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

I, M, S, X, A = 2, 8, 16, 64, 256  # noqa: E741 - as `re` names them
IGNORECASE, MULTILINE, ASCII = I, M, A

# an expression and its flags -> what `_build` takes, by `marshal`
_kept: "dict[tuple[str, int], bytes]" = {}
_made: "dict[tuple[str, int], re.Pattern[str]]" = {}
_news: "list[tuple[str, int]]" = []


def identity() -> bytes:
    """Tells the interpreters apart that take each other's codes from those that do not."""
    return f"{sys.implementation.cache_tag} {sys.hexversion} {MAGIC} {CODESIZE}".encode()


def adopt(data: bytes) -> None:
    """Believe the codes that `kept` gave an interpreter of the same identity."""
    try:
        _kept.update(marshal.loads(data))
    except (ValueError, TypeError, EOFError):
        return


def kept() -> bytes | None:
    """Every code there is, where there are more than were adopted or told; else None."""
    if not _news:
        return None
    _news.clear()
    return marshal.dumps(_kept)


def compile(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` gives."""
    key = (pattern, int(flags))
    found = _made.get(key)
    if found is None:
        code = _kept.get(key)
        found = _made[key] = (_rebuilt(pattern, code) if code else None) or _compiled(key)
    return found


def search(pattern: str, text: str, flags: int = 0) -> "re.Match[str] | None":
    """What `re.search` gives."""
    return compile(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> "re.Match[str] | None":
    """What `re.match` gives."""
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> "re.Match[str] | None":
    """What `re.fullmatch` gives."""
    return compile(pattern, flags).fullmatch(text)


def _rebuilt(pattern: str, data: bytes) -> "re.Pattern[str] | None":
    try:
        flags, code, groups, names, order = marshal.loads(data)
        found: re.Pattern[str] = _build(pattern, flags, code, groups, names, order)
    # whatever the interpreter finds wrong with it: `re` knows better
    except (ValueError, TypeError, EOFError, RuntimeError, OverflowError):
        return None
    return found


def _compiled(key: tuple[str, int]) -> "re.Pattern[str]":
    pattern, flags = key
    made: re.Pattern[str] = __import__("re").compile(pattern, flags)
    try:
        compiler = __import__("re._compiler", fromlist=["_code"])
        tree = compiler._parser.parse(pattern, flags)
        names = dict(made.groupindex)
        order: list[str | None] = [None] * (made.groups + 1)
        for name, number in names.items():
            order[number] = name
        # opcodes are a kind of `int` that `marshal` does not take
        code = [int(each) for each in compiler._code(tree, flags)]
        parts = (int(made.flags), code, made.groups, names, tuple(order))
        data = marshal.dumps(parts)
        # kept only where it makes the very same object
        if _rebuilt(pattern, data) == made:
            _kept[key] = data
            _news.append(key)
    except (AttributeError, ImportError, TypeError, ValueError):
        pass
    return made
