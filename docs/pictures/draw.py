"""Draws lines of styled text as a small SVG, the way a terminal or a code host shows them."""

import re
from html import escape
from unicodedata import east_asian_width

CELL, LINE, EDGE = 7.8, 19, 16  # a 13 px monospace font
COLOURS = {
    "text": "#e6edf3",
    "dim": "#8b949e",
    "red": "#ff7b72",
    "yellow": "#e3b341",
    "cyan": "#56d4dd",
    "green": "#7ee787",
    "bold": "#ffffff",
}
BANDS = {"+": "#12361f", "-": "#4b1a1f", "box": "#161b22"}
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_STYLES = {"1;31": "red", "31": "red", "33": "yellow", "36": "cyan", "2": "dim", "1": "bold"}

Run = tuple[str, str]  # text and the name of its colour


class Line:
    """Runs of text on one row; `band` colours the whole row, `bar` draws an edge on its left."""

    def __init__(self, *runs: Run, band: str = "", bar: str = "") -> None:
        self.runs = runs
        self.band = band
        self.bar = bar


def width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def from_terminal(text: str, columns: int) -> list[Line]:
    """What a program wrote, colours and all, on a screen of so many columns."""
    lines = []
    for row in text.rstrip("\n").split("\n"):
        runs: list[Run] = []
        style, at = "text", 0
        for code in _SGR.finditer(row):
            runs.append((row[at : code.start()], style))
            style, at = _STYLES.get(code[1], "text"), code.end()
        runs.append((row[at:], style))
        lines += wrapped([run for run in runs if run[0]], columns)
    return lines


def wrapped(runs: list[Run], columns: int, **look: str) -> list[Line]:
    """Rows of at most `columns`, broken at a space where there is one, and indented after."""
    rows: list[list[Run]] = [[]]
    used, indent = 0, "          "
    for text, style in runs:
        for word in re.findall(r"\s*[!-~]+|\s+|[^!-~\s]", text):
            if used + width(word) > columns and used:
                rows.append([(indent, "text")])
                used, word = len(indent), word.lstrip()
            rows[-1].append((word, style))
            used += width(word)
    return [Line(*row, **look) for row in rows]


def svg(lines: list[Line], title: str, columns: int) -> str:
    wide, high = columns * CELL + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high}" '
        f'viewBox="0 0 {wide:g} {high}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{wide:g}" height="{high}" rx="8" fill="#0d1117"/>',
        '<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="13">',
    ]
    for number, line in enumerate(lines):
        top = EDGE + number * LINE
        if line.band:
            fill = BANDS[line.band]
            parts.append(f'<rect y="{top}" width="{wide:g}" height="{LINE}" fill="{fill}"/>')
        if line.bar:
            fill = COLOURS[line.bar]
            parts.append(f'<rect y="{top}" width="4" height="{LINE}" fill="{fill}"/>')
        parts += _row(line, top + 14)
    return "\n".join((*parts, "</g>", "</svg>")) + "\n"


def _row(line: Line, base: int) -> list[str]:
    parts, at = [], 0
    for text, style in _joined(line.runs):
        if text.strip():
            # the length is given, so that every font keeps the columns
            place = f'x="{EDGE + at * CELL:g}" y="{base}" textLength="{width(text) * CELL:g}"'
            weight = ' font-weight="bold"' if style == "bold" else ""
            # no viewer folds these spaces
            shown = escape(text, quote=False).replace(" ", "\N{NO-BREAK SPACE}")
            parts.append(f'<text {place} fill="{COLOURS[style]}"{weight}>{shown}</text>')
        at += width(text)
    return parts


def _joined(runs: tuple[Run, ...]) -> list[Run]:
    """Neighbours of one colour as one run."""
    found: list[Run] = []
    for text, style in runs:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found
