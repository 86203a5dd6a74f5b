"""The few lines of shell that git runs: find seawall, chain what was there before, never pass in
silence."""

import os
import sys
import sysconfig

MARK = "# seawall-hook "
PREVIOUS = ".seawall-prev"
CHECK = "--seawall-check"
# events whose standard input has to reach both the hook that was there and ours
WITH_INPUT = ("pre-push", "pre-receive", "post-rewrite", "post-receive", "reference-transaction")

_CODE = """import sys
sys.path += [each for each in sys.argv.pop(1).split("|") if each]
try:
    from seawall.cli import main
except ImportError:
    import site
    site.main()
    try:
        from seawall.cli import main
    except ImportError:
        sys.exit(97)
sys.exit(main())"""

_CHAIN_WITH_INPUT = """input=$(cat; echo .)
input=${input%.}
if [ -x "$previous" ] && [ "$1" != --seawall-check ]; then
  printf %s "$input" | "$previous" "$@" || exit $?
fi
printf %s "$input" | gate "$@"
"""
_CHAIN = """if [ -x "$previous" ] && [ "$1" != --seawall-check ]; then
  "$previous" "$@" || exit $?
fi
gate "$@"
"""
_ONLY_CHAIN = """[ -x "$previous" ] || exit 0
exec "$previous" "$@"
"""
_GATE = """gate() {{
  if [ -x {python} ]; then
    {python} -I -S -c {code} {paths} hook {event} "$@"
    code=$?
    [ $code -eq 97 ] || return $code
  fi
  if command -v seawall >/dev/null 2>&1; then
    seawall hook {event} "$@"
    return $?
  fi
  echo "seawall: the gate cannot run: neither {plain} nor a seawall on PATH has it." >&2
  echo "Install seawall and run 'seawall install' again. Nothing was checked." >&2
  return 3
}}
"""
# a global hooks directory hides the repository's own hooks: they are looked up and run
_LOCAL = """previous=$(git rev-parse --git-common-dir)/hooks/{event}
if grep -q '^{mark}' "$previous" 2>/dev/null; then exec "$previous" "$@"; fi
"""
_BESIDE = 'previous="$0{suffix}"\n'


def shim(event: str, *, everywhere: bool = False, gated: bool = True) -> str:
    """The hook file of one event. `everywhere`: for a directory that serves all repositories;
    `gated` false: it only passes on to the repository's own hook."""
    python = sys.executable.replace("\\", "/")
    head = f"#!/bin/sh\n{MARK}{event}: made by `seawall install`, taken out by `uninstall`\n"
    where = _LOCAL.format(event=event, mark=MARK) if everywhere else _BESIDE
    where = where.replace("{suffix}", PREVIOUS)
    if not gated:
        return head + where + _ONLY_CHAIN
    body = _GATE.format(
        python=_quoted(python),
        plain=python.replace('"', "").replace("$", "").replace("`", ""),
        code=_quoted(_CODE),
        paths=_quoted("|".join(_paths())),
        event=event,
    )
    return head + where + body + (_CHAIN_WITH_INPUT if event in WITH_INPUT else _CHAIN)


def is_ours(path: str) -> bool:
    """Whether the hook file at `path` is one of our shims."""
    try:
        with open(path, "rb") as file:
            return MARK.encode() in file.read(300)
    except OSError:
        return False


def _paths() -> list[str]:
    """Where this seawall and what it needs are found, so that `site` need not be asked."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = [os.path.dirname(package)]
    found += [sysconfig.get_path(each) for each in ("purelib", "platlib")]
    return list(dict.fromkeys(each for each in found if "|" not in each))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
