from __future__ import annotations

import hashlib
import random
import re
import zlib
from collections import Counter
from pathlib import Path

import pytest

from corpus.document import Document, Mark
from corpus.papers.block import Block, Role
from corpus.pdf import reading as apart
from corpus.pdf.headings import below_chapters
from corpus.pdf.reading import reading
from corpus.readers import pdf as reader
from corpus.unreadable import UnreadableDocument
from tests.conftest import SHARED
from tests.pdf_writer import HEIGHT, Page, pdf

WORDS = (
    "the service had met most of the needs that its staff had written down at the start of each sentence but it had not kept "
    "a record of what was done about housing or work and few plans had been looked at again before people were released"
)


def blocks(*pages: Page, title: str = "") -> list[Block]:
    return list(reading(pdf(list(pages), title), "test.pdf").blocks)


def texts(found: list[Block], role: Role) -> list[str]:
    return [block.text for block in found if block.role is role]


def read(data: bytes, source: str = "test.pdf") -> Document:
    (document,) = reader.read(data, source, hashlib.sha256(data).hexdigest())
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    assert "\n" not in refused.value.why
    return refused.value.why


def report() -> list[Page]:
    """Six pages with running heads, page numbers, a cover and contents, numbered paragraphs, notes and a recommendation."""
    cover = Page().text(80, 200, "Ashmouth Prison: the first year", 24).text(80, 260, "Report of the Ashmouth Committee", 14).text(80, 700, "HC 9912")
    contents = Page().text(80, 80, "Contents", 16)
    for index, (words, number) in enumerate([("Summary", 3), ("Housing", 4), ("Work", 5), ("Conclusions", 6)]):
        contents.text(80, 120 + 14 * index, f"{words} {'.' * 40} {number}")
    pages = [cover, contents]
    for chapter in range(1, 5):
        page = Page().text(80, 40, "Ashmouth Prison: the first year", 9).text(500, 800, str(chapter + 2), 9)
        page.text(80, 80, f"{chapter} Findings about {('housing', 'work', 'health', 'release')[chapter - 1]}", 16)
        page.text(80, 104, "What was found", font="bold")
        y = 124.0
        for number in range(1, 4):
            page.text(80, y, f"{chapter}.{number}")
            y = page.lines(110, y, f"{WORDS[:1].upper()}{WORDS[1:]}.", 66) + 8
        page.text(110, y, "There were 264,649").text(110 + 18 * 6, y - 4, str(chapter), 6).text(110 + 18 * 6 + 10, y, "people under supervision then.")
        page.rule(80, 730, 200, 730).text(80, 745, str(chapter), 5).text(86, 749, f"Figures of the ministry, table {chapter}.", 8)
        page.lines(110, y + 24, "We recommend that the service keep a record of each plan and look at it again before release.", 60, font="bold")
        pages.append(page)
    return pages


def test_a_numbered_paragraph_keeps_its_number_apart_and_its_page() -> None:
    found = [block for block in blocks(*report()) if block.number and block.role is Role.PARAGRAPH]
    assert [block.number for block in found] == [f"{chapter}.{number}" for chapter in range(1, 5) for number in range(1, 4)]
    assert all(block.text == f"{WORDS[:1].upper()}{WORDS[1:]}." for block in found)
    assert [block.page for block in found] == [3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6]


def test_running_heads_page_numbers_and_contents_are_no_words_of_the_report() -> None:
    found = blocks(*report())
    said = " ".join(block.text for block in found)
    assert said.count("the first year") == 1  # the title on the cover
    assert "Contents" not in said and "....." not in said
    assert not any(block.text in "3456" for block in found)


def test_a_note_stands_apart_and_its_mark_never_joins_a_figure() -> None:
    found = blocks(*report())
    notes = [(block.number, block.text) for block in found if block.role is Role.NOTE]
    assert notes == [(str(n), f"Figures of the ministry, table {n}.") for n in range(1, 5)]
    counted = [block.text for block in found if "264,649" in block.text]
    assert counted == [f"There were 264,649 [{n}] people under supervision then." for n in range(1, 5)]


