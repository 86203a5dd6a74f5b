"""What is taken to hold while a value is worked out."""


class World:
    """Which rows of the conditions' tables may be, and what the loops' names stand for.

    `rows` has one entry for each group of conditions that share a parameter: the indices of the
    parameter choices that are still open. `assumed` are conditions decided by a resource's own
    condition or by the side of an `Fn::If` that is being read.
    """

    __slots__ = ("rows", "assumed", "names")

    def __init__(
        self,
        rows: tuple[frozenset[int], ...] = (),
        assumed: dict[str, bool] | None = None,
        names: dict[str, str] | None = None,
    ) -> None:
        self.rows = rows
        self.assumed = assumed or {}
        self.names = names or {}

    def narrowed(self, rows: tuple[frozenset[int], ...], name: str, truth: bool) -> "World":
        return World(rows, {**self.assumed, name: truth}, self.names)

    def with_name(self, name: str, value: str) -> "World":
        return World(self.rows, self.assumed, {**self.names, name: value})
