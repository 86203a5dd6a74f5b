"""When a credential ends, where it says so itself."""

import time
from datetime import UTC, datetime

from seawall.severity import LOW, Severity
from seawall.token import Judgement
from seawall.words import say


def until(moment: float, *, live: Severity | None = None, certain: bool = False) -> Judgement:
    """Keep the finding with its date; one that has ended is low."""
    try:
        day = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):
        return Judgement(severity=live, certain=certain)
    if moment < time.time():
        return Judgement(
            severity=LOW, certain=certain, facts=(say(f"expired on {day}", f"{day} に失効済み"),)
        )
    return Judgement(
        severity=live, certain=certain, facts=(say(f"valid until {day}", f"{day} まで有効"),)
    )


def seconds_of(stamp: str, form: str) -> float | None:
    """A written date as seconds; None where it is not one."""
    try:
        return datetime.strptime(stamp, form).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
