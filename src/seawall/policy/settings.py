"""The settings in force, as plain data that a cache can keep."""

# name -> default; lists and tables are plain data so that marshal can hold them
DEFAULTS: dict[str, object] = {
    "select": [],
    "ignore": [],
    "fail-on": "high",
    "exclude": [],
    "per-path": {},
    "severity": {},
    "baseline": ".seawall-baseline",
    "language": "",
    "plugins": [],
    "salt": "",
    "regions": {},
    "ignores": {},
    "deployment": [],
    "exempt": [],
    "secrets": {},
    "ingress": {},
    "terraform": {},
    "cloudformation": {},
    "gate": {},
    "git-secrets": {},
}


class Settings:
    """What one settings file says, with every default filled in.

    `values` is plain data by the file's own key names, `path` the file ("" where there is none),
    `lines` tells on which line a dotted key stands.
    """

    __slots__ = ("lines", "path", "values")

    def __init__(
        self,
        values: dict[str, object] | None = None,
        path: str = "",
        lines: dict[str, int] | None = None,
    ) -> None:
        self.values = {**DEFAULTS, **(values or {})}
        self.path = path
        self.lines = lines or {}

    def text(self, name: str) -> str:
        value = self._at(name)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._at(name)
        return tuple(str(each) for each in value) if isinstance(value, list) else ()

    def number(self, name: str, default: int = 0) -> int:
        value = self._at(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else default

    def flag(self, name: str, default: bool) -> bool:
        value = self._at(name)
        return value if isinstance(value, bool) else default

    def table(self, name: str) -> dict[str, object]:
        value = self._at(name)
        return value if isinstance(value, dict) else {}

    def tables(self, name: str) -> tuple[dict[str, object], ...]:
        value = self._at(name)
        if not isinstance(value, list):
            return ()
        return tuple(each for each in value if isinstance(each, dict))

    def says(self, name: str) -> bool:
        """Whether the file itself says anything under this dotted name."""
        return self._at(name) not in (None, "", [], {}) and name in self.lines

    def _at(self, name: str) -> object:
        found: object = self.values
        for step in name.split("."):
            if not isinstance(found, dict):
                return None
            found = found.get(step)
        return found
