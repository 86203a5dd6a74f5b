"""How much is found, and how often it cries wolf.

    PYTHONPATH=tests python benchmarks/truth.py [FOLDER ...]

Recall: every positive example of every rule, with fresh values, in twenty kinds of surroundings.
False alarms: what is reported in trees that hold no secrets; without FOLDERs the standard library
and the installed packages. Counts by rule, and the places, for study.
"""

import argparse
import json
import sysconfig
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from seawall import catalog
from seawall.lanes.text import TextLane
from seawall.matcher.leak import Leak
from seawall.span import Source, is_binary
from seawall.token import Bad, Token

from samples import expand

SURROUNDINGS = {
    "alone": "{}",
    "python": "def run():\n    {}\n    return 1\n",
    "python-comment": "import os\n# {}\nprint(1)\n",
    "c-comment": "/* {} */\nint main(void) {{ return 0; }}\n",
    "line-comment": "let a = 1; // {}\n",
    "markdown": "## Setup\n\nRun it like this:\n\n    {}\n\nThen wait.\n",
    "fence": "```sh\n{}\n```\n",
    "yaml-block": "script: |\n  set -e\n  {}\n  echo done\n",
    "shell": "#!/bin/sh\nset -e\n{}\nexit 0\n",
    "log": "2026-01-02T03:04:05Z INFO worker-3 said {} and went on\n",
    "html": "<html><body><pre>{}</pre></body></html>\n",
    "diff": "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old\n+{}\n",
    "japanese": "設定ファイルの例：\n{}\n以上です。\n",
    "crlf": "first\r\n{}\r\nlast\r\n",
    "tabs": "\t\t{}\n",
    "quote": "> {}\n",
    "list": "- one\n- {}\n- two\n",
    "long": "x = 1\n" * 200 + "{}\n" + "y = 2\n" * 200,
    "sql-comment": "-- {}\nSELECT 1;\n",
    "lua": "--[[ {} ]]\nlocal a = 1\n",
}


def positives(rule: Token, values: int) -> Iterator[tuple[str, str]]:
    for example in rule.examples:
        if isinstance(example, Bad):
            for seed in range(values):
                yield expand(example.text, f"truth/{seed}", rule.make), example.path


def recall(lane: TextLane, values: int) -> dict[str, object]:
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    by_rule: Counter[str] = Counter()
    for rule in catalog.tokens():
        for text, path in positives(rule, values):
            for name, around in SURROUNDINGS.items():
                if path and name != "alone":  # a file of its own format has no surroundings
                    continue
                whole = around.format(text)
                low = whole.index(text)
                leaks = lane.search_text(whole, path)
                hit = any(_touches(leak, low, low + len(text)) for leak in leaks)
                asked[name] += 1
                found[name] += hit
                by_rule[rule.id] += not hit
    return {
        "examples": sum(asked.values()),
        "found": round(sum(found.values()) / sum(asked.values()), 4),
        "surroundings": {name: round(found[name] / asked[name], 3) for name in asked},
        "missed": dict(by_rule.most_common(25)),
    }


def _touches(leak: Leak, low: int, high: int) -> bool:
    return leak.start < high and leak.end > low


def alarms(lane: TextLane, folder: Path) -> dict[str, object]:
    size = 0
    counts: Counter[str] = Counter()
    places: list[str] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        data = path.read_bytes()
        if is_binary(data):
            continue
        size += len(data)
        source = Source(path.relative_to(folder).as_posix(), data)
        for leak in lane.search(source):
            counts[f"{leak.severity} {leak.token}"] += 1
            places.append(f"{source.path}:{source.line_of(leak.start)} {leak.token}")
    per_ten = 10e6 * sum(counts.values()) / max(size, 1)
    return {
        "megabytes": round(size / 1e6, 1),
        "alarms": sum(counts.values()),
        "per 10 MB": round(per_ten, 2),
        "by rule": dict(counts.most_common()),
        "places": places[:200],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--values", type=int, default=2, help="fresh values of each example")
    asked = parser.parse_args()
    lane = TextLane()
    folders = asked.folders or [Path(sysconfig.get_path("stdlib"))]
    report: dict[str, object] = {"recall": recall(lane, asked.values)}
    for folder in folders:
        report[f"alarms in {folder.name}"] = alarms(lane, folder)
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
