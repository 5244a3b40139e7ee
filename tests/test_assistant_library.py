"""The collection: what is added, what is recognised, what a stop leaves behind, and what an old id opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import cli, library, progress
from corpus import reading
from index import catalogue
from index.search import Index
from tests.conftest import ROOT, WordEmbedder
from tests.site import site

SITTING = (ROOT / "tests" / "fixtures" / "parlparse" / "commons.xml").read_text("utf-8")
PAGE = "Monday, 1 May 2017\n\nAnother Day in {0}\n\nThe office in {0} closed its doors at noon and nobody said why.\n"
SUPERSEDED = """<publicwhip latest="no">
<gidredirect oldgid="{0}z.9.9" newgid="{1}" matchtype="perfectmatch"/>
</publicwhip>"""


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    return Index(tmp_path / "home", embedder)


def pages(folder: Path, *places: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for place in places:
        (folder / f"{place.lower()}.txt").write_text(PAGE.format(place), "utf-8")
    return [str(folder)]


# stopping --------------------------------------------------------------------------------------------------------------


class Impatient:
    """Stops the run, as Ctrl-C does, after so many files."""

    def __init__(self, files: int) -> None:
        self.left = files

    def began(self, files: int) -> None: ...

    def read(self, source: str, passages: int) -> None:
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt


def test_a_stop_while_reading_keeps_the_files_that_are_done_and_the_next_run_goes_on(index: Index, tmp_path: Path) -> None:
    places = pages(tmp_path / "saved", "Ashby", "Barrow", "Corley")
    done = library.Additions()
    with pytest.raises(KeyboardInterrupt):
        library.add(index, places, Impatient(2), done)
    assert len(done.added) == len(index.documents()) == 2
    again = library.add(index, places)
    assert (len(again.added), again.unchanged) == (1, done.added)


def test_a_stop_while_embedding_keeps_the_chunks_that_are_done(index: Index, embedder: WordEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.derived._BATCH", 2)
    library.add(index, pages(tmp_path / "saved", "Ashby"))
    (tmp_path / "saved" / "ashby.txt").write_text(PAGE.format("Ashby") + "".join(f"\nParagraph number {n} of the page is this one here.\n" for n in range(9)))
    library.add(index, [str(tmp_path / "saved")])

    def stop(done: int, total: int) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.settle(stop)
    before, seen = embedder.encoded, []
    index.settle(lambda done, total: seen.append((done, total)))
    total = seen[-1][1]
    assert (embedder.encoded - before, seen[0][0]) == (total - 4, 6)
    assert index.check() == []


def test_a_stopped_command_says_what_was_done_and_ends_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    monkeypatch.setattr(progress, "Reading", lambda: Impatient(1))
    places = pages(tmp_path / "saved", "Ashby", "Barrow")
    assert cli.main(["index", "add", *places, str(tmp_path / "gone"), "--json", "--no-bundled", "--home", str(tmp_path / "home")]) == 130
    told = capsys.readouterr()
    assert (len(json.loads(told.out)["added"]), len(json.loads(told.out)["failed"])) == (1, 1)
    assert "gone: there is no such file" in told.err
    assert "what was done is kept" in told.err


# what is recognised ----------------------------------------------------------------------------------------------------


def test_the_same_thing_by_another_path_is_recognised_without_being_read(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages(tmp_path / "saved", "Ashby")
    pages(tmp_path / "copies", "Ashby")
    first = library.add(index, [str(tmp_path / "saved")])
    monkeypatch.setattr(reading, "read_bytes", lambda *_: pytest.fail("it need not be read"))
    assert library.add(index, [str(tmp_path / "copies")]).unchanged == first.added


def test_what_an_older_reader_read_is_read_again(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = pages(tmp_path / "saved", "Ashby")
    first = library.add(index, places)
    monkeypatch.setattr(catalogue, "EDITION", catalogue.EDITION + 1)
    assert library.add(index, places).updated == first.added
    assert library.add(index, places).unchanged == first.added


def test_a_record_that_stands_in_two_files_is_kept_in_both(index: Index, tmp_path: Path) -> None:
    """An extract of a sitting repeats the sitting's own ids; the second one to come gets ids of its own and nothing is refused."""
    (tmp_path / "day.xml").write_text(SITTING)
    library.add(index, [str(tmp_path / "day.xml")])
    (tmp_path / "page").mkdir()
    (extract,) = reading.read(tmp_path / "day.xml")
    clash = {passage.id for passage in extract.passages[:1]}
    moved = reading.Document("an-extract", "An extract", extract.kind, "/x", "f" * 64, (extract.passages[0],))
    assert index.catalogue.held_elsewhere(moved) == clash
    assert library._put(index, moved, library.Additions()) == 1
    assert len(index.documents()) == 2


