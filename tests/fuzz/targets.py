"""What is fed arbitrary bytes, and what must hold whatever they are.

Each target raises where its promise is broken. `test_targets.py` runs them shortly with hypothesis,
`run.py` with coverage guidance for as long as is wanted.
"""

from collections.abc import Callable
from datetime import date

from seawall.cache.store import Store
from seawall.errors import SeawallError, SettingsError
from seawall.fixes.apply import Refused, applied
from seawall.lanes.text import TextLane
from seawall.policy import baseline, config, inline
from seawall.readers.cloudformation.project import read as read_templates
from seawall.readers.json_text import parse_json_val
from seawall.readers.node import Options
from seawall.readers.terraform.project import read as read_modules
from seawall.reporters.visible import path_shown, visible
from seawall.sources import message, raw
from seawall.span import Source
from seawall.value import Val, walk

_NO_CACHE = Store("/nonexistent/seawall")
_lanes: list[TextLane] = []


class _One:
    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data

    def paths(self) -> list[str]:
        return [self.path]

    def source(self, path: str) -> Source | None:
        return Source(path, self.data) if path == self.path else None


def terraform(data: bytes) -> None:
    for reading in read_modules(_One("main.tf", data), Options(), None):
        for node in reading.nodes:
            _walked(node.body)


def template(data: bytes) -> None:
    for start in (b"", b"AWSTemplateFormatVersion: 2010-09-09\nResources:\n"):
        for reading in read_templates(_One("t.yaml", start + data), Options()):
            for node in reading.nodes:
                _walked(node.body)


def _walked(body: Val) -> None:  # type: ignore[type-arg]
    for value in walk(body):
        assert value.known or value.why
        if value.span is not None:
            assert 0 <= value.span.start <= value.span.end <= len(value.span.source.text)


def json_text(data: bytes) -> None:
    parse_json_val(Val(data.decode("utf-8", "replace")))


def matcher(data: bytes) -> None:
    """Both engines agree, decoded texts included, and show no secret whole."""
    if not _lanes:
        _lanes.extend((TextLane(store=_NO_CACHE), TextLane(store=_NO_CACHE, engine="plain")))
    text = data.decode("utf-8", "replace")
    first, second = (
        [(each.token, each.start, each.end, each.excerpt) for each in lane.search_text(text, "a")]
        for lane in _lanes
    )
    assert first == second
    for leak in _lanes[0].search_text(text, "a"):
        assert 0 <= leak.start <= leak.end <= len(text)


def git_output(data: bytes) -> None:
    """Raw differences and commits: an answer or our own error."""
    for read in (lambda: list(raw.entries(data)), lambda: message.commit_texts("a" * 40, data)):
        try:
            read()
        except SeawallError:
            continue
    message.person(data)
    message.tag_text(data)


def settings(data: bytes) -> None:
    try:
        config.parse(data.decode("utf-8", "replace"), "seawall.toml")
    except SettingsError as error:
        assert "seawall.toml" in str(error)  # noqa: PT017


def known_findings(data: bytes) -> None:
    try:
        parsed = baseline.parse(data.decode("utf-8", "replace"))
    except SettingsError as error:
        assert baseline.NAME in str(error)  # noqa: PT017
        return
    again = baseline.parse(baseline.render(parsed.entries, parsed.salt))
    assert sorted(each.line() for each in again.entries) == sorted(
        each.line() for each in parsed.entries
    )
    for entry in parsed.entries:
        parsed.spend(entry.fingerprint, date(2026, 1, 1))
    parsed.stale()


def ignores(data: bytes) -> None:
    source = Source("a.py", b"# seawall: ignore[" + data)
    for each in inline.ignores(source, today=date(2026, 1, 1), max_days=90, foreign=True):
        inline.covers(each, (), source)


def shown(data: bytes) -> None:
    """Nothing steers a terminal or a runner."""
    text = data.decode("utf-8", "surrogateescape")
    for made in (visible(text), path_shown(text)):
        assert "##[" not in made
        assert "##vso[" not in made.lower()
        assert all(each.isprintable() or each == "\u3000" for each in made)
    assert not path_shown(text).lstrip().startswith("::")


def fixes(data: bytes) -> None:
    """What is planned can be written, and writing it again changes nothing."""
    text = data.decode("utf-8", "replace")
    from seawall.fixes.secrets import plan

    for leak in _lane().search_text(text, "a.py"):
        source = Source("a.py", text.encode("utf-8", "surrogatepass"), origin="worktree")
        made = plan(source, leak.start, leak.end)
        if made is None:
            continue
        try:
            after = applied(source.text, made.edits)
        except Refused:
            continue
        assert source.text[leak.start : leak.end] not in after[leak.start : leak.end]


def _lane() -> TextLane:
    if not _lanes:
        matcher(b"")
    return _lanes[0]


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each
    for each in (
        terraform, template, json_text, matcher, git_output, settings, known_findings, ignores,
        shown, fixes,
    )
}  # fmt: skip

SEEDS: dict[str, tuple[bytes, ...]] = {
    "terraform": (
        b'resource "aws_s3_bucket" "b" {\n  acl = var.x ? "private" : [for k, v in local.m : v if k != ""][0]\n'
        b'  dynamic "rule" {\n    for_each = toset(["a"])\n    content {\n      x = rule.value\n    }\n  }\n}\n'
        b'variable "x" {\n  default = jsonencode({ a = <<-EOT\n    ${1 + 2}%{ if true }y%{ endif }\n  EOT\n  })\n}\n',
    ),
    "template": (
        b'  B:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Sub "${A}-x", Tags: [!If [C, &a {Key: k}, *a]]}\n',
        b'  "Fn::ForEach::L": [X, [a, b], {"B${X}": {Type: "AWS::S3::Bucket"}}]\n',
    ),
    "json_text": (b'{"a": [1, 2.5e3, "x\\u0041", null, true], "b": {"c": {}}}',),
    "git_output": (
        b":100644 100755 " + b"a" * 40 + b" " + b"b" * 40 + b" R100\0old\0new\0",
        b"tree "
        + b"a" * 40
        + b"\nauthor A <a@b> 1700000000 +0900\nencoding ISO-8859-1\n\nsubject\n",
    ),
    "settings": (
        b'exclude = ["a/**"]\n[[secrets.rule]]\nid = "x"\npattern = "a{3}"\n[regions]\nallowed = ["eu-west-1"]\n',
    ),
    "known_findings": (b"# seawall-baseline 1 salt\n0123456789abcdef aws-access-key a%20b # accepted until 2026-01-01 -- x\n",),
    "ignores": (b"aws-access-key, x] until 2026-01-31 -- reason\nx\n# gitleaks:allow\n",),
    "shown": (b"::error::x\n##[group]y\x1b[31m##vso[task.x]\xe2\x80\xae",),
    "matcher": (b'password = "hunter2hunter"\nQUtJQUlPU0ZPRE5ON0VYQU1QTEU=\n\\x41\\x4b%41%4b "AK" + "IA"\n',),
    "fixes": (b'password = "Zx8#kLm2pQ9vR4tY"\n',),
}  # fmt: skip
