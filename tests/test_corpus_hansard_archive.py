"""The Hansard archive's XML: ids, columns, Members by their short names, questions and answers, divisions; and the real files."""

from __future__ import annotations

import random
import re

import pytest

from corpus.document import Document, Kind, Mark, Passage
from corpus.readers import hansard_archive
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT, SHARED

FIXTURES = ROOT / "tests" / "fixtures" / "hansard_archive"
REAL = SHARED / "sources" / "hansard-archive"


def documents(data: bytes) -> list[Document]:
    return hansard_archive.read(data, "/records/day.xml", "0" * 64)


@pytest.fixture(scope="module")
def sitting() -> dict[str, Passage]:
    (document,) = documents((FIXTURES / "commons.xml").read_bytes())
    assert (document.id, document.date, document.publisher) == ("hansard-commons-1985-03-04", "1985-03-04", "House of Commons")
    return {passage.id.removeprefix("S6CV0901P0-"): passage for passage in document.passages}


def test_series_and_volume_come_from_the_ids(sitting: dict[str, Passage]) -> None:
    assert {(p.series, p.volume) for p in sitting.values()} == {("HC Deb", "901")}


def test_a_column_within_a_paragraph_is_no_text_and_widens_the_locator(sitting: dict[str, Passage]) -> None:
    assert (sitting["00004"].text, sitting["00004"].locator) == ("Nine towers, at £3 million, were mended.", "cols 41–42")


def test_a_line_break_begins_another_paragraph_of_the_same_speech(sitting: dict[str, Passage]) -> None:
    second = sitting["00004/2"]
    assert (second.text, second.speaker, second.locator, second.reply_to) == ("The tenth follows.", "Mr. Edmund Farrow", "col 42", sitting["00002"].id)


def test_a_short_name_is_the_member_introduced_with_it(sitting: dict[str, Passage]) -> None:
    assert (sitting["00006"].speaker, sitting["00006"].office) == ("Mr. Edmund Farrow", "The Under-Secretary of State for Coasts")


def test_a_short_name_that_two_members_answer_to_stays_as_it_is(sitting: dict[str, Passage]) -> None:
    assert (sitting["00012"].speaker, sitting["00012"].office) == ("Mr. Lamb", None)


def test_question_numbers_stand_in_the_locator(sitting: dict[str, Passage]) -> None:
    assert (sitting["00002"].locator, sitting["00003"].locator) == ("col 41, Q1", "col 41, Q2")


def test_a_question_answered_with_the_one_before_it_is_marked(sitting: dict[str, Passage]) -> None:
    assert sitting["00003"].mark is Mark.GROUPED and sitting["00002"].mark is None


def test_a_supplementary_question_has_the_next_answer(sitting: dict[str, Passage]) -> None:
    assert sitting["00006"].reply_to == sitting["00005"].id and sitting["00005"].reply_to is None


def test_a_paragraph_that_names_nobody_goes_on_with_the_speech(sitting: dict[str, Passage]) -> None:
    assert sitting["00007"].speaker == "Mr. Edmund Farrow"


def test_voices_and_procedure_are_nobodys(sitting: dict[str, Passage]) -> None:
    assert [sitting[key].speaker for key in ("00001", "00008", "00013", "00014")] == [None] * 4
    assert sitting["00008"].text == "Several Hon. Members rose—"


def test_a_division_is_one_passage_with_its_count_and_names(sitting: dict[str, Passage]) -> None:
    division = sitting["00014"]
    assert (division.mark, division.number, division.locator) == (Mark.DIVISION, "87", "cols 42–43")
    assert division.text.startswith("The House divided: Ayes 2, Noes 1.\n") and "Lamb, Giles" in division.text


def test_a_table_keeps_its_rows(sitting: dict[str, Passage]) -> None:
    assert sitting["00006/2"].text == "Year | Towers\n1984 | 4"


def test_words_outside_any_paragraph_are_kept(sitting: dict[str, Passage]) -> None:
    assert any(p.text == "stray words" and p.speaker is None for p in sitting.values())


def test_headings_are_the_path_above(sitting: dict[str, Passage]) -> None:
    assert sitting["00002"].headings == ("Oral Answers to Questions", "COASTS", "Lighthouses (Repair)")


def test_a_volume_gives_a_document_a_sitting_with_columns_as_cited() -> None:
    statements, answers = documents((FIXTURES / "lords_statements.xml").read_bytes())
    assert (statements.kind, statements.publisher, statements.passages[0].locator, statements.passages[0].series) == (
        Kind.WRITTEN_STATEMENT, "House of Lords", "col WS 29", "HL Deb",
    )  # fmt: skip
    asked, part, answer, more = answers.passages
    assert (answers.kind, asked.locator) == (Kind.WRITTEN_QUESTION, "col 7W")
    assert (asked.speaker, part.speaker) == ("Dr. Rhoda Quill", "Dr. Rhoda Quill")
    assert (answer.reply_to, more.reply_to, more.speaker, more.locator) == (asked.id, asked.id, "Ms. Brandreth", "col 8W")


