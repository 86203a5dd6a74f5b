"""A module under evaluation: what the names in its expressions mean."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from posixpath import normpath, relpath
from typing import TYPE_CHECKING, Any

from seawall.readers.node import Node
from seawall.readers.terraform.bodies import BlockBody, Instance, Lazy, attempt, settled
from seawall.readers.terraform.computed import computed
from seawall.readers.terraform.evaluate import Scope
from seawall.readers.terraform.functions import OF_FILES, call
from seawall.readers.terraform.instances import Made, Step, gathered, steps_of
from seawall.readers.terraform.lexemes import Broken
from seawall.readers.terraform.run import MOST_DEPTH, MOST_NODES, Run
from seawall.readers.terraform.syntax import Block, Call, Expr, Literal, Object, Ref
from seawall.readers.terraform.types import allowed, converted
from seawall.readers.terraform.values import EvalError, moved
from seawall.span import Span
from seawall.value import WRITTEN, Val

if TYPE_CHECKING:
    from seawall.readers.terraform.folder import Folder

ABSENT = "is not in this tree"
CALL_WORDS = frozenset({"source", "version", "count", "for_each", "providers", "depends_on"})


class Module:
    """One module instance; the root has no address."""

    def __init__(
        self,
        run: Run,
        folder: "Folder",
        *,
        address: str = "",
        inputs: dict[str, Callable[[], Val[Any]]] | None = None,
        trail: tuple[Span, ...] = (),
        above: tuple[str, ...] = (),
        exists: Val[Any] | None = None,
        names: tuple[str, ...] = (),
    ) -> None:
        self.run = run
        self.folder = folder
        self.address = address
        self.inputs = inputs or {}
        self.trail = trail
        self.above = above
        self.exists = exists
        self.names = names
        self.scope = Scope(self, {})
        self.providers: dict[str, Node] = {}
        self._variables: dict[str, Val[Any]] = {}
        self._locals: dict[str, Val[Any]] = {}
        self._busy: set[str] = set()
        self._instances: dict[tuple[str, str, str], list[Made]] = {}
        self._whole: dict[tuple[str, str, str], Val[Any]] = {}
        self._children: dict[str, tuple[list[Child], str]] = {}
        self._calls: dict[str, Val[Any]] = {}

    # -- the world of expressions ------------------------------------------------------------------

    def spend(self, steps: int = 1) -> None:
        self.run.spend(steps)

    def call(self, tree: Call, scope: Scope) -> Val[Any]:
        if tree.name in OF_FILES:
            files = import_module("seawall.readers.terraform.functions_files").FILES
            found: Val[Any] = files[tree.name](self.run, tree, scope)
            return found
        return call(tree, scope)

    def find(self, names: tuple[str, ...], span: Span) -> tuple[Val[Any], int]:
        head = names[0]
        if len(names) == 1:
            raise EvalError(f"'{head}' is not a value")
        second = names[1]
        if head == "var":
            return self.variable(second), 2
        if head == "local":
            return self.local(second), 2
        if head == "module":
            return self.module(second), 2
        if head == "path":
            return self.path(second), 2
        if head in ("terraform", "tofu"):
            if second == "workspace":
                return Val(self.run.options.workspace, WRITTEN), 2
            return Val.no_idea(f"{head}.{second}"), 2
        if head in ("each", "count", "self"):
            return Val.no_idea(f"{head}.{second} has no value here"), 2
        if head in ("data", "ephemeral"):
            if len(names) < 3:
                raise EvalError(f"'{head}.{second}' is not a value")
            return self.resource((head, second, names[2])), 3
        return self.resource(("resource", head, second)), 2

    def variable(self, name: str) -> Val[Any]:
        found = self._variables.get(name)
        if found is None:
            self._variables[name] = Val.no_idea(f"var.{name} depends on itself")
            found = self._variables[name] = self._variable(name)
        return found

    def _variable(self, name: str) -> Val[Any]:
        block = self.folder.variables.get(name)
        given = self.inputs.get(name)
        if block is None:
            return given() if given else Val.no_idea(f"var.{name} is not declared")
        attrs = block.body.attrs
        default = attrs.get("default")
        value = given() if given else None
        if value is not None and value.known and value.value is None and "nullable" in attrs:
            nullable = attempt(attrs["nullable"], self.scope, self.run)
            value = None if nullable.is_(False) else value
        if value is None:
            if default is None:
                why = f"var.{name} has no default"
                return Val.no_idea(why, block.span.first_line(), possible=allowed(block, name))
            value = settled(default, self.scope, self.run)
        kind = attrs.get("type")
        if kind is not None:
            try:
                value = converted(value, kind.tree, self.scope)
            except (EvalError, Broken):
                return value
        return value

    def local(self, name: str) -> Val[Any]:
        found = self._locals.get(name)
        if name in self._busy:
            self.run.cycle(f"local.{name}", self.folder.locals[name].span)
        if found is None:
            attr = self.folder.locals.get(name)
            if attr is None:
                return Val.no_idea(f"local.{name} is not declared")
            self._locals[name] = Val.no_idea(f"local.{name} depends on itself", attr.span)
            self._busy.add(name)
            found = self._locals[name] = attempt(attr, self.scope, self.run)
            self._busy.discard(name)
        return found

    def path(self, name: str) -> Val[Any]:
        if name == "module":
            here = relpath(self.folder.path or ".", self.run.root or ".")
            return Val(here, WRITTEN)
        if name in ("root", "cwd"):
            return Val(".", WRITTEN)
        return Val.no_idea(f"path.{name}")

    # -- resources ---------------------------------------------------------------------------------

    def instances(self, key: tuple[str, str, str]) -> "list[Made]":
        """The instances of a resource or data block that is declared here."""
        found = self._instances.get(key)
        if found is None:
            self._instances[key] = []
            found = self._instances[key] = self._expand(key)
        return found

    def _expand(self, key: tuple[str, str, str]) -> "list[Made]":
        mode, kind, name = key
        block = self.folder.resources[key]
        base = f"{kind}.{name}" if mode == "resource" else f"{mode}.{kind}.{name}"
        base = f"{self.address}.{base}" if self.address else base
        made = []
        provider = self.provider_of(block)
        for step in self.steps(block):
            held = Instance(
                block, self.scope.bind(**step.names), self.run, base + step.suffix, computed
            )
            held.scope.names["self"] = Val(held, WRITTEN, span=block.span)
            if provider is not None:
                held.scope.names["provider"] = provider.body
            made.append(Made(step, held))
        return made

    def steps(self, block: Block) -> list[Step]:
        return steps_of(block, self.scope, self.run)

    def resource(self, key: tuple[str, str, str]) -> Val[Any]:
        """A resource as an expression sees it: an object, a list or a map of them."""
        found = self._whole.get(key)
        if found is None:
            if key not in self.folder.resources:
                name = ".".join(key[key[0] == "resource" :])
                name = f"{self.address}.{name}" if self.address else name
                return Val.no_idea(f"{name} is not declared", refs=(name,))
            # one that is reached again while its instances are made depends on itself
            self._whole[key] = Val.no_idea(f"{key[1]}.{key[2]} depends on itself")
            found = self._whole[key] = self._as_value(key)
        return found

    def _as_value(self, key: tuple[str, str, str]) -> Val[Any]:
        block = self.folder.resources[key]
        every = [(each.step, each.value()) for each in self.instances(key)]
        return gathered(block, every)

    # -- modules -----------------------------------------------------------------------------------

    def children(self, name: str) -> "tuple[list[Child], str]":
        """The instances of a module call, and why there are none to look into."""
        found = self._children.get(name)
        if found is None:
            self._children[name] = ([], f"module.{name} depends on itself")
            found = self._children[name] = self._called(name)
        return found

    def _called(self, name: str) -> "tuple[list[Child], str]":
        block = self.folder.modules[name]
        folder = self._folder_of(name, block)
        if folder is None:
            return [], f"module.{name} {ABSENT}"
        if len(self.above) >= MOST_DEPTH or folder.path in (*self.above, self.folder.path):
            self.run.over_budget(block.span.first_line())
            return [], f"module.{name} calls itself"
        base = f"{self.address}.module.{name}" if self.address else f"module.{name}"
        found = []
        for step in self.steps(block):
            scope = self.scope.bind(**step.names)
            exists = step.exists if self.exists is None or step.exists.known is False else None
            child = Module(
                self.run,
                folder,
                address=base + step.suffix,
                inputs=self._inputs(block, scope),
                trail=(*self.trail, block.span.first_line()),
                above=(*self.above, self.folder.path),
                names=(*self.names, name),
                exists=exists if exists is not None and not exists.known else self.exists,
            )
            child.providers = self._passed(block)
            found.append(Child(step, child))
        return found, ""

    def _folder_of(self, name: str, block: Block) -> "Folder | None":
        source = self.source_of(block)
        if not source.startswith(("./", "../")) and source not in (".", ".."):
            installed = None
            if self.run.options.installed_modules:
                installed = self.run.installed((*self.names, name))
            return self.run.folder_at(installed) if installed else None
        path = normpath(f"{self.folder.path}/{source}" if self.folder.path else source)
        if path == ".":
            path = ""
        return None if path.startswith("..") else self.run.folder_at(path)

    def source_of(self, block: Block) -> str:
        attr = block.body.attrs.get("source")
        if attr is None:
            return ""
        value = attempt(attr, self.scope, self.run)
        return value.value if value.known and isinstance(value.value, str) else ""

    def _inputs(self, block: Block, scope: Scope) -> dict[str, Callable[[], Val[Any]]]:
        body = BlockBody(block.body, scope, self.run, without=CALL_WORDS)
        return {name: _asker(body, name) for name in body}

    def _passed(self, block: Block) -> dict[str, Node]:
        """The provider configurations a called module works with."""
        attr = block.body.attrs.get("providers")
        given = {name: node for name, node in self.providers.items() if "." not in name}
        if attr is None:
            return given
        try:
            tree = attr.tree
        except Broken:
            return given
        for key, value in tree.items if isinstance(tree, Object) else ():
            node = self.providers.get(dotted(value))
            if node is not None:
                given[dotted(key)] = node
        return given

    def module(self, name: str) -> Val[Any]:
        """A module call as an expression sees it: its outputs."""
        found = self._calls.get(name)
        if found is None:
            block = self.folder.modules.get(name)
            if block is None:
                return Val.no_idea(f"module.{name} is not declared")
            children, why = self.children(name)
            if why:
                base = f"{self.address}.module.{name}" if self.address else f"module.{name}"
                found = Val.no_idea(why, block.span.first_line(), refs=(base,))
            else:
                every = [(each.step, Val(Outputs(each.module), WRITTEN)) for each in children]
                found = gathered(block, every)
            self._calls[name] = found
        return found

    def output(self, name: str) -> Val[Any]:
        block = self.folder.outputs[name]
        attr = block.body.attrs.get("value")
        if attr is None:
            return Val.no_idea(f"output {name} has no value")
        return settled(attr, self.scope, self.run)

    def provider_of(self, block: Block) -> Node | None:
        """The provider configuration in force for a resource or data block."""
        attr = block.body.attrs.get("provider")
        name = block.labels[0].split("_", 1)[0]
        if attr is not None:
            with suppress(Broken):
                name = dotted(attr.tree) or name
        return self.providers.get(name)

    def may_make(self, span: Span) -> bool:
        self.run.nodes += 1
        if self.run.nodes > MOST_NODES:
            self.run.over_budget(span)
            return False
        return True


class Outputs(Lazy):
    """A module's outputs by name."""

    __slots__ = ("module",)

    def __init__(self, module: Module) -> None:
        super().__init__(dict.fromkeys(module.folder.outputs))  # type: ignore[arg-type]
        self.module = module

    def make(self, name: str) -> Val[Any]:
        return self.module.output(name)


class Child:
    __slots__ = ("step", "module")

    def __init__(self, step: Step, module: Module) -> None:
        self.step = step
        self.module = module


def dotted(tree: Expr) -> str:
    """A provider's name as a reference or a string says it."""
    if isinstance(tree, Ref):
        return ".".join(tree.names)
    return str(tree.value) if isinstance(tree, Literal) else ""


def _asker(body: BlockBody, name: str) -> Callable[[], Val[Any]]:
    def ask() -> Val[Any]:
        value = body[name]
        return moved(value, value.span) if value.span else value

    return ask
