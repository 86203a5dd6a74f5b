"""What is scanned: made here, or fetched by package name with pip, outside of any repository."""

import os
import random
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

CACHE = Path(os.environ.get("SEAWALL_BENCH") or Path(tempfile.gettempdir()) / "seawall-bench")
SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
# pure Python packages whose successive releases make a history, and a tree
_RELEASES = ("4.0", "4.0.5", "4.1", "4.1.4", "4.2", "4.2.6", "5.0", "5.0.4", "5.1", "5.1.3")
_TREE = ("sympy==1.13.1", "ansible-core==2.17.1", "babel==2.15.0", "mypy==1.10.0", "faker==25.8.0")


def made(name: str, make: "object") -> Path:
    """The folder `name` of the cache, made once, whole or not at all."""
    folder = CACHE / "inputs" / name
    if not folder.exists():
        draft = folder.with_name(f"{name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        make(draft)  # type: ignore[operator]
        draft.rename(folder)
    return folder


def git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "gc.auto=0")
    return subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, input=given, capture_output=True
    ).stdout


def library() -> list[Path]:
    """Source files of the interpreter's own library: ordinary code that is always at hand."""
    root = Path(sysconfig.get_paths()["stdlib"])
    found = sorted(root.rglob("*.py"))
    return [each for each in found if "site-packages" not in each.parts]


def fetched(requirement: str) -> Path | None:
    """A wheel unpacked; None where the package index is out of reach."""
    folder = CACHE / "packages" / requirement
    if not folder.exists():
        wheels = folder.with_name(f"{requirement}.whl")
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(wheels)]
        done = subprocess.run([*command, "--only-binary=:all:", requirement], capture_output=True)
        if done.returncode:
            return None
        with zipfile.ZipFile(next(wheels.iterdir())) as archive:
            archive.extractall(folder)
        shutil.rmtree(wheels)
    return folder


def tree(megabytes: int) -> Path:
    """A folder of sources without a repository: the library and five packages, over and again."""

    def make(folder: Path) -> None:
        left, turn = megabytes * 1_000_000, 0
        roots = [Path(sysconfig.get_paths()["stdlib"])]
        roots += [found for each in _TREE if (found := fetched(each)) is not None]
        while left > 0:
            for root in roots:
                for path in _texts(root):
                    if left <= 0:
                        return
                    target = folder / str(turn) / root.name / path.relative_to(root)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
                    left -= target.stat().st_size
            turn += 1

    return made(f"tree-{megabytes}", make)


def _texts(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        skip = {"site-packages", "__pycache__"} & set(path.parts[len(root.parts) :])
        if path.is_file() and not skip and path.suffix not in (".so", ".pyc", ".a", ".exe"):
            yield path


def staged(files: int, seed: int = 1) -> Path:
    """A repository with `files` Python files changed in the index."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        chosen = [each for each in library() if 5_000 < each.stat().st_size < 9_000]
        chosen = random.Random(seed).sample(chosen, min(2 * files, len(chosen)))
        for number in range(files):
            (folder / f"module_{number}.py").write_bytes(chosen[number].read_bytes())
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")
        for number in range(files):
            more = chosen[-1 - number].read_bytes()[:1500]
            with (folder / f"module_{number}.py").open("ab") as file:
                file.write(b"\n" + more)
        git(folder, "add", ".")

    return made(f"staged-{files}", make)


def many_files(files: int) -> Path:
    """A repository of `files` sources of some 5 kB, without findings."""

    def make(folder: Path) -> None:
        # the passwords in its tests and examples are rightly found
        plain = [
            each
            for each in library()
            if "netrc" not in each.name and not any("test" in part for part in each.parts)
        ]
        pieces = b"".join(each.read_bytes() for each in plain)
        for number in range(files):
            path = folder / f"p{number // 100:03}" / f"m{number}.py"
            path.parent.mkdir(exist_ok=True)
            start = number * 5_000 % (len(pieces) - 5_000)
            path.write_bytes(b"# %d\n" % number + pieces[start : start + 5_000])
        git(folder, "init", "-q", ".")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")

    return made(f"files-{files}", make)


def history(releases: int) -> Path:
    """A repository whose commits are successive releases of a large package, packed."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        for release in _RELEASES[:releases]:
            found = fetched(f"django=={release}")
            if found is None:
                break
            for old in folder.iterdir():
                if old.name != ".git":
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            shutil.copytree(found, folder, dirs_exist_ok=True)
            git(folder, "add", "-A", ".")
            git(folder, "commit", "-qm", f"Release {release}")
        if not list((folder / ".git" / "refs" / "heads").iterdir()):
            _library_history(folder, releases)
        git(folder, "gc", "-q", "--aggressive")

    return made(f"history-{releases}", make)


def _library_history(folder: Path, releases: int) -> None:
    """Without a package index: the library, a tenth of each file changed in each commit."""
    chooser = random.Random(3)
    files = library()
    for number in range(releases):
        for each in files:
            lines = each.read_bytes().splitlines(keepends=True)
            for at in chooser.sample(range(len(lines)), len(lines) // 10):
                lines[at] = b"# %d %d\n" % (number, at)
            (folder / f"{each.parent.name}-{each.name}").write_bytes(b"".join(lines))
        git(folder, "add", "-A", ".")
        git(folder, "commit", "-qm", f"Release {number}")


def pushed(blobs: int) -> Path:
    """A repository with `blobs` new texts that its remote does not have."""

    def make(folder: Path) -> None:
        git(folder, "init", "-q", ".")
        files = [each for each in library() if each.stat().st_size > 2_000]
        for number, each in enumerate(files[:2_000]):
            (folder / f"m{number}.py").write_bytes(each.read_bytes())
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "start")
        git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
        for start in range(0, blobs, 50):
            for number in range(start, min(start + 50, blobs)):
                path = folder / f"m{number % len(files)}.py"
                with path.open("ab") as file:
                    file.write(b"\nCHANGED = %d\n" % number)
            git(folder, "add", ".")
            git(folder, "commit", "-qm", f"Change {start}")
        git(folder, "gc", "-q")

    return made(f"pushed-{blobs}", make)


def line_of(kind: str, megabytes: int) -> Path:
    """Files of a megabyte each, a single line in each, or ordinary text."""

    def make(folder: Path) -> None:
        for number in range(megabytes):
            (folder / f"{kind}{number}.txt").write_bytes(_line(kind, number))

    return made(f"line-{kind}-{megabytes}", make)


def _line(kind: str, number: int) -> bytes:
    size, chooser = 1_000_000, random.Random(number)
    if kind == "token":
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        return "".join(chooser.choices(letters, k=size)).encode()
    if kind == "secret":
        return (b"secret " * (size // 7 + 1))[:size]
    if kind == "equals":
        return b"=" * size
    if kind == "empty":
        return b""
    pieces = b"".join(each.read_bytes() for each in library())
    start = number * size % (len(pieces) - size)
    return pieces[start : start + size]


def emptied(folder: Path) -> None:
    """A cache as on the first day."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder, mode=0o700)
