"""Oral and written evidence: who asks, who answers, in what office, under which number."""

from __future__ import annotations

import pytest

from corpus import reading
from corpus.document import Document, Kind, Passage
from corpus.papers import text_lines, witnesses
from corpus.papers.block import Block, Facts, Role
from corpus.papers.paper import document
from corpus.papers.table import Table
from corpus.papers.witnesses import Person
from tests.conftest import ROOT

PAPERS = ROOT / "tests" / "fixtures" / "papers"


def read(name: str) -> Document:
    (found,) = reading.read(PAPERS / name)
    return found


def submitted(line: str, *more: str) -> Document:
    blocks = [Block(line, Role.HEADING, 1), *(Block(text) for text in more), Block("We visit nine prisons.", number="1")]
    return document(blocks, Facts(), "x", "h")


@pytest.fixture(scope="module")
def oral() -> Document:
    return read("oral.txt")


def at(found: Document, tail: str) -> Passage:
    return next(passage for passage in found.passages if passage.id == f"{found.id}#{tail}")


# oral evidence ---------------------------------------------------------------------------------------------------------


def test_a_transcript_is_known_by_its_cover(oral: Document) -> None:
    assert (oral.kind, oral.title, oral.date, oral.publisher, oral.id) == (
        Kind.ORAL_EVIDENCE, "Oral evidence: Release on Temporary Licence", "2018-03-13", "Justice Committee",
        "oral-evidence-release-on-temporary-licence-2018-03-13",
    )  # fmt: skip
    assert {passage.series for passage in oral.passages} == {"HC 917"}


SPOKEN = {
    "Q1": ("Robin Marsh", "Chair", "Justice Committee"),
    "Q1-2": ("Dame Helen Ardley", "Chief Inspector of Probation", "HM Inspectorate of Probation"),
    "Q1-3": ("Tom Burrows", "Director of Policy", "Harrowdale Prison Trust"),
    "Q2": ("Ada Whitlow", None, "Justice Committee"),
    "Q2-2": ("Dame Helen Ardley", "Chief Inspector of Probation", "HM Inspectorate of Probation"),
    "Q2-3": ("Dame Helen Ardley", "Chief Inspector of Probation", "HM Inspectorate of Probation"),
    "Q2-4": ("Mrs Petra Lyle", None, "Justice Committee"),
    "Q2-5": ("Tom Burrows", "Director of Policy", "Harrowdale Prison Trust"),
    "Q4": ("Dr Imran Sethi", None, "Justice Committee"),
    "Q4-2": ("Joan Keele", "Minister of State", "Ministry of Housing, Communities and Local Government"),
}


@pytest.mark.parametrize("tail", SPOKEN)
def test_each_speaker_is_named_in_full_with_office_and_body_as_on_the_list(tail: str, oral: Document) -> None:
    said = at(oral, tail)
    assert (said.speaker, said.office, said.body) == SPOKEN[tail]
    assert said.kind is Kind.ORAL_EVIDENCE


def test_a_surname_that_two_members_share_is_given_to_neither(oral: Document) -> None:
    assert [(at(oral, tail).speaker, at(oral, tail).body) for tail in ("Q3", "Q4-3")] == [("Mr Whitlow", None), ("Whitlow", None)]


def test_answers_name_the_question_they_answer_and_a_further_question_begins_anew(oral: Document) -> None:
    answers = {tail: (at(oral, tail).reply_to or "").partition("#")[2] for tail in ("Q1", "Q1-2", "Q1-3", "Q2-2", "Q2-3", "Q2-4", "Q2-5", "Q4-2", "Q4-3")}
    assert answers == {"Q1": "", "Q1-2": "Q1", "Q1-3": "Q1", "Q2-2": "Q2", "Q2-3": "Q2", "Q2-4": "", "Q2-5": "Q2-4", "Q4-2": "Q4", "Q4-3": ""}


def test_the_words_are_without_the_name_and_number_before_them(oral: Document) -> None:
    assert at(oral, "Q2").text == "How many were released in 2017?"
    assert at(oral, "Q2-2").text == "About 12,000. The figure has one problem: it counts people twice."
    assert at(oral, "Q4-2").text == "We will review it. Let me be clear: no gate will close."


