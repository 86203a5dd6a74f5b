"""Functions over strings; the shaped ones keep a known prefix, the plain ones need it all."""

import re
from collections.abc import Callable
from typing import Any
from warnings import catch_warnings, simplefilter

from seawall.readers.terraform.pieces import put_together
from seawall.readers.terraform.values import (
    MOST_ITEMS,
    MOST_TEXT,
    EvalError,
    OverBudget,
    Unsure,
    as_string,
    made,
    number_of,
    plain,
    text_of,
    unknown,
    with_refs,
)
from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

Args = list[Val[Any]]
_VERB = re.compile(r"%(?:\[(\d+)\])?([-+# 0]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])")
_CLASSES = {
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "0-9A-Za-z", "upper": "A-Z", "lower": "a-z",
    "space": r"\s", "xdigit": "0-9A-Fa-f", "word": r"\w", "punct": r"!-/:-@\[-`{-~",
}  # fmt: skip
_REPEATS = re.compile(r"(?<!\\)[*+]|\{\d+,\}")
_REPEATED_GROUP = re.compile(r"\)(?:[*+]|\{\d+,\d*\})")


# -- shaped ---------------------------------------------------------------------------------------


def join(args: Args, span: Span) -> Val[Any]:
    glue, lists = as_string(args[0]), args[1:]
    items: list[Val[Any]] = []
    for each in lists:
        if each.state == UNKNOWN:
            items.append(unknown((each,)))
        else:
            items.extend(with_refs(item, each.refs) for item in each.value or ())
            if not each.known:
                items.append(unknown((each,)))
    if not glue.known:
        return unknown(args, span=span)
    if len(items) == 1 and not items[0].known:
        only = as_string(items[0])
        return Val(only.value, only.state, span=span, why=only.why, via=only.via,
                   refs=only.refs, possible=only.possible)  # fmt: skip
    parts: list[Val[Any]] = []
    for at, item in enumerate(items):
        text = as_string(item)
        if text.known and text.value is None:
            raise EvalError("join() of a null")
        if at and glue.value:
            parts.append(glue)
        parts.append(text)
    return put_together(parts, span)


def format_(args: Args, span: Span) -> Val[Any]:
    shape = as_string(args[0])
    if not shape.known or not isinstance(shape.value, str):
        return unknown(args, span=span)
    parts: list[Val[Any]] = []
    at, following = 0, 1
    for verb in _VERB.finditer(shape.value):
        if verb.start() > at:
            parts.append(Val(shape.value[at : verb.start()], WRITTEN, span=shape.span))
        at = verb.end()
        if verb[5] == "%":
            parts.append(Val("%", WRITTEN, span=shape.span))
            continue
        which = int(verb[1]) if verb[1] else following
        following = which + 1
        if which >= len(args):
            raise EvalError("format() has too few arguments")
        parts.append(_formatted(verb, args[which], span))
    if at < len(shape.value):
        parts.append(Val(shape.value[at:], WRITTEN, span=shape.span))
    return put_together(parts, span)


def _formatted(verb: re.Match[str], arg: Val[Any], span: Span) -> Val[Any]:
    kind, flags, width = verb[5], verb[2], int(verb[3] or 0)
    if width > 10_000:
        raise OverBudget
    plain = (
        (kind == "s" or (kind == "v" and isinstance(arg.value, str | bool | None)))
        and not flags
        and not width
        and verb[4] is None
    )
    if plain and not isinstance(arg.value, tuple | dict) and not (arg.known and arg.value is None):
        return as_string(arg)
    if not arg.known:
        return unknown((arg,), span=span)
    return made(_verb_text(kind, flags, width, verb[4], arg), (arg,), span)


def _verb_text(kind: str, flags: str, width: int, precision: str | None, arg: Val[Any]) -> str:
    value = arg.value
    if kind in "sv":
        text = text_of(value)
        if text is None:
            if kind == "s":
                raise EvalError("format() needs a string")
            text = _quoted_json(arg)
        elif kind == "v" and "#" in flags and isinstance(value, str):
            text = _quoted_json(arg)
        elif kind == "v" and not isinstance(value, str | bool):
            text = _general(text, value)
        text = text[: int(precision)] if precision else text
    elif kind == "q":
        text = _quoted_json(as_string(arg))
    elif kind == "t":
        if not isinstance(value, bool):
            raise EvalError("format() needs true or false")
        text = str(value).lower()
    else:
        number = number_of(value)
        if number is None or kind not in "bdoxXeEfFgG":
            raise EvalError("format() needs a number")
        whole = kind in "bdoxX"
        shape = f"%{flags}{width or ''}" + (f".{precision}" if precision else "")
        if kind == "b":
            return format(int(number), "b").rjust(width, "0" if "0" in flags else " ")
        return (shape + kind) % (int(number) if whole else float(number))
    fill = "0" if "0" in flags and "-" not in flags else " "
    return text.ljust(width) if "-" in flags else text.rjust(width, fill)


def _general(text: str, value: object) -> str:
    """A number as %v writes it: with an exponent from a million on."""
    number = number_of(value)
    if number is None or number == 0 or 1e-4 <= abs(number) < 1e6:
        return text
    digits = f"{number:.17e}" if float(f"{number:.15e}") != number else f"{number:.15e}"
    head, exponent = digits.split("e")
    return f"{head.rstrip('0').rstrip('.')}e{exponent}"


