"""How bad a finding is."""


class Severity(str):
    """One of four words that compare by how bad they are, not by spelling."""

    __slots__ = ()

    @property
    def rank(self) -> int:
        """0 for low to 3 for critical."""
        return _RANK[str(self)]

    def __lt__(self, other: object) -> bool:
        return _RANK[str(self)] < _rank(other)

    def __le__(self, other: object) -> bool:
        return _RANK[str(self)] <= _rank(other)

    def __gt__(self, other: object) -> bool:
        return _RANK[str(self)] > _rank(other)

    def __ge__(self, other: object) -> bool:
        return _RANK[str(self)] >= _rank(other)


_RANK = {"low": 0, "medium": 1, "high": 2, "critical": 3}


def _rank(other: object) -> int:
    return _RANK[str(other)]


LOW = Severity("low")
MEDIUM = Severity("medium")
HIGH = Severity("high")
CRITICAL = Severity("critical")
ALL = (LOW, MEDIUM, HIGH, CRITICAL)


def severity(word: str) -> Severity:
    """The severity named `word`; KeyError for any other word."""
    return {str(level): level for level in ALL}[word]
