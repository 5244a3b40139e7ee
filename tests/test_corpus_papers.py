"""Papers put together from blocks: what they are, whose, and what became of each recommendation."""

from __future__ import annotations

import random
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from corpus import reading
from corpus.document import Document, Kind, Mark, Passage
from corpus.papers import marks, publishers, responses
from corpus.papers.block import Block, Facts, Role
from corpus.papers.gathering import ordinal
from corpus.papers.numbers import paragraphs, typed
from corpus.papers.paper import document
from corpus.readers import markdown, pdf, plain_text
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT, SHARED

PAPERS = ROOT / "tests" / "fixtures" / "papers"
REPORTS = SHARED / "sources" / "reports"
SAID = "It has twenty-four words at the least so that nobody takes it for a line of the cover or the title of the whole paper at all."


def head(text: str, level: int = 1, page: int | None = 1) -> Block:
    return Block(text, Role.HEADING, level, page)


def paper(*lines: str, facts: Facts | None = None, page: int | None = 1, rest: tuple[Block, ...] = ()) -> Document:
    """A paper whose cover has ``lines``, the first of them its title."""
    cover = [head(lines[0], page=page), *(Block(line, page=page) for line in lines[1:])]
    return document([*cover, *rest, Block(SAID, number="1", page=page and page + 1)], facts or Facts(), "x", "h")


def tail(passage: Passage) -> str:
    return passage.id.partition("#")[2]


# the cover -------------------------------------------------------------------------------------------------------------

COVERS = {
    "a Lords report": (
        ("Bridges", "HOUSE OF LORDS", "Science and Technology Select Committee", "2nd Report of Session 2010–12", "HL Paper 179", "Published 19 July 2011"),
        (Kind.COMMITTEE_REPORT, "House of Lords Science and Technology Select Committee", "2011-07-19", "HL Paper 179"),
    ),
    "a Commons report": (
        ("Bridges", "House of Commons", "Justice Committee", "Ninth Report of Session 2017–19", "Published on 22 June 2018", "HC 482"),
        (Kind.COMMITTEE_REPORT, "Justice Committee", "2018-06-22", "HC 482"),
    ),
    "a department's paper": (
        ("Bridges", "Presented to Parliament by the Secretary of State for Transport by Command", "March 2018", "Cm 9613"),
        (Kind.GOVERNMENT_REPORT, "Department for Transport", "2018-03", "Cm 9613"),
    ),
    "an auditor's report": (
        ("Bridges", "Report by the Comptroller and Auditor General", "Department for Transport", "HC 12", "4 May 2018"),
        (Kind.GOVERNMENT_REPORT, "National Audit Office", "2018-05-04", "HC 12"),
    ),
    "an inspection": (
        ("Harrowdale Prison", "A report by HM Inspectorate of Prisons", "May 2018"),
        (Kind.INSPECTION_REPORT, "HM Inspectorate of Prisons", "2018-05", None),
    ),
    "an ombudsman's": (
        ("Delays", "Parliamentary and Health Service Ombudsman", "HC 638", "March 2024"),
        (Kind.INQUIRY_REPORT, "Parliamentary and Health Service Ombudsman", "2024-03", "HC 638"),
    ),
    "an inquiry laid before Parliament": (
        ("Fire", "The Harrow Bridge Inquiry", "HC 90", "July 2024"),
        (Kind.INQUIRY_REPORT, "Harrow Bridge Inquiry", "2024-07", "HC 90"),
    ),
    "an inquiry of somebody's own": (("Fire", "The Harrow Bridge Inquiry", "July 2024"), (Kind.ARTICLE, "Harrow Bridge Inquiry", "2024-07", None)),
    "a press release": (
        ("Shut the gate", "Press release", "Howard League for Penal Reform"),
        (Kind.PRESS_RELEASE, "Howard League for Penal Reform", None, None),
    ),
    "a charity's report": (("Gates", "A report by the Prison Reform Trust"), (Kind.ARTICLE, "Prison Reform Trust", None, None)),
    "a paper that only speaks of a body": (("What the Justice Committee got wrong in its report", "June 2018"), (Kind.ARTICLE, None, "2018-06", None)),
    "a charity's view of a response": (
        ("What is wrong with the Government response to the Justice Committee", "June 2018"),
        (Kind.ARTICLE, None, "2018-06", None),
    ),
    "an answer to a department": (("Response to the Ministry of Justice consultation", "Harrow Trust"), (Kind.ARTICLE, None, None, None)),
    "a paper number of another paper": (("Comments on the report", "Response to the Justice Committee, HC 482"), (Kind.ARTICLE, None, None, None)),
}


