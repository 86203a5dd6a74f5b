"""A report read back from its JSON; what a file says is input, so nothing in it is believed."""

import json

from seawall.errors import UsageError
from seawall.finding import Counts, Finding, Frame, Notice, Report, RuleInfo, Subject, Verdict
from seawall.severity import severity
from seawall.span import Place


def load(data: bytes, path: str) -> Report:
    """The report in `data`; UsageError names `path` where it is none."""
    try:
        value = json.loads(data)
        if not isinstance(value, dict) or value.get("version") != 1:
            raise UsageError(f"{path}: no JSON report of seawall (version 1)")
        findings = tuple(_finding(each) for each in value["findings"])
        notices = tuple(_notice(each) for each in value["notices"])
        scanned = value["scanned"]
        counts = Counts(int(scanned["files"]), int(scanned["bytes"]), int(scanned["commits"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{path}: no JSON report of seawall: {type(error).__name__}") from None
    rules = {
        each.check: RuleInfo(
            each.check, each.family, each.severity, each.check.replace("-", " ").capitalize()
        )
        for each in findings
    }
    return Report(findings, notices, rules, counts)


def _finding(value: dict[str, object]) -> Finding:
    verdict = value["verdict"]
    if not isinstance(verdict, dict):
        raise TypeError
    place = _place(value)
    excerpt = str(value["excerpt"])
    return Finding(
        str(value["check"]),
        str(value["family"]),
        severity(str(value["severity"])),
        str(value["message"]),
        place,
        subject=Subject(str(value["resource"]), owner=str(value.get("owner", ""))),
        excerpt=excerpt,
        # an excerpt is its line without the indentation, so only a mask can be found in it again
        frame=Frame(((place.line, excerpt),) if "********" in excerpt else ()),
        fingerprint=str(value["fingerprint"]),
        commit=str(value["commit"]),
        author=str(value["author"]),
        date=str(value["date"]),
        verdict=Verdict(
            str(verdict["state"]), str(verdict["by"]), blocks=verdict.get("blocks") is True
        ),
    )


def _place(value: dict[str, object]) -> Place:
    line, column = value["line"], value["column"]
    if not isinstance(line, int) or not isinstance(column, int):
        raise TypeError
    return Place(str(value["path"]), line, column)


def _notice(value: dict[str, object]) -> Notice:
    place = Place(str(value["path"]), max(1, int(str(value["line"])))) if value["path"] else None
    return Notice(
        str(value["level"]),
        str(value["kind"]),
        str(value["message"]),
        place,
        int(str(value["count"])),
    )
