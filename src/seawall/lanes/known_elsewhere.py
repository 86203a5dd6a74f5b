"""detect-secrets' `.secrets.baseline`, read as entries of our own baseline."""

import json
import os
from datetime import date, timedelta
from hashlib import sha1
from typing import Any

from seawall.errors import UsageError
from seawall.lanes.findings import names_in
from seawall.lanes.text import TextLane
from seawall.matcher.leak import Leak
from seawall.policy.baseline import Entry
from seawall.span import Source

# what nobody has judged there holds for so long here
_DAYS = 90


def entries_of(text: str, file: str, root: str, salt: str, today: str) -> list[Entry]:
    """An entry for each secret of ours that the file knows by its SHA-1, in the file it names.

    What was audited as no secret is a false positive; everything else is accepted for a while.
    """
    try:
        results = json.loads(text)["results"].items()
    except (ValueError, KeyError, AttributeError, TypeError):
        raise UsageError(f"{file}: not a baseline of detect-secrets") from None
    until = (date.fromisoformat(today) + timedelta(days=_DAYS)).isoformat()
    lane = TextLane()
    made: list[Entry] = []
    for path, known in sorted(results):
        source = _source(root, str(path).replace("\\", "/"))
        for leak in lane.search(source) if source is not None else ():
            row = _row(source, leak, known)
            if row is None or source is None:
                continue
            false = row.get("is_secret") is False
            note = "false positive" if false else f"accepted until {until}"
            for name in sorted(names_in(source.path, (leak,), salt)):
                made.append(Entry(name, leak.token, source.path, f"{note} -- from {file}"))
    return made


def _source(root: str, path: str) -> Source | None:
    try:
        with open(os.path.join(root, path), "rb") as handle:
            return Source(path, handle.read())
    except OSError:
        return None


def _row(source: Source | None, leak: Leak, known: Any) -> dict[str, Any] | None:
    """The entry that means this secret. Keys in PEM are known there by their first line alone."""
    if source is None:
        return None
    secret = source.text[leak.start : leak.end].encode("utf-8", "surrogatepass")
    digest = sha1(secret, usedforsecurity=False).hexdigest()
    for row in known if isinstance(known, list) else ():
        if not isinstance(row, dict):
            continue
        if row.get("hashed_secret") == digest:
            return row
        is_key = row.get("type") == "Private Key" and leak.token.endswith("private-key")
        if is_key and row.get("line_number") == source.line_of(leak.start):
            return row
    return None
