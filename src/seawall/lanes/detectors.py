"""What detect-secrets' plugins see and our rules did not, behind our own sieve."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from seawall.finding import Finding, Frame
from seawall.lanes.judged import Judged, fingerprint
from seawall.lanes.outside import require
from seawall.lanes.text import TextLane
from seawall.matcher.leak import Leak
from seawall.matcher.redact import mask_spans
from seawall.severity import LOW, MEDIUM
from seawall.sources.changes import Change
from seawall.span import Place, Source
from seawall.words import say

_SLUG = re.compile(r"[^a-z0-9]+")
_SHORT = 6
_Seen = tuple[str, str, int, int]  # kind, digest, start, end


class Outside:
    """The plugins, loaded once for a run."""

    def __init__(self, lane: TextLane, salt: str) -> None:
        require("detect-secrets")
        self._detectors: Any = import_module("seawall.external.detect_secrets").Detectors()
        self._lane = lane
        self._salt = salt

    def findings(self, change: Change, leaks: tuple[Leak, ...]) -> list[Judged]:
        """New in `change.after`, and not what `leaks` say already."""
        assert change.after is not None
        known: Counter[tuple[str, str]] = Counter()
        seen = list(self._seen(change.after, leaks))
        if seen and change.before is not None:
            old = self._lane.search(change.before)
            known.update((kind, digest) for kind, digest, _, _ in self._seen(change.before, old))
        made: list[Judged] = []
        for each in seen:
            if known[each[:2]] > 0:
                known[each[:2]] -= 1
            else:
                made.append(self._judged(change, each))
        return made

    def _seen(self, source: Source, leaks: tuple[Leak, ...]) -> Iterator[_Seen]:
        taken = [(each.start, each.end) for each in leaks]
        for number, start in enumerate(source.line_starts(), 1):
            line = source.line_text(number)
            for kind, secret in sorted(self._detectors.line(source.path, line, number)):
                at = line.find(secret)
                low, high = start + at, start + at + len(secret)
                if at < 0 or any(low < end and high > begin for begin, end in taken):
                    continue
                digest = self._sieve(secret, source.path)
                if digest:
                    taken.append((low, high))
                    yield kind, digest, low, high

    def _sieve(self, secret: str, path: str) -> str:
        """A digest where our own rules would believe this value under a plain name."""
        for leak in self._lane.search_text(f'secret = "{secret}"\n', path):
            return leak.secret_digest(self._salt.encode())[:_SHORT]
        return ""

    def _judged(self, change: Change, seen: _Seen) -> Judged:
        kind, digest, start, end = seen
        source = change.after
        assert source is not None
        first = source.line_of(start)
        begin = source.line_starts()[first - 1]
        place = Place(change.path, first, start - begin + 1, first, end - begin + 1)
        check = "detect-secrets-" + _SLUG.sub("-", kind.lower()).strip("-")
        line = mask_spans(source.line_text(first), [(start, end)], start=begin)[:400]
        commit = change.commit
        finding = Finding(
            check,
            "secrets",
            LOW if "Entropy" in kind else MEDIUM,
            say(f"{kind} (detect-secrets)", f"{kind} (detect-secrets)"),
            place,
            excerpt=line,
            frame=Frame(((first, line),)),
            fingerprint=fingerprint(check, change.path, digest),
            commit=commit.id if commit else "",
            author=commit.author if commit else "",
            date=commit.date if commit else "",
        )
        return Judged(finding, ((change.path, first, first),), (source,))
