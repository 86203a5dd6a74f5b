"""The table on the terminal, and docs/performance.md with a plot of cost over size."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from inputs import CACHE

DOCS = Path(__file__).resolve().parent.parent / "docs"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass
class Row:
    name: str
    title: str
    limit: float
    against: str
    ratio: float
    cpu: float
    wall: float
    reference: float
    peak: float
    cold: tuple[float, float]
    peers: dict[str, tuple[float, float]]
    unit: str
    plot: list[tuple[float, float]] = field(default_factory=list)

    @property
    def kept(self) -> bool:
        return self.ratio <= self.limit


def line(row: Row) -> str:
    state = "ok  " if row.kept else "OVER"
    if row.reference:
        said = f"{row.ratio:6.2f} x {row.against} (at most {row.limit:g})"
    else:
        said = f"{row.cpu:6.2f} s CPU (at most {row.limit:g})"
    return (
        f"{state} {row.name:12} {said:58} cpu {row.cpu * 1000:7.0f} ms  wall "
        f"{row.wall * 1000:7.0f} ms  peak {row.peak:4.0f} MiB  first {row.cold[0] * 1000:6.0f} ms"
    )


def peer_line(row: Row, name: str) -> str:
    cpu, wall = row.peers[name]
    return f"       {name:24} cpu {cpu:8.2f} s  wall {wall:8.2f} s  {cpu / row.cpu:7.1f} x ours"


def write(rows: list[Row], order: list[str]) -> None:
    """Replace the measured part of the page; what people wrote around it stays, and so do the
    figures of cases that were not measured this time."""
    kept = CACHE / "rows.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    known.update({row.name: asdict(row) for row in rows})
    kept.write_text(json.dumps(known))
    rows = [Row(**known[name]) for name in order if name in known]
    path = DOCS / "performance.md"
    text = path.read_text("utf-8")
    before, rest = text.split(_BEGIN, 1)
    after = rest.split(_END, 1)[1]
    path.write_text(f"{before}{_BEGIN}\n{_measured(rows)}\n{_END}{after}", "utf-8")


def _measured(rows: list[Row]) -> str:
    lines = [
        "| case | at most | measured | CPU ms | wall ms | peak MiB | first run, CPU ms |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        limit = f"{row.limit:g} x {row.against}" if row.reference else f"{row.limit:g} s CPU"
        got = f"{row.ratio:.2f} x" if row.reference else f"{row.cpu:.2f} s"
        got = got if row.kept else f"**{got}, over**"
        lines.append(
            f"| {row.title} | {limit} | {got} | {row.cpu * 1000:.0f} | {row.wall * 1000:.0f} "
            f"| {row.peak:.0f} | {f'{row.cold[0] * 1000:.0f}' if row.cold[0] else 'not measured'} |"
        )
    lines += [
        "",
        "| case | other tool | CPU s | wall s | its CPU over ours |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        for name, (cpu, wall) in row.peers.items():
            lines.append(
                f"| {row.title} | {name} | {cpu:.2f} | {wall:.2f} | {cpu / row.cpu:.1f} x |"
            )
    lines += ["", "CPU over size, three sizes of each case (a straight line is what we want):", ""]
    lines += ["```text", *_plots(rows), "```"]
    return "\n".join(lines)


def _plots(rows: list[Row]) -> list[str]:
    lines = []
    for row in rows:
        most = max((cpu for _, cpu in row.plot), default=0.0)
        for size, cpu in row.plot:
            bar = "#" * max(1, round(40 * cpu / most))
            label = f"{row.name} {size:g} {row.unit}"
            lines.append(f"{label:28} {cpu * 1000:8.0f} ms {bar}")
        if row.plot:
            lines.append("")
    return lines[:-1]
