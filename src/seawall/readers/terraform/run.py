"""One root under evaluation: its files, what it may cost, and what could not be done."""

from posixpath import join, normpath
from typing import TYPE_CHECKING

from seawall.finding import BLOCKING, INFORMATION, Notice
from seawall.readers.json_text import parse_json_val
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.syntax import Attr
from seawall.readers.terraform.values import OverBudget
from seawall.span import Source, Span
from seawall.value import Val
from seawall.words import say

if TYPE_CHECKING:
    from seawall.readers.node import Files, Options
    from seawall.readers.terraform.folder import Folder

MOST_STEPS = 300_000  # evaluated expressions of one root
MOST_INSTANCES = 500  # of one count or for_each
MOST_NODES = 20_000
MOST_DEPTH = 16  # modules within modules


class Run:
    """What all modules of one root share."""

    __slots__ = (
        "root", "files", "options", "folder_at", "read", "notices", "steps", "nodes", "told",
        "most_instances",
        "_installed",
    )  # fmt: skip

    def __init__(self, root: str, files: "Files", options: "Options", folder_at: "Folders") -> None:
        self.root = root
        self.files = files
        self.options = options
        self.folder_at = folder_at
        self.read: set[str] = set()
        self.notices: list[Notice] = []
        self.steps = 0
        self.nodes = 0
        self.told: set[tuple[str, int, str]] = set()
        self.most_instances = MOST_INSTANCES
        self._installed: dict[str, str] | None = None

    def spend(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > MOST_STEPS:
            raise OverBudget

    def source(self, path: str) -> Source | None:
        """The file a function names, relative to the root; None outside the tree."""
        full = normpath(join(self.root, path)) if self.root else normpath(path)
        if full.startswith(("/", "..")):
            return None
        self.read.add(full)
        return self.files.source(full)

    def installed(self, names: tuple[str, ...]) -> str | None:
        """Where `terraform init` has put the module that is called by these names."""
        if self._installed is None:
            self._installed = {}
            source = self.source(".terraform/modules/modules.json")
            text = source.text if source is not None else "{}"
            for each in parse_json_val(Val(text)).at("Modules").items():
                key, folder = each.at("Key"), each.at("Dir")
                if isinstance(key.value, str) and isinstance(folder.value, str):
                    self._installed[key.value] = folder.value
        found = self._installed.get(".".join(names))
        if found is None:
            return None
        path = normpath(join(self.root, found)) if self.root else normpath(found)
        return None if path.startswith(("/", "..")) else path

    def tell(self, level: str, kind: str, message: str, span: Span | None) -> None:
        """A notice, once for each place."""
        key = (span.source.path if span else "", span.start if span else 0, kind)
        if key in self.told:
            return
        self.told.add(key)
        self.notices.append(Notice(level, kind, message, span.place() if span else None))

    def broken(self, attr: Attr, broken: Broken) -> None:
        source = attr.span.source
        self.tell(
            BLOCKING,
            "syntax",
            say(f"no Terraform: {broken.message}", f"Terraform として読めません: {broken.ja}"),
            Span(source, broken.at, broken.at),
        )

    def over_budget(self, span: Span) -> None:
        self.tell(
            BLOCKING,
            "over-budget",
            say(
                "working this out would cost too much; it was not judged",
                "評価の負荷が上限を超えるため、判定していません",
            ),
            span,
        )

    def cycle(self, name: str, span: Span) -> None:
        self.tell(
            BLOCKING,
            "cycle",
            say(f"{name} depends on itself", f"{name} が自分自身に依存しています"),
            span,
        )

    def unavailable(self, source: str, span: Span) -> None:
        self.tell(
            INFORMATION,
            "module-unavailable",
            say(
                f"module '{source}' is not in this tree; only its inputs are judged",
                f"モジュール「{source}」はこのツリーにないため、入力のみを判定します",
            ),
            span,
        )


class Folders:
    """Gives the folder at a path, parsed once for all roots."""

    def __call__(self, path: str) -> "Folder | None":
        raise NotImplementedError