@pytest.mark.parametrize("name", COVERS)
def test_a_cover_tells_kind_body_date_and_number_and_nothing_is_promoted(name: str) -> None:
    lines, expected = COVERS[name]
    found = paper(*lines)
    assert (found.kind, found.publisher, found.date, found.passages[-1].series) == expected
    assert found.title == lines[0]


@pytest.mark.parametrize("body", ["Wexshire Tenants’ Action Committee", "Labour Party Justice Policy Committee", "Wexshire Campaign Inspectorate"])
def test_a_committee_or_inspectorate_that_only_sounds_like_one_makes_no_finding(body: str) -> None:
    found = paper("Report on probation", body, "March 2018")
    assert (found.kind, found.publisher) == (Kind.ARTICLE, body.replace("’", "'"))
    assert paper("Report on probation", body, "House of Commons").kind is not Kind.ARTICLE


def test_metadata_answers_only_where_the_page_does_not() -> None:
    facts = Facts("Template 4.3", "Ada Whitlow", "Ministry of Justice", "2001-01-01", "https://harrow.example/a")
    said, silent = paper("Bridges", "Justice Committee", "HC 4", "4 May 2018", facts=facts), document([Block(SAID)], facts, "x", "h")
    assert (said.title, said.publisher, said.date) == ("Bridges", "Justice Committee", "2018-05-04")
    assert (silent.title, silent.date, silent.author, silent.url) == ("Template 4.3", "2001-01-01", "Ada Whitlow", "https://harrow.example/a")
    assert silent.kind is Kind.ARTICLE


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Government Response to the Science and Technology Select Committee Report on Bridges", "Science and Technology Select Committee"),
        ("The Government's response to the Justice Committee’s Ninth Report", "Justice Committee"),
        ("UK Government Response to the Covid-19 Inquiry Module 1 Report", "Covid-19 Inquiry"),
        ("Response to the Parliamentary and Health Service Ombudsman's investigation", "Parliamentary and Health Service Ombudsman"),
        ("A response to my critics", None),
    ],
)
def test_a_response_names_what_it_answers(title: str, body: str | None) -> None:
    found = publishers.answered(title)
    assert (found.name if found else None) == body


# places ----------------------------------------------------------------------------------------------------------------


def test_places_are_the_printed_numbers_with_the_page_and_ids_are_unique() -> None:
    blocks = [
        head("A paper"), Block(SAID, number="3.12", page=14), Block("at once;", Role.ITEM, number="a", page=14), Block("Plain.", page=14),
        Block("Ibid.", Role.NOTE, number="7", page=14), Block("a | b", Role.TABLE, page=14), Block("Again.", number="3.12", page=15), Block("Plain.", page=15),
    ]  # fmt: skip
    found = document(blocks, Facts(), "x", "h").passages
    assert [p.locator for p in found] == [
        "para 3.12, p. 14", "para 3.12(a), p. 14", "p. 14", "note 7, p. 14", "table, p. 14", "para 3.12, p. 15", "p. 15",
    ]  # fmt: skip
    assert [tail(p) for p in found] == ["para-3.12", "para-3.12-a", "p14-1", "note-7", "table-1", "para-3.12-2", "p15-1"]
    assert [p.ordinal for p in found] == list(range(1, 8))


def test_bullets_are_one_with_the_words_that_introduce_them() -> None:
    blocks = [head("A paper"), Block("The prison should:"), Block("open;", Role.ITEM), Block("shut.", Role.ITEM), Block("So it ends.")]
    assert [p.text for p in document(blocks, Facts(), "x", "h").passages] == ["The prison should: open; shut.", "So it ends."]


