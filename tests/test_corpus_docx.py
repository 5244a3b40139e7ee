"""Word files: the words a reader of the printed page sees, their numbers and notes, and what is refused."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Mapping

import pytest

from corpus.document import Document, Kind, Mark
from corpus.papers.word import parts
from corpus.papers.word.numbering import Numbering, written
from corpus.readers import docx
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Chapter %1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="41"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Q%1"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""
FOOTNOTES = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Harrowdale Council, Annual return.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>Ibid, p 4.</w:t></w:r></w:p></w:footnote>
"""


def run(text: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inside: str, style: str = "", numbered: tuple[int, int] | None = None) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else para(inside)}</w:tc>"


def note(identity: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{identity}"/></w:r>'


def word(body: str, space: str = SPACE, others: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file whose body is ``body``, always the same bytes."""
    made = {
        "word/document.xml": f'<w:document xmlns:w="{space}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{space}">{STYLES}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{space}">{NUMBERING}</w:numbering>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{space}">{FOOTNOTES}</w:footnotes>',
        "docProps/core.xml": '<c:p xmlns:c="x" xmlns:d="http://purl.org/dc/elements/1.1/"><d:title>Template 4</d:title><d:creator>clerk01</d:creator></c:p>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in {**{name: text.encode() for name, text in made.items()}, **(others or {})}.items():
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def read(body: str, space: str = SPACE, others: Mapping[str, bytes] | None = None) -> Document:
    (document,) = docx.read(word(body, space, others), "/files/paper.docx", "0" * 64)
    return document


def texts(body: str) -> list[str]:
    return [passage.text for passage in read(body).passages]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        docx.read(data, "/files/paper.docx", "0" * 64)
    assert "\n" not in refused.value.why
    return refused.value.why


REPORT = (
    para("The Harrowdale Estate", "Titel")
    + para("A report by HM Inspectorate of Prisons")
    + para("May 2018")
    + para("Contents .... 1", "Toc1")
    + para("What we found", "Own", (1, 0))
    + para("The landings were clean.", "Para")
    + para(run("There were 264,649") + note(2) + run(" visits, and 3") + note(3) + run(" complaints."), "Para")
    + para("at weekends;", numbered=(1, 2))
    + para("at night.", numbered=(1, 2))
    + table(cell("Wing") + cell("Places"), cell("North") + cell("40"))
    + para("Recommendations", "H2")
    + para("The prison should open the gym each day.", "Para")
)


# numbers, headings, places ---------------------------------------------------------------------------------------------


def test_automatic_numbers_are_those_that_a_reader_sees_printed() -> None:
    places = [passage.locator for passage in read(REPORT).passages]
    assert places[2:] == ["para 3.1", "para 3.2", "note 1", "note 2", "para 3.2(a)", "para 3.2(b)", "1st table", "para 3.3"]


def test_a_heading_is_known_by_its_style_in_any_language_and_by_what_the_style_is_based_on() -> None:
    assert read(REPORT).passages[2].headings == ("Chapter 3 What we found",)
    assert read(REPORT).passages[-1].headings == ("Chapter 3 What we found", "Recommendations")


def test_the_cover_tells_title_kind_publisher_and_date_and_the_properties_of_the_file_do_not() -> None:
    document = read(REPORT)
    assert (document.title, document.kind, document.publisher, document.date) == (
        "The Harrowdale Estate", Kind.INSPECTION_REPORT, "HM Inspectorate of Prisons", "2018-05",
    )  # fmt: skip
    assert document.id == "the-harrowdale-estate-2018-05"


def test_a_numbered_paragraph_under_recommendations_is_one() -> None:
    last = read(REPORT).passages[-1]
    assert (last.mark, last.number, last.id) == (Mark.RECOMMENDATION, "3.3", "the-harrowdale-estate-2018-05#para-3.3")


def test_a_lower_level_begins_anew_under_each_higher_number() -> None:
    counted = Numbering.of(parts.Parts.of(word(""), "x").xml("numbering.xml"))
    assert [counted.next("1", depth) for depth in (0, 1, 2, 2, 1, 2, 0, 1)] == ["Chapter 3", "3.1.", "(a)", "(b)", "3.2.", "(a)", "Chapter 4", "4.1."]


def test_lists_that_share_their_rules_are_counted_together_unless_told_to_begin_anew() -> None:
    body = para("One.", numbered=(4, 0)) + para("Two.", numbered=(4, 0)) + para("Three.", numbered=(5, 0)) + para("Words.") * 9
    counted = Numbering.of(parts.Parts.of(word(body), "x").xml("numbering.xml"))
    assert [counted.next("4", 0), counted.next("4", 0), counted.next("5", 0), counted.next("5", 0)] == ["I.", "II.", "I.", "II."]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (3, "decimalZero", "03"),
        (7, "ordinal", "7"),
    ],
)
def test_numbers_are_written_in_the_form_of_their_list(count: int, form: str, printed: str) -> None:
    assert written(count, form) == printed


def test_a_number_typed_before_a_tab_is_the_paragraphs_and_a_figure_is_not() -> None:
    tab = "<w:r><w:tab/></w:r>"
    document = read(para("A title of some sort", "Titel") + para(run("7") + tab + run("The gate.")) + para("2.5 million came.") + para("12. The wall."))
    assert [(passage.locator, passage.text) for passage in document.passages] == [
        ("para 7", "The gate."), ("2nd paragraph", "2.5 million came."), ("para 12", "The wall."),
    ]  # fmt: skip


def test_what_is_counted_cannot_be_taken_for_what_is_numbered() -> None:
    first = read(para("Plain words here.") + para("More words here.")).passages[1]
    assert (first.locator, first.id.partition("#")[2]) == ("2nd paragraph", "paragraph-2")


# the words -------------------------------------------------------------------------------------------------------------


def test_a_notes_mark_stands_apart_from_the_figure_before_it() -> None:
    assert read(REPORT).passages[3].text == "There were 264,649 [1] visits, and 3 [2] complaints."


def test_raised_figures_do_not_become_the_last_digits_of_the_figure_before_them() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert texts(para(run("A caseload of 264,649") + run("3", raised) + run(" in 25 km") + run("2", raised) + run(" on the 1") + run("st", raised))) == [
        "A caseload of 264,649 ³ in 25 km² on the 1st"
    ]
    assert texts(para(run("It had 1,204") + run("12", '<w:position w:val="7"/>') + run(" cases."))) == ["It had 1,204 ¹² cases."]


def test_a_note_follows_the_paragraph_that_calls_it_and_is_marked() -> None:
    first = read(REPORT).passages[4]
    assert (first.text, first.mark, first.number, first.id.partition("#")[2]) == ("Harrowdale Council, Annual return.", Mark.NOTE, "1", "note-1")


TRACKED = (
    run("The gym ") + "<w:ins>" + run("always ") + "</w:ins>" + "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>" + run("opens.")
    + "<w:moveFrom>" + run(" Moved away.") + "</w:moveFrom>" + "<w:moveTo>" + run(" Moved here.") + "</w:moveTo>"
)  # fmt: skip
FIELD = (
    run("See ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + run("page 4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" below.")
)  # fmt: skip
WORDS = {
    "tracked changes as if accepted": (TRACKED, "The gym always opens. Moved here."),
    "a field's result without its code": (FIELD, "See page 4 below."),
    "a field never ended": (run("Before ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("code"), "Before"),
    "hidden text left out": (run("Seen") + run(" unseen", "<w:vanish/>") + run(" unseen", '<w:rStyle w:val="Gone"/>') + run("."), "Seen."),
    "a switch turned off": (run("Seen", '<w:vanish w:val="0"/>') + run(" too."), "Seen too."),
    "a link": (run("Go ") + "<w:hyperlink>" + run("there") + "</w:hyperlink>" + run("."), "Go there."),
    "a content control": ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + run("Filled in.") + "</w:sdtContent></w:sdt>", "Filled in."),
    "tabs and breaks": (run("One") + "<w:r><w:tab/></w:r>" + run("two") + "<w:r><w:br/></w:r>" + run("three."), "One two three."),
    "a hyphen that does not break": (run("re") + "<w:r><w:noBreakHyphen/></w:r>" + run("entry."), "re-entry."),
}


@pytest.mark.parametrize("name", WORDS)
def test_the_words_of_a_paragraph_are_those_on_the_page(name: str) -> None:
    inside, seen = WORDS[name]
    assert texts(para(inside)) == [seen]


def test_a_content_control_around_paragraphs_is_looked_into() -> None:
    assert texts("<w:sdt><w:sdtContent>" + para("Inside.") + "</w:sdtContent></w:sdt>" + para("After.")) == ["Inside.", "After."]


def test_a_text_box_is_read_once_though_the_file_gives_it_twice() -> None:
    box = "<w:txbxContent>" + para("In the box.") + "</w:txbxContent>"
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(para(twice + run("Around it."))) == ["Around it.", "In the box."]


def test_a_table_is_rows_of_cells_and_a_merged_cell_is_said_once() -> None:
    made = table(cell("Year", '<w:gridSpan w:val="2"/>'), cell("2017") + cell(table(cell("12") + cell("13"))), cell("", "<w:vMerge/>") + cell("14"))
    assert texts(made) == ["Year\n2017 | 12 13\n | 14"]


def test_a_box_of_one_column_is_read_like_any_text() -> None:
    assert texts(table(cell(para("First.") + para("Second.")))) == ["First.", "Second."]


def test_the_strict_form_is_read_like_the_other() -> None:
    strict, loose = read(REPORT, STRICT), read(REPORT)
    assert strict.passages == loose.passages


def test_a_question_counted_by_the_word_processor_keeps_its_number() -> None:
    body = (
        para("Oral evidence: Harrowdale Prison, HC 917", "Titel") + para("Justice Committee") + para("Tuesday 13 March 2018")
        + para("Members present: Robin Marsh (Chair); Ada Whitlow.") + para("Witness: Dr Tom Burrows, Governor, Harrowdale Prison.")
        + para("Chair: Who runs the gym?", numbered=(3, 0)) + para("Dr Burrows: I do.")
    )  # fmt: skip
    question, answer = read(body).passages[-2:]
    assert (question.locator, question.speaker, question.text) == ("Q41", "Robin Marsh", "Who runs the gym?")
    assert (answer.speaker, answer.office, answer.body, answer.reply_to) == ("Dr Tom Burrows", "Governor", "Harrowdale Prison", question.id)


def test_no_paragraph_is_lost() -> None:
    body = "".join(para(f"Paragraph {n} has its words.", numbered=(1, 1) if n % 3 else None) for n in range(300))
    assert len(read(body).passages) == body.count("has its words")


# what is refused -------------------------------------------------------------------------------------------------------


def test_a_file_that_unpacks_to_too_much_is_refused_at_once() -> None:
    began = time.perf_counter()
    assert "to 102 MB, more than a text has; split it" in refusal(word("", others={"word/document.xml": b"<w:p/>" * 17_000_000}))
    assert time.perf_counter() - began < 5  # of which packing it takes the most


def test_a_part_whose_directory_lies_about_its_size_is_still_held_to_the_limit() -> None:
    data = bytearray(word("", others={"word/document.xml": b"<w:p/>" * 7_000_000}))
    for at in (data.find(b"PK\x03\x04") + 22, data.find(b"PK\x01\x02") + 24):
        data[at : at + 4] = (1000).to_bytes(4, "little")
    assert refusal(bytes(data))


def test_millions_of_empty_tags_are_refused_before_they_fill_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    body = para("One paragraph.") * 500
    assert len(texts(body)) == 500
    monkeypatch.setattr(parts, "MOST_TAGS", body.count("<") + body.count('="') - 1)
    assert "million tags" in refusal(word(body))


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    assert "declares entities" in refusal(word("", others={"word/document.xml": bomb.encode()}))
    assert "declares entities" in refusal(word("", others={"word/styles.xml": bomb.encode("utf-16")}))


REFUSED = {
    "no zip": (b"PK\x03\x04 and no more", "cannot be unpacked|no Word file"),
    "no text": (word(""), "holds no text"),
    "only a picture": (word(para("<w:r><w:drawing/></w:r>")), "holds no text"),
    "no main part": (word("").replace(b"word/document.xml", b"word/nothing_.xml"), "holds no Word text"),
    "not well-formed": (word("", others={"word/document.xml": b"<w:document>"}), "not well-formed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_word_text_is_refused_with_what_to_do(name: str) -> None:
    data, why = REFUSED[name]
    assert re.search(why, refusal(data))


def test_deep_nesting_is_refused_or_read_but_never_a_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + para("Deep.") + "</w:sdtContent></w:sdt>" * 5_000
    assert refusal(word(deep))


def test_the_fixture_is_what_these_tests_build() -> None:
    assert (ROOT / "tests" / "fixtures" / "docx" / "report.docx").read_bytes() == word(REPORT)


def test_damaged_files_are_read_or_refused_and_nothing_else() -> None:
    chance, whole = random.Random(7), word(REPORT)
    inner = f'<w:document xmlns:w="{SPACE}"><w:body>{REPORT}</w:body></w:document>'.encode()
    for _ in range(200):
        for data in (damaged(whole, chance), word("", others={"word/document.xml": damaged(inner, chance)})):
            try:
                assert docx.read(data, "x", "h")[0].passages
            except UnreadableDocument as refused:
                assert "\n" not in refused.why


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The data cut short, with bytes flipped, or a span of it gone."""
    at = chance.randrange(len(data))
    if (what := chance.randrange(3)) == 0:
        return data[:at]
    return data[:at] + (bytes([chance.randrange(256)]) + data[at + 1 :] if what == 1 else data[at + chance.randrange(200) :])
