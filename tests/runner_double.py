"""What the Actions runner makes of a log, line by line, with its limits.

https://github.com/actions/runner: ActionCommand.cs, ActionCommandManager.cs, ExecutionContext.cs
"""

MOST = 10
LONGEST = 4096
KNOWN = {
    "error",
    "warning",
    "notice",
    "debug",
    "add-mask",
    "add-matcher",
    "remove-matcher",
    "group",
    "endgroup",
    "echo",
    "stop-commands",
    "set-env",
    "add-path",
    "set-output",
    "save-state",
}


class Annotation:
    def __init__(self, level: str, properties: dict[str, str], message: str) -> None:
        self.level = level
        self.message = message[:LONGEST]
        self.title = properties.get("title", "")
        self.file = properties.get("file", "")
        self.line = _number(properties.get("line", ""))
        self.end_line = _number(properties.get("endline", "")) or self.line
        self.column = _number(properties.get("col", ""))
        self.end_column = _number(properties.get("endcolumn", "")) or self.column
        if self.end_line and self.line and self.end_line < self.line:
            self.line = self.end_line = 0
        if not self.line or self.line != self.end_line or self.end_column < self.column:
            self.column = self.end_column = 0


class Runner:
    """Reads a log; `annotations` are those it keeps, `others` every further command it obeys."""

    def __init__(self, log: str) -> None:
        self.annotations: list[Annotation] = []
        self.dropped = 0
        self.others: list[str] = []
        self._stopped = ""
        for line in log.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            self._line(line)

    def _line(self, line: str) -> None:
        found = _second(line) or _first(line)
        if found is None:
            return
        name, properties, message = found
        if self._stopped:
            if name == self._stopped:
                self._stopped = ""
            return
        if name == "stop-commands":
            self._stopped = message.lower()
        if name in {"error", "warning", "notice"}:
            if sum(each.level == name for each in self.annotations) < MOST:
                self.annotations.append(Annotation(name, properties, message))
            else:
                self.dropped += 1
        elif name in KNOWN:
            self.others.append(name)


def _second(line: str) -> tuple[str, dict[str, str], str] | None:
    """`::name key=value,key=value::message` at the start of a line, blanks trimmed."""
    line = line.lstrip()
    if not line.startswith("::"):
        return None
    end = line.find("::", 2)
    if end < 0:
        return None
    name, _, words = line[2:end].partition(" ")
    properties = {}
    for word in words.strip().split(","):
        key, sign, value = word.partition("=")
        if sign:
            properties[key.strip().lower()] = _unescaped(value, colon=True)
    return name.lower(), properties, _unescaped(line[end + 2 :], colon=False)


def _first(line: str) -> tuple[str, dict[str, str], str] | None:
    """`##[name key=value;]message` anywhere in a line."""
    at = line.find("##[")
    end = line.find("]", at)
    if at < 0 or end < 0:
        return None
    name, _, words = line[at + 3 : end].partition(" ")
    pairs = (word.partition("=") for word in words.split(";") if "=" in word)
    return name.lower(), {key.lower(): value for key, _, value in pairs}, line[end + 1 :]


def _unescaped(text: str, *, colon: bool) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        if colon or escape in ("%0D", "%0A"):
            text = text.replace(escape, character)
    return text.replace("%25", "%")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 0
