"""Where data lies: databases and their snapshots, and whether what holds data is encrypted."""

from dataclasses import dataclass

from seawall.model.resource import Resource
from seawall.value import Val


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Database(Resource):
    """A relational database; `public` is whether it gets a public address, by default included."""

    public: Val[bool]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Snapshot(Resource):
    """A copy of a database or an image; `shared_with` are accounts, or "all" for everyone."""

    kind: str
    shared_with: tuple[Val[str], ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Store(Resource):
    """Something that keeps data; `kind` is "volume", "database", "file system", "topic", "queue",
    "trail", "stream" or "cache". `encrypted` says what is so by default included; `attribute` is
    where the language writes it, "" where one edit cannot switch it on."""

    kind: str
    service: str
    encrypted: Val[bool]
    attribute: str = ""
