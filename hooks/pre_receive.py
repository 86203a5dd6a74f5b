"""What a push brings into a shared repository, judged while git still holds it in quarantine."""

import os

from seawall import gate
from seawall.hooks.pre_push import read_input
from seawall.scan import Asked
from seawall.sources import commits
from seawall.sources.changes import ChangeSet
from seawall.sources.git import Git
from seawall.sources.raw import is_zero
from seawall.words import pick, say

_OPTION = "seawall.override="
_LOG = "seawall-overrides.log"


def main(argv: list[str]) -> int:
    """Old and new ids and the ref come on standard input, one line for each ref."""
    git, given = Git(), read_input()
    allowed, reason = _override(git)
    asked = Asked(today=gate.today(), trusted=True, override=reason if allowed else "")
    code = gate.run(lambda: _changes(git, given), asked=asked)
    if reason:
        code = _overridden(git, given, allowed, reason, code)
    return code


def _changes(git: Git, given: bytes) -> ChangeSet:
    lines = [each.split(" ", 2) for each in given.decode("utf-8", "replace").splitlines()]
    updates = [each for each in lines if len(each) == 3 and not is_zero(each[1])]
    main_ref = git.line("symbolic-ref", "--quiet", "HEAD")
    # the branch that HEAD names comes first: its end state is what infrastructure is judged by
    updates.sort(key=lambda each: each[2] != main_ref)
    if not updates:
        return ChangeSet(os.getcwd(), (), gate="receive", touched=frozenset(), close=git.close)
    new, old = [each[1] for each in updates], [each[0] for each in updates[:1]]
    return commits.received(git, new, old)


def _override(git: Git) -> tuple[str, str]:
    """What this repository lets a push option override ("" by default), and the reason given."""
    count = os.environ.get("GIT_PUSH_OPTION_COUNT", "")
    options = [os.environ.get(f"GIT_PUSH_OPTION_{n}", "") for n in range(int(count or 0))]
    reasons = [each.removeprefix(_OPTION) for each in options if each.startswith(_OPTION)]
    reason = "".join(each for each in " ".join(reasons) if each.isprintable())[:300]
    if not reason:
        return "", ""
    return git.line("config", "--get", "seawall.pushOverride"), reason


def _overridden(git: Git, given: bytes, allowed: str, reason: str, code: int) -> int:
    """The code after an override; what passed by it stands in the repository's log."""
    if allowed not in ("infrastructure", "all"):
        gate.complain(
            pick(
                say(
                    "seawall: this repository allows no override by push option "
                    "(seawall.pushOverride is not set)",
                    "seawall: このリポジトリでは push オプションによる例外は無効です",
                ),
                gate.locale_language(),
            )
        )
        return code
    who = os.environ.get("GL_USERNAME") or os.environ.get("REMOTE_USER") or os.environ.get("USER")
    refs = b" ".join(line.split(b" ")[-1] for line in given.splitlines()).decode("utf-8", "replace")
    line = f"{gate.now()}\t{who or '?'}\t{allowed}\tcode {code}\t{refs}\t{reason}\n"
    folder = git.line("rev-parse", "--git-common-dir") or "."
    log = os.open(os.path.join(folder, _LOG), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(log, line.encode("utf-8", "replace"))
    finally:
        os.close(log)
    gate.complain(f"seawall: override ({allowed}) logged: {reason}")
    return gate.OK if allowed == "all" else code