def test_headings_are_a_path_and_the_lines_of_the_cover_are_none() -> None:
    found = paper(
        "Bridges", "Justice Committee", "HC 4", rest=(head("HC 4", 3), head("Findings", 1, 2), head("Gates", 2, 2), Block("Shut.", page=2), head("Walls", 2, 2))
    )
    assert [p.headings for p in found.passages][-2:] == [("Findings", "Gates"), ("Findings", "Walls")]


def test_a_list_items_printed_number_is_kept_where_no_numbered_paragraph_stands_above() -> None:
    blocks = [head("A paper", page=None), Block("Shut the gates."), Block("Open them.", Role.ITEM, number="2")]
    assert document(blocks, Facts(), "x", "h").passages[-1].locator == "2nd paragraph, item 2"
    paged = [replace(block, page=3) for block in blocks]
    assert document(paged, Facts(), "x", "h").passages[-1].locator == "item 2, p. 3"


def test_a_short_list_that_goes_on_with_the_paragraphs_numbers_numbers_paragraphs() -> None:
    counted = [Block(SAID, Role.ITEM, number=number) for number in ("1", "2", "3", "4", "5", "1", "2")]
    made = paragraphs([*counted, *[Block(SAID)] * 8], {0: "a", 1: "a", 2: "a", 3: "a", 4: "b", 5: "c", 6: "c"})
    assert [block.role for block in made[:7]] == [Role.PARAGRAPH] * 5 + [Role.ITEM] * 2


def test_an_inspections_sort_is_not_its_whole_title() -> None:
    found = paper("Quality & Impact inspection", "The effectiveness of probation work in Wexshire", "An inspection by HM Inspectorate of Probation", "May 2017")
    assert found.title == "Quality & Impact inspection: The effectiveness of probation work in Wexshire"


def test_key_facts_end_a_cover_and_are_no_title() -> None:
    lines = [Block("Report by the Comptroller and Auditor General"), head("Probation in Wexshire", 9, None), Block("HC 1986 SESSION 2017–2019 1 MARCH 2019")]
    found = document([*lines, head("Key facts", 1, None), Block(SAID)], Facts(), "x", "h")
    assert (found.title, found.passages[-1].headings, found.publisher) == ("Probation in Wexshire", ("Key facts",), "National Audit Office")


def test_a_forewords_words_are_whose_name_and_office_stand_below_it() -> None:
    below = (head("Dame Olwen Tarr DBE", 9, 2), Block("HM Chief Inspector of Probation", page=2), head("Findings", 1, 3))
    found = paper("Probation in Wexshire", "An inspection by HM Inspectorate of Probation", rest=(head("Foreword", 1, 2), Block(SAID, page=2), *below))
    spoken = {p.headings: (p.speaker, p.office) for p in found.passages if p.text == SAID}
    assert spoken == {
        ("Foreword",): ("Dame Olwen Tarr", "HM Chief Inspector of Probation"), ("Findings",): ("HM Inspectorate of Probation", None),
    }  # fmt: skip
    assert "Dame Olwen Tarr DBE" in [p.text for p in found.passages]


def test_a_recommendation_says_under_which_words_it_stands() -> None:
    items = [Block("see to its gates.", Role.ITEM, number="1", page=2), Block("see to its walls.", Role.ITEM, number="2", page=2)]
    rest = (
        head("Recommendations", 1, 2), Block("The Wexshire CRC should:", page=2), *items, Block("The Ministry should:", page=2),
        replace(items[0], number="3"), Block("All of them matter.", page=2), Block("So they do.", page=2),
    )  # fmt: skip
    found = paper("Probation in Wexshire", "An inspection by HM Inspectorate of Probation", rest=rest)
    assert [(p.number, p.headings[1:]) for p in found.passages if p.headings][:5] == [
        ("1", ("The Wexshire CRC should:",)), ("2", ("The Wexshire CRC should:",)), ("3", ("The Ministry should:",)), (None, ()), (None, ()),
    ]  # fmt: skip


def test_counted_words() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]


# recommendations and conclusions ---------------------------------------------------------------------------------------