def test_what_nobody_says_has_no_speaker(oral: Document) -> None:
    nobody = [passage.text for passage in oral.passages if passage.speaker is None]
    assert "[Interruption.]" in nobody
    assert "Witnesses: Joan Keele and Peter Strand." in nobody
    assert len(nobody) == sum(1 for passage in oral.passages if not passage.locator.startswith("Q")) + 2


def test_a_list_of_the_next_witnesses_ends_what_was_said_before() -> None:
    lines = (
        "Oral evidence: Gates, HC 4",
        "Members present: Robin Marsh (Chair).",
        "Q1 Chair: Thank you.",
        "Witnesses: Ann Reed and Ben Cole.",
        "They sat down.",
    )
    found = document([Block(lines[0], Role.HEADING, 1), *map(Block, lines[1:])], Facts(), "x", "h")
    assert [p.speaker for p in found.passages] == [None, "Robin Marsh", None, None]


def test_every_numbered_question_of_the_file_is_there(oral: Document) -> None:
    raw = (PAPERS / "oral.txt").read_text()
    assert raw.count("\nQ") - raw.count("\nQuestions") == len({passage.locator for passage in oral.passages if passage.locator.startswith("Q")})


def test_the_locator_of_what_stands_before_the_first_question_is_counted(oral: Document) -> None:
    assert oral.passages[0].locator == "1st paragraph"


LISTS = {
    "Witnesses I: A Reed, Chief Executive, Harrowdale Trust": [("A Reed", "Chief Executive", "Harrowdale Trust")],
    "Ann Reed, Director of Policy, and Ben Cole, Head of Research, Harrowdale Trust": [
        ("Ann Reed", "Director of Policy", None), ("Ben Cole", "Head of Research", "Harrowdale Trust"),
    ],
    "Professor Ann Reed, University of Harrowdale; Dr Ben Cole, independent consultant": [
        ("Professor Ann Reed", None, "University of Harrowdale"), ("Dr Ben Cole", "independent consultant", None),
    ],
    "Ann Reed CBE, Permanent Secretary, Department for Education; Lord Cole of Harrow, Minister of State, Home Office": [
        ("Ann Reed", "Permanent Secretary", "Department for Education"), ("Lord Cole of Harrow", "Minister of State", "Home Office"),
    ],
    "Ann Reed, Ben Cole and Cora Dale": [("Ann Reed", None, None), ("Ben Cole", None, None), ("Cora Dale", None, None)],
}  # fmt: skip


@pytest.mark.parametrize("line", LISTS)
def test_a_list_of_witnesses_tells_office_from_organisation(line: str) -> None:
    assert [(p.name, p.office, p.body) for p in witnesses.witnesses(line.removeprefix("Witnesses "))] == LISTS[line]


def test_a_name_before_a_colon_is_a_speaker_only_where_it_is_known() -> None:
    table = Table((Person("Robin Marsh", "Chair", member=True), Person("Sir Alan Dean", "Governor")), frozenset({"Cora Dale"}))
    known = {name: person.name if (person := table.known(name)) else None for name in (
        "Chair", "The Chairman", "Marsh", "Mr Marsh", "Sir Alan", "Sir Alan Dean", "Lord Dean", "Cora Dale", "Dr Vane", "One thing", "First", "The Government",
    )}  # fmt: skip
    assert known == {
        "Chair": "Robin Marsh", "The Chairman": "Robin Marsh", "Marsh": "Robin Marsh", "Mr Marsh": "Robin Marsh", "Sir Alan": "Sir Alan Dean",
        "Sir Alan Dean": "Sir Alan Dean", "Lord Dean": "Lord Dean", "Cora Dale": "Cora Dale", "Dr Vane": "Dr Vane", "One thing": None, "First": None,
        "The Government": None,
    }  # fmt: skip


