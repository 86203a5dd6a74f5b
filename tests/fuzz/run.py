"""Coverage-guided fuzzing of one target: `python tests/fuzz/run.py NAME [-runs=N ...]`.

Needs atheris (dependency group `fuzz`); what it finds is written beside it as `crash-...`.
"""

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
with atheris.instrument_imports(include=["seawall"]):
    from fuzz.targets import SEEDS, TARGETS


def main() -> None:
    name = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS[name]):
            Path(corpus, str(number)).write_bytes(seed)
        atheris.Setup([*sys.argv, corpus], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
