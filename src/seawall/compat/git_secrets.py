"""git-secrets' own command line, drop-in: its options, output and exit codes."""

import os
import sys

from seawall.compat import old_hooks, search
from seawall.compat.git_settings import (
    AWS_ALLOWED,
    AWS_PATTERNS,
    AWS_PROVIDER,
    add,
    allowed,
    aws_provider,
    git,
    prohibited,
)
from seawall.errors import GitError, SeawallError

USAGE = """\
usage: git secrets --scan [-r|--recursive] [--cached] [--no-index] [--untracked] [<files>...]
   or: git secrets --scan-history
   or: git secrets --install [-f|--force] [<target-directory>]
   or: git secrets --list [--global]
   or: git secrets --add [-a|--allowed] [-l|--literal] [--global] <pattern>
   or: git secrets --add-provider [--global] <command> [arguments...]
   or: git secrets --register-aws [--global]
   or: git secrets --aws-provider [<credentials-file>]

    --scan                look for prohibited patterns
    --scan-history        look through every commit of every ref
    --install             put the hooks in place
    --list                the settings below secrets.*
    --add                 add a prohibited (or allowed) pattern
    --add-provider        add a command that prints patterns
    --aws-provider        print the values of a credentials file as patterns
    --register-aws        add the patterns for AWS
    -r, --recursive       --scan: go into folders
    --cached              --scan: search the index
    --no-index            --scan: search files that git does not manage
    --untracked           --scan: search untracked files too
    -f, --force           --install: replace hooks that exist
    -l, --literal         --add: take the pattern literally
    -a, --allowed         --add: a pattern that lets a line pass
    --global              use git's global settings
    --commit_msg_hook, --pre_commit_hook, --prepare_commit_msg_hook
                          called by the hooks
"""

FOUND = """
[ERROR] Matched one or more prohibited patterns

Possible mitigations:
- Let a false positive pass: git config --add secrets.allowed PATTERN
- Let it pass for everybody: a line with the pattern in .gitallowed at the top of the work tree
- See what is prohibited: git config --get-all secrets.patterns
- See what is allowed: git config --get-all secrets.allowed
- See what is allowed for everybody: cat .gitallowed
- Go on this once, knowingly: --no-verify
"""

_COMMANDS = (
    "--scan",
    "--scan-history",
    "--install",
    "--list",
    "--add",
    "--add-provider",
    "--aws-provider",
    "--register-aws",
    "--commit_msg_hook",
    "--pre_commit_hook",
    "--prepare_commit_msg_hook",
)
_SWITCHES = {
    "-r": "recursive",
    "--recursive": "recursive",
    "--cached": "cached",
    "--no-index": "no-index",
    "--untracked": "untracked",
    "-f": "force",
    "--force": "force",
    "-l": "literal",
    "--literal": "literal",
    "-a": "allowed",
    "--allowed": "allowed",
    "--global": "global",
}
# switch -> the one command it may stand with, and what the complaint calls it
_ONLY_WITH = {
    "force": ("--install", "-f|--force"),
    "recursive": ("--scan", "-r|--recursive"),
    "allowed": ("--add", "-a|--allowed"),
    "literal": ("--add", "-l|--literal"),
    "cached": ("--scan", "--cached"),
    "no-index": ("--scan", "--no-index"),
    "untracked": ("--scan", "--untracked"),
}


class _Refused(Exception):
    def __init__(self, said: str, code: int = 1) -> None:
        super().__init__(said)
        self.code = code


def main(argv: list[str], called_as: str) -> int:
    """Run one command; its exit code. `called_as` is what installed hooks are to call."""
    if not argv:
        _print(USAGE)
        return 0
    try:
        command, switches, words = _parsed(argv)
        if command == "-h":
            _print(USAGE)
            return 129
        return _run(command, switches, words, called_as)
    except search.Failed as error:
        sys.stderr.buffer.write(error.said)
        return error.code
    except _Refused as error:
        _complain(str(error))
        return error.code
    except SeawallError as error:
        _complain(f"git secrets: {error}")
        return error.exit_code


def _parsed(argv: list[str]) -> tuple[str, set[str], list[str]]:
    """The command, the switches and the remaining words; options end at `--`."""
    command, switches, words = "", set[str](), list[str]()
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        if word == "--":
            words += rest
            break
        if word in ("-h", "--help"):
            return "-h", switches, words
        if word in _COMMANDS:
            command = command or word
        elif word in _SWITCHES:
            switches.add(_SWITCHES[word])
        elif len(word) > 2 and word[0] == "-" and word[1] != "-":
            rest[:0] = [f"-{sign}" for sign in word[1:]]
        elif word.startswith("-") and word != "-":
            kind = "option" if word.startswith("--") else "switch"
            _complain(f"error: unknown {kind} `{word.lstrip('-')}'")
            raise _Refused(USAGE, 129)
        else:
            words.append(word)
            if command in ("--add-provider",):
                words += rest
                break
    if not command:
        raise _Refused(USAGE, 129)
    for switch in sorted(switches):
        only = _ONLY_WITH.get(switch)
        if only is not None and only[0] != command:
            raise _Refused(f"{only[1]} can only be supplied with the {only[0]} subcommand")
    if "recursive" in switches and switches & {"cached", "no-index", "untracked"}:
        raise _Refused(
            "-r|--recursive cannot be supplied with --cached, --no-index, or --untracked"
        )
    return command, switches, words