BY_WORDS = {
    "We recommend that the gate be shut.": Mark.RECOMMENDATION,
    "The gate is old. We therefore recommend that it be shut.": Mark.RECOMMENDATION,
    "We conclude that the gate is old.": Mark.CONCLUSION,
    "Recommendation 5: Shut the gate.": Mark.RECOMMENDATION,
    "R5 The gate should be shut.": Mark.RECOMMENDATION,
    "In our last report we recommended a gate.": None,
    "Recommendation 5 was accepted by the Government.": None,
    "Ann Reed told us: “I have a view. We recommend a gate.”": None,
    "We do not recommend gates to anybody else’s prison, said Mr Cole.": None,
    "Recommendation 1: Shut the gate ........ 10": None,
}


@pytest.mark.parametrize("text", BY_WORDS)
def test_a_committees_recommendation_is_known_by_its_words_and_talk_of_one_is_none(text: str) -> None:
    found = marks.own(Block(text, number="9"), Kind.COMMITTEE_REPORT, ())
    assert (found.mark if found else None) == BY_WORDS[text]
    assert marks.own(Block(text, number="9"), Kind.ARTICLE, ()) is None


def test_lists_of_conclusions_and_recommendations_part_the_two() -> None:
    def mark(text: str, heading: str) -> Mark | None:
        found = marks.own(Block(text, number="8.1"), Kind.COMMITTEE_REPORT, (heading, "Gates"))
        return found.mark if found else None

    assert mark("The gate should be shut.", "CHAPTER 8: CONCLUSIONS AND RECOMMENDATIONS") is Mark.RECOMMENDATION
    assert mark("The gate is old.", "Conclusions and recommendations") is Mark.CONCLUSION
    assert mark("Shut the gate.", "Recommendations") is Mark.RECOMMENDATION
    assert mark("Shut the gate.", "What became of our recommendations to prisons") is None


def test_what_stands_under_the_title_of_a_recommendation_is_it_until_the_numbered_paragraphs_go_on() -> None:
    rest = (head("Gates", 2, 2), Block("Recommendation 2: Leadership at the gate", page=2), Block("The prison should lead.", page=2), Block("At once.", page=2))
    found = paper("Fire", "The Harrow Bridge Inquiry", "HC 90", rest=(*rest, Block("The gate is old.", number="2.1", page=2)))
    assert [(tail(p), p.mark, p.number) for p in found.passages][-4:-1] == [
        ("rec-2", Mark.RECOMMENDATION, "2"), ("rec-2-2", Mark.RECOMMENDATION, "2"), ("para-2.1", None, None),
    ]  # fmt: skip
    assert found.passages[-4].headings == ("Gates", "Recommendation 2: Leadership at the gate")


# responses -------------------------------------------------------------------------------------------------------------


def replies(found: Document) -> dict[str, list[str]]:
    """The first words of the replies to each quoted recommendation."""
    quoted = [p for p in found.passages if p.origin]
    return {tail(p): [" ".join(r.text.split()[:3]) for r in found.passages if r.reply_to == p.id] for p in quoted}


def test_a_response_quotes_the_committee_and_each_reply_names_the_recommendation() -> None:
    (found,) = reading.read(PAPERS / "response.txt")
    assert (found.kind, found.publisher, found.date, found.passages[-1].series) == (Kind.GOVERNMENT_REPORT, "Ministry of Justice", "2018-06", "CP 512")
    assert replies(found) == {"rec-1": ["The Government accepts", "The first figures", "Recommendations 2 and"], "rec-2": ["Response: This is"]}
    quoted = next(p for p in found.passages if tail(p) == "rec-1")
    assert (quoted.kind, quoted.body, quoted.mark, quoted.number, quoted.date) == (Kind.COMMITTEE_REPORT, "Justice Committee", Mark.RECOMMENDATION, "1", None)
    assert quoted.origin and quoted.origin.quoted_in == f"‘{found.title}’, June 2018"


def test_words_that_are_not_plainly_quoted_stay_the_governments() -> None:
    (found,) = reading.read(PAPERS / "response.txt")
    last = [p for p in found.passages if "fallen out of use" in p.text or "There are reasons" in p.text]
    assert [(p.kind, p.origin) for p in last] == [(Kind.GOVERNMENT_REPORT, None)] * 2


def response(*rest: Block) -> Document:
    return paper("Government response to the Justice Committee's Report on Gates", "Ministry of Justice", "CP 5", rest=rest)


