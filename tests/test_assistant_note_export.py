"""A note as a file: whole or not at all, the same note the same bytes, and every refusal a line that says what to do."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.note.export import FORMATS, CannotExport, check, made, write
from assistant.note.export.addresses import linked, safe, short
from assistant.note.export.notes import Uses
from assistant.note.inquiry import Inquiry
from assistant.note.note import BriefingNote, MadeFrom
from tests.notes import rich

EMPTY = BriefingNote(Inquiry("Nothing", ()), (), (), MadeFrom((), "quotation", "words", "0.1.0", ""))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_note_gives_the_same_bytes(suffix: str) -> None:
    assert made(rich(), suffix) == made(rich(), suffix)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_note_of_nothing_is_still_a_file(suffix: str, tmp_path: Path) -> None:
    write(EMPTY, tmp_path / f"note{suffix}")
    assert (tmp_path / f"note{suffix}").stat().st_size > 10


def test_the_suffix_decides_in_any_case(tmp_path: Path) -> None:
    write(EMPTY, tmp_path / "NOTE.MD")
    assert (tmp_path / "NOTE.MD").read_text("utf-8").startswith("# Nothing")


REFUSED = {
    "another suffix": ("note.pdf", "note.pdf: a note cannot be written as .pdf; give a name that ends with one of .docx, .md, .html"),
    "no suffix": ("note", "cannot be written as a file without a suffix"),
    "no folder": ("nowhere/note.md", "there is no folder"),
    "a folder": ("folder.md", "is a folder; name a file in it"),
    "a pipe": ("pipe.md", "is not a file that can be written over"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_is_refused_in_a_line_before_any_work(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    path, why = REFUSED[name]
    for refusing in (check, lambda path: write(rich(), path)):
        with pytest.raises(CannotExport) as refusal:
            refusing(tmp_path / path)
        assert why in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere")
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(CannotExport, match="no permission to write into"):
        check(tmp_path / "closed" / "note.md")


def test_a_disk_that_refuses_is_named_in_a_line() -> None:
    with pytest.raises(CannotExport, match=r"^/proc/note\.md: cannot be written \(.+\); name another"):
        write(EMPTY, Path("/proc/note.md"))


def test_what_stood_there_stays_where_the_note_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "note.docx"
    file.write_bytes(b"the old one")
    monkeypatch.setattr("pypandoc.get_pandoc_path", lambda: "/bin/false")
    with pytest.raises(CannotExport):
        write(rich(), file)
    assert file.read_bytes() == b"the old one" and list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(CannotExport, match="Permission denied"):
        write(EMPTY, tmp_path / "note.md")
    assert list(tmp_path.iterdir()) == []


def test_a_file_gets_the_permissions_that_any_file_would(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    write(EMPTY, tmp_path / "note.md")
    assert (tmp_path / "note.md").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "note.md").symlink_to(tmp_path / "kept" / "real.md")
    write(EMPTY, tmp_path / "note.md")
    assert (tmp_path / "note.md").is_symlink() and (tmp_path / "kept" / "real.md").is_file()


def nowhere() -> str:
    raise OSError("No pandoc was found.\nInstall it.")


@pytest.mark.parametrize("path", [nowhere, lambda: "/no/such/pandoc", lambda: "/bin/false"])
def test_without_pandoc_a_line_says_so(path: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pypandoc.get_pandoc_path", path)
    with pytest.raises(CannotExport, match=r"^pandoc, which writes the note, (cannot be run|failed) .*(pip install pypandoc-binary|has to be pandoc 3)$"):
        made(EMPTY, ".md")


ADDRESSES = {
    "https://a.example/x": "https://a.example/x",
    " HTTP://a.example/a b(c)?q=é ": "HTTP://a.example/a%20b(c)?q=%C3%A9",
    "https://a.example/a%20b": "https://a.example/a%20b",
    "https://a.example/[1]<2>\"3\"|`": "https://a.example/%5B1%5D%3C2%3E%223%22%7C%60",
    "javascript:alert(1)": None, "java\nscript:x": None, "data:text/html,x": None, "file:///etc/passwd": None, "//a.example": None, "https://": None,
    "https://[a": None, "/pages/2": None, "": None, None: None,
}  # fmt: skip


@pytest.mark.parametrize("url", ADDRESSES)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None) -> None:
    assert safe(url) == ADDRESSES[url]


def test_an_address_in_words_of_our_own_is_a_link_without_the_stop_behind_it() -> None:
    found = linked("See (https://a.example/b(c)), or https://b.example.", short)
    assert [each["c"][2][0] for each in found if each["t"] == "Link"] == ["https://a.example/b(c)", "https://b.example"]
    told = "".join({"Str": lambda e: e["c"], "Space": lambda e: " ", "Link": lambda e: f"[{e['c'][1][0]['c']}]"}[each["t"]](each) for each in found)
    assert told == "See ([a.example]), or [b.example]."


def test_a_citation_used_again_points_to_the_note_that_gives_it_in_full() -> None:
    uses = Uses(rich().citations)
    assert [(use.number, use.full) for use in map(uses.use, [2, 1, 2, 2, 1])] == [(1, 1), (2, 2), (3, 1), (4, 1), (5, 2)]


def test_how_many_documents_and_how_it_was_worded_is_told() -> None:
    note = replace(EMPTY, made_from=replace(EMPTY.made_from, documents=(("a", "0"),), mode="ollama:small"), notice="The model stopped.")
    told = made(note, ".md").decode()
    assert (
        "Prepared from 1 document. Worded in part by ollama:small: each sentence that it wrote was checked" in told.replace("\\", "")
        and "The model stopped." in told
    )