def test_the_lords_form_is_read_too() -> None:
    lines = (
        "House of Lords", "Select Committee on Bridges", "Corrected oral evidence: The Harrow Bridge", "Monday 4 June 2018",
        "Members present: Lord Cole of Harrow (The Chairman); Baroness Dale; The Earl of Vane.", "Evidence Session No. 2", "Questions 12 - 13",
        "Examination of witness", "Ann Reed, Chief Engineer, Harrow Bridge Company.", "Q12 The Chairman: Is it safe?", "Ann Reed: It is.",
        "Q13 The Earl of Vane: For how long?", "Ann Reed: For ever.",
    )  # fmt: skip
    blocks = [Block(line, Role.HEADING if i < 3 else Role.PARAGRAPH, 1 if i < 3 else 0, page=1 + i // 9) for i, line in enumerate(lines)]
    found = document(blocks, Facts(), "x", "h")
    said = [(p.locator, p.speaker, p.body) for p in found.passages if p.locator.startswith("Q")]
    assert found.publisher == "House of Lords Select Committee on Bridges"
    assert said[0] == ("Q12", "Lord Cole of Harrow", found.publisher)
    assert said[2] == ("Q13", "The Earl of Vane", found.publisher)
    assert said[1][1] == "Ann Reed"


# written evidence ------------------------------------------------------------------------------------------------------


def test_written_evidence_is_its_submitters_under_its_reference() -> None:
    found = read("written.txt")
    assert (found.kind, found.title, found.date, found.publisher, found.author) == (
        Kind.WRITTEN_EVIDENCE, "Written evidence submitted by the Harrowdale Prison Trust (ROT0012)", "2018-03", "Justice Committee", "Harrowdale Prison Trust",
    )  # fmt: skip
    assert {(p.speaker, p.body, p.series, p.kind) for p in found.passages} == {
        ("Harrowdale Prison Trust", "Harrowdale Prison Trust", "ROT0012", Kind.WRITTEN_EVIDENCE)
    }
    assert [p.locator for p in found.passages][-4:] == ["para 1", "para 2", "para 2(a)", "para 2(b)"]


def test_what_a_submitter_recommends_is_no_committees_recommendation() -> None:
    assert {passage.mark for passage in read("written.txt").passages} == {None}


SUBMITTED = {
    "Written evidence from Dr Ann Reed, University of Harrow (BRI0004)": ("Dr Ann Reed", None, "University of Harrow", "BRI0004"),
    "Supplementary written evidence submitted by Professor Ben Cole (BRI0101)": ("Professor Ben Cole", None, None, "BRI0101"),
    "Written evidence from Sir Alan Dean, Governor of Harrowdale Prison (BRI0007)": ("Sir Alan Dean", "Governor of Harrowdale Prison", None, "BRI0007"),
    "Memorandum submitted by the Ministry of Justice": ("Ministry of Justice", None, "Ministry of Justice", None),
    "Harrow Bridge Company – Written evidence (HBR0009)": ("Harrow Bridge Company", None, "Harrow Bridge Company", "HBR0009"),
    "Written evidence from Ann Reed (BRI0011)": ("Ann Reed", None, None, "BRI0011"),
}


@pytest.mark.parametrize("line", SUBMITTED)
def test_a_submission_by_a_person_is_told_from_one_by_a_body(line: str) -> None:
    first = submitted(line).passages[-1]
    assert (first.speaker, first.office, first.body, first.series) == SUBMITTED[line]


def test_a_reference_on_a_line_of_its_own_belongs_to_the_submission() -> None:
    assert submitted("Written evidence from the Harrow Trust", "HBR0010").passages[-1].series == "HBR0010"


# texts -----------------------------------------------------------------------------------------------------------------

NO_PAPERS = (
    "A page about evidence\n\nThe Committee took oral evidence today. Q1 was about gates.\n",
    "Oral evidence: what we learned\n\nNobody was numbered.\n",
    "My day in court\n\n1. I rose.\n\n2. I sat.\n\n3. I left.\n",
)


@pytest.mark.parametrize("text", NO_PAPERS)
def test_a_page_that_speaks_of_evidence_stays_a_page(text: str) -> None:
    assert not text_lines.is_paper(text)


def test_lines_broken_at_a_width_are_put_together_and_pages_counted() -> None:
    text = "Written evidence from the Harrow Trust\n\n1. The gate\nis shut.\n\f2. The wall\nis high.\n"
    assert [(b.text, b.number, b.page) for b in text_lines.blocks(text)][1:] == [("The gate is shut.", "1", 1), ("The wall is high.", "2", 2)]