def test_two_sittings_of_one_day_get_ids_of_their_own() -> None:
    day = (FIXTURES / "commons.xml").read_bytes()
    first, second = documents(b"<hansard>" + day + day + b"</hansard>")
    assert first.id != second.id


@pytest.mark.parametrize(
    "data", [b"<housecommons>", b"<other><p>words</p></other>", b"<housecommons><title>House of Commons</title></housecommons>", b"\x00\xff"]
)
def test_what_is_no_sitting_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        documents(data)
    assert refused.value.why and "\n" not in refused.value.why


def test_mutated_files_are_read_or_refused() -> None:
    for seed in range(200):
        rng = random.Random(seed)
        data = bytearray((FIXTURES / "commons.xml").read_bytes())
        at = rng.randrange(len(data))
        tag = re.compile(rb"</?(?:p|section|title|col|member|membercontribution|table)[^>]*>").search(data, at)
        if seed % 3 and tag:  # an empty element where there was a tag: mostly still well-formed
            data[tag.start() : tag.end()] = rng.choice([b"<col/>", b"<lb/>", b"<p/>", b"<member/>", b""])
        else:
            data[at : at + rng.randrange(40)] = bytes(rng.randrange(32, 127) for _ in range(rng.randrange(20)))
        try:
            found = documents(bytes(data))
        except UnreadableDocument:
            continue
        for document in found:
            assert len({p.id for p in document.passages}) == len(document.passages)
            assert all(p.text.strip() for p in document.passages)


def real(name: str) -> tuple[bytes, dict[str, Passage]]:
    if not REAL.is_dir():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    data = (REAL / name).read_bytes()
    (document,) = documents(data)
    return data, {passage.id: passage for passage in document.passages}


@pytest.mark.shared
@pytest.mark.parametrize("name", ["housecommons_example.xml", "writtenanswers_example.xml", "houselords_example.xml"])
def test_every_paragraph_of_the_real_files_is_there_but_times_of_day(name: str) -> None:
    data, passages = real(name)
    source = data.decode()
    paragraphs = re.findall(r'<p id="([^"]+)"[^>]*>(.*?)</p>', source, re.S)
    spoken = [identity for identity, inside in paragraphs if not re.fullmatch(r"\s*\d{1,2}(?:[.·]|&#x00B7;)?\d* ?pm\s*", inside)]
    assert set(spoken) <= set(passages) and len(spoken) > len(paragraphs) - 40


@pytest.mark.shared
@pytest.mark.parametrize("name", ["housecommons_example.xml", "writtenanswers_example.xml"])
def test_no_word_of_the_real_files_is_lost(name: str) -> None:
    data, passages = real(name)
    raw = re.sub(r"<(col|member|title|date)\b[^>]*>.*?</\1>", " ", data.decode(), flags=re.S)
    words = re.findall(r"[a-z]{4,}", re.sub(r"<[^>]+>|&#x\w+;", " ", raw).lower())
    kept = re.findall(r"[a-z]{4,}", " ".join(p.text for p in passages.values()).lower())
    assert abs(len(words) - len(kept)) < len(words) * 0.005


@pytest.mark.shared
@pytest.mark.parametrize(
    ("identity", "locator", "speaker", "office", "reply_to"),
    [
        ("S6CV0089P0-00362", "col 1, Q1", "Mr. Douglas", None, None),
        ("S6CV0089P0-00363", "col 1", "Mr. David Hunt", "The Parliamentary Under-Secretary of State for Energy", "S6CV0089P0-00362"),
        ("S6CV0089P0-00365", "cols 1–2", "Mr. David Hunt", "The Parliamentary Under-Secretary of State for Energy", "S6CV0089P0-00364"),
        ("S6CV0089P0-00369", "col 2", "Mr. David Hunt", "The Parliamentary Under-Secretary of State for Energy", "S6CV0089P0-00368"),
        ("S6CV0089P0-00391", "col 5, Q13", "Mr. Pike", None, None),
        ("S6CV0089P0-00394", "col 6", "Mr. Peter Walker", "The Secretary of State for Energy", "S6CV0089P0-00393"),
        ("S6CV0089P0-00553", "col 31", None, None, None),
        ("S6CV0089P0-00756", "col 93", "Mr. Bill Walker", None, None),
        ("S6CV0089P0-00781", "col 103", None, None, None),
        ("S6CV0089P0-00872", "col 131", None, None, None),
    ],
)
def test_the_real_sitting_is_as_printed(identity: str, locator: str, speaker: str | None, office: str | None, reply_to: str | None) -> None:
    passage = real("housecommons_example.xml")[1][identity]
    assert (passage.locator, passage.speaker, passage.office, passage.reply_to) == (locator, speaker, office, reply_to)
    assert (passage.date, passage.series, passage.volume, passage.body) == ("1985-12-16", "HC Deb", "89", "House of Commons")
