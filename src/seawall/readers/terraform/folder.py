"""One module folder as written: its files parsed, overrides merged, its blocks by name."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from seawall.readers.terraform.structure import read_structure
from seawall.readers.terraform.syntax import Attr, Block, Body, Fault
from seawall.span import Source

if TYPE_CHECKING:
    from seawall.readers.node import Files

_K = TypeVar("_K")
_JSON = "seawall.readers.terraform.json_syntax"
ENDINGS = (".tf", ".tofu", ".tf.json", ".tofu.json")


def is_configuration(name: str) -> bool:
    return name.endswith(ENDINGS) and not name.startswith((".", "~")) and not name.endswith("~")


def is_values(name: str) -> bool:
    return name.endswith((".tfvars", ".tfvars.json"))


def loaded_values(names: Iterable[str]) -> list[str]:
    """The variable files that are read without being named, in the order they count."""
    every = set(names)
    found = [name for name in ("terraform.tfvars", "terraform.tfvars.json") if name in every]
    automatic = (".auto.tfvars", ".auto.tfvars.json")
    return found + sorted(name for name in every if name.endswith(automatic))


class Folder:
    """What stands in one folder; made once, evaluated under every root that reaches it."""

    __slots__ = (
        "path", "files", "faults", "variables", "locals", "resources", "modules", "providers",
        "outputs", "settings", "bodies",
    )  # fmt: skip

    def __init__(self, path: str) -> None:
        self.path = path
        self.files: list[str] = []
        self.faults: list[Fault] = []
        self.variables: dict[str, Block] = {}
        self.locals: dict[str, Attr] = {}
        self.resources: dict[tuple[str, str, str], Block] = {}
        self.modules: dict[str, Block] = {}
        self.providers: dict[str, Block] = {}
        self.outputs: dict[str, Block] = {}
        self.settings: list[Block] = []
        self.bodies: list[tuple[str, Body]] = []

    def add(self, body: Body, *, override: bool) -> None:
        for block in body.blocks:
            kind, labels = block.type, block.labels
            if kind in ("resource", "data", "ephemeral") and len(labels) == 2:
                self._put(self.resources, (kind, *labels), block, override)
            elif kind == "variable" and labels:
                self._put(self.variables, labels[0], block, override)
            elif kind == "module" and labels:
                self._put(self.modules, labels[0], block, override)
            elif kind == "output" and labels:
                self._put(self.outputs, labels[0], block, override)
            elif kind == "locals":
                self.locals.update(block.body.attrs)
            elif kind == "provider" and labels:
                self._put(self.providers, _provider_name(block), block, override)
            elif kind == "terraform":
                self.settings.append(block)

    def _put(self, into: dict[_K, Block], key: _K, block: Block, override: bool) -> None:
        before = into.get(key)
        into[key] = _merged(before, block) if override and before else before or block


def _provider_name(block: Block) -> str:
    alias = block.body.attrs.get("alias")
    name = block.labels[0]
    return f"{name}.{alias.span.text.strip(chr(34))}" if alias else name


def _merged(before: Block, by: Block) -> Block:
    """A block with what an override file says in its place."""
    body = Body(before.body.span)
    body.attrs = {**before.body.attrs, **by.body.attrs}
    replaced = set(by.body.nested) - {"lifecycle"}
    body.blocks = [
        block
        for block in before.body.blocks
        if (block.labels[0] if block.type == "dynamic" and block.labels else block.type)
        not in replaced
    ] + by.body.blocks
    return Block(before.type, before.labels, before.span, body)


def read_folder(path: str, names: Iterable[str], files: "Files") -> Folder:
    """The folder at `path` with these configuration files in it."""
    folder = Folder(path)
    every = set(names)
    ordered = sorted(name for name in every if not _shadowed(name, every))
    for name in (*filter(_not_override, ordered), *filter(_is_override, ordered)):
        full = f"{path}/{name}" if path else name
        source = files.source(full)
        if source is None:
            continue
        folder.files.append(full)
        reader: Callable[[Source], tuple[Body, list[Fault]]] = read_structure
        if name.endswith(".json"):
            reader = import_module(_JSON).read_json
        body, faults = reader(source)
        folder.faults.extend(faults)
        folder.bodies.append((full, body))
        folder.add(body, override=_is_override(name))
    return folder


def read_values(source: Source) -> tuple[Body, list[Fault]]:
    """The attributes of a variable file."""
    if source.path.endswith(".json"):
        found: tuple[Body, list[Fault]] = import_module(_JSON).read_json_values(source)
        return found
    return read_structure(source)


def _shadowed(name: str, every: set[str]) -> bool:
    """Whether an OpenTofu file of the same name stands in this one's place."""
    if name.endswith(".tf"):
        return f"{name[:-3]}.tofu" in every
    return name.endswith(".tf.json") and f"{name[:-8]}.tofu.json" in every


def _is_override(name: str) -> bool:
    stem = name
    for ending in (".json", ".tf", ".tofu"):
        stem = stem.removesuffix(ending)
    return stem == "override" or stem.endswith("_override")


def _not_override(name: str) -> bool:
    return not _is_override(name)
