"""Where something stands: a source, a stretch of it, and the line and column people read."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # `collections` costs as much as the rest of a clean commit
    from collections.abc import Callable

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# the encodings of files that Japanese teams still keep, tried only where UTF-8 fails
_LEGACY = ("euc_jp", "cp932")


class Source:
    """One text and where it came from; read and decoded when first asked for.

    `origin` is "index", "commit", "worktree", "message", "stdin" or "name". Offsets everywhere are
    code points of `text`, which keeps the file's own line ends. `repr` never shows the text.
    """

    __slots__ = ("path", "origin", "digest", "_data", "_load", "_text", "_lines", "encoding")

    def __init__(
        self,
        path: str,
        data: bytes | None = None,
        *,
        origin: str = "worktree",
        digest: str = "",
        load: "Callable[[], bytes] | None" = None,
    ) -> None:
        self.path = path
        self.origin = origin
        self.digest = digest  # git's object id where it is known, else ""
        self.encoding = ""
        self._data = data
        self._load = load
        self._text: str | None = None
        self._lines: list[int] | None = None

    @property
    def data(self) -> bytes:
        """The bytes as stored; may raise what the loader raises (OSError, GitError)."""
        if self._data is None:
            self._data = self._load() if self._load is not None else b""
        return self._data

    @property
    def text(self) -> str:
        if self._text is None:
            self._text, self.encoding = decode(self.data)
        return self._text

    @property
    def utf8(self) -> bytes:
        """`text` as UTF-8: what the matcher scans. The file's own bytes wherever they are UTF-8."""
        data = self.data
        if data.isascii():
            return data
        text = self.text
        return data if self.encoding == "utf-8" else text.encode("utf-8", "surrogatepass")

    def span(self, start: int, end: int) -> "Span":
        return Span(self, start, end)

    def line_starts(self) -> list[int]:
        if self._lines is None:
            starts, at, text = [0], 0, self.text
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            self._lines = starts
        return self._lines

    def line_of(self, offset: int) -> int:
        """The 1-based line that holds `offset`."""
        starts = self.line_starts()
        low, high = 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            if starts[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def line_text(self, line: int) -> str:
        """Line `line` (1-based) without its end; "" past the last."""
        starts = self.line_starts()
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def __repr__(self) -> str:
        return f"<Source {self.path!r} {self.origin}>"


class Span:
    """A half-open stretch of a source, in code points."""

    __slots__ = ("source", "start", "end")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def place(self) -> "Place":
        source = self.source
        starts = source.line_starts()
        line, end_line = source.line_of(self.start), source.line_of(max(self.start, self.end))
        return Place(
            source.path,
            line,
            self.start - starts[line - 1] + 1,
            end_line,
            max(self.start, self.end) - starts[end_line - 1] + 1,
        )

    def first_line(self) -> "Span":
        """The part of this span that stands on its first line."""
        at = self.source.text.find("\n", self.start, self.end)
        end = self.end if at < 0 else at
        if end > self.start and self.source.text[end - 1] == "\r":
            end -= 1
        return Span(self.source, self.start, end)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Span)
            and (self.source is other.source or self.source.path == other.source.path)
            and (self.start, self.end) == (other.start, other.end)
        )

    def __hash__(self) -> int:
        return hash((self.source.path, self.start, self.end))

    def __repr__(self) -> str:
        return f"<Span {self.source.path!r} {self.start}:{self.end}>"


class Place:
    """Path, line and column, 1-based, columns in code points, the end exclusive."""

    __slots__ = ("path", "line", "column", "end_line", "end_column")

    def __init__(
        self, path: str, line: int = 1, column: int = 1, end_line: int = 0, end_column: int = 0
    ) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.end_line = end_line or line
        self.end_column = end_column or column

    def key(self) -> tuple[str, int, int, int, int]:
        return self.path, self.line, self.column, self.end_line, self.end_column

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __repr__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file and its encoding's name; every byte becomes something.

    UTF-8 with or without a mark, UTF-16 with a mark or with the zero bytes that betray it, then
    the Japanese legacy encodings, then Latin-1.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                break
    head = data[:512]
    if b"\0" in head and len(data) % 2 == 0:
        for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
            if zeros.count(0) * 10 >= len(zeros) * 7:
                try:
                    return data.decode(encoding), encoding
                except UnicodeDecodeError:
                    pass
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    for encoding in _LEGACY:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def is_binary(data: bytes) -> bool:
    """Whether git would call this binary, UTF-16 text excepted."""
    head = data[:8000]
    if b"\0" not in head:
        return False
    return not decode(data[: len(data) & ~1 if len(data) < 8000 else 8000])[1].startswith("utf-16")
