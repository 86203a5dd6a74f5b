"""A started git process on POSIX: no subprocess module, no threads, no deadlock.

What git reads and its errors are files without a name, so that only one pipe can ever fill.
"""

import os

from seawall.errors import GitError
from seawall.words import say

_CHUNK = 1 << 18


class Child:
    """One running git: `out` is the pipe it writes to, `into` the one it reads (if any)."""

    __slots__ = ("name", "pid", "out", "into", "_errors", "_code")

    def __init__(
        self,
        argv: list[str],
        env: dict[str, str],
        *,
        given: bytes | None = None,
        ask: bool = False,
    ) -> None:
        self.name = argv[-1]
        self._code: int | None = None
        self.into = -1
        opened: list[int] = []
        try:
            self.out, write = os.pipe()
            opened += [self.out, write]
            self._errors = _nameless()
            opened.append(self._errors)
            if ask:
                read, self.into = os.pipe()
                opened.append(self.into)
            elif given:
                read = _nameless()
                _write(read, given)
                os.lseek(read, 0, os.SEEK_SET)
            else:
                read = os.open(os.devnull, os.O_RDONLY)
            opened.append(read)
            self.pid = os.posix_spawnp(
                argv[0],
                argv,
                env,
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, read, 0),
                    (os.POSIX_SPAWN_DUP2, write, 1),
                    (os.POSIX_SPAWN_DUP2, self._errors, 2),
                ],
            )
        except OSError as error:
            for each in opened:
                os.close(each)
            raise not_started(error) from error
        os.close(write)
        os.close(read)

    def read(self, size: int = _CHUNK) -> bytes:
        return os.read(self.out, size)

    def write(self, data: bytes) -> None:
        _write(self.into, data)

    def wait(self) -> int:
        """The exit code; minus the signal's number where one ended it."""
        if self._code is None:
            self._close()
            try:
                _, status = os.waitpid(self.pid, 0)
                self._code = os.waitstatus_to_exitcode(status)
            except ChildProcessError:  # somebody ignores SIGCHLD: the code is lost
                self._code = 0
        return self._code

    def stop(self) -> None:
        """End it unheard: what it still had to say is not wanted."""
        if self._code is None:
            try:
                os.kill(self.pid, 15)
            except ProcessLookupError:
                self._code = 0
            self.wait()
            self.forget()

    def errors(self) -> str:
        """What git said on standard error."""
        if self._errors < 0:
            return ""
        os.lseek(self._errors, 0, os.SEEK_SET)
        said = os.read(self._errors, 8192).decode("utf-8", "replace").strip()
        self.forget()
        return said

    def forget(self) -> None:
        if self._errors >= 0:
            os.close(self._errors)
            self._errors = -1

    def _close(self) -> None:
        for each in (self.into, self.out):
            if each >= 0:
                os.close(each)
        self.into = self.out = -1


def not_started(error: OSError) -> GitError:
    if isinstance(error, FileNotFoundError):
        return GitError(say("git is not on PATH", "PATH に git がありません"))
    return GitError(say(f"git cannot be started: {error}", f"git を起動できません: {error}"))


def _nameless() -> int:
    """A file in memory where the system has such, else one in the temporary folder, unlinked."""
    try:
        return os.memfd_create("seawall")
    except (AttributeError, OSError):
        pass
    folder = os.environ.get("TMPDIR", "/tmp")
    name = os.path.join(folder, f"seawall-{os.getpid()}-{os.urandom(8).hex()}")
    handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    os.unlink(name)
    return handle


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
