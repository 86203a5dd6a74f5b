"""Text from files made harmless: nothing in it can steer a terminal, a log or a CI runner."""

import unicodedata

_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "    "}


def visible(text: str) -> str:
    """`text` on one line, with control, bidi and format characters written out."""
    if text.isprintable() and "##" not in text:
        return text
    return "".join(cells(text))


def cells(text: str) -> list[str]:
    """What is shown for each code point of `text`."""
    shown = []
    for at, character in enumerate(text):
        if character == "[" and _opens_command(text, at):
            shown.append("\\x5b")
        elif character.isprintable() or character == "\u3000":
            shown.append(character)
        else:
            shown.append(_ESCAPES.get(character) or _written(character))
    return shown


def _opens_command(text: str, at: int) -> bool:
    """Whether this bracket ends `##[` or `##vso[`, which runners obey anywhere in a line.

    https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """
    start = text.rfind("##", max(0, at - 16), at)
    return start >= 0 and (start + 2 == at or text[start + 2 : at].isalpha())


def _written(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    return character.encode("unicode_escape", "backslashreplace").decode("ascii")


def path_shown(path: str) -> str:
    """A path that may begin a line: runners obey `::command::` there."""
    path = visible(path)
    return f"./{path}" if path.lstrip().startswith(":") else path


def width(text: str) -> int:
    """How many columns a terminal gives `text`."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