# from the web ----------------------------------------------------------------------------------------------------------

PRESS = """<html><head><title>Harrowdale | Tidewatch</title><meta property="article:published_time" content="2017-05-02"></head><body><main>
<h1>Harrowdale office to reopen</h1><p>The office in Harrowdale will open its doors again in June, the charity Tidewatch said on Tuesday.</p>
<p>It had been closed for a month for want of staff, and nobody had been told the reason for it.</p></main></body></html>"""


def test_an_address_is_added_with_what_came_kept_in_the_home(index: Index) -> None:
    with site() as web:
        web.page("/news", PRESS.encode())
        address = web.address("/news")
        done = library.add(index, [address, web.address("/gone")])
        again = library.add(index, [address])
    assert (len(done.added), again.unchanged) == (1, done.added)
    assert [(failure.source, "404" in failure.error) for failure in done.failed] == [(f"{address.removesuffix('/news')}/gone", True)]
    (listed,) = index.documents()
    assert (listed.source, listed.date) == (address, "2017-05-02")
    assert (index.home / "fetched" / f"{listed.sha256}.html").read_bytes() == PRESS.encode()


# superseded versions ---------------------------------------------------------------------------------------------------


def test_a_superseded_file_is_not_indexed_and_its_ids_open_the_present_passages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    (tmp_path / "day.xml").write_text(SITTING)
    (live,) = reading.read(tmp_path / "day.xml")
    speech = live.passages[3].id.rpartition("/")[0]
    old = "uk.org.publicwhip/debate/2014-03-12"
    (tmp_path / "older.xml").write_text(SUPERSEDED.format(old, speech))
    home = ["--no-bundled", "--home", str(tmp_path / "home")]
    assert cli.main(["index", "add", str(tmp_path / "older.xml"), str(tmp_path / "day.xml"), "--json", *home]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["superseded"], told["failed"], len(told["added"])) == ([str(tmp_path / "older.xml")], [], 1)
    assert cli.main(["show", f"{old}z.9.9", "--json", *home]) == 0
    assert json.loads(capsys.readouterr().out)["passage_id"].startswith(f"{speech}/")
    assert cli.main(["show", "https://www.theyworkforyou.com/debates/?id=2014-03-12z.9.9", *home]) == 0
    assert speech in capsys.readouterr().out
    assert cli.main(["show", f"{old}z.9.8", *home]) == 1
    assert "no such passage" in capsys.readouterr().err


# progress --------------------------------------------------------------------------------------------------------------


def test_progress_away_from_a_terminal_is_a_line_for_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    told = progress.Reading()
    told.began(2)
    told.read("a", 3)
    assert capsys.readouterr().err == ""
    told.read("b", 4)
    indexing = progress.Indexing()
    indexing(4, 8)
    indexing(8, 8)
    read, indexed = capsys.readouterr().err.splitlines()
    assert read.startswith("read 2 files: 7 passages, ")
    assert indexed.startswith("indexed 8 chunks in ")


def test_progress_on_a_terminal_is_a_bar_with_files_rate_and_what_remains(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    told = progress.Reading()
    told.began(2)
    told.read("a", 3)
    told.read("b", 4)
    shown = capsys.readouterr().err
    assert "reading" in shown and "2/2" in shown and "7 passages" in shown and "a second" in shown