def _run(command: str, switches: set[str], words: list[str], called_as: str) -> int:
    where = ("--global",) if "global" in switches else ()
    if command == "--scan":
        return _tell(_scan(words, switches))
    if command == "--scan-history":
        return _tell(_history())
    if command == "--install":
        return old_hooks.install(words[0] if words else "", called_as, force="force" in switches)
    if command == "--list":
        code, output, _ = git("config", *where, "--get-regex", "secrets.*")
        sys.stdout.buffer.write(output)
        return code
    if command == "--add":
        if not words:
            raise _Refused("Expected PATTERN")
        key = "secrets.allowed" if "allowed" in switches else "secrets.patterns"
        return 0 if add(key, words[0], where=where, literal="literal" in switches) else 1
    if command == "--add-provider":
        return 0 if add("secrets.providers", " ".join(words), where=where) else 1
    if command == "--register-aws":
        return _register(where)
    if command == "--aws-provider":
        path = words[0] if words else os.path.expanduser("~/.aws/credentials")
        for value in aws_provider(path):
            _print(value + "\n")
        return 0
    if command == "--commit_msg_hook":
        return _tell(_files([words[0]] if words else [], recursive=False))
    if command == "--pre_commit_hook":
        return _tell(_staged())
    return _tell(_merged(words))


def _register(where: tuple[str, ...]) -> int:
    add("secrets.providers", AWS_PROVIDER, where=where)
    for pattern in AWS_PATTERNS:
        add("secrets.patterns", pattern, where=where)
    new = [add("secrets.allowed", value, where=where) for value in AWS_ALLOWED]
    if new[-1]:
        _print("OK\n")
    return 0


def _patterns() -> list[str]:
    """The prohibited patterns; that there are none is said, for it looks like clean."""
    found = prohibited()
    if not found:
        _complain(
            "git secrets: no patterns are configured, so nothing was looked for; "
            "see git secrets --register-aws"
        )
    return found


def _scan(names: list[str], switches: set[str]) -> bytes:
    options = [f"--{each}" for each in ("cached", "no-index", "untracked") if each in switches]
    if names and not options:
        return _files(names, recursive="recursive" in switches)
    patterns = _patterns()
    if not patterns:
        return b""
    return search.permitted(search.below(patterns, *options, names=names), allowed())


def _files(names: list[str], *, recursive: bool) -> bytes:
    patterns = _patterns()
    if not patterns or not names:
        return b""
    given = sys.stdin.buffer.read() if "-" in names else None
    found = search.files(names, patterns, recursive=recursive, given=given)
    return search.permitted(found, allowed())


def _staged() -> bytes:
    """What a commit would add; a commit of deletions alone has nothing to search."""
    patterns = _patterns()
    code, _, _ = git("rev-parse", "--verify", "--quiet", "HEAD")
    against = "HEAD" if code == 0 else _empty_tree()
    wanted = ("--cached", "--diff-filter=ACMU", "--name-only", "-z", against, "--")
    code, output, said = git("diff-index", *wanted)
    if code:
        raise GitError(said.decode("utf-8", "replace").strip())
    names = [each.decode("utf-8", "surrogateescape") for each in output.split(b"\0") if each]
    if not names or not patterns:
        return b""
    return search.permitted(search.tracked(patterns, "--cached", names=names), allowed())


def _merged(words: list[str]) -> bytes:
    """What a merge is about to bring in: the lines its commits add, and their messages."""
    source, sha = [*words, "", "", ""][1:3]
    if source != "merge" or sha:
        return b""
    heads = [name.removeprefix("GITHEAD_") for name in os.environ if name.startswith("GITHEAD_")]
    patterns = _patterns()
    if not heads or not patterns:
        return b""
    _, output, _ = git(
        *("log", "-p", "-m", "--no-color", "--no-ext-diff", "--no-textconv", "--text"),
        *heads,
        "--not",
        "HEAD",
    )
    wanted = (line for line in output.split(b"\n") if not line.startswith(b"-"))
    found = search.files(["-"], patterns, recursive=False, given=b"\n".join(wanted))
    return search.permitted(found, allowed())


def _history() -> bytes:
    """Every commit whose change matches, then the trees of those commits."""
    patterns = _patterns()
    if not patterns:
        return b""
    combined = "|".join(f"({pattern})" for pattern in patterns)
    code, output, said = git(
        "log", "--all", "-m", "--no-color", "--no-textconv", "--format=%H", f"-G{combined}"
    )
    if code:
        raise search.Failed(code, said)
    commits = list(dict.fromkeys(output.decode("ascii").split()))
    found = b"".join(
        search.tracked(patterns, at=commits[at : at + 200]) for at in range(0, len(commits), 200)
    )
    return search.permitted(found, allowed())


def _empty_tree() -> str:
    _, output, _ = git("hash-object", "-t", "tree", "--stdin", given=b"")
    return output.decode("ascii").strip()


def _tell(found: bytes) -> int:
    if not found:
        return 0
    sys.stderr.buffer.write(found)
    sys.stderr.buffer.flush()
    _complain(FOUND.rstrip("\n"))
    return 1


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
