"""Archives are looked into on request, and never without limits."""

import io
import tarfile
import zipfile

from seawall.lanes.archives import opened
from seawall.sources.changes import Change
from seawall.span import Source


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def look(data: bytes, before: bytes | None = None) -> tuple[dict[str, bytes], list[str]]:
    told: list[str] = []
    old = None if before is None else Source("a", before)
    change = Change("a", old, Source("a", data))
    found = {
        each.path: each.after.data
        for each in opened([change], lambda notice: told.append(str(notice.message)))
        if each.after is not None
    }
    return found, told


def test_members_of_members_are_texts_with_a_path_of_their_own() -> None:
    assert look(tarred("in.zip", zipped(one=b"1", two=b"2"))) == (
        {"a": b"", "a!/in.zip!/one": b"1", "a!/in.zip!/two": b"2"},
        [],
    )


def test_other_files_pass_untouched() -> None:
    assert look(b"PK is no archive") == ({"a": b"PK is no archive"}, [])


def test_a_member_knows_what_it_was_before() -> None:
    change = Change("a", Source("a", zipped(one=b"1")), Source("a", zipped(one=b"1", two=b"2")))
    old = {each.path: each.before for each in opened([change], print)}
    data = {path: each.data if each is not None else None for path, each in old.items()}
    assert data == {"a": b"", "a!/one": b"1", "a!/two": None}


def test_bombs_nests_and_ruins_are_told() -> None:
    nest = b"1"
    for _ in range(6):
        nest = zipped(x=nest)
    for data in (
        zipped(bomb=bytes(40 << 20)),
        nest,
        zipped(one=b"1" * 999)[:-30],
        b"\x1f\x8b\x08" + b"\xff" * 40,
    ):
        assert len(look(data)[1]) == 1