def test_bold_words_under_a_label_are_quoted_and_several_are_answered_together() -> None:
    found = response(
        head("Committee’s recommendation", 2), Block("We think gates matter.", number="8.6", bold=True), Block("Shut them.", number="8.7", bold=True),
        Block("It is essential that gates are shut."), Block("The Government will shut them."),
        head("Committee’s recommendation", 2), Block("Open them.", bold=True),
        head("Government response", 3), Block("No."),
    )  # fmt: skip
    assert replies(found)["rec-8.6"] == ["It is essential", "The Government will"]
    both = {tail(p): p.remark for p in found.passages if p.remark}
    assert both["rec-8.7"] == "answered together with recommendation 8.6"
    assert "answers recommendations 8.6 and 8.7 together" in both.values()
    opened = next(p.id for p in found.passages if p.text == "Open them.")
    assert next(p.text for p in found.passages if p.reply_to == opened) == "No."


def test_words_that_say_where_in_the_report_they_stand_are_the_committees() -> None:
    found = response(
        Block("The gates must be shut. (Paragraph 3)", number="2", bold=True), Block("We accept this in part."),
        Block("Recommendation 3: Walls should be built. (Paragraphs 9 and 10)"), Block("It will not be done."), Block("We reject this."),
        Block("The gates are high. (Paragraph 12)", number="4", bold=True), Block("The Government agrees."),
        Block("We built walls, as the Committee noted (paragraph 12).", number="5"),
    )  # fmt: skip
    quoted = [(p.mark, p.number, p.body) for p in found.passages if p.origin]
    assert quoted == [
        (Mark.RECOMMENDATION, "2", "Justice Committee"), (Mark.RECOMMENDATION, "3", "Justice Committee"), (Mark.CONCLUSION, "4", "Justice Committee"),
    ]  # fmt: skip
    assert replies(found)["rec-3"] == ["It will not", "We reject this."]


@pytest.mark.parametrize("words", ["Walls must be built. (Paragraph 3)", "Walls must be built.”", "Walls must be built."])
def test_a_bold_sentence_is_no_heading_whatever_place_it_names_after_it(words: str) -> None:
    assert typed(words, bold=True).role is Role.PARAGRAPH
    assert typed("Walls (2017)", bold=True).role is Role.HEADING


@pytest.mark.parametrize(
    "words", ["The Government agrees.", "We accept this.", "Accepted.", "Response: No.", "The Ministry of Justice will act.", "The UK government notes this."]
)
def test_a_reply_is_known_by_its_first_words(words: str) -> None:
    assert responses.opens(Block(words))


def test_a_reply_that_begins_without_a_word_of_agreement_is_not_quoted() -> None:
    agreed = (Block("Much has been done since."), Block("The Government agrees."))
    for after in (agreed, agreed[:1]):
        found = response(head("Recommendation 5: Gates", 2), Block("The prison should shut the gate."), *after)
        assert replies(found)["rec-5"][0] == "Much has been"


@pytest.mark.parametrize(
    "words",
    ["The Government should act.", "We recommend a gate.", "Accepting this would be wrong.", "The Ministry of Justice should lead.", "We urge ministers."],
)
def test_what_asks_for_something_is_no_reply(words: str) -> None:
    assert not responses.opens(Block(words))


# Markdown and text -----------------------------------------------------------------------------------------------------


def test_markdown_is_read_for_its_words_and_its_front_matter() -> None:
    (found,) = reading.read(PAPERS / "report.md")
    assert (found.title, found.date, found.author, found.kind) == ("The State of Harrowdale Prisons", "2018-05-04", "Ada Whitlow", Kind.ARTICLE)
    assert [(p.locator, p.text) for p in found.passages] == [
        ("1st paragraph", "The gate was shut on 40 days [1] of the year."), ("note 1", "Harrowdale Council, Annual return."),
        ("para 1", "The first landing was clean."), ("para 2", "The second landing was not: no light; no water."),
        ("1st table", "Wing | Places\nNorth | 40"), ("4th paragraph", "Nobody had asked the men."),
    ]  # fmt: skip
    assert [p.headings for p in found.passages][0::5] == [("What was found",), ("Closing words",)]


