"""Read every Terraform project of a tree: one reading for each root module."""

import gc
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from seawall.finding import BLOCKING, INFORMATION, Notice
from seawall.readers.node import Node, Reading
from seawall.readers.terraform.bodies import BlockBody, VariableBody
from seawall.readers.terraform.evaluate import Scope
from seawall.readers.terraform.folder import Folder
from seawall.readers.terraform.graph import Graph
from seawall.readers.terraform.module import ABSENT, CALL_WORDS, Module
from seawall.readers.terraform.run import Run
from seawall.readers.terraform.variables import given_values
from seawall.span import Place, Source, Span
from seawall.value import Val
from seawall.words import say

if TYPE_CHECKING:
    from seawall.readers.node import Files, Options


def read(
    files: "Files", options: "Options", touched: frozenset[str] | None = None
) -> Iterator[Reading]:
    """Every root module; with `touched` only those that read one of these paths."""
    graph = Graph(files, options)
    yield from _terragrunt(graph, touched)
    yield from _plans(graph, options, touched)
    if not graph.names:
        return
    for path in graph.roots() if touched is None else graph.affected(touched, options):
        # trees are thousands of objects without a cycle: not worth looking for cycles meanwhile
        collecting = gc.isenabled()
        gc.disable()
        try:
            folder = graph(path)
            reading = _reading(folder, graph, options, touched) if folder is not None else None
        finally:
            if collecting:
                gc.enable()
        if reading is not None:
            yield reading


def _terragrunt(graph: Graph, touched: frozenset[str] | None) -> Iterator[Reading]:
    """Terragrunt's own files are not evaluated; saying nothing would look like clean."""
    paths = [path for path in graph.terragrunt if touched is None or path in touched]
    if not paths:
        return
    message = say(
        "Terragrunt is not evaluated; judge what it plans: terragrunt show -json",
        "Terragrunt は評価しません。terragrunt show -json の出力を判定してください",
    )
    notice = Notice(INFORMATION, "terragrunt", message, Place(paths[0]), len(paths))
    yield Reading(language="terraform", path=paths[0], nodes=(), notices=(notice,), late=[notice])


def _plans(graph: Graph, options: "Options", touched: frozenset[str] | None) -> Iterator[Reading]:
    """The plans among the JSON files that may be judged; each is an input of its own."""
    for path in graph.plans:
        if touched is not None and path not in touched:
            continue
        source = graph.files.source(path)
        if source is None or not _is_plan(source):
            continue
        folder = graph(path.rpartition("/")[0])
        beside = _reading(folder, graph, options, frozenset()) if folder else None
        reading: Reading = import_module("seawall.readers.terraform.plan").read_plan(source, beside)
        yield reading


def _is_plan(source: Source) -> bool:
    head = source.data[:600]
    return b'"format_version"' in head and b'"terraform_version"' in head


def _reading(
    folder: Folder, graph: Graph, options: "Options", touched: frozenset[str] | None
) -> Reading:
    run = Run(folder.path, graph.files, options, graph)
    root = Module(run, folder)
    names = frozenset(graph.values.get(folder.path, ()))
    root.inputs = given_values(run, folder, names, root)
    nodes: list[Node] = []
    seen: set[str] = set()
    _collect(root, nodes, seen)
    paths = set(run.read)
    for each in seen:
        reached = graph(each)
        if reached is not None:
            paths.update(reached.files)
            _tell(run, reached, touched)
    return Reading(
        language="terraform",
        path=folder.path,
        nodes=tuple(nodes),
        notices=tuple(run.notices),
        files=frozenset(paths),
        deployment=options.deployment,
        late=run.notices,
    )


def _tell(run: Run, folder: Folder, touched: frozenset[str] | None) -> None:
    """What is broken in a folder; expressions are looked at in touched files only."""
    faults = list(folder.faults)
    for path, body in folder.bodies:
        if touched is None or path in touched:
            faults.extend(body.faults())
    for fault in faults:
        message = say(f"no Terraform: {fault.message}", f"Terraform として読めません: {fault.ja}")
        run.tell(BLOCKING, "syntax", message, fault.span)


