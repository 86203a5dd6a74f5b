"""Whether the gate is really active here: what git would run is run, not guessed."""

import os
import subprocess

from seawall import __version__
from seawall.hooks import configured, hosts
from seawall.hooks.install import Told
from seawall.hooks.places import Place
from seawall.hooks.shim import CHECK, is_ours
from seawall.words import Text, say


def examine(place: Place) -> Told:
    """One line for each event; code 1 where any of them is not gated."""
    told = Told()
    for event in place.events():
        fault = _fault(place, event)
        if fault is None:
            told.lines.append(say(f"{event}: active", f"{event}: 有効"))
        else:
            told.code = 1
            told.lines.append(
                say(f"{event}: NOT active: {fault}", f"{event}: 無効: {fault.ja}"),
            )
    shadow = place.git.line("config", "--show-origin", "--get", "core.hooksPath")
    if shadow:
        told.lines.append(
            say(
                f"core.hooksPath is set ({shadow}): git looks for hooks in {place.folder}",
                f"core.hooksPath が設定されています ({shadow}): フックは {place.folder}",
            )
        )
    told.lines.append(
        say(
            "rebase, cherry-pick, revert and --no-verify run no commit hook: the push gate and CI "
            "cover them",
            "rebase・cherry-pick・revert・--no-verify では commit フックは動きません。"
            "push と CI のゲートで検査します",
        )
    )
    return told


def _fault(place: Place, event: str) -> Text | None:
    """Why an event is not gated; None where it is."""
    path = place.hook(event)
    if configured.able(place.git) and configured.listed(place.git, event):
        return None
    if not os.path.exists(path):
        hidden = _hidden(place, event)
        if hidden:
            return say(
                f"our hook is in {hidden}, where git does not look (core.hooksPath)",
                f"フックは {hidden} にありますが、core.hooksPath のため使われません",
            )
        return say(f"no hook at {path}; run seawall install", f"{path} にフックがありません")
    if not os.access(path, os.X_OK):
        return say(f"{path} is not executable", f"{path} に実行権限がありません")
    if is_ours(path):
        return _trial(place, path)
    legacy = f"{path}.legacy"
    if is_ours(legacy) and os.access(legacy, os.X_OK):
        return _trial(place, legacy)  # pre-commit and prek run it first
    host = hosts.host_of(path)
    if host is not None:
        if host.knows_us(place.top):
            return None
        return say(
            f"{host.name}'s hook does not call seawall; see seawall install",
            f"{host.name} のフックが seawall を呼びません。seawall install を参照",
        )
    with open(path, "rb") as file:
        if b"seawall hook" in file.read(1 << 20):
            return None
    return say(
        f"{path} is another hook; seawall install chains it",
        f"{path} は別のフックです。seawall install で連結できます",
    )


def _hidden(place: Place, event: str) -> str:
    common = place.git.line("rev-parse", "--git-common-dir")
    path = os.path.join(place.top, common, "hooks", event)
    return path if common and is_ours(path) else ""


def _trial(place: Place, path: str) -> Text | None:
    """Run the hook as git would, but for its work."""
    done = subprocess.run(
        ["sh", path, CHECK],
        cwd=place.top,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )
    said = (done.stdout + done.stderr).strip().splitlines()
    if done.returncode:
        why = said[0] if said else f"exit code {done.returncode}"
        return say(f"it does not run: {why}", f"実行できません: {why}")
    if __version__ not in done.stdout:
        why = f"it runs {done.stdout.strip()}, this is {__version__}; run seawall install again"
        return say(why, why)
    return None
