"""HTML from plain text: everything escaped, nothing that a log could obey."""

from seawall.reporters.visible import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def text(words: str) -> str:
    """`words` for an element or a quoted attribute."""
    return "".join(_ENTITIES.get(character, character) for character in visible(words))


def tag(name: str, inside: str = "", kind: str = "", **attributes: object) -> str:
    """An element around markup; attributes are escaped, underscores become hyphens."""
    pairs = {"class": kind, **attributes} if kind else attributes
    words = "".join(
        f' {key.replace("_", "-")}="{text(str(value))}"' for key, value in pairs.items()
    )
    return f"<{name}{words}>{inside}</{name}>"
