"""Which folders call which, which of them are roots, and which roots a change reaches."""

import re
from posixpath import basename, dirname, normpath
from typing import TYPE_CHECKING

from seawall.readers.terraform.folder import (
    Folder,
    is_configuration,
    is_values,
    read_folder,
)
from seawall.readers.terraform.run import Folders
from seawall.readers.terraform.syntax import Literal

if TYPE_CHECKING:
    from seawall.readers.node import Files, Options

_LOCAL_SOURCE = re.compile(rb'"?source"?\s*[=:]\s*"\.{1,2}[/"]')
_FILE_CALL = re.compile(r'\b(?:file\w*|templatefile)\s*\(\s*(?:"((?:[^"\\\n]|\\.)*)"\s*[,)])?')
_INSTALLED = ".terraform/modules/"


class Graph(Folders):
    """The module folders of a tree; a folder is read and parsed at most once."""

    def __init__(self, files: "Files", options: "Options") -> None:
        self.files = files
        self.names: dict[str, set[str]] = {}
        self.values: dict[str, set[str]] = {}
        self.plans: list[str] = []
        self.terragrunt: list[str] = []
        self._folders: dict[str, Folder] = {}
        self._calls: dict[str, tuple[str, ...]] = {}
        for path in files.paths():
            if not path.endswith((".tf", ".tofu", ".json", ".tfvars")):
                if path.endswith("terragrunt.hcl") and ".terragrunt-cache/" not in path:
                    self.terragrunt.append(path)
                continue
            if ".terraform/" in path and not (options.installed_modules and _INSTALLED in path):
                continue
            folder, _, name = path.rpartition("/")
            if is_configuration(name):
                self.names.setdefault(folder, set()).add(name)
            elif is_values(name):
                self.values.setdefault(folder, set()).add(name)
            elif name.endswith(".json"):
                self.plans.append(path)

    def __call__(self, path: str) -> Folder | None:
        found = self._folders.get(path)
        if found is None and path in self.names:
            found = self._folders[path] = read_folder(path, self.names[path], self.files)
        return found

    def calls(self, path: str) -> tuple[str, ...]:
        """The folders whose code a folder calls as local modules."""
        found = self._calls.get(path)
        if found is None:
            found = self._calls[path] = self._find_calls(path)
        return found

    def _find_calls(self, path: str) -> tuple[str, ...]:
        if not any(self._may_call(path, name) for name in self.names.get(path, ())):
            return ()
        folder = self(path)
        found = []
        for block in folder.modules.values() if folder else ():
            source = block.body.attrs.get("source")
            if source is None:
                continue
            text = source.span.text.strip('"')
            if isinstance(source._tree, Literal):
                text = str(source._tree.value)
            if text in (".", "..") or text.startswith(("./", "../")):
                called = normpath(f"{path}/{text}" if path else text)
                if not called.startswith(".."):
                    found.append("" if called == "." else called)
        return tuple(found)

    def _may_call(self, path: str, name: str) -> bool:
        if path in self._folders:
            return True
        source = self.files.source(f"{path}/{name}" if path else name)
        if source is None:
            return False
        data = source.data
        return b"module" in data and _LOCAL_SOURCE.search(data) is not None

    def roots(self) -> list[str]:
        """Folders that nobody calls, and of those that call each other the first."""
        called = {each for path in self.names for each in self.calls(path) if each != path}
        own = {path for path in self.names if not _is_installed(path)}
        found = [path for path in sorted(own) if path not in called]
        seen: set[str] = set()
        for path in found:
            self._walk(path, seen)
        for path in sorted(own - seen):
            if path not in seen:
                found.append(path)
                self._walk(path, seen)
        return sorted(found)

    def reach(self, path: str) -> set[str]:
        """Every folder whose code a root runs, itself included, whether it is there or not."""
        seen: set[str] = set()
        self._walk(path, seen)
        return seen

    def _walk(self, path: str, seen: set[str]) -> None:
        waiting = [path]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting.extend(self.calls(at))

    def affected(self, touched: frozenset[str], options: "Options") -> list[str]:
        """The roots that read, or would have read, one of these paths."""
        if set(options.var_files) & touched:
            return self.roots()
        folders, others = set[str](), set[str]()
        for path in touched:
            name = basename(path)
            (folders if is_configuration(name) or is_values(name) else others).add(path)
        changed = {dirname(path) for path in folders}
        if others:
            changed |= {path for path in self.names if self._reads(path, others)}
        if not changed:
            return []
        return [root for root in self.roots() if not changed.isdisjoint(self.reach(root))]

    def _reads(self, path: str, others: set[str]) -> bool:
        """Whether code in a folder may read one of these files by a function."""
        for name in self.names[path]:
            source = self.files.source(f"{path}/{name}" if path else name)
            if source is None or b"file" not in source.data:
                continue
            for found in _FILE_CALL.finditer(source.text):
                if any(_may_be(found[1], path, other) for other in others):
                    return True
        return False


def _is_installed(path: str) -> bool:
    """Whether a folder was put there by `terraform init`; it is judged through its callers."""
    return path.startswith(".terraform/") or "/.terraform/" in path


def _may_be(written: str | None, folder: str, path: str) -> bool:
    """Whether a call whose argument is `written` (None: no plain string) may mean `path`."""
    if written is None:
        # a path worked out elsewhere: anything that stands with the code
        return path.startswith(f"{folder}/") if folder else "/" not in path
    end = written.rpartition("}")[2]
    end = end.rpartition("../")[2] if "../" in end else end
    return path.endswith(end.removeprefix(".").removeprefix("/"))
