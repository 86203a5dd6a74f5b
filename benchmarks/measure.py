"""Whole processes, measured: CPU of the process and its children, wall time, peak memory."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Process = Callable[[], "Sample"]


@dataclass(frozen=True)
class Command:
    """One process to run: its words, where, with what on standard input."""

    argv: Sequence[str]
    cwd: Path
    given: bytes = b""
    fails: bool = False  # may end with another code than 0 or 1
    before: Callable[[], None] | None = None  # outside the measurement
    environment: dict[str, str] | None = None


@dataclass(frozen=True)
class Sample:
    cpu: float
    wall: float
    code: int


def once(command: Command) -> Sample:
    """One run. CPU is user and system time of the process and all it waited for."""
    if command.before is not None:
        command.before()
    read, write = os.pipe()
    if len(command.given) > 60_000:
        raise ValueError("more than a pipe holds")
    os.write(write, command.given)
    os.close(write)
    environment = {**os.environ, **(command.environment or {})}
    null = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        os.chdir(command.cwd)
        os.dup2(read, 0)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvpe(command.argv[0], list(command.argv), environment)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    os.close(read)
    os.close(null)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1) and not command.fails:
        sys.exit(f"{' '.join(command.argv)[:200]} ended with {code} in {command.cwd}")
    return Sample(usage.ru_utime + usage.ru_stime, wall, code)


def paired(commands: dict[str, Command], runs: int) -> dict[str, list[Sample]]:
    """Every command once, `runs` times over, so that a busy machine is busy for all of them."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for name, command in commands.items():
        once(command)  # files, caches
        samples[name] = []
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(once(command))
    return samples


def median(samples: list[Sample]) -> tuple[float, float]:
    """CPU and wall seconds."""
    return (
        statistics.median(each.cpu for each in samples),
        statistics.median(each.wall for each in samples),
    )


def peak(command: Command) -> float:
    """MiB that the process itself and Python workers of it held at most; git's are left out."""
    if command.before is not None:
        command.before()
    read, write = os.pipe()
    os.write(write, command.given)
    os.close(write)
    null = os.open(os.devnull, os.O_WRONLY)
    pid = os.fork()
    if pid == 0:
        os.chdir(command.cwd)
        for number, handle in enumerate((read, null, null)):
            os.dup2(handle, number)
        os.execvpe(
            command.argv[0], list(command.argv), {**os.environ, **(command.environment or {})}
        )
    os.close(read)
    os.close(null)
    most = 0
    while os.waitpid(pid, os.WNOHANG)[0] == 0:
        most = max(most, _held(pid))
        time.sleep(0.002)
    return most / 1024


def _held(pid: int) -> int:
    """KiB held at most so far by a process and its own kind below it."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    held = sum(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    name = status.split("\n", 1)[0].split("\t")[1]
    if name.startswith(("git", "cat")):
        return 0
    return held + sum(_held(int(child)) for child in children)
