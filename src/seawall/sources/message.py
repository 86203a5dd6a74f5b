"""Texts that are no files: commit messages, tags, and the headers that carry words of people."""

import codecs
import time

from seawall.sources.changes import Change, Commit
from seawall.sources.git import Git
from seawall.span import Source

_SCISSORS = " ------------------------ >8 ------------------------"
_AUTO = "#;@!$%^&|:"  # what git tries, in its order, for core.commentChar=auto


def edited(git: Git, path: str, *, editor: bool) -> Change:
    """The message file of a commit in the making, as it will be stored.

    Comments and what stands below the scissors become empty lines, so that places stay true.
    Without an editor git keeps both (its `whitespace` clean-up), and so do we.
    """
    with open(path, "rb") as file:
        data = file.read()
    kept = data
    if editor:
        mode = git.line("config", "--get", "commit.cleanup")
        kept = _stripped(data, comment_mark(git, data), keep=mode in ("verbatim", "whitespace"))
    name = path.replace("\\", "/")
    return Change(name, None, Source(name, kept, origin="message"), kind="message")


def comment_mark(git: Git, message: bytes) -> bytes:
    """What begins a comment line: core.commentChar or, from git 2.45, core.commentString."""
    answer = git.line("config", "--get-regexp", r"^core\.comment(char|string)$")
    mark = answer.splitlines()[-1].partition(" ")[2] if answer else "#"
    if mark == "auto":
        last = message.rstrip().rpartition(b"\n")[2][:1].decode("latin-1")
        mark = last if last and last in _AUTO else "#"
    return (mark or "#").encode()


def _stripped(message: bytes, mark: bytes, *, keep: bool) -> bytes:
    lines, cut = [], False
    for line in message.split(b"\n"):
        cut = cut or line.rstrip(b"\r") == mark + _SCISSORS.encode()
        comment = line.startswith(mark) and not keep
        lines.append(b"" if cut or comment else line)
    return b"\n".join(lines)


def commit_texts(id: str, data: bytes) -> tuple[Commit, list[Change]]:
    """Who, when, and the texts a commit object carries: its message, and merged tags."""
    head, _, message = data.partition(b"\n\n")
    author, date, encoding, merged = "", "", "", list[bytes]()
    field = b""
    for line in head.split(b"\n"):
        if line.startswith(b" "):
            if field == b"mergetag":
                merged[-1] += line[1:] + b"\n"
            continue
        field, _, value = line.partition(b" ")
        if field == b"author":
            author, date = person(value)
        elif field == b"encoding":
            encoding = value.decode("latin-1")
        elif field == b"mergetag":
            merged.append(value + b"\n")
    message = as_utf8(message, encoding)
    subject = message.lstrip().partition(b"\n")[0].decode("utf-8", "replace")
    commit = Commit(id, author, date, subject[:200])
    place = f".git/commit/{id[:12]}"
    texts = [
        Change(place, None, Source(place, message, origin="message"), commit=commit, kind="message")
    ]
    texts += [tag_text(each, commit) for each in merged]
    return commit, texts


def tag_text(data: bytes, commit: Commit | None = None) -> Change:
    """The words of an annotated tag, its signature left out."""
    head, _, message = data.partition(b"\n\n")
    name, by, at = "", "", ""
    for line in head.split(b"\n"):
        field, _, value = line.partition(b" ")
        if field == b"tag":
            name = value.decode("utf-8", "surrogateescape")
        elif field == b"tagger":
            by, at = person(value)
    message = message.partition(b"-----BEGIN PGP SIGNATURE-----")[0]
    message = message.partition(b"-----BEGIN SSH SIGNATURE-----")[0]
    commit = commit or Commit("", by, at, "")
    place = f".git/tag/{name}"
    return Change(place, None, Source(place, message, origin="message"), commit=commit, kind="tag")


def person(value: bytes) -> tuple[str, str]:
    """`Name <mail>` and the moment in UTC of an author or tagger line."""
    words = value.rsplit(b" ", 2)
    name = words[0].decode("utf-8", "replace")
    try:
        moment = time.gmtime(int(words[1]))
        return name, time.strftime("%Y-%m-%dT%H:%M:%SZ", moment)
    except (IndexError, ValueError, OverflowError, OSError):
        return name, ""


def as_utf8(message: bytes, encoding: str) -> bytes:
    """A message whose commit names its encoding, in ours; as it is where the name is unknown."""
    if not encoding:
        return message
    try:
        codecs.lookup(encoding)
        return message.decode(encoding, "replace").encode("utf-8")
    except (LookupError, ValueError):
        return message
