"""Hansard's web pages, old and present: anchors, columns, Members, questions, a paragraph over two columns, divisions."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from corpus.document import Document, Kind, Mark, Passage
from corpus.readers import hansard_html
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT, SHARED

FIXTURES = ROOT / "tests" / "fixtures" / "hansard_html"
REAL = SHARED / "sources" / "hansard-html"


def document(name: str, source: str = "/records/page.html") -> Document:
    (found,) = hansard_html.read((FIXTURES / name).read_bytes(), source, "0" * 64)
    return found


def by_anchor(found: Document) -> dict[str, Passage]:
    return {passage.id.partition("#")[2]: passage for passage in found.passages}


@pytest.fixture(scope="module")
def page() -> dict[str, Passage]:
    return by_anchor(document("debate.html"))


def test_a_page_is_known_by_house_day_and_first_column() -> None:
    found = document("debate.html")
    assert (found.id, found.date, found.publisher) == ("hansard-commons-2010-03-03-col-901", "2010-03-03", "House of Commons")


def test_a_paragraph_carried_over_is_one_passage_in_both_columns(page: dict[str, Passage]) -> None:
    answer = page["10030388000036"]
    assert (answer.locator, answer.text) == ("cols 901–902", "Nine towers were mended; the tenth stands in water and will take until spring.")


def test_a_members_office_stays_with_the_short_name(page: dict[str, Passage]) -> None:
    assert (page["10030388000038"].speaker, page["10030388000038"].office) == ("Ms Ilse Brandreth", "The Secretary of State for Coasts")
    assert (page["10030388000037"].speaker, page["10030388000037"].party) == ("Mr Aldous Pym", "Labour")


def test_a_question_has_its_numbers_and_its_answer(page: dict[str, Passage]) -> None:
    asked = page["10030388000035"]
    assert (asked.locator, asked.number, asked.headings) == ("col 901, Q1", "44501", ("Oral Answers to Questions", "Coasts", "Lighthouses"))
    assert page["10030388000036"].reply_to == asked.id


def test_another_item_of_business_does_not_stand_under_the_questions(page: dict[str, Passage]) -> None:
    assert page["10030388000050"].headings == ("Coasts Bill",)


def test_column_lines_times_and_navigation_are_no_passages(page: dict[str, Passage]) -> None:
    assert not [p.text for p in page.values() if re.search(r"Column \d|^12\.34 pm|Previous Section|Wednesday 3", p.text)]


def test_a_division_is_one_passage_and_ends_where_procedure_goes_on(page: dict[str, Passage]) -> None:
    division = page["divlst_0"]
    assert (division.mark, division.number, division.speaker) == (Mark.DIVISION, "87", None)
    assert "Pym, Mr Aldous (Sandwick West)\n" in division.text and "[12.40 pm" in division.text and division.text.endswith("Ivo Lamb")
    assert list(page.values())[-1].text == "Question accordingly agreed to."


def test_only_a_page_read_from_its_address_has_links(page: dict[str, Passage]) -> None:
    address = "https://publications.parliament.uk/pa/cm200910/cmhansrd/cm100303/debtext/100303-0001.htm"
    assert by_anchor(document("debate.html", address))["10030388000035"].url == f"{address}#10030388000035"
    assert page["10030388000035"].url is None


def test_a_written_reply_that_puts_off_is_no_answer() -> None:
    asked, reply = document("written.html").passages
    assert (asked.kind, asked.locator, asked.number) == (Kind.WRITTEN_QUESTION, "col 12W, PQ 55001", "55001")
    assert (reply.reply_to, reply.mark) == (asked.id, Mark.NON_ANSWER)


def test_a_page_of_the_present_site_has_its_own_ids_and_links() -> None:
    found = document("site.html")
    _, asked, answer, more = found.passages
    assert (found.publisher, found.date, asked.volume, asked.party) == ("House of Lords", "2021-06-08", "812", "Crossbench")
    assert (answer.id, answer.speaker, answer.office) == ("DDDD0002-0000-4000-8000-000000000002", "Lord Farrow of Lee", "The Minister of State, Home Office")
    assert (answer.locator, more.locator, more.id, answer.reply_to) == ("cols 1300–1301", "col 1301", f"{answer.id}/2", asked.id)
    assert answer.url and answer.url.endswith("/Lamps#contribution-DDDD0002-0000-4000-8000-000000000002")


@pytest.mark.parametrize("data", [b"<html></html>", b"<p><b>19 July 2011 : Column 771</b></p>", b"\x00"])
def test_a_page_without_words_of_the_house_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        hansard_html.read(data, "page.html", "0" * 64)
    assert refused.value.why and "\n" not in refused.value.why


def test_mutated_pages_are_read_or_refused() -> None:
    for seed in range(200):
        rng = random.Random(seed)
        data = bytearray((FIXTURES / ("debate.html", "written.html", "site.html")[seed % 3]).read_bytes())
        for _ in range(3):
            at = rng.randrange(len(data))
            data[at : at + rng.randrange(30)] = rng.choice([b"", b"<b>", b"</p>", b"<table>", b"\xff\x00", b"<p>", bytes([rng.randrange(256)])])
        try:
            (found,) = hansard_html.read(bytes(data), "page.html", "0" * 64)
        except UnreadableDocument:
            continue
        assert len({p.id for p in found.passages}) == len(found.passages) and all(p.text.strip() for p in found.passages)


@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(REAL.glob("*.html")) or [None], ids=lambda path: path.stem if path else "absent")
def test_no_word_of_the_real_pages_is_lost(path: Path | None) -> None:
    if path is None:
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    (found,) = hansard_html.read(path.read_bytes(), str(path), "0" * 64)
    body = path.read_text("utf-8").partition("<body")[2].partition(">")[2]
    body = re.sub(r'(?s)<(h\d|div class="nav\w+")[^>]*>.*?</(?:h\d|div)>|<p>\s*<b>[^<]*: Column \w+</b>|<b>[^<]*:</b>', " ", body)
    words = re.findall(r"[a-z]{4,}", re.sub(r"<[^>]*>", " ", body))
    kept = " ".join(p.text for p in found.passages)
    assert not [word for word in words if word not in kept]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "anchor", "locator", "speaker", "begins"),
    [
        ("debates_and_oral_answers", "11071988000035", "col 771, Q1", "Mr David Hanson", "When he next expects"),
        ("debates_and_oral_answers", "11071988000040", "cols 771–772", "Mr William Hague", "Iran has certainly been involved"),
        ("topical_questions", "11071988000137", "col 785, T2", "Stephen Mosley", "One of the remaining issues"),
        ("topical_questions_end", "11071988000174", "col 791", "Hilary Benn", "On a point of order"),
        ("debate_with_division", "11071299000111", "col 212", "Mr Hurd", "However, I reiterate"),
        ("wh_debates", "11071984000131", "col 184WH", "Sarah Teather", "I shall complete this point"),
        ("wms", "11071985000593", "cols 89WS–109WS", "Mr Jonathan Djanogly", "My hon. friend the Minister"),
        ("written_answers", "110719112000087", "col 773W, PQ 67110", "Priti Patel", "To ask the hon. Member"),
    ],
)
def test_the_real_pages_are_as_printed(name: str, anchor: str, locator: str, speaker: str, begins: str) -> None:
    path = REAL / f"test_data_{name}.html"
    if not path.exists():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    (found,) = hansard_html.read(path.read_bytes(), str(path), "0" * 64)
    passage = by_anchor(found)[anchor]
    assert (passage.locator, passage.speaker, passage.text[: len(begins)], passage.body) == (locator, speaker, begins, "House of Commons")