def test_headings_are_told_by_size_and_recommendations_by_bold() -> None:
    found = blocks(*report())
    levels = {block.text: block.level for block in found if block.role is Role.HEADING}
    assert levels["Ashmouth Prison: the first year"] <= levels["2 Findings about work"] < levels["What was found"]
    bold = [block for block in found if block.bold and block.role is Role.PARAGRAPH]
    assert len(bold) == 4 and all(block.text.endswith("again before release.") for block in bold)


def test_the_report_becomes_passages_with_places_and_a_recommendation_mark() -> None:
    document = read(pdf(report()))
    third = next(passage for passage in document.passages if passage.locator == "para 3.2, p. 5")
    assert third.headings[-2:] == ("3 Findings about health", "What was found")
    assert len([passage for passage in document.passages if passage.mark is Mark.NOTE]) == 4
    assert len([passage for passage in document.passages if passage.mark is Mark.RECOMMENDATION]) == 4
    assert len({passage.id for passage in document.passages}) == len(document.passages)
    assert read(pdf(report())) == document


def column(page: Page, x: float, marks: str) -> None:
    y = 120.0
    for mark in marks:
        y = page.lines(x, y, f"{mark} begins here and {WORDS}.", 38, 9) + 9


def test_two_columns_are_read_one_after_the_other_below_what_crosses_them() -> None:
    page = Page().text(60, 80, "A heading over both of the columns of this page", 16)
    column(page, 310, "CD")  # the right one first in the file
    column(page, 60, "AB")
    page.lines(60, 700, f"E ends over both columns where {WORDS}.", 85, 9)
    assert [text[0] for text in texts(blocks(page), Role.PARAGRAPH)] == list("ABCDE")
    assert texts(blocks(page), Role.PARAGRAPH)[1] == f"B begins here and {WORDS}."


def test_a_paragraph_that_runs_over_a_page_is_one_on_the_page_where_it_begins() -> None:
    first, second = Page(), Page()
    half = len(WORDS.split()) // 2
    first.lines(80, 120, f"{WORDS}.", 66)
    first.lines(80, 760, "It begins " + " ".join(WORDS.split()[:half]), 66)
    second.lines(80, 80, " ".join(WORDS.split()[half:]) + ".", 66)
    found = blocks(first, second)
    assert [block.text for block in found] == [f"{WORDS}.", f"It begins {WORDS}."]
    assert found[1].page == 1


def sentence(page: Page, first: str, y: float = 120) -> Page:
    page.lines(80, y, f"{first} begins what is said here, and {WORDS}.", 60)
    return page


def numbered_pages(*numbers: str) -> list[Page]:
    """A page for each number, with a sentence and the number at its foot; none where it is empty."""
    pages = [sentence(Page(), f"Sheet{index}") for index in range(1, len(numbers) + 1)]
    return [page.text(290, 800, number, 9) if number else page for page, number in zip(pages, numbers, strict=True)]


def places(data: bytes, source: str = "test.pdf") -> list[str]:
    return [passage.locator for passage in read(data, source).passages]


def test_a_page_is_named_by_the_number_printed_on_it() -> None:
    pages = numbered_pages("", "", "i", "ii", "iii", "", "2", "3", "4", "5")
    assert places(pdf(pages)) == ["sheet 1", "sheet 2", "p. i", "p. ii", "p. iii", "p. 1", "p. 2", "p. 3", "p. 4", "p. 5"]
    assert list(dict.fromkeys(places(pdf(numbered_pages("", "", "", "", "", "7", "9", "4", "88"))))) == [f"p. {sheet}" for sheet in range(1, 10)]


def labelled(labels: str) -> dict[int, str]:
    return {1: f"<</Type/Catalog/Pages 2 0 R/PageLabels<</Nums[{labels}]>>>>"}


def test_the_labels_of_a_file_name_its_pages_unless_they_contradict_what_is_printed() -> None:
    plain, own = numbered_pages("", "", "", "", ""), labelled("0<</P(fc)/S/r>>1<</S/r>>3<</S/D>>")
    assert places(pdf(plain, objects=own)) == ["sheet 1", "p. i", "p. ii", "p. 1", "p. 2"]
    counted = labelled("0<</S/D>>")
    assert places(pdf(numbered_pages("", "", "1", "2", "3", "4"), objects=counted)) == ["sheet 1", "sheet 2", "p. 1", "p. 2", "p. 3", "p. 4"]


