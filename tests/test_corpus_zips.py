"""Packed folders: what one holds comes in like a folder, and a hostile one is refused before it is unpacked."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from assistant import library
from corpus import reading, zips
from corpus.unreadable import UnreadableDocument
from index.search import Index
from tests.conftest import ROOT, WordEmbedder

PAGE = "Monday, 1 May 2017\n\nAnother Day in Harrowdale\n\nThe office in Harrowdale closed its doors at noon and nobody said why.\n"


def packed(path: Path, files: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        reading.read(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_zip_stands_for_the_files_it_holds_in_order_without_the_hidden_ones(tmp_path: Path) -> None:
    path = packed(tmp_path / "all.zip", dict.fromkeys(["b.txt", "a.txt", "sub/c.txt", ".d.txt", "__MACOSX/e.txt"], PAGE))
    assert [source.name for source in reading.sources(path)] == [f"{path.resolve()}/{name}" for name in ("a.txt", "b.txt", "sub/c.txt")]
    assert [document.source for document in reading.read(path)] == [source.name for source in reading.sources(path)]


def test_one_bad_file_in_a_zip_never_stops_the_others(tmp_path: Path, embedder: WordEmbedder) -> None:
    path = packed(tmp_path / "all.zip", {"a.txt": PAGE, "b.txt": b"\x00\x01", "c.odt": "words"})
    index = Index(tmp_path / "home", embedder)
    done = library.add(index, [str(path)])
    index.close()
    assert len(done.added) == 1
    assert [failure.source.rpartition("/")[2] for failure in done.failed] == ["b.txt", "c.odt"]


def test_the_same_file_packed_and_unpacked_is_recognised(tmp_path: Path, embedder: WordEmbedder) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    path = packed(tmp_path / "all.zip", {"a.txt": PAGE})
    index = Index(tmp_path / "home", embedder)
    done = library.add(index, [str(tmp_path / "a.txt"), str(path)])
    index.close()
    assert (len(done.added), done.unchanged) == (1, done.added)


OUTSIDE = ["../a.txt", "/etc/a.txt", "sub/../../a.txt", "..\\a.txt", "C:\\a.txt"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_outside_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    assert "a name outside its own folder" in refusal(packed(tmp_path / "all.zip", {"good.txt": PAGE, name: PAGE}))


def test_a_zip_within_a_zip_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"a.txt": PAGE})
    assert "a .zip of its own" in refusal(packed(tmp_path / "all.zip", {"inner.zip": inner.read_bytes()}))


def test_more_files_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 2)
    assert "holds 3 files, more than 2" in refusal(packed(tmp_path / "all.zip", dict.fromkeys("abc", PAGE)))


def test_more_bytes_in_all_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_BYTES", 200)
    assert "split it" in refusal(packed(tmp_path / "all.zip", dict.fromkeys(["a.txt", "b.txt"], PAGE)))


def test_a_file_that_says_it_is_small_is_not_read_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_OF_ONE", 50)
    assert "unpacks to more than" in refusal(packed(tmp_path / "all.zip", {"a.txt": PAGE}))


@pytest.mark.parametrize("data", [b"PK\x03\x04 not really", b"words", b"PK\x05\x06" + bytes(18)], ids=["cut", "no zip", "empty zip"])
def test_what_is_no_zip_or_holds_nothing_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(data)
    assert "pack it again" in (message := refusal(tmp_path / "all.zip")) or "nothing to add" in message


_LIMITED = """
import sys
from pathlib import Path
from corpus import reading
from corpus.unreadable import UnreadableDocument
from tests.mutations import peak_kb
try:
    reading.read(Path(sys.argv[1]))
except UnreadableDocument as refused:
    print(refused)
print(peak_kb())
"""


def test_a_bomb_is_refused_within_a_second_or_two_and_200_mb(tmp_path: Path) -> None:
    """10 MB of zeros pack to 10 kB; a thousand of them would be 10 GB."""
    zeros = bytes(10_000_000)
    path = packed(tmp_path / "bomb.zip", {f"{n}.txt": zeros for n in range(20)})
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", _LIMITED, str(path)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    refused, peak = done.stdout.splitlines()
    assert "zip bomb" in refused
    assert time.monotonic() - began < 3
    assert int(peak) * 1024 < 200_000_000
