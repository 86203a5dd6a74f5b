"""The edges of a token: where one may begin and end in any kind of text."""

# no letter before the token, unless it ends an escape: \n, %3D, \u0022, =3D, a colour of the terminal
BEGIN = (
    r"(?:(?<![A-Za-z0-9])|(?<=\\[nrt])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u00[0-9a-fA-F]{2})|(?<==3D)|(?<=\\x[0-9a-fA-F]{2})"
    r"|(?<=\x1b\[[0-9]m)|(?<=\x1b\[[0-9]{2}m))"
)
END = r"(?![A-Za-z0-9_-])"
# what stands between a name and its value: the rest of the name, an operator, quotes, a markup
# tag, and for manifests a line break and the word "value"
GAP = (
    r"[A-Za-z0-9_.-]{0,16}(?:[^A-Za-z0-9\r\n]|&quot;|/key){0,12}(?:(?:is|[Vv]alue|[Ss]tring|str|const)[^A-Za-z0-9\r\n]{1,8})?"
    r"(?:\r?\n[^A-Za-z0-9\r\n]{0,40}(?:(?:[Vv]alue|string)[^A-Za-z0-9\r\n]{1,8})?)?"
)


def word(body: str, *, end: str = END) -> str:
    """A token that is known by its own shape."""
    return f"{BEGIN}(?P<secret>{body}){end}"


def labelled(label: str, body: str, *, gap: str = GAP, begin: str = BEGIN, end: str = END) -> str:
    """A token that is plain by itself, shortly after a label; the label in any case of letters."""
    return f"(?i:{label}){gap}{begin}(?P<secret>{body}){end}"
