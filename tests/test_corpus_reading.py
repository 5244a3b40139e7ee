"""Reading: what a path stands for, and how each thing that is no document is told in one line that says what to do."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import library
from corpus import dates, reading
from corpus.document import Kind
from corpus.unreadable import UnreadableDocument
from index.search import Index
from tests.conftest import ROOT, WordEmbedder

PAGE = "Monday, 1 May 2017\n\nAnother Day in Harrowdale\n\nThe office in Harrowdale closed its doors at noon and nobody said why.\n"
SITTING = (ROOT / "tests" / "fixtures" / "parlparse" / "commons.xml").read_bytes()


def refusal(path: Path) -> str:
    """The one line that reading ``path`` ends with."""
    with pytest.raises(UnreadableDocument) as refused:
        for file in reading.sources(path):
            reading.read(file)
    message = str(refused.value)
    assert "\n" not in message
    assert message.startswith(f"{refused.value.source}: {refused.value.why}")
    return message


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder in which this process, if it is root's, is for the moment nobody's: root may open everything."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)


# what is refused, and how ----------------------------------------------------------------------------------------------

BAD = {
    "empty.txt": (b"", "is empty", "nothing to add"),
    "blank.txt": (b" \n\t\n", "is empty", "nothing to add"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary", "ending of its true format"),
    "latin.txt": (b"The caf\xe9 closed.\n" * 5, "byte 0xe9 at 7", "save it again as UTF-8"),
    "one_line.txt": (b"word " * 210_000, "a line of 1,050,000 characters", "line ends"),
    "halved.xml": (SITTING[: len(SITTING) // 2], "not well-formed XML", "fetch it again"),
    "notes.odt": (b"words", "no reader for .odt", "readable are"),
    "notes": (b"words", "a file without an ending", "readable are"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_document_is_refused_in_one_line_with_its_source_why_and_what_to_do(name: str, tmp_path: Path) -> None:
    data, why, remedy = BAD[name]
    (tmp_path / name).write_bytes(data)
    message = refusal(tmp_path / name)
    assert str(tmp_path / name) in message
    assert why in message
    assert remedy in message


@pytest.mark.parametrize("text", ["\ufeff", "\u00a0\n", "A Title Alone\n", "Monday, 1 May 2017\n", "Reply\nDelete\n"])
def test_a_page_without_a_paragraph_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(text, "utf-8")
    assert "nothing to add" in refusal(tmp_path / "page.txt")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == f"{tmp_path / 'gone.txt'}: there is no such file or folder; check the path"


def test_a_question_given_for_a_path_is_refused_like_any_path_that_is_not_there() -> None:
    assert "check the path" in refusal(Path("What did the inspectors say of Harrowdale? " * 20))


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "check the path" in refusal(tmp_path / "pipe.txt")


def test_a_file_above_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)  # no byte of it is on the disk, and were it read it would be called binary
    message = refusal(tmp_path / "huge.txt")
    assert "has 50 MB" in message
    assert "split it" in message


def test_a_file_of_just_the_size_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", len(PAGE.encode()))
    (tmp_path / "page.txt").write_text(PAGE)
    assert reading.read(tmp_path / "page.txt")
    (tmp_path / "page.txt").write_text(PAGE + ".")
    assert "split it" in refusal(tmp_path / "page.txt")


def test_a_file_without_permission_is_refused(unprivileged: Path) -> None:
    (unprivileged / "locked.txt").write_text(PAGE)
    (unprivileged / "locked.txt").chmod(0)
    message = refusal(unprivileged / "locked.txt")
    assert "Permission denied" in message
    assert "check its permissions" in message


def test_a_path_through_a_locked_folder_is_refused(unprivileged: Path) -> None:
    (unprivileged / "locked").mkdir()
    (unprivileged / "locked" / "page.txt").write_text(PAGE)
    (unprivileged / "locked").chmod(0)
    try:
        assert "check" in refusal(unprivileged / "locked" / "page.txt")
    finally:
        (unprivileged / "locked").chmod(0o700)


# what is read ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_reads_the_same_in_every_encoding_that_is_taken(encoding: str, tmp_path: Path) -> None:
    page = "Another Day in Harrowdale\n\n" + PAGE.replace("nobody", "nobody—not one—")
    (tmp_path / "page.txt").write_bytes(page.encode(encoding))
    (document,) = reading.read(tmp_path / "page.txt")
    assert (document.title, document.date) == ("Another Day in Harrowdale", "2017-05-01")
    assert document.passages[-1].text == "The office in Harrowdale closed its doors at noon and nobody—not one— said why."


def test_the_ending_picks_the_reader_in_any_case(tmp_path: Path) -> None:
    (tmp_path / "DAY.XML").write_bytes(SITTING)
    (tmp_path / "PAGE.TXT").write_text(PAGE)
    assert [reading.read(tmp_path / name)[0].kind for name in ("DAY.XML", "PAGE.TXT")] == [Kind.DEBATE, Kind.ARTICLE]


def test_a_document_knows_where_it_was_read_and_the_hash_of_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "day.xml").write_bytes(SITTING)
    monkeypatch.chdir(tmp_path)
    (document,) = reading.read(Path("day.xml"))
    assert document.source == str(tmp_path.resolve() / "day.xml")
    (tmp_path / "day.xml").write_bytes(SITTING + b"\n")
    assert reading.read(Path("day.xml"))[0].sha256 != document.sha256 == reading.hashlib.sha256(SITTING).hexdigest()


def test_reading_twice_gives_equal_documents(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    assert reading.read(tmp_path / "page.txt") == reading.read(tmp_path / "page.txt")


# folders ---------------------------------------------------------------------------------------------------------------


def test_a_folder_stands_for_its_files_in_order_of_name_without_the_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "sub/.e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert [str(Path(file.name).relative_to(tmp_path.resolve())) for file in reading.sources(tmp_path)] == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_folder_below_a_hidden_one_may_be_named(tmp_path: Path) -> None:
    (tmp_path / ".saved").mkdir()
    (tmp_path / ".saved" / "a.txt").write_text(PAGE)
    assert [Path(file.name).name for file in reading.sources(tmp_path / ".saved")] == ["a.txt"]


def test_a_file_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / ".a.txt").write_text(PAGE)
    assert [file.name for file in reading.sources(tmp_path / ".a.txt")] == [str(tmp_path.resolve() / ".a.txt")]


def test_one_bad_file_never_stops_the_others(tmp_path: Path, embedder: WordEmbedder) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, (data, _, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "a.txt").write_text(PAGE)
    (folder / "z.xml").write_bytes(SITTING)
    index = Index(tmp_path / "home", embedder)
    done = library.add(index, [str(tmp_path / "gone"), str(folder)])
    assert sorted(done.added) == sorted(document.document_id for document in index.documents())
    assert len(done.added) == 2
    assert [Path(failure.source).name for failure in done.failed] == ["gone", *sorted(BAD)]
    index.close()


@pytest.mark.parametrize("fault", [ValueError("two\nlines"), RecursionError("deep"), KeyError("x")])
def test_a_fault_of_a_reader_is_that_file_s_failure_in_one_line(fault: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("corpus.readers.plain_text.read", fail)
    (tmp_path / "page.txt").write_text(PAGE)
    message = refusal(tmp_path / "page.txt")
    assert type(fault).__name__ in message and "plain_text" in message


def test_a_folder_that_may_not_be_listed_is_a_failure_and_its_neighbours_are_read(unprivileged: Path) -> None:
    for name in ("a", "b"):
        (unprivileged / name).mkdir()
        (unprivileged / name / "page.txt").write_text(PAGE)
    (unprivileged / "a").chmod(0)
    found = list(reading.sources(unprivileged))
    assert [Path(source.name).name for source in found] == ["page.txt", "a"]
    with pytest.raises(UnreadableDocument, match="cannot be listed"):
        found[1].load()
    (unprivileged / "a").chmod(0o700)


def test_full_texts_beside_their_json_are_no_document_of_their_own(tmp_path: Path) -> None:
    for name in ("2023.json", "2023.sqlite", "alone.sqlite"):
        (tmp_path / name).write_bytes(b"SQLite format 3\0")
    assert [Path(source.name).name for source in reading.sources(tmp_path)] == ["2023.json", "alone.sqlite"]
    assert "add the .json file of the same name" in refusal(tmp_path / "alone.sqlite")


# dates -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2017-04-20", "20 April 2017"), ("2017-04", "April 2017"), ("2017", "2017"), ("2017-13-20", "2017-13-20"), ("spring-2017", "spring-2017")],
)
def test_a_date_is_told_in_words_and_what_is_no_date_as_it_is(iso: str, words: str) -> None:
    assert dates.in_words(iso) == words
