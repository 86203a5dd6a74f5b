"""The step summary and the outputs of a GitHub Actions step."""

import os
from collections.abc import Mapping

from seawall import __version__
from seawall.finding import Report
from seawall.gate import Output, complain, locale_language
from seawall.reporters.markdown import MOST_BYTES
from seawall.reporters.markdown import summary as markdown
from seawall.reporters.options import Options
from seawall.words import pick, say

_CONCLUSIONS = {0: "pass", 1: "blocked", 3: "undecided"}


def write(environment: Mapping[str, str], report: Report, output: Output, *, code: int) -> None:
    """Append to the files that the runner names; a file that cannot be written changes no code."""
    active = report.active()
    _append(
        environment.get("GITHUB_OUTPUT", ""),
        outputs(
            {
                "conclusion": _CONCLUSIONS.get(code, "error"),
                "findings": str(len(active)),
                "errors": str(sum(each.verdict.blocks for each in active)),
                **_files(output),
            }
        ),
    )
    path = environment.get("GITHUB_STEP_SUMMARY", "")
    if path:
        lang = output.lang or locale_language()
        options = Options(lang=lang, version=__version__, show_suppressed=output.show_suppressed)
        room = MOST_BYTES - (os.path.getsize(path) if os.path.exists(path) else 0)
        _append(path, markdown(report, options, most=room))


def write_undecided(environment: Mapping[str, str], output: Output, *, code: int) -> None:
    """For a run that ended before there was a report."""
    conclusion = _CONCLUSIONS.get(code, "error")
    _append(
        environment.get("GITHUB_OUTPUT", ""),
        outputs({"conclusion": conclusion, "findings": "0", "errors": "0"}),
    )
    words = say(
        "Seawall could not decide; the log says why and what to add.",
        "Seawall は判定できませんでした。理由と対処はログにあります。",
    )
    lang = output.lang or locale_language()
    _append(environment.get("GITHUB_STEP_SUMMARY", ""), f"## Seawall\n\n{pick(words, lang)}\n")


def outputs(values: Mapping[str, str]) -> str:
    """`name=value` lines; none of our values can hold a line end, and none may."""
    lines = []
    for name, value in values.items():
        clean = "".join(each for each in value if each not in "\r\n")
        lines.append(f"{name}={clean}\n")
    return "".join(lines)


def _files(output: Output) -> dict[str, str]:
    """Where the files went: SARIF by its own name, the first of the others as the report."""
    paths: dict[str, str] = {}
    for format, path in output.files:
        paths.setdefault("sarif" if format == "sarif" else "report", path)
    return paths


def _append(path: str, text: str) -> None:
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        complain(f"seawall: {path}: {error.strerror}")
