"""Exemptions in settings: by check, path, address, tag, account or fingerprint, with a reason."""

from datetime import date
from fnmatch import fnmatchcase

from seawall.finding import Finding
from seawall.policy.names import means
from seawall.policy.paths import Paths
from seawall.policy.settings import Settings


class Exemption:
    """One `[[exempt]]` table; every condition it names must hold."""

    __slots__ = ("_paths", "_table", "number", "owner", "reason", "until", "used")

    def __init__(self, number: int, table: dict[str, object]) -> None:
        self.number = number
        self._table = table
        self.reason = str(table.get("reason", ""))
        self.owner = str(table.get("owner", ""))
        self.until = str(table.get("until", ""))
        self._paths = Paths([str(table["path"])]) if "path" in table else None
        self.used = False

    @property
    def by_tag(self) -> bool:
        return "tag" in self._table

    def expired(self, today: date) -> bool:
        return bool(self.until) and date.fromisoformat(self.until) < today

    def matches(self, finding: Finding) -> bool:
        table = self._table
        checks = table.get("check", [])
        names = [checks] if isinstance(checks, str) else [str(each) for each in _list(checks)]
        if names and not means(names, finding.check, finding.family):
            return False
        if not names and finding.family == "secrets" and "fingerprint" not in table:
            return False  # a credential is exempted by name or not at all
        if self._paths is not None and not self._paths.holds(finding.place.path):
            return False
        subject = finding.subject
        if "address" in table and not fnmatchcase(subject.address, str(table["address"])):
            return False
        if "fingerprint" in table and str(table["fingerprint"]) != finding.fingerprint:
            return False
        if "account" in table and str(table["account"]) != subject.account:
            return False
        if "tag" in table:
            name, _, value = str(table["tag"]).partition("=")
            if subject.tags.get(name.strip()) != value.strip():
                return False
        return True


def exemptions(settings: Settings) -> tuple[Exemption, ...]:
    return tuple(Exemption(number, table) for number, table in enumerate(settings.tables("exempt")))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