def test_a_label_that_cannot_be_decoded_is_none() -> None:
    assert places(pdf(numbered_pages("", ""), objects=labelled("0<</P<FEFFD800>>>"))) == ["p. 1", "p. 2"]


def test_labels_that_lead_in_a_circle_end_no_process_but_the_one_apart() -> None:
    circle = {1: "<</Type/Catalog/Pages 2 0 R/PageLabels 12 0 R>>", 12: f"<</Kids[{'12 0 R ' * 40}]>>"}
    assert "or is damaged" in refusal(pdf(numbered_pages("", ""), objects=circle))


def test_headings_that_count_on_from_page_to_page_are_no_page_numbers() -> None:
    named = ("Housing", "Work", "Health", "Release", "Plans")
    pages = [sentence(Page().text(80, 90, f"{chapter} {name}", 16), "It") for chapter, name in enumerate(named, 1)]
    assert places(pdf([sentence(Page(), "It"), *pages])) == [f"p. {sheet}" for sheet in range(1, 7)]


def over_the_page() -> bytes:
    """Four pages with numbers from 41 on; a paragraph runs from the second to the third."""
    pages = numbered_pages("41", "42", "43", "44")
    pages[1].text(80, 700, "2.8").lines(110, 700, "It begins " + WORDS, 60)
    pages[2] = sentence(Page().text(290, 800, "43", 9), "in the end", 80)
    pages[0].text(80, 700, "2.7").lines(110, 700, f"Another one where {WORDS}.", 60)
    pages[3].text(80, 700, "2.9").lines(110, 700, f"Another one where {WORDS}.", 60)
    return pdf(pages)


def test_a_paragraph_that_runs_over_a_page_names_both() -> None:
    assert places(over_the_page()) == ["p. 41", "para 2.7, p. 41", "p. 42", "para 2.8, pp. 42–43", "p. 44", "para 2.9, p. 44"]


def test_a_fetched_file_is_linked_to_page_by_page_of_the_file_and_a_local_one_is_not() -> None:
    address = "https://example.org/ashmouth.pdf"
    fetched = read(over_the_page(), address)
    assert fetched.url == address
    assert [passage.url for passage in fetched.passages][:4] == [f"{address}#page={sheet}" for sheet in (1, 1, 2, 2)]
    local = read(over_the_page())
    assert local.url is None and not any(passage.url for passage in local.passages)
    assert [passage.id for passage in local.passages] == [passage.id for passage in fetched.passages]


def test_quotations_and_lists_set_in_below_a_numbered_paragraph_belong_to_it_up_to_what_stands_at_the_margin() -> None:
    page = Page()
    for index, number in enumerate(("4.1", "4.2", "4.3")):
        page.text(80, 100 + 60 * index, number).lines(110, 100 + 60 * index, f"Number {number} says that {WORDS[:130]}.", 60)
    page.lines(130, 280, f"“What was quoted is that {WORDS[:90]}.”", 50)
    page.text(130, 330, "\u2022 one thing").text(130, 350, "\u2022 another")
    page.lines(110, 380, f"This was said to be so because {WORDS[:90]}.", 60)
    page.lines(80, 430, f"At the margin stands this where {WORDS[:90]}.", 60)
    page.lines(130, 480, f"“What was quoted after it is that {WORDS[:90]}.”", 50)
    page.text(80, 560, "Annex", 16)
    page.lines(130, 600, f"“What was quoted in the annex is that {WORDS[:90]}.”", 50)
    found = places(pdf([page]))
    assert found == ["para 4.1, p. 1", "para 4.2, p. 1", *["para 4.3, p. 1"] * 5, "p. 1", "p. 1", "p. 1"]


