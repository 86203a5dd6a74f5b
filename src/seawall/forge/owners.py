"""Who owns a path, as CODEOWNERS of GitHub and GitLab say it."""

import re
from collections.abc import Callable, Iterable

from seawall.finding import Finding

# https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")


class Owners:
    """Patterns and owners in the file's order; the last that matches decides."""

    __slots__ = ("_lines",)

    def __init__(self, lines: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]) -> None:
        self._lines = lines

    def of(self, path: str) -> tuple[str, ...]:
        for pattern, owners in reversed(self._lines):
            if pattern.match(path):
                return owners
        return ()


def parse(text: str) -> Owners:
    """Lines that are no pattern are passed over, as both hosts do."""
    lines = []
    inherited: tuple[str, ...] = ()
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith(("[", "^[")):
            # a section of GitLab: its owners are those of entries without any
            inherited = tuple(line.rpartition("]")[2].split())
            continue
        words = _words(line)
        if words and not words[0].startswith("!"):
            owners = tuple(_until_comment(words[1:])) or inherited
            lines.append((_pattern(words[0]), owners))
    return Owners(tuple(lines))


def load(read: Callable[[str], bytes | None]) -> Owners:
    """The first CODEOWNERS file that `read` finds."""
    for path in PLACES:
        data = read(path)
        if data is not None:
            return parse(data.decode("utf-8", "replace"))
    return Owners(())


def fill(findings: Iterable[Finding], owners: Owners) -> None:
    """Name the owner of each finding's path; where the file names none, a tag's stays."""
    for finding in findings:
        named = " ".join(owners.of(finding.place.path))
        if named:
            finding.subject.owner = named


def _words(line: str) -> list[str]:
    """A backslash keeps a blank in a pattern."""
    return [word.replace("\0", " ") for word in line.replace("\\ ", "\0").split()]


def _until_comment(words: list[str]) -> list[str]:
    for at, word in enumerate(words):
        if word.startswith("#"):
            return words[:at]
    return words


def _pattern(word: str) -> re.Pattern[str]:
    """Like gitignore, but `docs/*` holds the files right in it and not those below."""
    anchored = "/" in word.rstrip("/")
    body = word.strip("/")
    parts = []
    at = 0
    while at < len(body):
        if body.startswith("**/", at):
            parts.append("(?:[^/]+/)*")
            at += 3
        elif body.startswith("**", at):
            parts.append(".*")
            at += 2
        else:
            parts.append({"*": "[^/]*", "?": "[^/]"}.get(body[at], re.escape(body[at])))
            at += 1
    start = "" if anchored else "(?:.*/)?"
    if word.endswith("/"):
        end = "/.*"
    elif body.endswith("/*"):
        end = ""
    else:
        end = "(?:/.*)?"
    return re.compile(f"{start}{''.join(parts)}{end}\\Z", re.DOTALL)
