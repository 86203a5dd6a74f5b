"""A whole history: every reachable object once, contents in the order of the packs.

Names and commits come first, in one walk over the trees' differences; then the contents stream
by in pack order, where git's delta chains are short (half the cost of any other order).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from seawall.errors import UsageError
from seawall.sources.batch import contents
from seawall.sources.changes import Change, ChangeSet, Commit, Skipped
from seawall.sources.commits import Question
from seawall.sources.git import Git, Reader
from seawall.sources.index import lost
from seawall.sources.message import commit_texts, tag_text
from seawall.sources.raw import Entry
from seawall.sources.remotes import Remotes
from seawall.sources.trees import head_tree, joined
from seawall.sources.walk import changed
from seawall.span import Source
from seawall.words import say

# no look for renames: a text that moved is grouped with its older self by the secret it holds
_OPTIONS = ("--no-renames", "--no-ext-diff", "--ignore-submodules=all")

Progress = Callable[[int, int], None]


def history(
    git: Git, *, since: str = "", unreachable: bool = False, progress: Progress | None = None
) -> ChangeSet:
    """Everything reachable from every ref, or what commits since a date brought.

    `unreachable` adds the objects that no ref reaches any more; `progress` hears how many of how
    many contents have been read.
    """
    when = (f"--since={_first_moment(since)}",) if since else ()
    ids = git.run("rev-list", "--topo-order", "--reverse", *when, "--all").decode("ascii").split()
    skipped: list[Skipped] = []
    walk = _History(git, ids, skipped, unreachable, progress)
    return ChangeSet(
        git.root,
        walk.changes(),
        gate="history",
        touched=frozenset(),
        commits=len(ids),
        skipped=skipped,
        head=head_tree(git),
        close=git.close,
    )


def _first_moment(since: str) -> str:
    """The date as git is to read it: a bare day begins at midnight UTC (git would take the time
    of day that it is now). Raises UsageError for what is no date; git would take it for today."""
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        raise UsageError(
            say(
                f"--since {since}: write a date such as 2026-01-31",
                f"--since {since}: 2026-01-31 のような日付を書いてください",
            )
        ) from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


class _History:
    __slots__ = ("git", "ids", "skipped", "unreachable", "progress", "wanted", "commits")

    def __init__(
        self,
        git: Git,
        ids: list[str],
        skipped: list[Skipped],
        unreachable: bool,
        progress: Progress | None,
    ) -> None:
        self.git = git
        self.ids = ids
        self.skipped = skipped
        self.unreachable = unreachable
        self.progress = progress
        # blob -> each path it stood at, with the first commit that put it there
        self.wanted: dict[str, list[tuple[Entry, Commit]]] = {}
        self.commits: dict[str, Commit] = {}

    def changes(self) -> Iterator[Change]:
        for id, (kind, data) in zip(self.ids, contents(self.git, self.ids), strict=True):
            if kind == "commit":
                commit, texts = commit_texts(id, data)
                self.commits[id] = commit
                yield from texts
            else:
                self.skipped.append(lost(id, id))
        yield from self._names()
        yield from self._tags()
        yield from self._contents()

    def _names(self) -> Iterator[Change]:
        """Every name once; notes which blobs to read."""
        names: set[str] = set()
        for id, some in changed(self.git, self.ids, *_OPTIONS):
            commit = self.commits.get(id) or Commit(id)
            for each in some:
                if each.status == "D" or each.mode == "160000" or each.id in each.old_ids:
                    continue
                places = self.wanted.setdefault(each.id, [])
                if all(each.path != known.path for known, _ in places):
                    places.append((each, commit))
                if each.path not in names:
                    names.add(each.path)
                    yield Change(
                        each.path, None, Source(each.path, b""), commit=commit, kind="name"
                    )

    def _tags(self) -> Iterator[Change]:
        listed = self.git.run("for-each-ref", "--format=%(objectname) %(objecttype)")
        todo = [line.split(" ") for line in listed.decode("ascii").splitlines()]
        seen: set[str] = set()
        while todo:
            id, kind = todo.pop()
            if kind == "blob" and id not in self.wanted:
                path = f".git/blob/{id[:12]}"
                entry = Entry(path, path, "100644", id, "", "A")
                self.wanted[id] = [(entry, Commit(""))]
            if kind != "tag" or id in seen:
                continue
            seen.add(id)
            data = self.git.objects.read(id)[1]
            yield tag_text(data)
            head = data.split(b"\n", 2)
            inner = head[0].removeprefix(b"object ").decode("ascii")
            todo.append([inner, head[1].removeprefix(b"type ").decode("ascii")])

    def _contents(self) -> Iterator[Change]:
        if Remotes(self.git).partial:
            self._leave_promised()
        order, loose = [], dict.fromkeys(self.wanted)
        for id in self._packed():
            if id in loose:
                del loose[id]
                order.append(id)
            elif self.unreachable and id not in self.commits and id not in self.wanted:
                order.append(id)
        order += loose
        answers = contents(self.git, order)
        for done, (id, (kind, data)) in enumerate(zip(order, answers, strict=True), 1):
            if self.progress is not None and (done % 256 == 0 or done == len(order)):
                self.progress(done, len(order))
            if id not in self.wanted:
                yield from self._forgotten(id, kind, data)
            elif kind != "blob":
                self.skipped.append(lost(self.wanted[id][0][0].path, id))
            else:
                yield from self._found(id, data)

    def _leave_promised(self) -> None:
        """Contents of a partial clone that only its remote has are never fetched."""
        promised = Question(self.git, ("--all",), b"").promised()
        left = sum(self.wanted.pop(id, None) is not None for id in promised)
        if left:
            why = say(
                f"partial clone: {left} contents are only at its remote and were not scanned",
                f"部分クローンのため、リモートにしかない {left} 件の内容は検査していません",
            )
            self.skipped.append(Skipped("", "partial-clone", why))

    def _found(self, id: str, data: bytes) -> Iterator[Change]:
        for each, commit in self.wanted[id]:
            # the name has been looked at: what stood at it before is compared, if only nothing
            old = joined(self.git, each.path, each.old_ids) if each.old_ids else _nothing(each.path)
            source = Source(each.path, data, origin="commit", digest=id)
            kind = "symlink" if each.mode == "120000" else "file"
            yield Change(each.path, old, source, commit=commit, kind=kind)

    def _forgotten(self, id: str, kind: str, data: bytes) -> Iterator[Change]:
        """An object that no ref reaches any more."""
        path = f".git/unreachable/{id[:12]}"
        if kind == "blob":
            yield Change(path, None, Source(path, data, origin="commit", digest=id))
        elif kind == "tag":
            yield tag_text(data)
        elif kind == "commit":
            yield from commit_texts(id, data)[1]

    def _packed(self) -> Iterator[str]:
        """Every object id of the repository, packs first and in their order."""
        child = self.git.start(
            "cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered"
        )
        reader = Reader(child)
        try:
            while line := reader.until(b"\n"):
                yield line.decode("ascii")
        finally:
            child.stop()


def _nothing(path: str) -> Source:
    return Source(path, b"", origin="commit")