def test_a_heading_over_the_page_is_no_part_of_a_paragraph_set_bold() -> None:
    first, second = Page(), Page()
    for number in range(1, 8):
        first.text(80, 60 + 60 * number, f"1.{number}").lines(110, 60 + 60 * number, f"{WORDS[:1].upper()}{WORDS[1:]}.", 66)
    first.text(80, 600, "1.8", font="bold").text(110, 600, f"We recommend that {WORDS[:48]}", font="bold").text(110, 612, f"{'w' * 64}.", font="bold")
    second.text(110, 80, "CHAPTER 2: HOUSING AND", font="bold").text(110, 92, "WORK", font="bold").text(80, 124, "2.1")
    second.lines(110, 124, f"{WORDS[:1].upper()}{WORDS[1:]}.", 66)
    assert texts(blocks(first, second), Role.HEADING) == ["CHAPTER 2: HOUSING AND WORK"]


def test_headings_set_like_one_that_stands_for_a_chapter_are_below_it() -> None:
    named = ["Conclusions", "Housing (Chapter 2)", "Plans", "Work (Chapter 3)", "Skills", "Annex"]
    made = below_chapters(Block(text, Role.HEADING, 1 if text in {"Conclusions", "Annex"} else 2) for text in named)
    assert [block.level for block in made] == [1, 2, 3, 2, 3, 1]