def test_a_markdown_note_is_read_for_its_words_whatever_it_begins_with() -> None:
    (found,) = markdown.read(
        b"# Gates\n\nThey shut.[^1] They open.[^2]\n\n[^1]: Reform League, *Counting* [Cases](https://x.example).\n[^2]: 2018. A *year*.\n", "x", "h"
    )
    assert [p.text for p in found.passages if p.mark is Mark.NOTE] == ["Reform League, Counting Cases.", "2018. A year."]


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "tests" / "fixtures" / "pages").glob("*.txt")))
def test_a_saved_page_stays_a_page_whatever_its_name(name: str) -> None:
    data = (ROOT / "tests" / "fixtures" / "pages" / name).read_bytes()
    assert markdown.read(data, "/x/page.md", "h")[0].passages == plain_text.read(data, "/x/page.md", "h")[0].passages


def test_a_page_with_comments_keeps_its_voices_though_it_has_headings() -> None:
    pages = [path.read_text() for path in sorted((ROOT / "tests" / "fixtures" / "pages").glob("*.txt"))]
    commented = [text for text in pages if any(p.kind is Kind.COMMENT for p in plain_text.read(text.encode(), "x.txt", "h")[0].passages)]
    assert commented
    for text in commented:
        assert Kind.COMMENT in {p.kind for p in markdown.read(f"# A heading\n\n{text}".encode(), "x.md", "h")[0].passages}


REFUSED = {b"\xff\xfe\x00\xd8": "not|binary", b"# A heading alone\n": "nothing to add", b"x" * 8_000_001: "split it", b"caf\xe9": "UTF-8"}


@pytest.mark.parametrize("data", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_markdown_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=REFUSED[data]) as refused:
        markdown.read(data, "x.md", "h")
    assert "\n" not in refused.value.why


@pytest.mark.parametrize("name", ["report.md", "oral.txt", "written.txt", "response.txt"])
def test_damaged_texts_are_read_or_refused_and_nothing_else(name: str) -> None:
    chance, whole = random.Random(3), (PAPERS / name).read_bytes()
    for _ in range(200):
        at, what = chance.randrange(len(whole)), chance.randrange(3)
        data = whole[:at] + (b"" if what == 0 else bytes([chance.randrange(256)]) + whole[at + 1 :] if what == 1 else whole[at + chance.randrange(200) :])
        for reader in (markdown, plain_text):
            try:
                reader.read(data, "x", "h")
            except UnreadableDocument as refused:
                assert "\n" not in refused.why


def test_what_no_layout_makes_is_no_crash() -> None:
    chance = random.Random(9)
    texts = [
        "Q1 Chair: Yes",
        "Recommendation 2",
        "Response:",
        "Members present: ;",
        "Witnesses: I: ,,",
        "(",
        "HC 4",
        "Oral evidence: x",
        "We recommend",
        "\u200b a",
        "1",
    ]
    for _ in range(300):
        blocks = [
            Block(chance.choice(texts), chance.choice(list(Role)), chance.randrange(4), chance.choice([None, 1, 2]),
                  chance.choice([None, "1", "a", "Q2"]), chance.random() < 0.5)
            for _ in range(chance.randrange(12))
        ]  # fmt: skip
        found = document(blocks, Facts(), "x", "h")
        assert len({p.id for p in found.passages}) == len(found.passages)


# the real reports ------------------------------------------------------------------------------------------------------


def real(name: str) -> Document:
    path = REPORTS / name
    if not path.exists():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    return pdf.read(path.read_bytes(), str(path), "0" * 64)[0]


@pytest.fixture(scope="module")
def behaviour() -> Document:
    return real("Behaviour-Change-Report-Recomm.pdf")


@pytest.fixture(scope="module")
def answer() -> Document:
    return real("Behaviour-Change-Response.pdf")


@pytest.fixture(scope="module")
def covid() -> Document:
    return real("UK-Covid-19_Inquiry_Module_1_Response.pdf")


