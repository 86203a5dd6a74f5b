"""The message of a commit in the making."""

import os

from seawall import gate
from seawall.errors import UsageError
from seawall.hooks.override import asked, reason, with_trailer
from seawall.sources.changes import ChangeSet
from seawall.sources.git import Git
from seawall.sources.message import comment_mark, edited
from seawall.words import say


def main(argv: list[str]) -> int:
    """`argv` is the message file; an override in force is written into it first."""
    return gate.run(lambda: _changes(argv), asked=asked())


def _changes(argv: list[str]) -> ChangeSet:
    if len(argv) != 1:
        raise UsageError(say("commit-msg takes one file", "commit-msg の引数はファイル 1 つです"))
    git, path = Git(), argv[0]
    # git says so to its hooks where nobody edits the message; comments are stored then
    editor = os.environ.get("GIT_EDITOR") != ":"
    try:
        if reason():
            _sign(git, path, editor=editor)
        change = edited(git, path, editor=editor)
    except OSError as error:
        why = error.strerror or "?"
        raise UsageError(say(f"{path}: {why}", f"{path}: 読み書きできません ({why})")) from None
    return ChangeSet(os.getcwd(), (change,), gate="message", touched=frozenset())


def _sign(git: Git, path: str, *, editor: bool) -> None:
    with open(path, "rb") as file:
        message = file.read()
    signed = with_trailer(message, reason(), comment_mark(git, message), editor=editor)
    if signed != message:
        with open(path, "wb") as file:
            file.write(signed)