@pytest.mark.parametrize(
    ("broken", "elsewhere", "whole"),
    [
        ("govern-|ment", "", "government"),
        ("policy-|making", "The policy-making of it.", "policy-making"),
        ("policy-|making", "The policymaking of it.", "policymaking"),
        ("Covid-|19", "", "Covid-19"),
        ("evidence-|based", "The evidence of it was based there.", "evidence-based"),
        ("Anglo-|Saxon", "", "Anglo-Saxon"),
        ("up-|to-date", "They went up to it.", "up-to-date"),
        ("govern-|ment-led", "A government is one.", "government-led"),
        ("short-|to medium-term", "", "short- to medium-term"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_where_the_word_is_then_right(broken: str, elsewhere: str, whole: str) -> None:
    before, after = broken.split("|")
    page = Page().text(80, 100, f"This line is as long as the next of it and ends in {before}")
    page.text(80, 112, f"{after} and goes on for as long as the line above it does now.")
    page.text(80, 160, elsewhere)
    assert f"ends in {whole} and goes" in blocks(page)[0].text


def test_a_ruled_table_is_rows_of_cells() -> None:
    page = Page().text(80, 80, "Before the table there is this sentence.")
    for y in (100, 130, 160, 190):
        page.rule(80, y, 440, y)
    for x in (80, 200, 320, 440):
        page.rule(x, 100, x, 190)
    for row, cells in enumerate([("Year", "Caseload", "Share"), ("2016", "264,649", "3.5"), ("2017", "", "4.1")]):
        for index, cell in enumerate(cells):
            page.text(85 + 120 * index, 118 + 30 * row, cell)
    assert texts(blocks(page), Role.TABLE) == ["Year | Caseload | Share\n2016 | 264,649 | 3.5\n2017 |  | 4.1"]
    assert texts(blocks(page), Role.PARAGRAPH) == ["Before the table there is this sentence."]


def test_the_lines_of_a_cell_are_joined_like_those_of_a_paragraph() -> None:
    page = Page().text(80, 80, "A large-scale table comes next.")
    for y in (100, 150, 200):
        page.rule(80, y, 440, y)
    for x in (80, 260, 440):
        page.rule(x, 100, x, 200)
    page.text(85, 115, "Name of the").text(85, 127, "exercise").text(265, 115, "Scenario")
    page.text(85, 165, "Ashmouth").text(265, 165, "A large-").text(265, 177, "scale flood")
    assert texts(blocks(page), Role.TABLE) == ["Name of the exercise | Scenario\nAshmouth | A large-scale flood"]


def test_cells_that_stand_under_one_another_are_a_table_without_rules() -> None:
    page = Page()
    for index, (place, cases) in enumerate([("Ashmouth", "1,204"), ("Brackwell", "310"), ("Carrow", "2,871"), ("Dunmere", "12")]):
        page.text(80, 100 + 14 * index, place).text(300, 100 + 14 * index, cases)
    page.lines(80, 220, f"{WORDS}.", 66)
    assert texts(blocks(page), Role.TABLE) == ["Ashmouth | 1,204\nBrackwell | 310\nCarrow | 2,871\nDunmere | 12"]


def test_list_items_lose_their_bullets_and_keep_their_letters() -> None:
    page = Page()
    y = page.lines(80, 100, f"{WORDS}. There are three:", 66) + 6
    for label, words in (("\u2022", "a bullet goes"), ("(a)", "a letter stays"), ("(ii)", "a roman number stays")):
        page.text(90, y, f"{label} {words}")
        y += 18
    found = [(block.number, block.text) for block in blocks(page) if block.role is Role.ITEM]
    assert found == [(None, "a bullet goes"), ("a", "a letter stays"), ("ii", "a roman number stays")]


def test_a_year_or_a_figure_at_a_lines_start_is_no_paragraph_number() -> None:
    page = Page().text(80, 100, "The number of people under supervision stood in the year").text(80, 112, "2016. It had been less before, and was to be about")
    page.text(80, 124, "3.5 million by the count of 2021, as the ministry had said").text(80, 136, "in paragraph").text(80, 172, "3.5 million was right.")
    page.text(80, 208, "12 Members were there.").text(80, 244, "A.B. Sample was not.")
    assert [(block.number, block.role) for block in blocks(page)] == [(None, Role.PARAGRAPH)] * 4


def test_a_page_set_sideways_reads_like_any_other() -> None:
    page = Page(turned=90)
    page.lines(80, 100, f"{WORDS}.", 66)
    assert [block.text for block in blocks(page)] == [f"{WORDS}."]


def test_a_title_that_is_a_template_or_a_file_is_not_handed_on() -> None:
    assert reading(pdf(report(), "Ashmouth Prison: a report"), "x").facts.title == "Ashmouth Prison: a report"
    for title in ("Microsoft Word - final report", "Committee Report 4.3", "ashmouth final.docx", "report"):
        assert reading(pdf(report(), title), "x").facts.title is None


def test_every_word_of_the_pages_is_in_a_block_but_furniture_and_contents() -> None:
    pages = report()
    drawn = Counter(re.findall(r"[A-Za-z]{2,}", " ".join(re.findall(r"\((.*?)\) Tj", "\n".join(line for page in pages[2:] for line in page.drawn)))))
    kept = Counter(re.findall(r"[A-Za-z]{2,}", " ".join(block.text for block in blocks(*pages) if (block.page or 0) > 2)))
    assert drawn - kept == Counter({word: 4 for word in ["Ashmouth", "Prison", "the", "first", "year"]})
    assert not kept - drawn


def test_a_scan_without_a_text_layer_says_so() -> None:
    assert "has no text layer (3 pages of pictures)" in refusal(pdf([Page().picture(), Page().picture(), Page().picture()]))


def test_pages_that_are_pictures_are_told_of_where_they_are_missing() -> None:
    pages = report()
    document = read(pdf([*pages[:4], Page().picture(), Page().picture(), *pages[4:]]))
    (told,) = [passage for passage in document.passages if passage.remark]
    assert told.remark == "pages 5–6 of the file are pictures without text and not read"
    assert told.locator.endswith("p. 4")


def test_fonts_that_do_not_say_which_letters_they_draw_are_refused() -> None:
    part = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A+B/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600>>"
    page = Page()
    page.lines(80, 100, WORDS, 60)
    font = f"<</Type/Font/Subtype/Type0/BaseFont/A+B/Encoding/Identity-H/DescendantFonts[{part}]>>"
    assert "do not say which letters they draw" in refusal(pdf([page], objects={3: font}))


def test_letters_that_are_a_good_guess_are_read() -> None:
    names = "".join(f"/g{code}" for code in range(95))
    font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/FirstChar 32/LastChar 126"
    font += f"/Widths[{'600 ' * 95}]/Encoding<</Type/Encoding/Differences[32{names}]>>>>"
    page = Page()
    page.lines(80, 100, f"{WORDS}.", 60)
    assert [block.text for block in reading(pdf([page], objects={3: font}), "x").blocks] == [f"{WORDS}."]


@pytest.mark.parametrize(
    ("objects", "said"),
    [
        ({2: "<</Type/Pages/Count 0/Kids[]>>"}, "without a page"),
        ({2: "<</Type/Pages/Count 100000/Kids[" + "8 0 R " * 100_000 + "]>>"}, "more than the 3,000"),
        ({1: "<</Type/Catalog/Pages 1 0 R>>"}, ""),
        ({2: "<</Type/Pages/Count 1/Kids[2 0 R]>>"}, ""),
    ],
)
def test_a_file_made_to_hurt_is_one_line(objects: dict[int, str], said: str) -> None:
    page = Page()
    page.lines(80, 100, WORDS, 60)
    assert said in refusal(pdf([page], objects=objects))


def test_a_page_crowded_with_characters_is_refused() -> None:
    page = Page()
    page.drawn.append("BT /F0 1 Tf 1 0 0 1 10 10 Tm " + f"({'a' * 900}) Tj " * 120 + "ET")
    assert "characters on page 1" in refusal(pdf([page]))


def test_a_page_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    forms = {}
    for level in range(10, 20):  # each draws the next one twenty times
        content = f"/X{level + 1} Do " * 20
        head = f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X{level + 1} {level + 1} 0 R>>>>/Length {len(content)}>>"
        forms[level] = f"{head}stream\n{content}\nendstream"
    forms[20] = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 7>>stream\n0 0 m S\nendstream"
    page = Page(drawn=["/Im Do"])
    forms[6] = forms[10]
    why = refusal(pdf([page], objects=forms))
    assert "more than 1 seconds for one page" in why or "memory" in why or "no text layer" in why


def test_what_grows_beyond_the_memory_is_given_up() -> None:
    content = zlib.compress(b"BT /F0 1 Tf " + b"(a) Tj " * 4_000_000, 9).decode("latin-1")
    why = refusal(pdf([Page()], objects={9: f"<</Length {len(content)}/Filter/FlateDecode>>stream\n{content}\nendstream"}))
    assert "memory" in why or "characters on page 1" in why


def test_a_locked_file_says_so() -> None:
    locked = (Path(__file__).parent / "fixtures" / "pdf" / "locked.pdf").read_bytes()
    assert "locked with a password" in refusal(locked)


def test_a_truncated_file_is_refused_or_read_without_a_crash() -> None:
    whole = pdf(report())
    assert refusal(whole[:600])
    assert refusal(b"%PDF-1.7\n" + b"\0" * 4000)


def test_no_mutation_raises_anything_but_the_one_error() -> None:
    whole, dice = pdf(report()[:4]), random.Random(8)
    for _ in range(200):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            begin = dice.randrange(len(data))
            if dice.random() < 0.5:
                data[begin] = dice.randrange(256)
            else:
                del data[begin : begin + dice.randint(1, 80)]
        try:
            read(bytes(data))
        except UnreadableDocument as error:
            assert "\n" not in error.why


def test_lines_far_beyond_the_page_are_left_out_and_the_rest_is_read() -> None:
    page = Page().text(10**7, 100, "nowhere to be seen").text(80, 100, "This is on the page and is read.")
    assert [block.text for block in blocks(page)] == ["This is on the page and is read."]
    assert HEIGHT == 842


REPORTS = SHARED / "sources" / "reports"


def real(name: str) -> list[Block]:
    path = REPORTS / name
    if not path.is_file():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    return list(reading(path.read_bytes(), str(path)).blocks)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "role", "number", "page", "begins", "ends"),
    [
        ("Behaviour-Change-Report-Recomm.pdf", Role.PARAGRAPH, "1.1", 7, "Many of the goals", "to protect sexual health."),
        ("Behaviour-Change-Report-Recomm.pdf", Role.PARAGRAPH, "5.21", 38, "Many witnesses expressed scepticism", ""),
        ("Behaviour-Change-Report-Recomm.pdf", Role.NOTE, "48", 20, "We note that the Health Trainers", "reflect the available evidence."),
        ("Behaviour-Change-Response.pdf", Role.PARAGRAPH, "8.1", 3, "The idea of the Government intervening", "problem (paragraph 2.20)."),
        ("WASPI-Recomm.pdf", Role.PARAGRAPH, "8", 7, "Upon reviewing the 2007 report", "including the 2007 report."),
        ("WASPI-Recomm.pdf", Role.NOTE, "6", 7, "Ministerial Statement, Pensions update", "C30156E7799C/Pensions"),
        ("UK-Covid-19-Inquiry-Module-1-Recomm.pdf", Role.PARAGRAPH, "A1.3", 181, "On 28 June 2022", "Inquiries Act 2005. [1]"),
        ("UK-Covid-19-Inquiry-Module-1-Recomm.pdf", Role.PARAGRAPH, "2.19", 38, "Katharine Hammond, Director", ""),
        ("UK-Covid-19_Inquiry_Module_1_Response.pdf", Role.NOTE, "1", 10, "https://www.epcresilience.com", "lessons-digest"),
    ],
)
def test_real_blocks_are_what_a_reader_of_the_page_sees(name: str, role: Role, number: str, page: int, begins: str, ends: str) -> None:
    found = [block for block in real(name) if (block.role, block.number, block.page) == (role, number, page)]
    assert [block for block in found if block.text.startswith(begins) and block.text.endswith(ends)]


@pytest.mark.shared
def test_real_notes_are_numbered_without_a_gap_and_each_has_its_mark() -> None:
    found = real("Behaviour-Change-Report-Recomm.pdf")
    notes = sorted(int(block.number or 0) for block in found if block.role is Role.NOTE)
    marks = sorted(int(number) for block in found if block.role is not Role.NOTE for number in re.findall(r" \[(\d+)\]", block.text))
    assert notes == list(range(1, 354))
    assert set(marks) >= set(notes) - {5}  # mark 5 stands within the table on page 10


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "words", "furniture"),
    [
        ("Behaviour-Change-Report-Recomm.pdf", r"[A-Za-z]{2,}", 0.016),  # 109 running heads of two words, and two pages of contents
        ("WASPI-Recomm.pdf", r"[A-Za-z]{2,}", 0.005),
        ("Behaviour-Change-Response.pdf", r"[A-Za-z]{2,}", 0.001),
        ("UK-Covid-19_Inquiry_Module_1_Response.pdf", r"[A-Za-z]{2,}", 0.012),
        ("UK-Covid-19-Inquiry-Module-1-Recomm.pdf", r"[A-Za-z]{2,}", 0.035),  # running heads of up to ten words on each page
    ],
)
def test_the_words_of_real_pages_are_in_the_blocks_but_for_furniture_and_contents(name: str, words: str, furniture: float) -> None:
    import pypdfium2

    found = real(name)
    with pypdfium2.PdfDocument(REPORTS / name) as document:
        pages = [document[index].get_textpage().get_text_bounded() for index in range(len(document))]
    plain = re.sub(r"[-\ufffe\x02\xad]\s*", "", "\n".join(pages))
    raw = Counter(re.findall(words, plain.lower()))
    kept = Counter(re.findall(words, re.sub(r"-\s?", "", " ".join(block.text for block in found).lower())))
    assert sum((raw - kept).values()) <= furniture * sum(raw.values())
    assert sum((kept - raw).values()) <= 0.002 * sum(raw.values())


@pytest.mark.shared
def test_a_real_scan_is_refused_and_a_real_report_has_its_recommendations() -> None:
    real("WASPI-Recomm.pdf")  # skips where the sources are absent
    assert "has no text layer (16 pages of pictures)" in refusal((REPORTS / "PostOfficeHorizon-IT-Inquiry-Response.pdf").read_bytes())
    found = real("Behaviour-Change-Report-Recomm.pdf")
    numbered = [block.number for block in found if block.page and block.page >= 67 and re.fullmatch(r"8\.\d+", block.number or "")]
    assert numbered == [f"8.{number}" for number in range(1, len(numbered) + 1)] and len(numbered) == 33


def test_a_turn_in_a_transcript_begins_a_paragraph_however_close_its_lines_are_set() -> None:
    page, y = Page(), 100.0
    rest = " pier" * 10 + " pier" * 11 + " pier?"  # to the end of two full lines of 60 characters
    turns = [f"Q11{n} Oak:{rest}" for n in (4, 5, 6)]
    for turn in turns:
        y = page.lines(80, y, turn, 60)
    assert texts(blocks(page), Role.PARAGRAPH) == turns
