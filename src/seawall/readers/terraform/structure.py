"""The structural pass over native syntax: every block, key and value span; values parsed later."""

import re

from seawall.readers.terraform.expression import parse
from seawall.readers.terraform.lexemes import IDENT, Broken, value_end
from seawall.readers.terraform.syntax import Attr, Block, Body, Fault
from seawall.span import Source

_BLANK = r"(?:[ \t]++|/\*(?:[^*]|\*(?!/))*+\*/)*+"
_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_LABEL = rf'(?:"(?:[^"\\\n]|\\.)*+"|{IDENT})'
_ITEM = re.compile(
    rf"({IDENT}){_BLANK}(?:(=)(?!=){_BLANK}"
    # the commonest values are recognised at once: a plain string, a number, a reference
    rf'(?:("[^"\\$%\n]*+"|[\w.-]++)(?=[ \t]*+\r?(?:\n|\Z)))?+'
    rf"|((?:{_LABEL}{_BLANK})*+)\{{)"
)
_LABELS = re.compile(_LABEL)
_RESUME = re.compile(
    r"^(?:resource|data|module|variable|locals|output|provider|terraform|moved|check)\b", re.M
)
_DEEPEST = 60


def read_structure(source: Source) -> tuple[Body, list[Fault]]:
    """The file's blocks and attributes; where it is broken, what can be read around that."""
    text = source.text
    body = Body(source.span(0, len(text)))
    faults: list[Fault] = []
    at = 1 if text.startswith("\ufeff") else 0
    while True:
        try:
            at = _read_body(source, text, at, body, 0)
            if at >= len(text):
                return body, faults
            raise Broken(at, "unexpected '}'", "「}」は余分です")
        except Broken as broken:
            faults.append(Fault(source.span(broken.at, broken.at), broken.message, broken.ja))
            again = _RESUME.search(text, max(at, broken.at + 1))
            if again is None or len(faults) > 20:
                return body, faults
            at = again.start()


def _read_body(source: Source, text: str, at: int, body: Body, depth: int) -> int:
    """Read items into `body` until its closing brace or the end; where that is."""
    space, item = _SPACE.match, _ITEM.match
    length = len(text)
    if depth > _DEEPEST:
        raise Broken(at, "blocks are nested too deeply", "ブロックの入れ子が深すぎます")
    while True:
        found = space(text, at)
        at = found.end() if found else at
        if at >= length or text[at] == "}":
            return at
        found = item(text, at)
        if found is None:
            raise Broken(at, "a key or a block is expected here", "キーかブロックが必要です")
        if found[2] is None:
            at = _read_block(source, text, found, body, depth)
            continue
        if found[3] is not None:
            start, end = found.span(3)
            at = end
        else:
            start = found.end()
            end, at = value_end(text, start)
        name = found[1]
        attr = Attr(name, source.span(*found.span(1)), source.span(start, end), parse)
        attr.simple = found[3] is not None
        if name in body.attrs:
            raise Broken(
                found.start(), f"'{name}' is set twice", f"「{name}」が二度設定されています"
            )
        body.attrs[name] = attr


def _read_block(source: Source, text: str, found: re.Match[str], into: Body, depth: int) -> int:
    start = found.start()
    labels = tuple(
        each[1:-1] if each.startswith('"') else each for each in _LABELS.findall(found[4])
    )
    body = Body(source.span(found.end() - 1, found.end()))
    block = Block(found[1], labels, source.span(start, found.end()), body)
    # what was read of a block that is broken further down still counts, so it is added first
    into.blocks.append(block)
    end = _read_body(source, text, found.end(), body, depth + 1)
    if end >= len(text):
        raise Broken(start, f"block '{found[1]}' is not closed", f"「{found[1]}」が閉じていません")
    body.span.end = block.span.end = end + 1
    return end + 1
