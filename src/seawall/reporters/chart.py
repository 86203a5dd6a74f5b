"""Charts as plain SVG: no script, colours from the page's style sheet, a table beside each."""

from collections.abc import Mapping, Sequence

from seawall.reporters.markup import tag, text
from seawall.severity import ALL

_WIDTH = 480
_LABEL = 150
_ROW = 28
_HEIGHT = 180
_ORDER = tuple(str(each) for each in reversed(ALL))

Rows = Sequence[tuple[str, Mapping[str, int]]]


def bars(rows: Rows, title: str, table: str) -> str:
    """One bar for each row, stacked by severity."""
    most = max((sum(counts.values()) for _, counts in rows), default=0) or 1
    room = _WIDTH - _LABEL - 40
    parts = []
    for at, (name, counts) in enumerate(rows):
        top = at * _ROW
        parts.append(tag("text", text(name[:22]), x=0, y=top + 18))
        left = float(_LABEL)
        for severity in _ORDER:
            number = counts.get(severity, 0)
            if not number:
                continue
            size = room * number / most
            parts.append(_block(severity, left, top + 4, size, _ROW - 8))
            if size >= 8 * len(str(number)) + 6:
                middle = f"{left + size / 2:.1f}"
                parts.append(
                    tag("text", str(number), "count", x=middle, y=top + 19, text_anchor="middle")
                )
            left += size
        parts.append(tag("text", str(sum(counts.values())), x=f"{left + 6:.1f}", y=top + 19))
    return _picture(parts, (title, table), rows, len(rows) * _ROW)


def columns(rows: Rows, title: str, table: str) -> str:
    """One column for each report in time, stacked by severity, the worst at the foot."""
    most = max((sum(counts.values()) for _, counts in rows), default=0) or 1
    step = (_WIDTH - 20) / max(1, len(rows))
    parts = [tag("line", "", "axis", x1=0, y1=_HEIGHT, x2=_WIDTH, y2=_HEIGHT)]
    every = max(1, len(rows) // 8)
    for at, (name, counts) in enumerate(rows):
        left, foot = 10 + at * step, float(_HEIGHT)
        for severity in _ORDER:
            size = (_HEIGHT - 20) * counts.get(severity, 0) / most
            if size:
                foot -= size
                parts.append(_block(severity, left + step * 0.15, foot, step * 0.7, size))
        middle = f"{left + step / 2:.1f}"
        total = str(sum(counts.values()))
        parts.append(tag("text", total, x=middle, y=f"{foot - 5:.1f}", text_anchor="middle"))
        if at % every == 0:
            short = text(name[: max(4, int(step * every / 8))])
            parts.append(tag("text", short, x=middle, y=_HEIGHT + 18, text_anchor="middle"))
    return _picture(parts, (title, table), rows, _HEIGHT + 24)


def _block(severity: str, x: float, y: float, width: float, height: float) -> str:
    return tag(
        "rect",
        "",
        f"fill-{severity}",
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
    )


def _picture(parts: list[str], words: tuple[str, str], rows: Rows, height: int) -> str:
    title, as_table = words
    picture = tag(
        "svg",
        "".join(parts),
        viewBox=f"0 0 {_WIDTH} {max(height, 1)}",
        role="img",
        aria_label=title,
    )
    key = "".join(
        "<li>"
        + tag("svg", _block(each, 0, 0, 10, 10), viewBox="0 0 10 10", aria_hidden="true")
        + f"{each}</li>"
        for each in _ORDER
    )
    head = "".join(f'<th scope="col">{each}</th>' for each in _ORDER)
    body = "".join(
        f'<tr><th scope="row">{text(name)}</th>'
        + "".join(f'<td class="number">{counts.get(each, 0)}</td>' for each in _ORDER)
        + "</tr>"
        for name, counts in rows
    )
    table = f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
    return (
        f"<figure><figcaption>{text(title)}</figcaption>{picture}"
        f'<ul class="key">{key}</ul>'
        f"<details><summary>{text(as_table)}</summary>{table}</details></figure>"
    )
