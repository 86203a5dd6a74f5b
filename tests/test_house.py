"""The house holds: who may import whom, lazy imports, doors, names and packaging."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {
    "seawall": ROOT / "src" / "seawall",
    "seawall.checks": ROOT / "checks",
    "seawall.hooks": ROOT / "hooks",
}

ROW_0 = {"doors", "errors", "line_hash", "patterns", "severity", "span", "words"}
ROW_1 = {"value", "finding"}
OWN = "(own folder)"

# module or package -> what of ours it may import; the longest matching name rules
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    **dict.fromkeys(ROW_0, ROW_0),
    "value": ROW_0,
    "finding": ROW_0,
    "model": ROW_0 | ROW_1 | {OWN},
    "sources": ROW_0 | {OWN},
    "check": ROW_0 | {"model", "value"},
    "checks": ROW_0 | {"check", "model", "value"},
    "checks.secrets": ROW_0 | {"token", OWN},
    "token": ROW_0,
    "cache": ROW_0 | {"token", OWN},
    "matcher": ROW_0 | {"token", "cache", OWN},
    "readers": ROW_0 | ROW_1 | {OWN},
    "adapters": ROW_0 | {"readers", "model", "value", OWN},
    "fixes": ROW_0 | ROW_1 | {"readers", "check", "model", OWN},
    "external": ROW_0 | {"finding", OWN},
    # `catalog` only to refuse ids that no check has, once per change of the settings file
    "policy": ROW_0 | {"finding", "cache", "catalog", OWN},
    "reporters": ROW_0 | {"finding", "__init__", OWN},
    "catalog": ROW_0 | {"check", "token", "cache", "checks"},
    "plugins": ROW_0 | {"check", "catalog"},
    "lanes": ROW_0
    | ROW_1
    | {"model", "sources", "check", "token", "matcher", "cache", "readers", "adapters"}
    | {"catalog", "fixes", "external", "policy", "plugins", OWN},
    "scan": ROW_0 | ROW_1 | {"sources", "policy", "lanes", "matcher", "token", "check"},
    "telling": ROW_0 | ROW_1 | {"reporters", "gate", "__init__"},
    "gate": ROW_0 | ROW_1 | {"scan", "policy", "telling", "sources", "cache", "compat", "catalog"},
    # summaries and review comments are written in the reporters' Markdown
    "forge": ROW_0 | ROW_1 | {"sources", "policy", "gate", "reporters", "__init__", OWN},
    "compat": ROW_0 | ROW_1 | {"sources", "policy", "gate", OWN},
    # `scan` for `Asked`, which the gate takes
    "hooks": ROW_0 | {"gate", "scan", "sources", "policy", "forge", "finding", OWN},
    "cli": ROW_0
    | ROW_1
    | {"gate", "sources", "policy", "fixes", "catalog", "hooks", "forge", "compat", "scan"}
    | {"reporters", "check", "token", "plugins", "__init__", "cache", "lanes", OWN},
}
# doors are tables of names and one import_module; scan and gate load their lanes when needed
LAZY = {"cli", "readers", "adapters", "reporters", "catalog", "scan", "gate", "lanes", "cli.main"}
DOORS = {"seawall", "seawall.cli", "seawall.readers", "seawall.adapters", "seawall.reporters"}


def modules() -> Iterator[tuple[str, Path]]:
    for package, folder in FOLDERS.items():
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            parts = parts[:-1] if parts[-1] == "__init__" else parts
            yield ".".join((package, *parts)), path


def inner(module: str) -> str:
    return module.removeprefix("seawall").lstrip(".") or "__init__"


def rule_for(name: str) -> tuple[str, set[str]]:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        key = ".".join(parts[:length])
        if key in MAY_IMPORT:
            return key, MAY_IMPORT[key]
    raise AssertionError(f"seawall.{name} has no row in the import table")


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute"
            yield node.module or "", node.lineno
            if node.module == "seawall":
                for alias in node.names:
                    if not alias.name.startswith("__"):
                        yield f"seawall.{alias.name}", node.lineno
        elif (
            isinstance(node, ast.Call)
            and ast.unparse(node.func).endswith("import_module")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value), node.lineno


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: str(v).split("/")[-1])
def test_imports_follow_the_table(module: str, path: Path) -> None:
    name = inner(module)
    key, allowed = rule_for(name)
    wrong = []
    for imported, line in imports(ast.parse(path.read_text("utf-8"))):
        if imported == "seawall" or not imported.startswith("seawall."):
            continue
        target = inner(imported)
        top = target.split(".")[0]
        own = top == name.split(".")[0] and OWN in allowed
        if not (own or top in allowed or target == name):
            wrong.append(f"{path.relative_to(ROOT)}:{line}: {key} may not import {imported}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: str(v).split("/")[-1])
def test_only_doors_import_inside_functions(module: str, path: Path) -> None:
    name = inner(module)
    if name in LAZY or name.split(".")[0] in LAZY:
        return
    tree = ast.parse(path.read_text("utf-8"))
    lazy = [
        f"{path.relative_to(ROOT)}:{node.lineno}: an import inside a function"
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not lazy, "\n".join(lazy)


def test_init_files_are_empty_but_for_doors() -> None:
    full = {
        module
        for module, path in modules()
        if path.name == "__init__.py" and path.read_text("utf-8").strip()
    }
    assert full <= DOORS


def test_no_drawer_for_odds_and_ends() -> None:
    refused = {"utils", "util", "helpers", "common", "core", "base", "manager", "misc"}
    assert not [module for module, _ in modules() if refused & set(module.split("."))]


def test_checks_never_negate_a_proof() -> None:
    """`not value.is_(x)` lies when the value is unknown."""
    wrong = []
    for module, path in modules():
        if not module.startswith("seawall.checks."):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.UnaryOp)
                and isinstance(node.op, ast.Not)
                and isinstance(node.operand, ast.Call)
                and isinstance(node.operand.func, ast.Attribute)
                and node.operand.func.attr in {"is_", "is_in", "is_not", "is_not_in", "holds"}
            ):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not wrong, wrong


def test_every_package_is_listed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    present = {module for module, path in modules() if path.name == "__init__.py"}
    assert listed == present


def test_version_is_written_once() -> None:
    import seawall

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert settings["project"]["version"] == seawall.__version__
