"""The cache gives back what was put, or nothing."""

import os
import sys
import threading
from pathlib import Path

import pytest

from seawall.cache.store import Store, folder

KEY = b"k" * 16


def test_gives_back_what_was_put(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    assert store.get("engine", KEY) is None
    assert store.put("engine", KEY, b"body")
    assert Store(str(tmp_path / "cache")).get("engine", KEY) == b"body"
    assert store.get("engine", b"other key 123456") is None
    assert store.get("index", KEY) is None


@pytest.mark.parametrize("at", [0, 3, 9, 20, 27, 30, -1])
def test_a_changed_byte_is_noticed(tmp_path: Path, at: int) -> None:
    store = Store(str(tmp_path / "cache"))
    store.put("engine", KEY, b"body of some length")
    (path,) = (tmp_path / "cache").iterdir()
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))
    assert store.get("engine", KEY) is None


@pytest.mark.parametrize("size", [0, 5, 20, 30])
def test_a_cut_file_is_noticed(tmp_path: Path, size: int) -> None:
    store = Store(str(tmp_path / "cache"))
    store.put("engine", KEY, b"body of some length")
    (path,) = (tmp_path / "cache").iterdir()
    path.write_bytes(path.read_bytes()[:size])
    assert store.get("engine", KEY) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_a_folder_that_others_may_write_is_not_believed(tmp_path: Path) -> None:
    place = tmp_path / "cache"
    Store(str(place)).put("engine", KEY, b"body")
    place.chmod(0o777)
    assert Store(str(place)).get("engine", KEY) is None
    assert not Store(str(place)).put("engine", KEY, b"body")


def test_the_folder_is_private(tmp_path: Path) -> None:
    Store(str(tmp_path / "cache")).put("engine", KEY, b"body")
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_no_place_means_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = Store(str(tmp_path / "file"))
    assert not store.put("engine", KEY, b"body")
    assert store.get("engine", KEY) is None


@pytest.mark.skipif(sys.platform != "linux", reason="other folders there")
def test_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SEAWALL_CACHE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    assert folder() is None
    monkeypatch.setenv("HOME", "/h")
    assert folder() == "/h/.cache/seawall"
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert folder() == "/x/seawall"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert folder() == "/h/.cache/seawall"
    monkeypatch.setenv("SEAWALL_CACHE", "off")
    assert folder() is None


def test_writers_at_once_leave_one_whole_body(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    bodies = [bytes([each]) * 100_000 for each in range(8)]
    threads = [threading.Thread(target=store.put, args=("engine", KEY, each)) for each in bodies]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert store.get("engine", KEY) in bodies
    assert len(os.listdir(tmp_path / "cache")) == 1
