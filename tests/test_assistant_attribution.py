"""Nobody's words are put in another's mouth: lead-ins and references, kind by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.attribution import lead_in
from assistant.citations import group, label, reference
from corpus.document import About, Kind, Mark, Origin, Passage

REPORT = Passage(
    "d#1", "d", 1, "The hub was slow.", Kind.INSPECTION_REPORT, "para 1", speaker="HM Inspectorate of Probation",
    body="HM Inspectorate of Probation", date="2017-04-20", headings=("The Hub",), origin=Origin("‘A post’, 20 April 2017"),
)  # fmt: skip
DEBATE = Passage("d#2", "d", 2, "It is.", Kind.DEBATE, "col 517", speaker="Lord Oak", office="Minister", body="House of Lords", date="2017-10-31")
ABOUT = About(Kind.DEBATE, "a Lords question", "House of Lords", "Lord Oak", "Minister", date="2017-10-31", locator="Contribution 2")


def test_an_unsigned_report_is_the_bodys_and_a_signed_foreword_the_signatorys() -> None:
    assert lead_in(REPORT, "A post", "It is.") == "HM Inspectorate of Probation’s inspection report of 20 April 2017, quoted in ‘A post’, says under ‘The Hub’"
    signed = replace(REPORT, speaker="Dame Ann Ash", office="HM Chief Inspector of Probation", headings=("Foreword",))
    assert lead_in(signed, "A post", "It is.").startswith("Dame Ann Ash, HM Chief Inspector of Probation, wrote in the foreword to the inspection report")
    assert lead_in(signed, "A post", "It is.").endswith("quoted in ‘A post’")


def test_a_ministers_reply_names_who_asked_and_gives_the_office_and_the_day() -> None:
    assert lead_in(DEBATE, "t", "It is.", "Lord Elm") == "Answering Lord Elm, Lord Oak (Minister) said in the House of Lords on 31 October 2017"


def test_an_interruption_by_nobody_named_stays_nobodys() -> None:
    assert "does not name" in lead_in(replace(DEBATE, speaker=None, office=None), "t", "It is.")
    assert reference(replace(DEBATE, speaker=None), "t").endswith("(unattributed)")


def test_a_question_is_asked_not_said() -> None:
    assert " asked in the House of Lords" in lead_in(replace(DEBATE, text="Is it?"), "t", "Is it?")


def test_a_digest_never_speaks_in_the_original_speakers_mouth() -> None:
    digest = replace(DEBATE, kind=Kind.DIGEST, speaker=None, office=None, about=ABOUT, origin=Origin("Exchange as pasted"))
    assert lead_in(digest, "Digest of a Lords question", "It is.") == "Our digest of Lord Oak in the House of Lords on 31 October 2017 reads"
    assert reference(digest, "Digest of a Lords question").startswith("Digest of a Lords question")
    assert group(digest) == "Said in Parliament"
    assert label(digest) == "Lord Oak, digest of a debate, 31 October 2017"


def test_comments_and_testimony_are_called_what_they_are_and_two_readers_are_never_one() -> None:
    comment = Passage("d#c5", "d", 5, "Rubbish.", Kind.COMMENT, "comment 5")
    assert lead_in(comment, "A post", "It is.") == "An anonymous reader claimed, unverified, in comment 5 on ‘A post’"
    assert lead_in(comment, "A post", "It is.", another=True).startswith("Another anonymous reader")
    account = replace(comment, kind=Kind.TESTIMONY)
    assert lead_in(account, "A post", "It is.") == "An unnamed practitioner, whose account is unverified, said"
    assert "unverified" in group(comment) and "unverified" in group(account)


def test_words_pasted_into_a_comment_say_so() -> None:
    pasted = replace(DEBATE, origin=Origin("comment 5 on ‘A post’"))
    assert lead_in(pasted, "A post", "It is.").endswith("(as pasted into a reader’s comment)")
    assert reference(pasted, "A post").endswith("quoted in comment 5 on ‘A post’")


def test_a_person_of_another_body_is_quoted_by_the_statement_not_speaking_for_it() -> None:
    press = Passage("d#3", "d", 3, "Words.", Kind.PRESS_RELEASE, "para 3", speaker="Dame Ann Ash", office="HM Chief Inspector of Probation", body="Napo")
    assert "is quoted by Napo" in lead_in(press, "t", "It is.")
    own = replace(press, speaker="Bo Birch", office="Napo General Secretary")
    assert lead_in(own, "t", "It is.") == "Bo Birch, Napo General Secretary, said in a statement"


def test_a_debate_is_cited_by_house_day_and_column() -> None:
    assert reference(DEBATE, "t") == "HL Deb 31 October 2017, col 517 (Lord Oak, Minister)"


TABLED = ["To ask the Minister, if she will act.", "What his policy is on piers; and if he will make a statement.", "If he will bring forward proposals."]


@pytest.mark.parametrize("words", TABLED)
def test_a_question_put_down_before_the_sitting_is_asked_and_what_answers_it_is_said(words: str) -> None:
    assert " asked in the House of Lords" in lead_in(DEBATE, "t", words)
    assert " said in the House of Lords" in lead_in(replace(DEBATE, reply_to="d#1"), "t", "May I say what a pleasure it is?", "Ada Merrow")


def test_a_division_is_the_record_s() -> None:
    division = replace(DEBATE, speaker=None, office=None, mark=Mark.DIVISION)
    assert lead_in(division, "t", "Ayes 2, Noes 1.").startswith("The record of the House of Lords on 31 October 2017 gives the division")


WRITTEN = Passage("q", "d", 1, "To ask…", Kind.WRITTEN_QUESTION, "PQ 5460", speaker="Ada Merrow", date="2023-12-06", series="PQ")
LEADS = [
    (WRITTEN, "Ada Merrow asked in a written question on 6 December 2023"),
    (replace(WRITTEN, speaker=None), "A Member whom the record does not name asked in a written question on 6 December 2023"),
    (replace(WRITTEN, reply_to="x", speaker=None, body="Ministry of Tides"), "The Ministry of Tides answered in writing on 6 December 2023"),
    (replace(WRITTEN, reply_to="x", office="The Minister"), "Ada Merrow (The Minister) answered in writing on 6 December 2023"),
    (replace(WRITTEN, kind=Kind.WRITTEN_STATEMENT, body="House of Lords"), "Ada Merrow said in a written statement to the House of Lords on 6 December 2023"),
    (
        replace(WRITTEN, kind=Kind.ORAL_EVIDENCE, office="Director", body="Tidewatch"),
        "Ada Merrow (Director, Tidewatch) said in oral evidence on 6 December 2023",
    ),
    (replace(WRITTEN, kind=Kind.WRITTEN_EVIDENCE, speaker=None, body="Tidewatch"), "Tidewatch said in written evidence on 6 December 2023"),
]


@pytest.mark.parametrize(("passage", "lead"), LEADS)
def test_what_is_written_or_given_in_evidence_is_led_in_as_such(passage: Passage, lead: str) -> None:
    assert lead_in(passage, "t", "Words.") == lead
