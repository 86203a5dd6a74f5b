"""Where strings, heredocs, comments and brackets of HCL end; the ground under both parsers."""

import re

IDENT = r"[^\W\d][\w-]*"
# what may be skipped in one go inside a value: anything but brackets, line ends, comments,
# heredocs and strings that hold a template
_PLAIN = (
    r'(?:[^"{}()\[\]\n#/<]++|"(?:[^"\\$%\n]++|\\[^\n]|[$%](?!\{))*+"|/(?![/*])|<(?!<-?[^\W\d]))*+'
)
_STOP = re.compile(_PLAIN + r'(["{}()\[\]\n#]|//|/\*|<<)?')
_STOP_INSIDE = re.compile(_PLAIN.replace(r"\n#/<]++", r"#/<]++") + r'(["{}()\[\]#]|//|/\*|<<)?')
_TEMPLATE = re.compile(r'[^"\\$%\n]*+(?:"|\\.|\$\$\{|%%\{|[$%]\{|[$%]|\n)?', re.S)
_HEREDOC = re.compile(rf"<<-?({IDENT})[ \t]*\r?\n")
_MARK = re.compile(r"\$\$\{|%%\{|[$%]\{")
_CLOSERS = {"{": "}", "(": ")", "[": "]"}
DEEPEST = 120


class Broken(Exception):
    """Text that is no HCL; where, and what is wrong with it."""

    def __init__(self, at: int, message: str, ja: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.ja = ja or message


def comment_end(text: str, at: int) -> int:
    """The end of the comment that begins at `at`; a line comment ends before its newline."""
    if text.startswith("/*", at):
        end = text.find("*/", at + 2)
        if end < 0:
            raise Broken(at, "a comment is not closed", "コメントが閉じていません")
        return end + 2
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def string_end(text: str, at: int, depth: int = 0) -> int:
    """The end of the quoted template that begins at `at`."""
    start = at
    at += 1
    while True:
        found = _TEMPLATE.match(text, at)
        end = found.end() if found else at
        last = text[end - 1 : end] if end > at else ""
        if last == '"' and text[end - 2 : end] != '\\"':
            return end
        if end >= len(text) or last == "\n":
            raise Broken(start, "a string is not closed", "文字列が閉じていません")
        if last == "{" and text[end - 3 : end] not in ("$${", "%%{") and text[end - 2] in "$%":
            end = brackets_end(text, end, "}", depth + 1)
        at = end


def brackets_end(text: str, at: int, closers: str, depth: int = 0) -> int:
    """The end of what is open at `at`; `closers` are the brackets still to come, inner last."""
    if depth > DEEPEST:
        raise Broken(at, "templates are nested too deeply", "テンプレートの入れ子が深すぎます")
    start = at
    stack = list(closers)
    match = _STOP_INSIDE.match
    while stack:
        found = match(text, at)
        stop = found[1] if found else None
        at = found.end() if found else at
        if stop is None:
            raise Broken(start, f"'{stack[-1]}' is missing", f"「{stack[-1]}」がありません")
        if stop in _CLOSERS:
            stack.append(_CLOSERS[stop])
        elif stop in "}])":
            if stack.pop() != stop:
                raise Broken(at - 1, f"unexpected '{stop}'", f"「{stop}」は余分です")
        else:
            at = _over(text, at - len(stop), stop, depth)
    return at


def _over(text: str, at: int, stop: str, depth: int) -> int:
    """The end of the string, heredoc or comment at `at`."""
    if stop == '"':
        return string_end(text, at, depth)
    if stop == "<<":
        return heredoc_end(text, at, depth)
    return comment_end(text, at)


def heredoc_end(text: str, at: int, depth: int = 0) -> int:
    """The end of the closing marker of the heredoc that begins at `at`."""
    return heredoc(text, at, depth)[2]


def heredoc(text: str, at: int, depth: int = 0) -> tuple[int, int, int]:
    """Where the content of the heredoc at `at` begins and ends, and where its marker ends."""
    opening = _HEREDOC.match(text, at)
    if opening is None:
        raise Broken(at, "a heredoc has no marker", "ヒアドキュメントに目印がありません")
    closing = re.compile(rf"^[ \t]*({re.escape(opening[1])})[ \t]*\r?$", re.M)
    begin = search = opening.end()
    while True:
        found = closing.search(text, search)
        if found is None:
            raise Broken(at, "a heredoc is not closed", "ヒアドキュメントが閉じていません")
        passed = _inside(text, search, found.start(), depth)
        if passed <= found.start():
            return begin, found.start(), found.end(1)
        search = passed


def _inside(text: str, at: int, end: int, depth: int) -> int:
    """Past the interpolations that begin before `end`; they may run over a line like the marker."""
    for_each = _MARK.search(text, at, end)
    while for_each is not None:
        at = for_each.end()
        if len(for_each[0]) == 2:
            at = brackets_end(text, at, "}", depth + 1)
            if at > end:
                return at
        for_each = _MARK.search(text, at, end)
    return at


def value_end(text: str, at: int) -> tuple[int, int]:
    """The end of the expression that begins at `at`, and where reading goes on.

    It ends at a line end, or at a bracket that closes what was open before.
    """
    start = end = at
    match = _STOP.match
    while True:
        found = match(text, at)
        stop = found[1] if found else None
        stopped = found.end() if found else at
        begin = stopped - len(stop or "")
        piece = text[at:begin].rstrip()
        if piece:
            end = at + len(piece)
        if stop is None or stop == "\n" or stop in "}])":
            if end <= start:
                raise Broken(start, "a value is missing", "値がありません")
            return end, begin
        if stop in _CLOSERS:
            at = end = brackets_end(text, stopped, _CLOSERS[stop])
        elif stop == '"':
            at = end = string_end(text, begin)
        elif stop == "<<":
            at = end = heredoc_end(text, begin)
        else:
            at = comment_end(text, begin)
