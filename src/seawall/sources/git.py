"""Thin git plumbing that no setting of the user, the repository or a hook can bend."""

import os
import sys

from seawall.errors import GitError
from seawall.words import say

if sys.platform == "win32":
    from seawall.sources.windows import Child
else:
    from seawall.sources.child import Child

# an empty core.fsmonitor is "none" to every git; before 2.36 any word would be a command to run
_ALWAYS = ("-c", "core.fsmonitor=", "-c", "core.quotePath=false")
_ENVIRONMENT = {
    "LC_ALL": "C",  # errors are read by people who may ask us about them
    "GIT_OPTIONAL_LOCKS": "0",  # look, never touch
    "GIT_NO_REPLACE_OBJECTS": "1",  # a push sends the objects themselves, not their stand-ins
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",  # git 2.44 and later
    "GIT_ALLOW_PROTOCOL": "none",  # before that, a fetch of a missing object fails at once
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
}
_FORGOTTEN = (
    "GIT_EXTERNAL_DIFF",
    "GIT_DIFF_OPTS",
    "GIT_ICASE_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_CONFIG",
)
# relative to where we are, not to where git is sent
_PLACES = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
)


class Git:
    """git in one repository. `root` is where it runs; "" is the current directory as it is,
    with the GIT_DIR, GIT_INDEX_FILE and quarantine that git gave a hook."""

    __slots__ = ("root", "_env", "_objects")

    def __init__(self, root: str = "") -> None:
        self.root = root
        self._env: dict[str, str] | None = None
        self._objects: Objects | None = None

    def start(self, *args: str, given: bytes | None = None, ask: bool = False) -> Child:
        """Start git and go on; read from it later."""
        if self._env is None:
            env = dict(os.environ)
            for name in _FORGOTTEN:
                env.pop(name, None)
            env.update(_ENVIRONMENT)
            for name in _PLACES if self.root else ():
                if name in env:
                    env[name] = os.path.abspath(env[name])
            self._env = env
        where = ("-C", self.root) if self.root else ()
        child = Child(["git", *where, *_ALWAYS, *args], self._env, given=given, ask=ask)
        child.name = args[0]
        return child

    def ask(self, *args: str, given: bytes | None = None) -> tuple[int, bytes, str]:
        """Exit code, output and what was said on standard error."""
        child = self.start(*args, given=given)
        pieces = []
        while piece := child.read():
            pieces.append(piece)
        return child.wait(), b"".join(pieces), child.errors()

    def run(self, *args: str, given: bytes | None = None) -> bytes:
        """The output; GitError where git is not content."""
        code, output, said = self.ask(*args, given=given)
        if code:
            raise refused(args[0], code, said)
        return output

    def line(self, *args: str) -> str:
        """The output as one line of text; "" where git has no answer."""
        code, output, _ = self.ask(*args)
        return "" if code else output.decode("utf-8", "surrogateescape").rstrip("\n")

    @property
    def objects(self) -> "Objects":
        """The one long-lived `cat-file` of this repository."""
        if self._objects is None:
            self._objects = Objects(self)
        return self._objects

    def close(self) -> None:
        if self._objects is not None:
            self._objects.close()
            self._objects = None


class Reader:
    """Lines and stretches of known length from a child's pipe."""

    __slots__ = ("child", "_held", "_at")

    def __init__(self, child: Child) -> None:
        self.child = child
        self._held = b""
        self._at = 0

    def until(self, mark: bytes) -> bytes:
        """Up to `mark`, without it; b"" at the end."""
        while (end := self._held.find(mark, self._at)) < 0:
            piece = self.child.read()
            if not piece:
                return b""
            self._held = self._held[self._at :] + piece
            self._at = 0
        found = self._held[self._at : end]
        self._at = end + len(mark)
        return found

    def exactly(self, size: int) -> bytes:
        at, held = self._at, self._held
        if len(held) - at >= size:
            self._at = at + size
            return held[at : at + size]
        pieces, missing = [held[at:]], size - (len(held) - at)
        while missing > 0:
            piece = self.child.read()
            if not piece:
                raise ended(self.child)
            pieces.append(piece[:missing])
            if len(piece) > missing:
                self._held, self._at = piece, missing
                return b"".join(pieces)
            missing -= len(piece)
        self._held, self._at = b"", 0
        return b"".join(pieces)


class Objects:
    """Single objects from one long-lived `git cat-file --batch`, started at the first question."""

    __slots__ = ("_git", "_child", "_reader")

    def __init__(self, git: Git) -> None:
        self._git = git
        self._child: Child | None = None
        self._reader: Reader | None = None

    def read(self, name: str) -> tuple[str, bytes]:
        """Type and content of an object; GitError where it is not at hand."""
        if self._child is None or self._reader is None:
            self._child = self._git.start("cat-file", "--batch", ask=True)
            self._reader = Reader(self._child)
        try:
            self._child.write(name.encode("utf-8", "surrogateescape") + b"\n")
        except BrokenPipeError:
            raise self._lost(name) from None
        head = self._reader.until(b"\n").split(b" ")
        if len(head) != 3:
            if head == [b""]:
                raise self._lost(name)
            raise missing(name)
        content = self._reader.exactly(int(head[2]) + 1)
        return head[1].decode(), content[:-1]

    def blob(self, name: str) -> bytes:
        kind, content = self.read(name)
        if kind != "blob":
            raise GitError(say(f"{name} is a {kind}, no file", f"{name} はファイルではありません"))
        return content

    def close(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None

    def _lost(self, name: str) -> GitError:
        """git ended: a missing object of a partial clone does that before 2.44."""
        child, self._child = self._child, None
        if child is None:
            return missing(name)
        code = child.wait()
        return refused(f"cat-file {name}", code, child.errors())


def missing(name: str) -> GitError:
    return GitError(say(f"object {name} is not in this repository", f"{name} がありません"))


def refused(command: str, code: int, said: str) -> GitError:
    """The words for a git that ended with `code`."""
    reason = said.splitlines()[-1].removeprefix("fatal: ").removeprefix("error: ") if said else ""
    if code < 0:
        reason = f"killed by signal {-code}"
    reason = reason or f"exit code {code}"
    return GitError(say(f"git {command}: {reason}", f"git {command} が失敗しました: {reason}"))


def ended(child: Child) -> GitError:
    """The words for a git that stopped in the middle of an answer."""
    code = child.wait()
    return refused(child.name, code, child.errors() or "ended before it had answered")


def repository(path: str = "") -> str | None:
    """The top of the work tree that holds `path` (or the bare repository it is), else None.

    Asks git only where the environment names a repository.
    """
    if "GIT_DIR" in os.environ or "GIT_WORK_TREE" in os.environ:
        git = Git(path)
        top = git.line("rev-parse", "--show-toplevel")
        return top or git.line("rev-parse", "--absolute-git-dir") or None
    folder = os.path.realpath(path or ".")
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        if is_bare(folder):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def is_bare(folder: str) -> bool:
    """Whether `folder` itself is laid out as a git directory."""
    return (
        os.path.isfile(os.path.join(folder, "HEAD"))
        and os.path.isdir(os.path.join(folder, "objects"))
        and os.path.isdir(os.path.join(folder, "refs"))
    )
