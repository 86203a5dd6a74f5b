"""Known findings: one sorted line each, no line numbers, times or commits, merged by union.

A line is `FINGERPRINT CHECK PATH`, and for a credential also ` # revoked`, ` # false positive` or
` # accepted until DATE`, each with what a person wrote behind `--`. The same line twice is two
findings. The first line may carry the repository's salt: `# seawall-baseline 1 SALT`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from seawall.errors import SettingsError
from seawall.finding import Finding

NAME = ".seawall-baseline"
_HEAD = re.compile(r"^# seawall-baseline (\d+)(?: (\S+))?\s*$")
_ENTRY = re.compile(r"^([0-9a-f]{12,64}) ([a-z0-9.-]+) (.*?)(?: # ([^\n]*))?$")
_UNTIL = re.compile(r"\baccepted until (\d{4}-\d{2}-\d{2})\b")
MOST_LINES = 200_000


class Entry:
    __slots__ = ("check", "fingerprint", "note", "path")

    def __init__(self, fingerprint: str, check: str, path: str, note: str = "") -> None:
        self.fingerprint = fingerprint
        self.check = check
        self.path = path
        self.note = note

    def line(self) -> str:
        tail = f" # {self.note}" if self.note else ""
        return f"{self.fingerprint} {self.check} {_quote(self.path)}{tail}"

    def expired(self, today: date) -> bool:
        until = _UNTIL.search(self.note)
        return until is not None and until[1] < today.isoformat()


class Baseline:
    """The entries of a baseline file, and how many of each are still unspent in this run."""

    __slots__ = ("_first", "_left", "entries", "path", "salt")

    def __init__(self, entries: Iterable[Entry] = (), salt: str = "", path: str = NAME) -> None:
        self.entries = tuple(entries)
        self.salt = salt
        self.path = path
        self._left = Counter(each.fingerprint for each in self.entries)
        self._first = {each.fingerprint: each for each in reversed(self.entries)}

    def spend(self, fingerprint: str, today: date) -> Entry | None:
        """The entry that knows this finding, used up by it; None for a new or expired one."""
        if self._left[fingerprint] <= 0:
            return None
        self._left[fingerprint] -= 1
        entry = self._first[fingerprint]
        return None if entry.expired(today) else entry

    def stale(self) -> tuple[Entry, ...]:
        """Entries that no finding of the run used."""
        left = Counter({name: count for name, count in self._left.items() if count > 0})
        found: list[Entry] = []
        for entry in self.entries:
            if left[entry.fingerprint] > 0:
                left[entry.fingerprint] -= 1
                found.append(entry)
        return tuple(found)


def parse(text: str, path: str = NAME) -> Baseline:
    """The baseline in `text`; raises SettingsError with the line that cannot be read."""
    if len(text) > 64 * MOST_LINES:
        raise SettingsError(f"{path}: larger than any baseline of ours; write it again")
    salt, entries = "", []
    for number, line in enumerate(text.split("\n"), 1):
        head = _HEAD.match(line)
        if head:
            if head[1] != "1":
                raise SettingsError(f"{path}:{number}: a newer seawall wrote this baseline")
            salt = salt or head[2] or ""
            continue
        if not line.strip() or line.startswith("#"):
            continue
        entry = _ENTRY.match(line)
        if entry is None:
            raise SettingsError(
                f"{path}:{number}: not an entry of a baseline; "
                "after a merge conflict keep both sides' lines"
            )
        entries.append(Entry(entry[1], entry[2], _unquote(entry[3]), entry[4] or ""))
    return Baseline(entries, salt, path)


def render(entries: Iterable[Entry], salt: str) -> str:
    lines = sorted(each.line() for each in entries)
    return "".join(f"{line}\n" for line in (f"# seawall-baseline 1 {salt}".rstrip(), *lines))


def entry_of(finding: Finding, note: str = "") -> Entry:
    return Entry(finding.fingerprint, finding.check, finding.place.path, note)


def _quote(path: str) -> str:
    return "".join(
        sign
        if sign.isprintable() and sign not in "%#"
        else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogateescape"))
        for sign in path
    )


def _unquote(path: str) -> str:
    return re.sub(
        r"(?:%[0-9A-F]{2})+",
        lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "surrogateescape"),
        path,
    )
