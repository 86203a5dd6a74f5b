"""Encoders, decoders and digests; JSON keeps the values it is made of."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from seawall.readers.json_text import JsonText, PiecedText, parse_json_val
from seawall.readers.terraform.values import (
    MOST_ITEMS,
    MOST_PARTS,
    MOST_TEXT,
    EvalError,
    OverBudget,
    Unsure,
    refs_in,
    text_of,
    unknown,
    why_of,
)
from seawall.span import Span
from seawall.value import PARTIAL, UNKNOWN, WRITTEN, Val

Args = list[Val[Any]]


# -- JSON -----------------------------------------------------------------------------------------


def jsonencode(args: Args, span: Span) -> Val[Any]:
    tree = args[0]
    if tree.state == UNKNOWN:
        return unknown(args, span=span)
    return json_of(tree, span)


def json_of(tree: Val[Any], span: Span | None) -> Val[Any]:
    """The JSON text of `tree`, which stays at hand."""
    words: list[str] = []
    hole = _encode(tree, words, 0)
    text = "".join(words)
    refs = refs_in((tree,))
    if hole is None:
        return Val(JsonText(text, tree), WRITTEN, span=span, refs=refs, via=tree.via)
    return Val(JsonText(text, tree), PARTIAL, span=span, why=why_of((hole,)), refs=refs)


def _encode(tree: Val[Any], words: list[str], depth: int) -> Val[Any] | None:
    """Write the JSON up to the first value that is not known; that value."""
    if depth > 60 or len(words) > 4 * MOST_PARTS:
        raise OverBudget
    if tree.state == UNKNOWN:
        return tree
    value = tree.value
    if isinstance(value, dict):
        for at, key in enumerate(sorted(value)):
            words.append(("," if at else "{") + _quoted(key) + ":")
            hole = _encode(value[key], words, depth + 1)
            if hole is not None:
                return hole
        words.append("" if value else "{")
        if not tree.known:
            return tree
        words.append("}")
    elif isinstance(value, tuple):
        words.append("[")
        for at, each in enumerate(value):
            words.append("," if at else "")
            hole = _encode(each, words, depth + 1)
            if hole is not None:
                return hole
        if not tree.known:
            return tree
        words.append("]")
    elif isinstance(value, str):
        quoted = _quoted(value)
        words.append(quoted if tree.known else quoted[:-1])
        return None if tree.known else tree
    else:
        words.append("null" if value is None else text_of(value) or "null")
    return None


def _quoted(text: str) -> str:
    found: str = import_module("json").dumps(str(text), ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        if char in found:
            found = found.replace(char, f"\\u{ord(char):04x}")
    return found


def jsondecode(args: Args, span: Span) -> Val[Any]:
    text = args[0]
    if text.state == UNKNOWN or text.value is None:
        return unknown(args, span=span)
    tree = parse_json_val(text)
    if tree.state == UNKNOWN and text.known and not isinstance(text.value, PiecedText):
        raise EvalError("jsondecode() of something else")
    return tree


SHAPED: dict[str, Callable[[Args, Span], Val[Any]]] = {
    "jsonencode": jsonencode,
    "jsondecode": jsondecode,
}


# -- plain ----------------------------------------------------------------------------------------


def _bytes(value: Any) -> bytes:
    text = text_of(value)
    if text is None:
        raise EvalError("a string is needed here")
    return text.encode("utf-8", "surrogatepass")


def _base64decode(value: Any) -> str:
    try:
        data: bytes = import_module("base64").b64decode(_bytes(value), validate=True)
        return data.decode("utf-8")
    except ValueError:
        raise EvalError("base64decode() of something else") from None


def base64encode(value: Any) -> str:
    return str(import_module("base64").b64encode(_bytes(value)).decode("ascii"))


def _digest(kind: str) -> Callable[[Any], str]:
    def digest(value: Any) -> str:
        return str(import_module("hashlib").new(kind, _bytes(value)).hexdigest())

    return digest


def _digest64(kind: str) -> Callable[[Any], str]:
    def digest(value: Any) -> str:
        data = import_module("hashlib").new(kind, _bytes(value)).digest()
        return str(import_module("base64").b64encode(data).decode("ascii"))

    return digest


def _csvdecode(value: Any) -> list[dict[str, str]]:
    text = text_of(value) or ""
    rows = list(import_module("csv").reader(text.splitlines()))
    if len(rows) > MOST_ITEMS:
        raise OverBudget
    if not rows:
        raise EvalError("csvdecode() of nothing")
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if row]


def _urlencode(value: Any) -> str:
    return str(import_module("urllib.parse").quote_plus(_bytes(value)))


def _textencode(value: Any, encoding: Any) -> str:
    try:
        data = (text_of(value) or "").encode(str(encoding))
    except LookupError:
        raise EvalError("no such encoding") from None
    return str(import_module("base64").b64encode(data).decode("ascii"))


def _textdecode(value: Any, encoding: Any) -> str:
    try:
        return str(import_module("base64").b64decode(_bytes(value)).decode(str(encoding)))
    except (LookupError, ValueError):
        raise EvalError("no such encoding") from None


def yamldecode(value: Any) -> Any:
    text = text_of(value)
    if text is None or len(text) > MOST_TEXT:
        raise OverBudget
    yaml = import_module("yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _copied(yaml.load(text, Loader=loader), [MOST_ITEMS])
    except (yaml.YAMLError, ValueError, RecursionError):
        raise EvalError("yamldecode() of something else") from None


def _copied(value: Any, left: list[int]) -> Any:
    """Plain data without shared parts; aliases may multiply only as far as the budget goes."""
    left[0] -= 1
    if left[0] < 0:
        raise OverBudget
    if isinstance(value, dict):
        return {text_of(key) or "": _copied(each, left) for key, each in value.items()}
    if isinstance(value, list):
        return [_copied(each, left) for each in value]
    if isinstance(value, str | int | float | bool | None):
        return value
    text = getattr(value, "isoformat", lambda: str(value))()
    return f"{text}T00:00:00Z" if len(text) == 10 else text


def _yamlencode(value: Any) -> str:
    lines: list[str] = []
    _yaml_lines(value, "", "", lines)
    return "\n".join(lines) + "\n"


def _yaml_lines(value: Any, indent: str, lead: str, lines: list[str]) -> None:
    """`lead` is what stands before the value on its first line."""
    if len(lines) > MOST_ITEMS:
        raise OverBudget
    if isinstance(value, dict) and value:
        if lead.endswith(":"):
            lines.append(lead)
            indent, lead = f"{indent}  ", f"{indent}  "
        for key in sorted(value):
            _yaml_lines(value[key], indent, f"{lead}{_quoted(key)}:", lines)
            lead = indent
    elif isinstance(value, list) and value:
        if lead.endswith(":"):
            lines.append(lead)
            lead = indent
        for each in value:
            _yaml_lines(each, f"{indent}  ", f"{lead}- ", lines)
            lead = indent
    else:
        if isinstance(value, str) and "\n" in value:
            raise Unsure("a string of several lines")
        shown = _quoted(value) if isinstance(value, str) else text_of(value) or "null"
        shown = {"list": "[]", "dict": "{}"}.get(type(value).__name__, shown)
        lines.append(f"{lead} {shown}" if lead.endswith(":") else f"{lead}{shown}")


def _uuidv5(namespace: Any, name: Any) -> str:
    uuid = import_module("uuid")
    known = {"dns": "NAMESPACE_DNS", "url": "NAMESPACE_URL", "oid": "NAMESPACE_OID",
             "x500": "NAMESPACE_X500"}  # fmt: skip
    space = getattr(uuid, known[namespace]) if namespace in known else uuid.UUID(str(namespace))
    return str(uuid.uuid5(space, str(name)))


def _arn_parse(arn: Any) -> dict[str, str]:
    parts = str(arn).split(":", 5)
    if len(parts) != 6 or parts[0] != "arn":
        raise EvalError("arn_parse() of something else")
    names = ("partition", "service", "region", "account_id", "resource")
    return dict(zip(names, parts[1:], strict=True))


PLAIN: dict[str, Callable[..., Any]] = {
    "base64encode": base64encode,
    "base64decode": _base64decode,
    "textencodebase64": _textencode,
    "textdecodebase64": _textdecode,
    "csvdecode": _csvdecode,
    "urlencode": _urlencode,
    "yamldecode": yamldecode,
    "yamlencode": _yamlencode,
    "md5": _digest("md5"),
    "sha1": _digest("sha1"),
    "sha256": _digest("sha256"),
    "sha512": _digest("sha512"),
    "base64sha256": _digest64("sha256"),
    "base64sha512": _digest64("sha512"),
    "uuidv5": _uuidv5,
    "provider::aws::arn_parse": _arn_parse,
    "provider::aws::arn_build": lambda *parts: ":".join(("arn", *map(str, parts))),
}
