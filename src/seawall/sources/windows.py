"""A started git process where there is no posix_spawn: the same interface on subprocess."""

import os
import subprocess
import tempfile

from seawall.errors import GitError
from seawall.words import say


class Child:
    """One running git: see `child.Child`, which this stands in for."""

    def __init__(
        self,
        argv: list[str],
        env: dict[str, str],
        *,
        given: bytes | None = None,
        ask: bool = False,
    ) -> None:
        self.name = argv[-1]
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        feed = tempfile.TemporaryFile()  # noqa: SIM115
        feed.write(given or b"")
        feed.seek(0)
        try:
            self._process = subprocess.Popen(
                argv,
                env=env,
                stdin=subprocess.PIPE if ask else feed,
                stdout=subprocess.PIPE,
                stderr=self._errors,
            )
        except FileNotFoundError as error:
            raise GitError(say("git is not on PATH", "PATH に git がありません")) from error
        finally:
            feed.close()
        assert self._process.stdout is not None
        self.out = self._process.stdout.fileno()

    def read(self, size: int = 1 << 18) -> bytes:
        return os.read(self.out, size)

    def write(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def wait(self) -> int:
        if self._process.poll() is None:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
        return self._process.wait()

    def stop(self) -> None:
        self._process.kill()
        self.wait()
        self.forget()

    def errors(self) -> str:
        if self._errors.closed:
            return ""
        self._errors.seek(0)
        said = self._errors.read(8192).decode("utf-8", "replace").strip()
        self.forget()
        return said

    def forget(self) -> None:
        self._errors.close()
