"""Puts git's own hooks in place, chains what is there, and takes them out again."""

import os

from seawall.errors import UsageError
from seawall.hooks import configured, hosts
from seawall.hooks.places import LOCAL, PASSED_ON, SERVER, Place, own_folder
from seawall.hooks.shim import PREVIOUS, is_ours, shim
from seawall.words import Text, say


class Told:
    """What was done, in words for people, and the exit code."""

    __slots__ = ("lines", "code")

    def __init__(self) -> None:
        self.lines: list[Text] = []
        self.code = 0


def install(place: Place, events: tuple[str, ...] = (), *, force: bool = False) -> Told:
    """Hooks for `events` (or all that suit the place). Done twice, it is done once.

    A hook file that pre-commit, husky or lefthook made is left alone, and the lines to add to
    their settings are told; `force` chains it like any other.
    """
    told = Told()
    wanted = events or place.events()
    for event in wanted:
        if event not in (*LOCAL, *SERVER):
            raise UsageError(say(f"no gate for {event}", f"{event} のゲートはありません"))
    host = None if force else _owner(place, wanted)
    if host is not None:
        told.lines.append(host.advice())
        if not host.knows_us(place.top):
            told.code = 1
            told.lines.append(
                say(
                    "Nothing was installed; --force chains git's own hooks instead.",
                    "何も設置していません。--force で git フックに連結できます。",
                )
            )
        return told
    _install_all(place, wanted, told)
    other = hosts.configured(place.top) if place.top else None
    if other is not None and not other.knows_us(place.top):
        told.lines.append(other.advice())
    return told


def _install_all(place: Place, wanted: tuple[str, ...], told: Told) -> None:
    in_settings = configured.able(place.git) and (place.top or place.everywhere)
    for event in wanted:
        if in_settings and configured.put(
            place.git, event, scope=_scope(place), folder=_folder(place)
        ):
            told.lines.append(say(f"{event}: in git's settings", f"{event}: git の設定に登録"))
            continue
        _put(place, event, told)
    if place.everywhere and not in_settings:
        for event in PASSED_ON:
            if event not in wanted:
                _write(place.hook(event), shim(event, everywhere=True, gated=False))
        place.git.run("config", "--global", "core.hooksPath", place.folder)
        told.lines.append(
            say(
                f"core.hooksPath is {place.folder} now; each repository's own hooks still run",
                f"core.hooksPath を {place.folder} に設定しました。各リポジトリのフックも動きます",
            )
        )


def uninstall(place: Place, events: tuple[str, ...] = ()) -> Told:
    """Take our hooks out and put back what was there before."""
    told = Told()
    wanted = events or (*LOCAL, *SERVER)
    if place.everywhere:
        wanted = (*wanted, *PASSED_ON)
    for event in wanted:
        path = place.hook(event)
        if configured.drop(place.git, event, scope=_scope(place), folder=_folder(place)):
            told.lines.append(say(f"{event}: taken out", f"{event}: 取り除きました"))
        for each in (path, f"{path}.legacy"):
            if is_ours(each):
                os.unlink(each)
                if os.path.lexists(each + PREVIOUS):
                    os.replace(each + PREVIOUS, each)
                told.lines.append(say(f"{event}: taken out", f"{event}: 取り除きました"))
    if place.everywhere and place.folder == own_folder() and not _left(place.folder):
        place.git.ask("config", "--global", "--unset", "core.hooksPath")
    if not told.lines:
        told.lines.append(say("no hook of ours is here", "設置されたフックはありません"))
    return told


def _owner(place: Place, wanted: tuple[str, ...]) -> hosts.Host | None:
    for event in wanted:
        host = hosts.host_of(place.hook(event))
        if host is not None and not is_ours(place.hook(event)):
            return host
    return None


def _put(place: Place, event: str, told: Told) -> None:
    path = place.hook(event)
    text = shim(event, everywhere=place.everywhere)
    if is_ours(path):
        done = say(f"{event}: in place", f"{event}: 設置済み")
    elif os.path.lexists(path):
        if os.path.lexists(path + PREVIOUS):
            why = f"{path}{PREVIOUS} is in the way: move it first"
            raise UsageError(say(why, f"{path}{PREVIOUS} があるため設置できません"))
        os.replace(path, path + PREVIOUS)
        done = say(
            f"{event}: installed; the hook that was there runs first",
            f"{event}: 設置しました。既存のフックが先に動きます",
        )
    else:
        done = say(f"{event}: installed", f"{event}: 設置しました")
    _write(path, text)
    told.lines.append(done)


def _write(path: str, text: str) -> None:
    """The whole file or none of it, executable from the first moment."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    beside = f"{path}.seawall-tmp{os.getpid()}"
    with open(beside, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.chmod(beside, 0o755)
    os.replace(beside, path)


def _left(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _scope(place: Place) -> str:
    return "--local" if place.top else "--global"


def _folder(place: Place) -> str:
    return configured.folder_of(place.git) if place.top else place.folder
