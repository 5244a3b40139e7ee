"""References: built from a passage's fields alone, as OSCOLA has them, with what is not known left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import citations
from corpus.document import Kind, Mark, Origin, Passage

DEBATE = Passage(
    "d/1", "d", 1, "Words.", Kind.DEBATE, "col 430", speaker="Ada Merrow", office="The Minister", body="House of Commons", date="2016-05-09", series="HC Deb",
    volume="609",
)  # fmt: skip
REPORT = Passage("r#para-12", "r", 1, "Words.", Kind.COMMITTEE_REPORT, "para 12, p. 14", body="Harbours Committee", date="2018-06", series="HC 482")
QUESTION = Passage("q", "q", 1, "To ask…", Kind.WRITTEN_QUESTION, "PQ 5460", speaker="Ada Merrow", date="2023-12-06", series="PQ")
ANSWER = replace(QUESTION, id="a", speaker=None, body="Ministry of Tides", date="2023-12-11", reply_to="q")
ORAL = Passage(
    "o#Q41", "o", 1, "Words.", Kind.ORAL_EVIDENCE, "Q41, p. 3", speaker="Ned Fell", office="Chief Executive", body="Tidewatch", date="2018-03-20",
    series="HC 482",
)  # fmt: skip
PRESS = Passage("p#1", "p", 1, "Words.", Kind.PRESS_RELEASE, "paragraph 2", body="Tidewatch", date="2017-04-20")
COMMENT = Passage("c#1", "c", 1, "Words.", Kind.COMMENT, "comment 5", date="2017-04-20")

REFERENCES = [
    (DEBATE, "HC Deb 9 May 2016, vol 609, col 430 (Ada Merrow, The Minister)"),
    (replace(DEBATE, volume=None), "HC Deb 9 May 2016, col 430 (Ada Merrow, The Minister)"),
    (replace(DEBATE, volume=None, series=None, body="House of Lords", office=None), "HL Deb 9 May 2016, col 430 (Ada Merrow)"),
    (replace(DEBATE, locator="cols 1–2, Q3", speaker=None), "HC Deb 9 May 2016, vol 609, cols 1–2 (unattributed)"),
    (replace(DEBATE, locator="col 1WH", volume=None), "HC Deb 9 May 2016, col 1WH (Ada Merrow, The Minister)"),
    (replace(DEBATE, series="Harbours Bill Deb", volume=None, locator="col 12", office=None), "Harbours Bill Deb 9 May 2016, col 12 (Ada Merrow)"),
    (replace(DEBATE, locator="Contribution 4", series=None, volume=None, body=None, date=None), "Deb, Contribution 4 (Ada Merrow, The Minister)"),
    (replace(DEBATE, kind=Kind.WRITTEN_STATEMENT, locator="col 1WS"), "HC Deb 9 May 2016, vol 609, col 1WS (Ada Merrow, The Minister)"),
    (QUESTION, "PQ 5460, 6 December 2023 (Ada Merrow)"),
    (ANSWER, "PQ 5460, answered 11 December 2023 (Ministry of Tides)"),
    (replace(QUESTION, series="HC Deb", locator="PQ 294961, col 1W", date="2009-10-26"), "HC Deb 26 October 2009, col 1W (Ada Merrow)"),
    (REPORT, "Harbours Committee, ‘A Title’ (June 2018), HC 482, para 12"),
    (replace(REPORT, locator="para 2.79, pp. 42–43"), "Harbours Committee, ‘A Title’ (June 2018), HC 482, para 2.79"),
    (replace(REPORT, locator="pp. xii–xiii"), "Harbours Committee, ‘A Title’ (June 2018), HC 482, pp xii–xiii"),
    (replace(REPORT, locator="p. 14", series=None), "Harbours Committee, ‘A Title’ (June 2018), p 14"),
    (replace(REPORT, mark=Mark.RECOMMENDATION, number="5"), "Harbours Committee, ‘A Title’ (June 2018), HC 482, para 12, recommendation 5"),
    (replace(REPORT, origin=Origin("‘A Post’"), headings=("Foreword",)), "Harbours Committee, committee report (June 2018), ‘Foreword’, quoted in ‘A Post’"),
    (replace(REPORT, mark=Mark.RECOMMENDATION, number="12"), "Harbours Committee, ‘A Title’ (June 2018), HC 482, para 12"),
    (
        replace(REPORT, origin=Origin("‘A Response’"), locator="p. 3", mark=Mark.RECOMMENDATION, number="4"),
        "Harbours Committee, committee report (June 2018), p. 3, recommendation 4, quoted in ‘A Response’",
    ),
    (replace(ORAL, speaker="Tidewatch", office=None), "‘A Title’ (20 March 2018), HC 482, Q41 (Tidewatch)"),
    (ORAL, "‘A Title’ (20 March 2018), HC 482, Q41 (Ned Fell, Chief Executive, Tidewatch)"),
    (
        replace(ORAL, kind=Kind.WRITTEN_EVIDENCE, locator="para 3", speaker=None, office=None, series="TRH0012"),
        "‘A Title’ (20 March 2018), TRH0012, para 3 (Tidewatch)",
    ),
    (PRESS, "Tidewatch, ‘A Title’, press statement (20 April 2017), paragraph 2"),
    (replace(PRESS, origin=Origin("‘A Post’")), "Tidewatch, press statement (20 April 2017), quoted in ‘A Post’"),
    (replace(PRESS, kind=Kind.ARTICLE, speaker="A Writer"), "A Writer, ‘A Title’ (20 April 2017), paragraph 2"),
    (COMMENT, "Anonymous reader, comment 5 on ‘A Title’ (20 April 2017)"),
    (
        replace(DEBATE, origin=Origin("comment 5 on ‘A Post’")),
        "HC Deb 9 May 2016, vol 609, col 430 (Ada Merrow, The Minister), quoted in comment 5 on ‘A Post’",
    ),
]


@pytest.mark.parametrize(("passage", "reference"), REFERENCES)
def test_a_reference_is_made_of_the_passage_s_fields_in_the_form_of_its_kind(passage: Passage, reference: str) -> None:
    assert citations.reference(passage, "A Title") == reference


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.DIGEST])
def test_a_passage_of_which_nothing_else_is_known_still_has_a_reference_that_shows_no_gap(kind: Kind) -> None:
    told = citations.reference(Passage("x#1", "x", 1, "Words.", kind, "p. 3"), "A Title")
    assert "None" not in told
    assert not {", ,", "()", ",,", "( "} & {told[i : i + 3].strip() for i in range(len(told))}
    assert any(word in told for word in ("p 3", "p. 3"))


def test_the_long_form_adds_the_headings_what_has_to_be_known_and_the_link() -> None:
    passage = replace(ANSWER, headings=("Ministry of Tides", "Piers"), remark="holding answer", url="https://example.org/5460")
    told = citations.footnote(passage, "A Title")
    assert told == f"{citations.reference(passage, 'A Title')}, under ‘Ministry of Tides / Piers’ [holding answer] <https://example.org/5460>"


LABELS = [
    (DEBATE, "Ada Merrow, debate, 9 May 2016"),
    (replace(REPORT, mark=Mark.RECOMMENDATION, number="5"), "Harbours Committee, recommendation 5 in a committee report, June 2018"),
    (replace(REPORT, kind=Kind.INSPECTION_REPORT, mark=Mark.CONCLUSION), "Harbours Committee, conclusion in an inspection report, June 2018"),
    (replace(ANSWER, mark=Mark.NON_ANSWER), "Ministry of Tides, non-answer in a written question, 11 December 2023"),
]


@pytest.mark.parametrize(("passage", "label"), LABELS)
def test_a_label_says_who_what_and_when(passage: Passage, label: str) -> None:
    assert citations.label(passage) == label
