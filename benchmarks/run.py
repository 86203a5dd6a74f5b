"""Measure seawall: `python benchmarks/run.py [CASE ...] [--runs N] [--peers] [--write]`.

Nothing of the product is imported: whole processes are measured, in turns (A B A B), by the CPU
time that the kernel accounts to them and their children. Medians and ratios are printed.
"""

import argparse
import dataclasses
import sys

import inputs
import page
import peers
from cases import CASES, PRIVATE, SEAWALL, Case
from measure import Command, median, once, paired, peak


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peers", action="store_true", help="install and measure other tools")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    asked = parser.parse_args()
    if unknown := set(asked.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(sorted(unknown))}")
    if asked.peers:
        peers.install()
    print(f"{SEAWALL}\n")
    rows = []
    for name in asked.cases or CASES:
        case = CASES[name]()
        row = measured(case, asked.runs, with_peers=asked.peers, with_first=asked.write)
        if asked.write and case.sizes is not None:
            row.plot = sizes(case)
        rows.append(row)
        if asked.write:
            page.write(rows, list(CASES))
        print(page.line(row), flush=True)
        for peer in row.peers:
            print(page.peer_line(row, peer), flush=True)
    return 0


def measured(case: Case, runs: int, *, with_peers: bool, with_first: bool) -> page.Row:
    cold = first(case.ours) if with_first else (0.0, 0.0)
    commands = {"ours": case.ours}
    if case.reference is not None:
        commands["reference"] = case.reference
    if case.less is not None:
        commands["less"] = case.less
    small = case.name in ("hook", "module", "push")
    samples = paired(commands, runs * 3 if small else runs)
    figures = {name: median(found) for name, found in samples.items()}
    cpu, wall = figures["ours"]
    reference = figures.get("reference", (0.0, 0.0))[0]
    less = figures.get("less", (0.0, 0.0))[0]
    ratio = (cpu - less) / max(reference - less, 1e-4) if case.reference is not None else cpu
    others = {}
    for name, command in case.peers.items() if with_peers else ():
        others[name] = median([once(command) for _ in range(1 if cpu > 0.5 else 3)])
    return page.Row(
        case.name,
        case.title,
        case.limit,
        case.against,
        ratio,
        cpu,
        wall,
        reference,
        peak(case.ours),
        cold,
        others,
        case.unit,
    )


def first(command: Command) -> tuple[float, float]:
    """The very first run of a user: nothing compiled, nothing kept."""
    empty = dataclasses.replace(command, before=lambda: inputs.emptied(PRIVATE))
    sample = once(empty)
    return sample.cpu, sample.wall


def sizes(case: Case) -> list[tuple[float, float]]:
    assert case.sizes is not None
    return [
        (size, median([once(command) for _ in range(3)])[0])
        for size, command in sorted(case.sizes().items())
    ]


if __name__ == "__main__":
    sys.exit(main())
