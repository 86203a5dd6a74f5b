"""Functions over dates written in the text, given and giving plain data."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from seawall.readers.terraform.values import EvalError

_PART = re.compile(r"([+-]?\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)")
_SECONDS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}
_TOKEN = re.compile(r"'(?:[^']|'')*'|Y+|M+|D+|E+|h+|H+|m+|s+|A+|a+|Z+|[^A-Za-z']+")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _time(text: Any) -> Any:
    try:
        return import_module("datetime").datetime.fromisoformat(str(text))
    except ValueError:
        raise EvalError("not a time") from None


def _stamp(moment: Any) -> str:
    text = moment.replace(microsecond=0).isoformat()
    return str(text[:-6] + "Z" if text.endswith("+00:00") else text)


def _timeadd(text: Any, duration: Any) -> str:
    parts = _PART.findall(str(duration))
    if "".join(number + unit for number, unit in parts) != str(duration).lstrip("+-") and (
        "".join(number + unit for number, unit in parts) != str(duration)
    ):
        raise EvalError("not a duration")
    sign = -1 if str(duration).startswith("-") else 1
    seconds = sum(abs(float(number)) * _SECONDS[unit] for number, unit in parts) * sign
    try:
        return _stamp(_time(text) + import_module("datetime").timedelta(seconds=seconds))
    except OverflowError:
        raise EvalError("no such time") from None


def _timecmp(left: Any, right: Any) -> int:
    a, b = _time(left), _time(right)
    return int(a > b) - int(a < b)


def _formatdate(shape: Any, text: Any) -> str:
    moment = _time(text)
    return "".join(_field(token, moment) for token in _TOKEN.findall(str(shape)))


def _field(token: str, moment: Any) -> str:
    if token.startswith("'"):
        return token[1:-1].replace("''", "'")
    if not token[0].isalpha():
        return token
    hour = moment.hour % 12 or 12
    offset = moment.strftime("%z") or "+0000"
    fields = {
        "YYYY": f"{moment.year:04}", "YY": f"{moment.year % 100:02}",
        "MMMM": _MONTHS[moment.month - 1], "MMM": _MONTHS[moment.month - 1][:3],
        "MM": f"{moment.month:02}", "M": str(moment.month),
        "DD": f"{moment.day:02}", "D": str(moment.day),
        "EEEE": _DAYS[moment.weekday()], "EEE": _DAYS[moment.weekday()][:3],
        "hh": f"{moment.hour:02}", "h": str(moment.hour), "HH": f"{hour:02}", "H": str(hour),
        "mm": f"{moment.minute:02}", "m": str(moment.minute),
        "ss": f"{moment.second:02}", "s": str(moment.second),
        "AA": "AM" if moment.hour < 12 else "PM", "aa": "am" if moment.hour < 12 else "pm",
        "ZZZZ": offset, "ZZZZZ": f"{offset[:3]}:{offset[3:]}",
        "ZZZ": "UTC" if offset == "+0000" else offset,
        "Z": "Z" if offset == "+0000" else f"{offset[:3]}:{offset[3:]}",
    }  # fmt: skip
    if token not in fields:
        raise EvalError("a bad date format")
    return fields[token]


PLAIN: dict[str, Callable[..., Any]] = {
    "timeadd": _timeadd,
    "timecmp": _timecmp,
    "formatdate": _formatdate,
}
SHAPED: dict[str, Callable[..., Any]] = {}
