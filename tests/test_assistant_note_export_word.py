"""A note as a Word file: read back as XML, every footnote held against its passage; and opened by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.note.export import word
from assistant.note.export.archive import file_of, parts_of
from assistant.note.inquiry import NoteKind
from assistant.note.note import BriefingNote, Own, Section, Table, said
from tests import docx_notes
from tests.hostile_notes import hostile
from tests.notes import rich

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = {"rich": rich, "hostile": hostile}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: word.made(note()) for name, note in NOTES.items()}


@pytest.fixture(scope="module")
def docx(files: dict[str, bytes]) -> bytes:
    return files["rich"]


def uses(note: BriefingNote) -> int:
    return sum(len(each.citations) for section in note.walk() for each in said(section))


@pytest.mark.parametrize("name", NOTES)
def test_every_footnote_leads_to_its_passage_and_what_stands_before_it_is_in_there_to_the_letter(name: str, files: dict[str, bytes]) -> None:
    assert len(docx_notes.footnotes(files[name])) == uses(NOTES[name]()) > 20
    assert docx_notes.faults(files[name], NOTES[name]()) == []


FORGERIES = {
    "61 of the 182 days": "62 of the 182 days",  # in a quotation
    "will be let again": "was let again",
    "SA Deb 8 June 2017, vol 12, col 517": "SA Deb 8 June 2017, vol 12, col 518",  # in a reference
    "(Ansel Wherry, Minister for Crossings)": "(Ansel Wherry)",
    "Brid Sandling, debate, 8 June 2017,": "Ansel Wherry, debate, 8 June 2017,",  # in a later note
    "https://letter.example/quay": "https://letter.example/other",
}


@pytest.mark.parametrize("words", FORGERIES)
def test_the_reading_back_sees_a_forgery(words: str, docx: bytes) -> None:
    parts = {name: data.decode("utf-8", "surrogateescape") for name, data in parts_of(docx).items()}
    assert any(words in part for part in parts.values())
    forged = {name: part.replace(words, FORGERIES[words]) for name, part in parts.items()}
    assert docx_notes.faults(file_of({name: part.encode("utf-8", "surrogateescape") for name, part in forged.items()}), rich())


@pytest.mark.parametrize("name", NOTES)
def test_there_is_no_link_but_to_the_web(name: str, files: dict[str, bytes]) -> None:
    for part in ("document", "footnotes"):
        relations = docx_notes.part(files[name], f"word/_rels/{part}.xml.rels")
        outside = [relation.get("Target") for relation in relations if relation.get("TargetMode") == "External"]
        assert outside and all(target.startswith(("https://", "http://")) and " " not in target for target in outside)


def test_the_parts_of_a_note_have_real_styles(docx: bytes) -> None:
    document = docx_notes.part(docx, "word/document.xml")
    used = {style.get(f"{_W}val") for style in document.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")}
    known = {style.get(f"{_W}styleId") for style in docx_notes.part(docx, "word/styles.xml").iter(f"{_W}style")}
    assert (
        {"Title", "Subtitle", "Date", "MadeFrom", "Heading1", "Heading2", "Heading3", "BlockText", "Table", "FootnoteReference", "Unverified"} <= used <= known
    )
    tables = list(document.iter(f"{_W}tbl"))
    assert len(tables) == 4 and all(next(table.iter(f"{_W}tr")).find(f"{_W}trPr/{_W}tblHeader") is not None for table in tables)
    assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in document.iter(f"{_W}tr"))


def test_what_leads_a_quotation_in_stays_on_its_page(docx: bytes) -> None:
    paragraphs = list(docx_notes.part(docx, "word/document.xml").iter(f"{_W}p"))
    styles = [style.get(f"{_W}val") if (style := each.find(f"{_W}pPr/{_W}pStyle")) is not None else "" for each in paragraphs]
    assert "BlockText" in styles and all(before == "LeadIn" for before, style in pairwise(styles) if style == "BlockText")
    style = docx_notes.part(docx, "word/styles.xml").find(f"{_W}style[@{_W}styleId='LeadIn']")
    assert style is not None and style.find(f"{_W}pPr/{_W}keepNext") is not None


def test_an_unverified_account_is_labelled_and_nothing_else_is(docx: bytes) -> None:
    runs = [run for run in docx_notes.part(docx, "word/document.xml").iter(f"{_W}r") if run.find(f"{_W}rPr/{_W}rStyle[@{_W}val='Unverified']") is not None]
    assert ["".join(run.itertext()).strip() for run in runs] == ["Unverified"] * 4


def test_the_contents_are_filled_link_to_headings_that_are_there_and_ask_nothing(docx: bytes) -> None:
    document = docx_notes.part(docx, "word/document.xml")
    contents = next(document.iter(f"{_W}sdtContent"))
    entries = ["".join(paragraph.itertext()) for paragraph in contents.iter(f"{_W}p")]
    note = rich()
    assert [entry.replace(' TOC \\o "1-2" \\h \\z \\u ', "") for entry in entries] == [
        "Contents", *(section.heading for top in note.sections for section in (top, *top.sections))
    ]  # fmt: skip
    marks = {mark.get(f"{_W}name") for mark in document.iter(f"{_W}bookmarkStart")}
    assert {link.get(f"{_W}anchor") for link in contents.iter(f"{_W}hyperlink")} <= marks
    assert [field.get(f"{_W}fldCharType") for field in contents.iter(f"{_W}fldChar")] == ["begin", "separate", "end"]
    settings = docx_notes.part(docx, "word/settings.xml")
    assert next(settings.iter(f"{_W}updateFields"), None) is None and not document.xpath("//@*[local-name()='dirty']")
    assert next(settings.iter(f"{_W}compatSetting")).get(f"{_W}val") == "15"


def test_a_note_of_one_page_has_no_contents() -> None:
    note = replace(rich(), inquiry=replace(rich().inquiry, kind=NoteKind.PAGE))
    assert next(docx_notes.part(word.made(note), "word/document.xml").iter(f"{_W}sdt"), None) is None


def test_see_note_is_a_field_that_follows_the_note_it_names(docx: bytes) -> None:
    fields = ["".join(field.itertext()).split() for field in docx_notes.part(docx, "word/footnotes.xml").iter(f"{_W}instrText")]
    marks = {mark.get(f"{_W}name") for mark in docx_notes.part(docx, "word/document.xml").iter(f"{_W}bookmarkStart")}
    assert len(fields) > 10 and all(name == "NOTEREF" and mark in marks for name, mark, _ in fields)


def test_header_footer_paper_and_language(docx: bytes) -> None:
    header, footer = ("".join(docx_notes.part(docx, f"word/{name}1.xml").itertext()) for name in ("header", "footer"))
    assert header == "Crossings to the outer islands8 March 2018 · Prepared from 5 documents"
    fields = [field.get(f"{_W}instr").strip() for field in docx_notes.part(docx, "word/footer1.xml").iter(f"{_W}fldSimple")]
    assert footer == "Page 1 of 1" and fields == ["PAGE", "NUMPAGES"]
    page = next(docx_notes.part(docx, "word/document.xml").iter(f"{_W}pgSz"))
    assert (page.get(f"{_W}w"), page.get(f"{_W}h")) == ("11906", "16838")
    assert next(docx_notes.part(docx, "word/document.xml").iter(f"{_W}titlePg"), None) is not None, "the first page says it below its title"
    assert next(docx_notes.part(docx, "word/styles.xml").iter(f"{_W}lang")).get(f"{_W}val") == "en-GB"
    told = {element.tag.rpartition("}")[2]: element.text for element in docx_notes.part(docx, "docProps/core.xml")}
    assert (told["title"], told["language"], told["description"]) == ("Crossings to the outer islands", "en-GB", "Prepared from 5 documents.")
    assert told["created"] == told["modified"] == "2018-03-06T00:00:00Z"


def test_the_file_holds_no_moment_of_its_making(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_table_without_names_of_columns_has_no_head() -> None:
    note = replace(rich(), sections=(Section("session", "Session", (Table(("", ""), (((Own("Date"),), (Own("8 March 2018"),)),)),)),))
    rows = list(docx_notes.part(word.made(note), "word/document.xml").iter(f"{_W}tr"))
    assert ["".join(row.itertext()) for row in rows] == ["Date8 March 2018"]


def test_the_picture_says_what_it_shows(docx: bytes) -> None:
    told = docx_notes.part(docx, "word/document.xml").xpath("//*[local-name()='docPr']/@descr")
    assert len(told) == 1 and told[0].startswith("Timeline, the oldest first. 2016: Contract let") and "1 February 2018: Audit of crossings" in told[0]


@pytest.mark.parametrize("day", ["", "2017", "1815-06-18", "no day"])
def test_a_day_that_no_archive_can_say_is_no_obstacle(day: str) -> None:
    assert word.made(replace(rich(), made_from=replace(rich().made_from, made=day)))


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTES)
def test_libreoffice_opens_it_with_its_pages_notes_and_contents(name: str, files: dict[str, bytes], tmp_path: Path) -> None:
    soffice, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if not soffice or not reader:
        pytest.skip("LibreOffice (soffice) and pdftotext are not on this machine")
    (tmp_path / "note.docx").write_bytes(files[name])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "note.docx")], check=True, capture_output=True
    )
    text = subprocess.run([reader, "-layout", str(tmp_path / "note.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    pages = text.count("\f")
    assert pages > 3 and f"Page {pages} of {pages}" in text and text.count("Prepared from") == pages
    assert text.count("See note") == sum(each.text.startswith("See note") for each in docx_notes.footnotes(files[name]))
