"""A literal secret replaced by a reference that its language can read from outside.

Always unsafe: whoever runs the code has to provide the value, and what was written is leaked.
"""

import re

from seawall.finding import Fix
from seawall.fixes.change import Change, edit, newline
from seawall.span import Source
from seawall.words import say

# the name that the literal is given to: `name = "`, `name: "`, `"name": "`, `name => "`
_NAME = re.compile(r"""(?:^|[\s({\[,])["']?([A-Za-z_][\w.-]{0,60})["']?\s*(?:=>|:=|=|:)\s*$""")
_TERRAFORM = (".tf", ".tofu")
# ending -> (what the text must hold for the reference to work, the reference)
_ENVIRONMENT: dict[str, tuple[str, str]] = {
    ".py": (r"^import os\b", 'os.environ["{}"]'),
    ".js": ("", "process.env.{}"),
    ".jsx": ("", "process.env.{}"),
    ".mjs": ("", "process.env.{}"),
    ".cjs": ("", "process.env.{}"),
    ".ts": ("", "process.env.{}"),
    ".tsx": ("", "process.env.{}"),
    ".rb": ("", 'ENV.fetch("{}")'),
    ".go": (r'^\s*(?:import\s+)?"os"', 'os.Getenv("{}")'),
    ".php": ("", "getenv('{}')"),
}


def plan(source: Source, start: int, end: int) -> Fix | None:
    """The fix for a secret that is the whole of a quoted literal given to a name."""
    text = source.text
    quote = text[start - 1 : start]
    if quote not in ('"', "'") or text[end : end + 1] != quote or "\n" in text[start:end]:
        return None
    line = text[text.rfind("\n", 0, start) + 1 : start - 1]
    found = _NAME.search(line)
    if found is None:
        return None
    name = re.sub(r"\W", "_", found[1].rpartition(".")[2])
    if source.path.endswith(_TERRAFORM):
        return _variable(source, start - 1, end + 1, f"secret_{name}".lower())
    ending = source.path[source.path.rfind(".") :] if "." in source.path else ""
    if ending not in _ENVIRONMENT:
        return None
    needed, reference = _ENVIRONMENT[ending]
    if needed and not re.search(needed, text, re.MULTILINE):
        return None
    upper = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
    change = Change(start - 1, end + 1, reference.format(upper))
    title = say(
        f"Read it from the environment as {upper}; revoke what was written here",
        f"環境変数 {upper} から読む。書かれていた値は失効させる",
    )
    return Fix(title, False, (edit(source, change),))


def _variable(source: Source, start: int, end: int, name: str) -> Fix:
    text = source.text
    changes = [Change(start, end, f"var.{name}")]
    if f'variable "{name}"' not in text:
        lines = ("", f'variable "{name}" {{', "  type      = string", "  sensitive = true", "}", "")
        gap = "" if text.endswith("\n") else newline(text)
        changes.append(Change(len(text), len(text), gap + newline(text).join(lines)))
    title = say(
        f"Take it from var.{name}; revoke what was written here",
        f"var.{name} から読む。書かれていた値は失効させる",
    )
    return Fix(title, False, tuple(edit(source, change) for change in changes))
