"""Files as they lie on disk: a repository's work tree, single paths, or a plain folder.

A symlink is the text of its target and is never followed; a FIFO or device is never opened to read.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator

from seawall.errors import UsageError
from seawall.sources.changes import Change, ChangeSet, Skipped, Tree
from seawall.sources.git import Git, refused, repository
from seawall.sources.names import raw, text
from seawall.sources.trees import head_tree
from seawall.span import Source
from seawall.words import say

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CLOSED = re.compile(r"^warning: could not open directory '(.+)': ", re.MULTILINE)


class WorkTree(Tree):
    """The listed files below `root`, read when asked for."""

    __slots__ = ("root", "_listed", "_paths", "_known", "_sources")

    def __init__(self, root: str, listed: Iterable[str]) -> None:
        self.root = root
        self._listed = listed
        self._paths: list[str] | None = None
        self._known: frozenset[str] | None = None
        self._sources: dict[str, Source | None] = {}

    def paths(self) -> Iterable[str]:
        if self._paths is None:
            self._paths = list(self._listed)
        return self._paths

    def source(self, path: str) -> Source | None:
        if self._known is None:
            self._known = frozenset(self.paths())
        if path not in self._known:
            return None
        if path not in self._sources:
            full = os.path.join(raw(self.root), raw(path))
            is_file = _is_file(full)
            self._sources[path] = (
                Source(path, load=lambda: read(full), origin="worktree") if is_file else None
            )
        return self._sources[path]


def tree(root: str = "") -> ChangeSet:
    """A repository's work tree: tracked, and untracked that git does not ignore."""
    top = repository(root)
    if top is None:
        return folder(root or ".")
    return _set(top, _listed(Git(top)), repository_at=top)


def paths(names: list[str], *, root: str = "") -> ChangeSet:
    """Single files (ignored ones too) and folders (what git does not ignore)."""
    for name in names:
        if not os.path.lexists(name):
            raise UsageError(say(f"{name}: no such file", f"{name}: ファイルがありません"))
    top = root or repository(names[0] if len(names) == 1 else "")
    if len(names) == 1 and top is None and os.path.isdir(names[0]):
        return folder(names[0])
    base = os.path.realpath(top or ".")
    inside, listed = os.path.join(base, ""), dict[str, bool]()
    for name in names:
        full = os.path.join(os.path.realpath(os.path.dirname(name) or "."), os.path.basename(name))
        full = os.path.realpath(name) if os.path.isdir(name) else full
        if not (full + os.sep).startswith(inside):
            below = list(_walked(full)) if os.path.isdir(full) else [""]
            listed.update((os.path.join(full, each) if each else full, True) for each in below)
        elif os.path.isdir(full) and top is not None:
            listed.update(_listed(Git(base), os.path.relpath(full, base)))
        elif os.path.isdir(full):
            prefix = os.path.relpath(full, base)
            listed.update((_below(prefix, each), True) for each in _walked(full))
        else:
            listed[os.path.relpath(full, base)] = True
    tracked = ((path.replace(os.sep, "/"), wanted) for path, wanted in listed.items())
    return _set(base, list(tracked), repository_at=top or "")


def folder(path: str) -> ChangeSet:
    """Every file below a folder that is in no repository."""
    if not os.path.isdir(path):
        raise UsageError(say(f"{path}: no such folder", f"{path}: フォルダーがありません"))
    return _set(os.path.realpath(path), [(each, True) for each in _walked(path)], repository_at="")


def read(full: bytes) -> bytes:
    """A regular file's bytes; OSError for anything else."""
    handle = os.open(full, _FLAGS)
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise OSError(f"{text(full)}: not a regular file")
        data = os.read(handle, facts.st_size + 1)
        if len(data) < facts.st_size or len(data) > facts.st_size:
            pieces = [data]
            while piece := os.read(handle, 1 << 20):
                pieces.append(piece)
            data = b"".join(pieces)
        return data
    finally:
        os.close(handle)


def _set(root: str, listed: list[tuple[str, bool]], *, repository_at: str) -> ChangeSet:
    skipped: list[Skipped] = []
    ordered = sorted(dict(listed).items())
    git = Git(repository_at)
    found = ChangeSet(
        root,
        (),
        gate="scan",
        after=WorkTree(root, (path for path, _ in ordered)),
        skipped=skipped,
        head=head_tree(git) if repository_at else None,
        close=git.close,
    )
    found.changes = _changes(found, ordered)
    return found