def _quoted_json(arg: Val[Any]) -> str:
    import json

    return json.dumps(plain(arg), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def formatlist(args: Args, span: Span) -> Val[Any]:
    lists: list[Any] = [arg for arg in args[1:] if isinstance(arg.value, tuple)]
    if any(arg.state == UNKNOWN for arg in args[1:]) and not lists:
        return unknown(args, span=span)
    sizes = {len(arg.value) for arg in lists if arg.known}
    if len(sizes) > 1:
        raise EvalError("formatlist() needs lists of one length")
    if any(not arg.known for arg in lists):
        return unknown(args, span=span)
    size = sizes.pop() if sizes else 1
    rows = [
        format_(
            [
                args[0],
                *(arg.value[at] if isinstance(arg.value, tuple) else arg for arg in args[1:]),
            ],
            span,
        )
        for at in range(size)
    ]
    return Val(tuple(rows), WRITTEN, span=span)


def _cased(change: Callable[[str], str]) -> Callable[[Args, Span], Val[Any]]:
    def cased(args: Args, span: Span) -> Val[Any]:
        text = as_string(args[0])
        if text.state == PARTIAL:
            return Val(change(str(text.value)), PARTIAL, span=span, why=text.why, refs=text.refs)
        if not text.known:
            return unknown(args, span=span)
        return made(change(str(text.value)), args, span)

    return cased


SHAPED: dict[str, Callable[[Args, Span], Val[Any]]] = {
    "join": join,
    "format": format_,
    "formatlist": formatlist,
    "lower": _cased(str.lower),
    "upper": _cased(str.upper),
}


# -- plain ----------------------------------------------------------------------------------------


def _text(value: object) -> str:
    found = text_of(value)
    if found is None:
        raise EvalError("a string is needed here")
    return found


def _affordable(pattern: str, text: str) -> "re.Pattern[str]":
    """The compiled expression; the language's own engine is linear, ours is not, so what could
    take long is refused."""
    repeats = len(_REPEATS.findall(pattern))
    if _REPEATED_GROUP.search(pattern):
        costly = len(text) > 60 or (len(text) > 24 and repeats > 2)
    else:
        costly = repeats > 1 and len(text) ** min(repeats, 6) > 10**8
    if costly or len(pattern) > 2000:
        raise Unsure("the expression could take too long")
    for name, inside in _CLASSES.items():
        pattern = pattern.replace(f"[:{name}:]", inside)
    if re.search(r"\[:\w+:\]|\\[pPCQ]", pattern.replace("\\\\", "")):
        raise Unsure("the expression is of a kind that is not evaluated")
    try:
        # a dollar sign means the very end here, and \z is spelled \Z
        pattern = re.sub(r"(?<!\\)((?:\\\\)*)\$$", r"\1\\Z", pattern).replace(r"\z", r"\Z")
        with catch_warnings():
            simplefilter("ignore")
            return re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        raise Unsure("the expression is of a kind that is not evaluated") from None


def _groups(found: re.Match[str]) -> Any:
    if found.groupdict():
        return found.groupdict()
    if found.groups():
        return list(found.groups())
    return found[0]


def _regex(pattern: Any, text: Any) -> Any:
    found = _affordable(_text(pattern), _text(text)).search(_text(text))
    if found is None:
        raise EvalError("regex() finds nothing")
    return _groups(found)


def _regexall(pattern: Any, text: Any) -> Any:
    found = _affordable(_text(pattern), _text(text)).finditer(_text(text))
    return [_groups(each) for each in found]


def _replace(text: Any, wanted: Any, by: Any) -> str:
    whole, old, new = _text(text), _text(wanted), _text(by)
    if len(old) > 1 and old.startswith("/") and old.endswith("/"):
        template = re.sub(r"\$(?:(\d+)|\{(\w+)\}|(\w+))", _group_name, new.replace("\\", r"\\"))
        return _affordable(old[1:-1], whole).sub(template, whole)
    if whole.count(old) * len(new) > MOST_TEXT:
        raise OverBudget
    return whole.replace(old, new)


def _group_name(found: re.Match[str]) -> str:
    return rf"\g<{found[1] or found[2] or found[3]}>"


def _split(glue: Any, text: Any) -> list[str]:
    by, whole = _text(glue), _text(text)
    parts = list(whole) if not by else whole.split(by)
    if len(parts) > MOST_ITEMS:
        raise OverBudget
    return parts


def _substr(text: Any, offset: Any, length: Any) -> str:
    whole, start, size = _text(text), int(offset), int(length)
    if start < 0:
        start = max(len(whole) + start, 0)
    return whole[start:] if size < 0 else whole[start : start + size]


def _indent(spaces: Any, text: Any) -> str:
    if int(spaces) * _text(text).count("\n") > MOST_TEXT:
        raise OverBudget
    return _text(text).replace("\n", "\n" + " " * int(spaces))


def _title(text: Any) -> str:
    return re.sub(r"(?<!\w)\w", lambda found: found[0].title(), _text(text))


def _sort(items: Any) -> list[str]:
    return sorted(_text(each) for each in items)


def _prefix(text: Any, prefix: Any) -> bool:
    return _text(text).startswith(_text(prefix))


PLAIN: dict[str, Callable[..., Any]] = {
    "chomp": lambda text: _text(text).rstrip("\r\n"),
    "endswith": lambda text, end: _text(text).endswith(_text(end)),
    "startswith": _prefix,
    "strcontains": lambda text, part: _text(part) in _text(text),
    "indent": _indent,
    "regex": _regex,
    "regexall": _regexall,
    "replace": _replace,
    "split": _split,
    "strrev": lambda text: _text(text)[::-1],
    "substr": _substr,
    "title": _title,
    "trim": lambda text, cut: _text(text).strip(_text(cut)),
    "trimprefix": lambda text, cut: _text(text).removeprefix(_text(cut)),
    "trimsuffix": lambda text, cut: _text(text).removesuffix(_text(cut)),
    "trimspace": lambda text: _text(text).strip(),
    "sort": _sort,
}