@pytest.mark.shared
def test_the_real_covers_tell_what_they_are(behaviour: Document, answer: Document, covid: Document) -> None:
    assert (behaviour.title, behaviour.kind, behaviour.date) == ("Behaviour Change", Kind.COMMITTEE_REPORT, "2011-07-19")
    assert (behaviour.publisher, behaviour.passages[9].series) == ("House of Lords Science and Technology Select Committee", "HL Paper 179")
    assert (answer.kind, answer.publisher) == (Kind.GOVERNMENT_REPORT, "HM Government")
    assert (covid.kind, covid.date, covid.passages[9].series) == (Kind.GOVERNMENT_REPORT, "2025-01-16", "CP 1240")


@pytest.mark.shared
def test_the_real_reports_33_conclusions_and_recommendations_are_all_marked(behaviour: Document) -> None:
    last = {p.number: p for p in behaviour.passages if p.headings and p.locator.startswith("para 8.")}
    assert set(last) == {f"8.{n}" for n in range(1, 34)}
    assert {n: last[n].mark for n in ("8.1", "8.6", "8.14", "8.33")} == {
        "8.1": Mark.CONCLUSION, "8.6": Mark.RECOMMENDATION, "8.14": Mark.CONCLUSION, "8.33": Mark.RECOMMENDATION,
    }  # fmt: skip
    assert last["8.6"].locator == "para 8.6, p. 68"
    assert last["8.6"].text.startswith("We recommend that, at the earliest opportunity, the Government appoint a")


def pairs(name: str) -> list[tuple[str, str]]:
    """Number and beginning of the response, as somebody else aligned them (checked by eye before use)."""
    path = REPORTS / "recommendations" / name
    if not path.exists():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    with zipfile.ZipFile(path) as packed:
        shared = (
            ["".join(item.itertext()) for item in etree.fromstring(packed.read("xl/sharedStrings.xml"))] if "xl/sharedStrings.xml" in packed.namelist() else []
        )
        rows = etree.fromstring(packed.read("xl/worksheets/sheet1.xml")).iter("{*}row")
        values = [["".join(c.itertext()) if c.get("t") != "s" else shared[int("".join(c.itertext()))] for c in row] for row in rows]
    return [(row[3], row[9]) for row in values[1:]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "table"),
    [("answer", "Behaviour_Change_Recommendations_Responses.xlsx"), ("covid", "UK_Covid19_Inquiry_Module1_Recommendations_Responses.xlsx")],
)
def test_every_recommendation_of_a_real_response_leads_to_the_reply_others_found(name: str, table: str, request: pytest.FixtureRequest) -> None:
    found: Document = request.getfixturevalue(name)
    quoted = {p.number: p for p in reversed(found.passages) if p.origin}
    wrong = []
    for number, begins in pairs(table):
        asked = quoted.get(number.rstrip("a"))
        if number == "8.32b/8.33":  # the response misprints 8.33
            asked = next(p for p in found.passages if tail(p) == "rec-8.32-2")
        first = re.search(r"answered together with recommendation ([\d.]+)", asked.remark or "") if asked else None
        target = quoted[first[1].rstrip(".")] if first else asked
        answers = {w for p in found.passages if target and p.reply_to == target.id for w in words(p.text)}
        sample = [w for w in words(begins)[:40] if len(w) > 3]
        if not sample or sum(w in answers for w in sample) < 0.8 * len(sample):
            wrong.append(number)
    assert wrong == []


@pytest.mark.shared
def test_a_quoted_recommendation_is_the_committees_and_the_reply_the_governments(answer: Document) -> None:
    quoted = next(p for p in answer.passages if tail(p) == "rec-8.6")
    reply = next(p for p in answer.passages if p.reply_to == quoted.id)
    assert (quoted.body, quoted.kind, quoted.locator) == ("Science and Technology Select Committee", Kind.COMMITTEE_REPORT, "recommendation 8.6, p. 4")
    assert reply.text.startswith("It is essential that policy making is informed by")
    assert (reply.kind, reply.speaker, reply.locator, reply.remark) == (
        Kind.GOVERNMENT_REPORT, "HM Government", "p. 5", "answers recommendations 8.6 and 8.7 together",
    )  # fmt: skip


def test_the_folder_of_fixtures_is_read_whole() -> None:
    assert {Path(d.source).name for d in reading.read(PAPERS)} == {"oral.txt", "written.txt", "response.txt", "report.md"}