def _changes(whole: ChangeSet, listed: list[tuple[str, bool]]) -> Iterator[Change]:
    safe: dict[str, bool] = {"": True}
    base, skipped, memory = raw(whole.root), whole.skipped, whole.memory
    above = base + os.fsencode(os.sep)
    for path, must in listed:
        folder = path.rpartition("/")[0]
        if not (safe.get(folder) or _reached(base, folder, safe)):
            why = say("lies behind a symlink: not followed", "シンボリックリンクの先は読みません")
            skipped.append(Skipped(path, "symlink", why))
            continue
        full = above + raw(path) if path[:1] != "/" else raw(path)
        try:
            if memory is not None and memory.holds(path, os.lstat(full)):
                continue
            data, kind = read(full), "file"
        except OSError as error:
            found = _other(path, full, error, must=must)
            if isinstance(found, Skipped):
                skipped.append(found)
                continue
            if found is None:
                continue
            data, kind = found, "symlink"
        yield Change(path, None, Source(path, data, origin="worktree"), kind=kind)


def _other(path: str, full: bytes, error: OSError, *, must: bool) -> bytes | Skipped | None:
    """A symlink's target, why it is not read, or None for a file that is simply gone."""
    try:
        mode = os.lstat(full).st_mode
        if stat.S_ISLNK(mode):
            return os.readlink(full)
    except (FileNotFoundError, NotADirectoryError):
        if not must:
            return None  # tracked and deleted, or left out by a sparse checkout
        return Skipped(
            path,
            "vanished",
            say("vanished while it was read", "読む途中で消えました"),
            blocking=True,
        )
    except OSError:
        return _unreadable(path, error)
    if stat.S_ISDIR(mode) and not isinstance(error, PermissionError):
        return Skipped(path, "submodule", say("a repository of its own", "別のリポジトリです"))
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        why = say("not a regular file: not opened", "通常のファイルではないため開きません")
        return Skipped(path, "special-file", why)
    return _unreadable(path, error)


def _unreadable(path: str, error: OSError) -> Skipped:
    reason = error.strerror or str(error)
    why = say(f"cannot be read: {reason}", f"読めません: {reason}")
    return Skipped(path, "unreadable", why, blocking=True)


def _reached(base: bytes, directory: str, safe: dict[str, bool]) -> bool:
    """Whether no part of a path below the root is a symlink."""
    if directory not in safe:
        above = os.path.dirname(directory)
        link = os.path.islink(os.path.join(base, raw(directory)))
        safe[directory] = not link and (above == directory or _reached(base, above, safe))
    return safe[directory]


def _is_file(full: bytes) -> bool:
    try:
        return stat.S_ISREG(os.lstat(full).st_mode)
    except OSError:
        return False


def _listed(git: Git, below: str = "") -> list[tuple[str, bool]]:
    """Paths git knows or would offer to add; True for those that must be there."""
    where = () if below in ("", ".") else ("--", below)
    options = ("ls-files", "-z", "-t", "-c", "-o", "--exclude-standard")
    code, output, said = git.ask("--literal-pathspecs", *options, *where)
    if code:
        raise refused(options[0], code, said)
    listed = [
        (text(record[2:]).removesuffix("/"), record.startswith(b"?"))
        for record in output.split(b"\0")
        if record
    ]
    # what git only warns of is read again, and named then
    listed += ((each[1].rstrip("/"), True) for each in _CLOSED.finditer(said))
    return listed


def _walked(top: str) -> Iterator[str]:
    """Files below a folder, in order, `.git` left out."""
    todo = [(raw(os.path.realpath(top)), "")]
    while todo:
        where, prefix = todo.pop()
        try:
            with os.scandir(where) as found:
                inside = sorted(found, key=lambda each: each.name)
        except OSError:
            yield prefix  # read again, and named then
            continue
        for each in inside:
            name = _below(prefix, text(each.name))
            if each.is_dir(follow_symlinks=False):
                if each.name != b".git":
                    todo.append((each.path, name))
            else:
                yield name


def _below(prefix: str, name: str) -> str:
    return name if prefix in ("", ".") else f"{prefix}/{name}"