def _collect(module: Module, nodes: list[Node], seen: set[str]) -> None:
    """The nodes of a module and of all it calls."""
    seen.add(module.folder.path)
    _providers(module, nodes)
    for key in module.folder.resources:
        _resources(module, key, nodes)
    if not module.address:
        _plain(module, nodes)
    for name in module.folder.modules:
        children, why = module.children(name)
        for child in children:
            _collect(child.module, nodes, seen)
        if why:
            _unavailable(module, name, why, nodes)


def _providers(module: Module, nodes: list[Node]) -> None:
    folder, run = module.folder, module.run
    if module.address == "":
        for name in {each.split(".", 1)[0] for each in folder.providers}:
            module.providers.pop(name, None)
    for name, block in folder.providers.items():
        node = Node(
            language="terraform",
            kind="provider",
            type=block.labels[0],
            name=name,
            address=_address(module, f"provider.{name}"),
            span=block.span,
            head=block.head,
            body=Val(BlockBody(block.body, module.scope, run), span=block.span),
            module=module.address,
            trail=module.trail,
        )
        module.providers[name] = node
        nodes.append(node)


def _resources(module: Module, key: tuple[str, str, str], nodes: list[Node]) -> None:
    mode, kind, name = key
    block = module.folder.resources[key]
    head = block.head
    provider = module.provider_of(block)
    for made in module.instances(key):
        if not module.may_make(head):
            return
        exists = made.step.exists
        if module.exists is not None and exists.known:
            exists = module.exists
        nodes.append(
            Node(
                language="terraform",
                kind=mode,
                type=kind,
                name=name,
                address=made.held.address,
                span=block.span,
                head=head,
                body=Val(made.held, span=block.span),
                module=module.address,
                trail=module.trail,
                exists=exists,
                provider=provider,
            )
        )


def _plain(module: Module, nodes: list[Node]) -> None:
    """A root's variables, outputs and where its state is kept."""
    folder = module.folder
    for name, block in folder.variables.items():
        nodes.append(_node(module, "variable", name, f"var.{name}", block.span, block.head,
                           VariableBody(block.body, Scope(module, {}), module.run)))  # fmt: skip
    for name, block in folder.outputs.items():
        nodes.append(_node(module, "output", name, f"output.{name}", block.span, block.head,
                           BlockBody(block.body, module.scope, module.run)))  # fmt: skip
    for settings in folder.settings:
        body = BlockBody(settings.body, module.scope, module.run)
        own = _node(module, "terraform", "", "terraform", settings.span, settings.head, body)
        nodes.append(own)
        for block in (*settings.body.of("backend"), *settings.body.of("cloud")):
            name = block.labels[0] if block.labels else block.type
            nodes.append(_node(module, "backend", name, f"backend.{name}", block.span, block.head,
                               BlockBody(block.body, module.scope, module.run)))  # fmt: skip


def _node(
    module: Module, kind: str, name: str, address: str, span: Span, head: Span, body: BlockBody
) -> Node:
    return Node(
        language="terraform",
        kind=kind,
        type=name if kind == "backend" else "",
        name=name,
        address=_address(module, address),
        span=span,
        head=head,
        body=Val(body, span=span),
        module=module.address,
        trail=module.trail,
    )


def _unavailable(module: Module, name: str, why: str, nodes: list[Node]) -> None:
    """A module call whose code is not at hand, by its inputs alone."""
    block = module.folder.modules[name]
    source = module.source_of(block)
    if why.endswith(ABSENT):
        module.run.unavailable(source or name, block.head)
    for step in module.steps(block):
        body = BlockBody(
            block.body,
            module.scope.bind(**step.names),
            module.run,
            without=CALL_WORDS - {"version"},
        )
        nodes.append(
            Node(
                language="terraform",
                kind="module",
                type=source,
                name=name,
                address=_address(module, f"module.{name}") + step.suffix,
                span=block.span,
                head=block.head,
                body=Val(body, span=block.span),
                module=module.address,
                trail=module.trail,
                exists=step.exists,
                provider=module.providers.get("aws"),
            )
        )


def _address(module: Module, address: str) -> str:
    return f"{module.address}.{address}" if module.address else address
