"""parlparse XML: every paragraph under its own id, with the speaker, column, headings and question the record gives it.

The records in ``fixtures/parlparse`` are invented; their form is that of the real files.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from corpus.document import Document, Kind, Mark, Passage
from corpus.readers import parlparse
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT
from tests.conftest import SHARED as SHARED_FOLDER

FIXTURES = Path(__file__).parent / "fixtures" / "parlparse"
SHARED = SHARED_FOLDER / "sources" / "hansard-parlparse"
PAIRS = SHARED_FOLDER / "known-answers" / "twfy_pairs.jsonl"
ONE_SPEECH = (
    '<publicwhip latest="yes"><speech id="uk.org.publicwhip/debate/2014-03-12a.1.1" speakername="Ada Merrow" colnum="1">'
    '<p pid="a1.1/1">Before {} after.</p></speech></publicwhip>'
)
KEANE = "The Secretary of State for Justice"


def read(data: bytes | str) -> Document:
    (document,) = parlparse.read(data.encode() if isinstance(data, str) else data, "day.xml", "0" * 64)
    return document


def refusal(data: bytes | str) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    return str(refused.value)


def commons() -> Document:
    return read((FIXTURES / "commons.xml").read_bytes())


def lords() -> Document:
    return read((FIXTURES / "lords.xml").read_bytes())


def at(document: Document, place: str) -> Passage:
    """The passage whose id ends with ``place``: column.index/paragraph."""
    (found,) = [p for p in document.passages if p.id.endswith(f"a.{place}")]
    return found


# the Commons -----------------------------------------------------------------------------------------------------------


def test_a_sitting_is_one_document_named_by_house_and_day() -> None:
    day = commons()
    assert (day.id, day.title, day.kind, day.date) == ("debate-2014-03-12a", "House of Commons debates, 12 March 2014", Kind.DEBATE, "2014-03-12")
    assert (day.publisher, day.source, day.sha256) == ("House of Commons", "day.xml", "0" * 64)


def test_every_paragraph_with_words_is_a_passage_in_the_order_of_the_record() -> None:
    assert [p.text for p in commons().passages] == [
        "The Secretary of State was asked—",
        "What assessment she has made of the number of cases held by each probation officer.",
        "Caseloads differ from area to area. The median officer holds 38 cases.",
        "I have asked the inspectorate to look at the areas with the heaviest loads.",
        "In Harrowdale one officer holds 71 cases. Is that safe?",
        "My hon. Friend is right to raise it, and Harrowdale will be inspected in May.",
        "Will the Secretary of State publish the caseload of every office?",
        "Interruption.",
        "Yes, every quarter.",
        "[Relevant document: the fourth report of the Justice Committee.]",
        "I beg to move, That the Bill be now read a Second time.",
        "The fees were set out in the table.",
        "Small claims | £35",
        "rose—",
        "Division 231: Ayes 286, Noes 260.\nAyes: Tobias Finch\nNoes: Ada Merrow",
        "Bill read a Second time.",
    ]


def test_passages_are_numbered_one_after_another() -> None:
    assert [p.ordinal for p in commons().passages] == list(range(1, 17))


def test_ids_are_the_source_s_own_paragraph_ids() -> None:
    assert commons().passages[2].id == "uk.org.publicwhip/debate/2014-03-12a.301.5/1"
    assert commons().passages[3].id == "uk.org.publicwhip/debate/2014-03-12a.301.5/2"


def test_no_two_passages_share_an_id_even_where_the_source_gives_none() -> None:
    ids = [p.id for p in commons().passages]
    assert len(set(ids)) == len(ids)


def test_a_paragraph_id_that_the_source_uses_twice_still_names_one_passage() -> None:
    twice = ONE_SPEECH.replace("</speech>", '<p pid="a1.1/1">Again.</p></speech>')
    ids = [p.id for p in read(twice).passages]
    assert len(set(ids)) == len(ids) == 2


def test_a_speech_has_the_speaker_and_the_office_the_record_prints() -> None:
    day = commons()
    assert {(at(day, place).speaker, at(day, place).office) for place in ("301.5/1", "301.5/2", "302.2/1")} == {("Rosalind Keane", KEANE)}
    assert (at(day, "301.4/1").speaker, at(day, "301.4/1").office) == ("Ada Merrow", None)


def test_words_of_nobody_in_particular_have_no_speaker() -> None:
    day = commons()
    assert [at(day, place).speaker for place in ("301.2/1", "302.1/1", "303.1/1", "303.4/1", "304.1/1")] == [None] * 5


def test_the_locator_is_the_column_and_the_number_of_the_question() -> None:
    day = commons()
    assert [at(day, place).locator for place in ("301.4/1", "301.7/1", "302.0/1", "303.3/1")] == ["col 301, Q1", "col 301", "col 302", "col 303"]


def test_headings_are_the_path_above_and_a_new_one_ends_those_below_it() -> None:
    day = commons()
    assert at(day, "301.2/1").headings == ("Oral Answers to Questions", "JUSTICE")
    assert at(day, "301.4/1").headings == ("Oral Answers to Questions", "JUSTICE", "Probation: Caseloads")
    assert at(day, "303.1/1").headings == ("Courts (Fees) Bill",)
    assert at(day, "303.3/1").headings == ("Courts (Fees) Bill", "Second Reading")


def test_a_link_leads_to_the_speech() -> None:
    assert at(commons(), "301.5/2").url == "https://www.theyworkforyou.com/debates/?id=2014-03-12a.301.5"


def test_every_paragraph_of_an_answer_replies_to_its_question() -> None:
    day = commons()
    question = at(day, "301.4/1").id
    assert [at(day, place).reply_to for place in ("301.5/1", "301.5/2")] == [question, question]


def test_an_answer_to_a_supplementary_replies_to_the_supplementary() -> None:
    day = commons()
    assert at(day, "301.7/1").reply_to == at(day, "301.6/1").id
    assert at(day, "302.2/1").reply_to == at(day, "302.0/1").id, "an interruption between them changes nothing"


def test_questions_interruptions_and_speeches_in_debate_reply_to_nothing() -> None:
    day = commons()
    assert [at(day, place).reply_to for place in ("301.4/1", "301.6/1", "302.0/1", "302.1/1", "303.3/1", "303.4/1")] == [None] * 6


def test_a_member_who_goes_on_asking_does_not_answer_the_question() -> None:
    speech = '<speech id="uk.org.publicwhip/debate/2014-03-12a.1.{}" speakername="{}" {} colnum="1"><p pid="a1.{}/1">Words.</p></speech>'
    said = (("Ada Merrow", 'oral-qnum="1"'), ("Ada Merrow", ""), ("Rosalind Keane", ""))
    speeches = "".join(speech.format(number, speaker, mark, number) for number, (speaker, mark) in enumerate(said))
    question, more, answer = read(f'<publicwhip latest="yes">{speeches}</publicwhip>').passages
    assert (more.reply_to, answer.reply_to) == (None, question.id)


def test_a_division_is_one_passage_with_its_count_and_no_speaker() -> None:
    (division,) = [p for p in commons().passages if p.mark is Mark.DIVISION]
    assert (division.id.rpartition("/")[2], division.locator, division.speaker) == ("x1", "col 304", None)
    assert (division.number, division.remark) == ("231", "Ayes 286, Noes 260: agreed to by 26")


def test_a_passage_has_the_day_and_the_house_of_its_sitting() -> None:
    assert {(p.date, p.body, p.kind, p.document_id) for p in commons().passages} == {
        ("2014-03-12", "House of Commons", Kind.DEBATE, "debate-2014-03-12a")
    }  # fmt: skip


# the Lords -------------------------------------------------------------------------------------------------------------


def test_entities_and_latin_1_letters_come_out_as_the_characters_they_stand_for() -> None:
    day = lords()
    assert at(day, "71.3/1").text == "To ask Her Majesty's Government whether the £1.2 million promised for prison libraries has been spent."
    assert at(day, "71.4/1").text == "My Lords, all but £90,000 has been spent—most of it on books."
    assert at(day, "72.0/1").text == "My Lords, what of the Minister’s promise on opening hours?"
    assert at(day, "72.0/1").speaker == "Lord Trévaux"


def test_a_lords_sitting_is_named_and_linked_as_one() -> None:
    day = lords()
    assert (day.id, day.title, day.date, day.publisher) == ("lords-2008-06-03a", "House of Lords debates, 3 June 2008", "2008-06-03", "House of Lords")
    assert at(day, "72.1/1").url == "https://www.theyworkforyou.com/lords/?id=2008-06-03a.72.1"
    assert at(day, "72.1/1").headings == ("Prisons: Libraries — Question",)


def test_to_ask_the_government_is_a_question_and_the_next_peer_answers_it() -> None:
    day = lords()
    assert at(day, "71.4/1").reply_to == at(day, "71.3/1").id
    assert at(day, "72.0/1").reply_to is None
    assert at(day, "72.1/1").reply_to == at(day, "72.0/1").id


def test_a_lords_division_counts_contents_and_not_contents() -> None:
    assert lords().passages[-1].text == "Division 1: Contents 153, Not-Contents 127.\nContents: Ellery, B."


# sections --------------------------------------------------------------------------------------------------------------

KNOWN = {
    "written-answers": ("wrans-2008-06-03c", "House of Commons written answers, 3 June 2008", Kind.WRITTEN_QUESTION, "House of Commons", "HC Deb"),
    "lords-written-answers": ("lordswrans-2008-06-03a", "House of Lords written answers, 3 June 2008", Kind.WRITTEN_QUESTION, "House of Lords", "HL Deb"),
    "written-statements": ("wms-2008-06-03a", "House of Commons written statements, 3 June 2008", Kind.WRITTEN_STATEMENT, "House of Commons", "HC Deb"),
    "lords-written-statements": ("lordswms-2008-06-03a", "House of Lords written statements, 3 June 2008", Kind.WRITTEN_STATEMENT, "House of Lords", "HL Deb"),
    "committee": (
        "standing-2008-05-29-COURTFEE-03-0-2008-06-03a", "Public Bill Committee: Courts (Fees) Bill, 3 June 2008 (sitting 3)", Kind.DEBATE, "House of Commons",
        "Courts (Fees) Bill Deb",
    ),
    "scottish": ("spor-2008-06-03", "Scottish Parliament debates, 3 June 2008", Kind.DEBATE, "Scottish Parliament", "SP OR"),
    "scottish-written": ("spwa-2008-06-03", "Scottish Parliament written answers, 3 June 2008", Kind.WRITTEN_QUESTION, "Scottish Parliament", "SP WA"),
    "assembly": ("ni-2008-06-03", "Northern Ireland Assembly debates, 3 June 2008", Kind.DEBATE, "Northern Ireland Assembly", "NIA Deb"),
}  # fmt: skip


def fixture(name: str) -> Document:
    return read((FIXTURES / f"{name}.xml").read_bytes())


def ending(document: Document, end: str) -> Passage:
    (found,) = [p for p in document.passages if p.id.endswith(end)]
    return found


@pytest.mark.parametrize("name", KNOWN)
def test_each_section_is_named_by_body_and_day(name: str) -> None:
    day = fixture(name)
    assert (day.id, day.title, day.kind, day.publisher) == KNOWN[name][:4]
    assert {(p.kind, p.body, p.series, p.date) for p in day.passages} == {(*KNOWN[name][2:], "2008-06-03")}


LOCATORS = {
    ("written-answers", "201103.q0/1"): ("PQ 201103, col 12W", "https://www.theyworkforyou.com/wrans/?id=2008-06-03c.201103.q0"),
    ("lords-written-answers", "71.2/1"): ("HL1201, col WA71", "https://www.theyworkforyou.com/wrans/?id=2008-06-03a.71.2"),
    ("written-statements", "7WS.2/1"): ("col 7WS", "https://www.theyworkforyou.com/wms/?id=2008-06-03a.7WS.2"),
    ("lords-written-statements", "87.2/1"): ("col WS87", "https://www.theyworkforyou.com/wms/?id=2008-06-03a.87.2"),
    ("committee", "a.2.1/x1"): ("col 61", "https://www.theyworkforyou.com/pbc/2007-08/Courts_%28Fees%29_Bill/03-0_2008-06-03a.2.1"),
    ("scottish", "302.0/x1"): ("col 302", "https://www.theyworkforyou.com/sp/?id=2008-06-03.302.0"),
    ("scottish-written", "10002.q1/x1"): ("S3W-10002", "https://www.theyworkforyou.com/spwrans/?id=2008-06-03.S3W-10002.q1"),
    ("assembly", "1.5/x1"): ("at 13:00", "https://www.theyworkforyou.com/ni/?id=2008-06-03.1.5"),
}


@pytest.mark.parametrize(("name", "end"), LOCATORS)
def test_a_locator_is_what_the_printed_record_has_and_a_link_leads_to_the_item(name: str, end: str) -> None:
    found = ending(fixture(name), end)
    assert (found.locator, found.url) == LOCATORS[name, end]


def test_a_column_of_westminster_hall_is_cited_as_one() -> None:
    (hall,) = read(ONE_SPEECH.format("").replace("/debate/", "/westminhall/")).passages
    assert (hall.locator, hall.url) == ("col 1WH", "https://www.theyworkforyou.com/whall/?id=2014-03-12a.1.1")


def test_letters_that_the_file_gives_with_a_column_are_kept() -> None:
    (hall,) = read(ONE_SPEECH.format("").replace("/debate/", "/westminhall/").replace('colnum="1"', 'colnum="1WH"')).passages
    assert hall.locator == "col 1WH"


def test_a_section_that_is_not_known_is_read_with_body_series_and_link_unknown() -> None:
    speech = ONE_SPEECH.format("and").replace("/debate/", "/senedd/").replace("<speech", '<speech url="https://record.example/1"')
    day = read(speech)
    (only,) = day.passages
    assert (day.id, day.kind, day.publisher, only.body, only.series) == ("senedd-2014-03-12a", Kind.DEBATE, None, None, None)
    assert (only.text, only.speaker, only.url) == ("Before and after.", "Ada Merrow", "https://record.example/1")


def test_a_link_that_is_no_web_address_is_left_out() -> None:
    (only,) = read(ONE_SPEECH.format("").replace("/debate/", "/senedd/").replace("<speech", '<speech url="javascript:x"')).passages
    assert only.url is None


# written questions -----------------------------------------------------------------------------------------------------


def test_every_paragraph_of_a_written_answer_replies_to_the_first_question() -> None:
    day = fixture("written-answers")
    answer = [p for p in day.passages if "201101.r0/" in p.id]
    assert [p.text for p in answer] == [
        "holding answer 20 May 2008",
        "The service cost £4.1 million—the figures are in the table.¹",
        "| Officers\nJoined | 12\nLeft | 19¹",
        "Loose words.",
        "Harrowdale North",
        "Harrowdale South",
    ]
    assert {p.reply_to for p in answer} == {"uk.org.publicwhip/wrans/2008-06-03c.201101.q0/1"}
    assert {(p.speaker, p.number) for p in answer} == {("Rosalind Keane", "201101")}


def test_questions_in_one_column_that_share_an_answer_are_told_as_grouped() -> None:
    day = fixture("written-answers")
    asked = [ending(day, f"201101.q0/{n}") for n in (1, 2, 3)]
    assert [(p.number, p.mark, p.remark) for p in asked] == [
        ("201101", None, None),
        ("201101", None, None),
        ("201102", Mark.GROUPED, "answered together with PQ 201101"),
    ]
    assert asked[2].locator == "PQ 201102, col 11W"


def test_questions_of_their_own_that_share_an_answer_are_told_as_grouped() -> None:
    day = fixture("scottish-written")
    first, second, *answer = day.passages
    assert (first.mark, second.mark, second.remark) == (None, Mark.GROUPED, "answered together with S3W-10001")
    assert {p.reply_to for p in answer} == {first.id}


def test_a_reply_that_promises_a_letter_is_no_answer_and_one_after_a_holding_answer_is() -> None:
    day = fixture("written-answers")
    assert [(p.mark, p.remark) for p in day.passages if "201103.r0/" in p.id] == [(Mark.NON_ANSWER, "no answer here: one was promised by letter")] * 2
    assert {p.mark for p in day.passages if "201101.r0/" in p.id} == {None}


def test_the_words_of_a_letter_given_as_the_answer_are_told_from_the_minister_s_own() -> None:
    day = fixture("written-answers")
    told = [p.remark for p in day.passages if "201104.r0/" in p.id]
    assert told == [None, None, "words of a letter given as the answer: Letter from Edith Larch, dated June 2008"]


def test_a_reply_without_a_question_replies_to_nothing() -> None:
    alone = '<publicwhip><reply id="uk.org.publicwhip/wrans/2014-03-12a.1.r0" speakername="Ada Merrow" colnum="1W"><p>Yes.</p></reply></publicwhip>'
    (only,) = read(alone).passages
    assert (only.text, only.reply_to, only.kind) == ("Yes.", None, Kind.WRITTEN_QUESTION)


UNNUMBERED = '<ques id="uk.org.publicwhip/spwa/2014-03-12.{0}.q0" speakername="Ada Merrow"><p>To ask {0}.</p></ques>'
REPLY = '<reply id="uk.org.publicwhip/spwa/2014-03-12.{0}.r0" speakername="Rosalind Keane"><p>Yes.</p></reply>'
HEADING = '<minor-heading id="uk.org.publicwhip/spwa/2014-03-12.{0}.h">Next</minor-heading>'


def exchange(*items: str) -> list[tuple[str | None, str | None]]:
    """Of each passage the question it answers, by its number in the file, and what is to be known of it."""
    data = "".join(item.format(number) for number, item in enumerate(items, start=1))
    passages = read(f"<publicwhip>{data}</publicwhip>").passages
    return [(p.reply_to and p.reply_to.split(".")[3], p.remark) for p in passages]


def test_questions_without_numbers_are_grouped_by_the_reply_that_follows_them() -> None:
    assert exchange(UNNUMBERED, UNNUMBERED, REPLY) == [(None, None), (None, "answered together with the question before it"), ("1", None)]


def test_a_question_after_a_reply_begins_another_exchange() -> None:
    assert exchange(UNNUMBERED, REPLY, UNNUMBERED, REPLY) == [(None, None), ("1", None), (None, None), ("3", None)]


def test_a_question_left_without_a_reply_has_nothing_to_do_with_the_next_heading() -> None:
    assert exchange(UNNUMBERED, HEADING, UNNUMBERED, REPLY) == [(None, None), (None, None), ("3", None)]


# oral questions --------------------------------------------------------------------------------------------------------


def test_another_minister_may_answer_the_next_tabled_question() -> None:
    day = fixture("revised")
    assert ending(day, "401.3/1").reply_to == ending(day, "401.2/1").id
    assert ending(day, "401.6/1").reply_to == ending(day, "401.4/1").id
    assert ending(day, "401.4/1").locator == "col 401, T2"


def test_whoever_calls_for_order_neither_asks_nor_answers() -> None:
    assert ending(fixture("revised"), "401.5/1").reply_to is None


def test_an_oral_reply_that_only_promises_a_letter_is_no_answer() -> None:
    assert ending(fixture("revised"), "401.6/1").mark is Mark.NON_ANSWER
    assert ending(fixture("revised"), "401.3/1").mark is None


def test_a_heading_ends_an_oral_exchange() -> None:
    speech = '<speech id="uk.org.publicwhip/debate/2014-03-12a.1.{}" speakername="{}" {} colnum="1"><p>Words.</p></speech>'
    heading = '<major-heading id="uk.org.publicwhip/debate/2014-03-12a.2.0">Bill</major-heading>'
    asked, said = speech.format(1, "Ada Merrow", 'oral-qnum="1"'), speech.format(2, "Rosalind Keane", "")
    assert [p.reply_to is None for p in read(f"<publicwhip>{asked}{said}</publicwhip>").passages] == [True, False]
    assert [p.reply_to is None for p in read(f"<publicwhip>{asked}{heading}{said}</publicwhip>").passages] == [True, True]


def test_oral_questions_answered_together_are_grouped_and_answered_at_the_first() -> None:
    day = fixture("assembly")
    first, second, reply = (ending(day, f"03.1.{n}/x1") for n in (2, 3, 5))
    assert (second.mark, second.remark, reply.reply_to) == (Mark.GROUPED, "answered together with the question before it", first.id)


def test_a_file_that_calls_a_speech_an_answer_is_believed() -> None:
    data = (FIXTURES / "revised.xml").read_text("utf-8")
    more = (
        '<speech id="uk.org.publicwhip/debate/2014-03-13b.401.{}" speakername="{}" {} colnum="401"><p>Words.</p></speech>'.format(*said)
        for said in ((7, "Ada Merrow", ""), (8, "Rosalind Keane", 'type="Start Answer"'))
    )
    day = read(data.replace('  <major-heading id="uk.org.publicwhip/debate/2014-03-13b.402.0"', "".join(more) + '  <major-heading id="x"'))
    assert ending(day, "401.8/x1").reply_to == ending(day, "401.7/x1").id


# who said it -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "who"),
    [
        ("Ada Merrow", ("Ada Merrow", None, None)),
        ("The Minister for Ferries (Morag Lyle)", ("Morag Lyle", "The Minister for Ferries", None)),
        ("Mr Deputy Speaker (Mr Hay)", ("Mr Hay", "Mr Deputy Speaker", None)),
        ("Euan Baird (Skerry and the Isles) (SNP)", ("Euan Baird", None, "SNP")),
        ("Father Aidan Rowe (St Bride's, Skerry)", ("Father Aidan Rowe", None, None)),
        ("The Earl of Trévaux (CB)", ("The Earl of Trévaux", None, "CB")),
        ("The Countess of Wexcombe", ("The Countess of Wexcombe", None, None)),
        ("Mr. Speaker", ("Mr. Speaker", None, None)),
        ("Several hon. Members", (None, None, None)),
        ("Noble Lords", (None, None, None)),
        ("A Member", (None, None, None)),
        ("unknown", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_a_name_is_read_with_the_office_constituency_and_party_printed_beside_it(given: str, who: tuple[str | None, ...]) -> None:
    (only,) = read(ONE_SPEECH.format("").replace("Ada Merrow", given)).passages
    assert (only.speaker, only.office, only.party) == who


def test_a_name_beside_words_that_have_no_speaker_is_not_their_speaker_s() -> None:
    (only,) = read(ONE_SPEECH.format("").replace("<speech", '<speech nospeaker="True"')).passages
    assert only.speaker is None


def test_a_committee_s_list_gives_its_members_party_or_office() -> None:
    day = fixture("committee")
    assert (ending(day, "a.2.1/x1").speaker, ending(day, "a.2.1/x1").party) == ("Tobias Finch", "Con")
    assert (ending(day, "a.2.2/x1").speaker, ending(day, "a.2.2/x1").office) == ("Ines Calder", "Parliamentary Under-Secretary of State for Justice")
    assert day.passages[0].text.startswith("Mr. Hugh Dorrit; Finch, Mr. Tobias (Harrowdale, South) (Con); ")
    assert (day.passages[0].speaker, day.passages[0].locator) == (None, "committee")


def test_a_line_of_procedure_within_a_speech_is_nobody_s_and_the_speech_goes_on() -> None:
    day = fixture("committee")
    assert [(p.text, p.speaker) for p in day.passages if "a.2.2/" in p.id] == [
        ("I cannot accept it.", "Ines Calder"),
        ("Tobias Finch rose—", None),
        ("I must go on.", "Ines Calder"),
    ]


def test_what_the_house_resolved_is_not_the_last_speaker_s_words() -> None:
    assert [p.speaker for p in fixture("revised").passages if "402.1/" in p.id] == ["Ines Calder", None, None, None, None]
    assert [p.speaker for p in fixture("assembly").passages if "03.1.7/" in p.id] == ["Mr Speaker", None, None, None]
    assert [p.speaker for p in fixture("scottish").passages if "301.1/" in p.id] == ["Isla Rennie", None, None]


SAID = (
    "The House is asked to appoint a Member.", "Question Time was poor.", "Amendment 62 has been tabled by my hon. Friend.", "Clause 11 of the lease is plain.",
    "Motion after motion was lost.", "Bill Carter, read the figures.", "The Committee was right.", "He rose to the occasion.", "Ordered thinking is needed.",
)  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_what_may_have_been_said_stays_with_the_speaker(words: str) -> None:
    (only,) = read(ONE_SPEECH.replace("Before {} after.", words)).passages
    assert only.speaker == "Ada Merrow"


def test_in_the_lords_the_text_of_an_amendment_is_not_the_last_speaker_s() -> None:
    lines = (
        '<p pid="a/1">I am grateful.</p><p pid="a/2" class="italic">Amendment 45</p><p pid="a/3" class="italic"> Moved by Lord Wexcombe</p>'
        '<p pid="a/4">45: leave out 2</p>'
    )
    speech = ONE_SPEECH.replace("/debate/", "/lords/").replace('<p pid="a1.1/1">Before {} after.</p>', lines)
    assert [p.speaker for p in read(speech).passages] == ["Ada Merrow", None, None, None]


# words, columns and ids ------------------------------------------------------------------------------------------------


def test_characters_of_windows_1252_in_old_files_are_read_as_what_they_are() -> None:
    assert ending(fixture("committee"), "a.2.1/x2").text == "‘(2) No fee exceeds £35…’."


def test_a_table_within_a_paragraph_is_a_piece_of_its_own() -> None:
    assert [p.text for p in fixture("scottish-written").passages[3:]] == [
        "Before the table",
        "Late | Cancelled outright\n41 | 7 (estimate)",
        "and after it.",
        "Ferries\n41",
    ]


def test_a_paragraph_is_in_the_column_in_which_it_begins() -> None:
    assert [p.locator for p in fixture("scottish").passages if "301.2/" in p.id] == ["col 301", "col 302"]


def test_marks_within_words_leave_the_words_whole() -> None:
    assert ending(fixture("scottish"), "301.2/x1").text == "The ferries are late. They were late in 2007."


def test_words_after_a_comment_or_an_instruction_are_kept() -> None:
    assert read(ONE_SPEECH.format("<!-- note --> and <?x y?> then<br/>so")).passages[0].text == "Before and then so after."


def test_words_in_elements_of_no_known_sort_are_kept_as_nobody_s() -> None:
    assert read(ONE_SPEECH.format("").replace("<speech", "First.<speech", 1)).passages[0].text == "First."
    data = ONE_SPEECH.format("").replace("</publicwhip>", "Loose.<motion><p>That it be so.</p> Agreed.</motion> Last.</publicwhip>")
    assert [(p.text, p.speaker) for p in read(data).passages[1:]] == [("Loose.", None), ("That it be so.", None), ("Agreed.", None), ("Last.", None)]


def test_a_piece_without_an_id_is_known_by_its_place_in_its_speech() -> None:
    longer = ONE_SPEECH.replace("</speech>", "<p>Second.</p><p>Third.</p></speech>")
    before = '<publicwhip latest="yes"><speech id="uk.org.publicwhip/debate/2014-03-12a.0.9"><p>New.</p><p>Newer.</p></speech>'
    assert [p.id.rpartition("/")[2] for p in read(longer).passages] == ["1", "x2", "x3"]
    assert {p.id for p in read(longer).passages} < {p.id for p in read(longer.replace('<publicwhip latest="yes">', before)).passages}


def test_times_that_are_none_and_times_that_are_wrong_do_no_harm() -> None:
    for given in ("017:45:00", "", "unknown", "99:99:99:99"):
        speech = ONE_SPEECH.format("").replace(' colnum="1"', f' time="{given}"')
        assert read(speech).passages[0].locator == ("at 17:45" if given.startswith("017") else "item 1.1")


# divisions -------------------------------------------------------------------------------------------------------------


def test_a_division_lists_the_names_on_each_side_and_the_tellers() -> None:
    division = ending(fixture("revised"), "402.2/x1")
    assert division.text.split("\n") == [
        "Division 235: Ayes 1, Noes 2.",
        "Ayes: Finch, Mr. Tobias",
        "Tellers for the Ayes: Mrs. Joan Bell",
        "Noes: Merrow, Ada; Keane, rh Rosalind",
        "Tellers for the Noes: Mr. Amos Reed",
    ]
    assert (division.mark, division.number, division.remark) == (Mark.DIVISION, "235", "Ayes 1, Noes 2: disagreed to by 1")


def test_a_committee_s_division_may_be_a_tie() -> None:
    assert ending(fixture("committee"), "a.2.3/x1").remark == "Ayes 1, Noes 1: a tie"


def test_a_scottish_division_counts_abstentions() -> None:
    division = fixture("scottish").passages[-1]
    assert division.text.startswith("Division 1: For 2, Against 1, Abstentions 1, Spoiled votes 0.\nFor: Baird, Euan")
    assert division.remark == "For 2, Against 1: agreed to by 1"


def test_a_division_without_a_count_keeps_its_names_and_claims_no_result() -> None:
    bare = '<division id="uk.org.publicwhip/debate/2014-03-12a.2.0"><mplist vote="aye"><mpname>Finch</mpname></mplist>Odd.</division></publicwhip>'
    division = read(ONE_SPEECH.format("").replace("</publicwhip>", bare)).passages[-1]
    assert (division.text, division.remark) == ("Division.\nOdd.\nAyes: Finch", None)


# editions --------------------------------------------------------------------------------------------------------------


def test_a_superseded_edition_gives_its_redirects_and_no_passage() -> None:
    old = fixture("superseded")
    assert (old.id, old.superseded, old.passages) == ("debate-2014-03-12a", True, ())
    gid = "uk.org.publicwhip/debate/2014-03-12{}"
    assert old.redirects == ((gid.format("a.301.4"), gid.format("b.301.5")), (gid.format("a.301.5"), gid.format("b.301.6")))


def test_a_current_edition_keeps_its_redirects_too() -> None:
    day = fixture("written-answers")
    assert (day.superseded, len(day.passages)) == (False, 16)
    assert day.redirects == (("uk.org.publicwhip/wrans/2008-06-03c.201102.h", "uk.org.publicwhip/wrans/2008-06-03c.201101.h"),)


def test_editions_of_one_day_and_both_houses_written_answers_have_ids_of_their_own() -> None:
    commons_answers = (FIXTURES / "written-answers.xml").read_bytes().replace(b"2008-06-03c", b"2008-06-03a").replace(b'latest="yes"', b'latest="no"')
    assert read(commons_answers).id == "wrans-2008-06-03a" != fixture("lords-written-answers").id


# what is refused -------------------------------------------------------------------------------------------------------


_BOMBS = {
    "billion laughs": "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)) + '<!ENTITY a "lol">',
    "quadratic": f'<!ENTITY j "{"x" * 100_000}">',
    "recursive": '<!ENTITY j "&k;"><!ENTITY k "&j;">',
}  # fmt: skip
_MEASURE = """
import resource, sys, time
from corpus.readers import parlparse
from corpus.unreadable import UnreadableDocument
before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
try:
    parlparse.read(sys.stdin.buffer.read(), "bomb.xml", "0")
except UnreadableDocument as refused:
    print(refused.why)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, time.monotonic() - began < 5)
"""


@pytest.mark.parametrize("name", _BOMBS)
def test_an_entity_bomb_is_refused_in_little_time_and_memory(name: str) -> None:
    bomb = f"<!DOCTYPE publicwhip [{_BOMBS[name]}]>" + ONE_SPEECH.format("&j;" * 10_000)
    done = subprocess.run([sys.executable, "-c", _MEASURE], input=bomb.encode(), cwd=ROOT, capture_output=True, timeout=60, check=True)
    why, spared = done.stdout.decode().strip().split("\n")
    assert "not well-formed" in why
    assert spared == "True True"


def test_a_file_nested_too_deeply_is_refused() -> None:
    assert "not well-formed" in refusal(ONE_SPEECH.format("<i>" * 100_000 + "</i>" * 100_000))
    assert read(ONE_SPEECH.format("<b><q>" * 100 + "x" + "</q></b>" * 100)).passages[0].text == "Before x after."


@pytest.mark.parametrize("declared", ['<!ENTITY x SYSTEM "file://{}">', '<!ENTITY % y SYSTEM "file://{}"> %y;'])
def test_an_external_entity_is_never_read(declared: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text('<!ENTITY x "secret words">' if "%" in declared else "secret words")
    message = refusal(f"<!DOCTYPE publicwhip [{declared.format(outside)}]>" + ONE_SPEECH.format("&x;"))
    assert "secret" not in message


def test_an_external_dtd_is_never_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.dtd"
    outside.write_text('<!ENTITY x "secret words">')
    assert "secret" not in refusal(f'<!DOCTYPE publicwhip SYSTEM "file://{outside}">' + ONE_SPEECH.format("&x;"))
    assert read(f'<!DOCTYPE publicwhip SYSTEM "file://{outside}">' + ONE_SPEECH.format("and")).passages[0].text == "Before and after."


WHOLE = (FIXTURES / "commons.xml").read_bytes()
BROKEN = {
    "truncated": (WHOLE[: len(WHOLE) // 2], "fetch it again"),
    "a nul character": (ONE_SPEECH.format("\0"), "fetch it again"),
    "not XML": ("Order. Order.", "fetch it again"),
    "another root": ("<html><p>Hansard</p></html>", "<html>"),
    "a day that is none": (ONE_SPEECH.format("").replace("2014-03-12", "2014-13-12"), "2014-13-12"),
    "a committee's day that is none": (ONE_SPEECH.format("").replace("debate/2014-03-12a", "standing/standing2014-03-12_X_01-0_2014-03-32a"), "2014-03-32"),
    "no ids": (ONE_SPEECH.format("").replace("uk.org.publicwhip/debate/2014-03-12a.1.1", ""), "no debates"),
    "no words": (ONE_SPEECH.replace("Before {} after.", " "), "nothing to add"),
    "a redirect to nowhere": ('<publicwhip latest="yes"><gidredirect oldgid="uk.org.publicwhip/debate/2014-03-12a.1.1"/></publicwhip>', "nothing to add"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_sitting_is_refused_in_one_line_that_names_it(name: str) -> None:
    data, told = BROKEN[name]
    message = refusal(data)
    assert "\n" not in message
    assert message.startswith("day.xml: ")
    assert told in message


# damage ----------------------------------------------------------------------------------------------------------------


def damaged(data: bytes, rng: random.Random) -> bytes:
    at_byte = rng.randrange(len(data))
    end = data.find(b'"', data.find(b'="', at_byte) + 2)
    return rng.choice(
        [
            data[:at_byte],
            data[:at_byte] + bytes([rng.randrange(256)]) + data[at_byte + 1 :],
            data[:at_byte] + data[at_byte + rng.randrange(1, 400) :],
            re.sub(rb"</\w+>", b"", data[:at_byte], count=1) + data[at_byte:],
            data[:end] + rng.choice([b"", b"9", b"x/", b"&#151;", b"(" * 40, b"9" * 5000]) + data[end:],
        ]
    )


def test_a_damaged_file_is_read_or_refused_and_never_anything_else() -> None:
    rng = random.Random(11)
    whole = [path.read_bytes() for path in sorted(FIXTURES.glob("*.xml"))]
    outcomes: Counter[bool] = Counter()
    for _ in range(200):
        try:
            (document,) = parlparse.read(damaged(rng.choice(whole), rng), "day.xml", "0")
        except UnreadableDocument as refused:
            assert "\n" not in str(refused)
            outcomes[False] += 1
            continue
        ids = [p.id for p in document.passages]
        assert len(set(ids)) == len(ids) and {p.reply_to for p in document.passages} <= {None, *ids}
        outcomes[True] += 1
    assert min(outcomes[True], outcomes[False]) > 20


# the real files --------------------------------------------------------------------------------------------------------


def needs(path: Path) -> Path:
    if not path.exists():
        pytest.skip("the real sources (../shared) are not on this machine")
    return path


@cache
def real(name: str) -> Document:
    return read(needs(SHARED / name).read_bytes())


def everything() -> list[Path]:
    return sorted(needs(SHARED).glob("2*/**/*.xml"))


def plain(text: str) -> str:
    """Letters and figures alone, as independent of mark-up as may be: raised digits as digits."""
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return "".join(re.findall(r"[^\W_]+", text.translate(raised)))


@pytest.mark.shared
def test_all_real_files_are_read_and_only_old_editions_hold_nothing() -> None:
    read_all = {path: real(str(path.relative_to(SHARED))) for path in everything()}
    assert len(read_all) == 51
    for path, document in read_all.items():
        old = b'latest="no"' in path.read_bytes()
        assert (document.superseded, not document.passages) == (old, old), path.name
        assert len(document.redirects) == len(re.findall(rb"<gidredirect [^>]*oldgid", path.read_bytes())), path.name
    ids = [document.id for document in read_all.values()]
    assert len(set(ids)) == len(ids)


@pytest.mark.shared
def test_every_real_paragraph_table_and_division_is_a_passage_and_no_id_is_used_twice() -> None:
    seen: Counter[str] = Counter()
    for path in everything():
        document, raw = real(str(path.relative_to(SHARED))), path.read_bytes()
        seen.update(p.id for p in document.passages)
        if document.superseded:
            continue
        body = re.sub(rb"<table.*?</table>", b"", raw[raw.index(b"<publicwhip") :], flags=re.S)
        paragraphs = [re.sub(rb"<[^>]*>|&nbsp;|&#160;|\s", b"", inner) for inner in re.findall(rb"<p(?:>| [^>]*>)(.*?)</p>", body, flags=re.S)]
        counted = sum(map(bool, paragraphs)) + len(re.findall(rb"<table[ >]", raw)) + len(re.findall(rb"<divisioncount ", raw)) + raw.count(b"<committee>")
        assert len(document.passages) == counted, path.name
    assert sum(seen.values()) > 18_000 and max(seen.values()) == 1


@pytest.mark.shared
def test_every_word_under_a_real_speech_question_reply_or_division_is_in_some_passage() -> None:
    for path in everything():
        document = real(str(path.relative_to(SHARED)))
        if document.superseded:
            continue
        by_item: dict[str, str] = {}
        for p in document.passages:
            item = p.id.rpartition("/")[0]
            by_item[item] = by_item.get(item, "") + plain(p.text)
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities="internal"))
        for item in tree.xpath("/publicwhip/*[self::speech or self::ques or self::reply]"):
            assert plain("".join(item.itertext())) == by_item.get(item.get("id"), ""), item.get("id")
        for name in tree.xpath("//mpname[@vote] | //lord"):
            assert plain("".join(name.itertext())) in by_item[name.xpath("string(ancestor::*[@id and (self::division or self::divisioncount)][1]/@id)")]


@pytest.mark.shared
def test_every_known_answer_is_a_passage_that_replies_to_its_question() -> None:
    checked = 0
    for pair in map(json.loads, needs(PAIRS).read_text("utf-8").splitlines()):
        named = pair["file"].replace("twfy-2009-10/", "2009/")
        passages = {p.id: p for p in real(named if (SHARED / named).exists() else f"2016-2020/{Path(named).name}").passages}
        own = [f"{pair['answer_id']}/{pid.rpartition('/')[2]}" for pid in pair["answer_pids"] if pid]
        found = [passages[name] for name in own] if own else [p for p in passages.values() if p.id.startswith(f"{pair['answer_id']}/")]
        if found[0].text.startswith("Order."):  # the one pair whose “answer” is the Speaker's call for order
            assert (pair["answerer"], found[0].reply_to) == ("Mr. Speaker", None)
            continue
        assert {plain(text) for text in pair["answer"]} <= {plain(p.text) for p in found}, pair["answer_id"]
        assert all(any((p.reply_to or "").startswith(f"{question}/") for question in pair["question_id"]) for p in found), pair["answer_id"]
        checked += 1
    assert checked == 1451


@pytest.mark.shared
@pytest.mark.parametrize("name", ["2016-2020/debates2016-05-09b.xml", "2009/lordspages/daylord2009-10-27a.xml"])
def test_a_real_sitting_s_words_stay_with_the_member_who_said_them(name: str) -> None:
    tree = etree.fromstring(needs(SHARED / name).read_bytes(), etree.XMLParser(resolve_entities="internal"))
    who = {s.get("id"): s.get("speakername") for s in tree.iter("speech") if s.get("nospeaker") != "true"}
    said = [p for p in real(name).passages if p.speaker]
    assert all(who[p.id.rpartition("/")[0]] == p.speaker for p in said)
    assert {p.speaker for p in said} == set(who.values()) - {"Noble Lords"}


@pytest.mark.shared
@pytest.mark.parametrize("name", ["2016-2020/debates2016-05-09b.xml", "2009/lordspages/daylord2009-10-27a.xml"])
def test_every_answer_of_a_real_sitting_is_by_another_member_than_its_question(name: str) -> None:
    by_id = {p.id: p for p in real(name).passages}
    answers = [p for p in by_id.values() if p.reply_to]
    assert len(answers) > 25
    assert all(by_id[p.reply_to or ""].speaker not in (None, p.speaker) and by_id[p.reply_to or ""].headings == p.headings for p in answers)


FIELDS: list[tuple[str, str, dict[str, Any]]] = [
    ("2009/debates/debates2009-10-26b.xml", "debate/2009-10-26b.1.8/1", {
        "speaker": "Meg Hillier", "office": "The Parliamentary Under-Secretary of State for the Home Department", "locator": "col 1",
        "reply_to": "uk.org.publicwhip/debate/2009-10-26b.1.7/1", "series": "HC Deb",
    }),
    ("2016-2020/debates2016-05-09b.xml", "debate/2016-05-09b.376.0/1", {
        "speaker": "Priti Patel", "locator": "col 376", "reply_to": "uk.org.publicwhip/debate/2016-05-09b.375.6/1",
    }),
    ("2009/wrans/answers2009-10-26f.xml", "wrans/2009-10-26f.294961.r0/1", {
        "speaker": "Stuart Bell", "locator": "PQ 294961, col 1W", "number": "294961", "headings": ("CHURCH COMMISSIONERS", "Ministers of Religion"),
        "reply_to": "uk.org.publicwhip/wrans/2009-10-26f.294961.q0/1",
    }),
    ("2009/wrans/answers2009-10-26f.xml", "wrans/2009-10-26f.294335.q0/3", {
        "speaker": "Iris Robinson", "number": "294343", "mark": Mark.GROUPED, "remark": "answered together with PQ 294335",
    }),
    ("2009/lordswrans/lordswrans2009-10-26a.xml", "wrans/2009-10-26a.101.2/1", {
        "speaker": "Baroness Taylor of Bolton", "locator": "HL5669, col WA101", "body": "House of Lords",
    }),
    ("2009/lordswms/lordswms2009-10-26a.xml", "wms/2009-10-26a.87.1/1", {"speaker": "Lord Bach", "locator": "col WS87", "kind": Kind.WRITTEN_STATEMENT}),
    ("2009/westminhall/westminster2009-10-27a.xml", "westminhall/2009-10-27a.1.2/1", {"speaker": "Anne Main", "locator": "col 1WH"}),
    ("2009/standing/standing2009-10-20_CHILDPOV_05-0_2009-10-27a.xml", "standing/standing2009-10-20_CHILDPOV_05-0_2009-10-27a.2.2/x1", {
        "speaker": "Andrew Selous", "party": "Con", "locator": "col 125", "date": "2009-10-27",
        "headings": ("Child Poverty Bill", "Public Bill Committee", "Clause 1"),
        "url": "https://www.theyworkforyou.com/pbc/2008-09/Child_Poverty_Bill/05-0_2009-10-27a.2.2", "series": "Child Poverty Bill Deb",
    }),
    ("2009/sp/sp2009-10-28.xml", "spor/2009-10-28.20531.2/x1", {
        "speaker": "Fiona Hyslop", "office": "The Cabinet Secretary for Education and Lifelong Learning", "locator": "col 20531",
    }),
    ("2009/ni/ni2009-10-12.xml", "ni/2009-10-12.5.4/x1", {
        "speaker": "Michael McGimpsey", "locator": "at 14:30", "reply_to": "uk.org.publicwhip/ni/2009-10-12.5.2/x1",
    }),
    ("2009/debates/debates2009-10-26b.xml", "debate/2009-10-26b.125.5/x1", {
        "speaker": None, "number": "230", "mark": Mark.DIVISION, "remark": "Ayes 158, Noes 246: disagreed to by 88", "locator": "col 125",
    }),
]  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize(("name", "item", "known"), FIELDS)
def test_a_real_passage_has_what_a_reader_sees_in_the_file(name: str, item: str, known: dict[str, Any]) -> None:
    found = ending(real(name), item)
    assert {key: getattr(found, key) for key in known} == known


@pytest.mark.shared
def test_a_real_day_is_read_in_about_a_second() -> None:
    data = needs(SHARED / "2009/wrans/answers2009-10-26f.xml").read_bytes()
    began = time.monotonic()
    read(data)
    assert time.monotonic() - began < 3


# whose words, and in what office -----------------------------------------------------------------------------------------

FOR_ANOTHER = [
    ("My right honourable friend the Secretary of State for Tides (Ada Merrow) has today made the following Written Statement.",
     ("Ada Merrow", "Secretary of State for Tides")),
    ("My right hon. Friend the First Secretary of State, Lord Oakham, has made the following statement:", ("Lord Oakham", "First Secretary of State")),
    ("My right honourable friend the Chancellor of the Exchequer has made the following Written Ministerial Statement.",
     ("The Chancellor of the Exchequer", None)),
    ("Today my hon. Friend the Minister for Piers, Lady Fell, made the following ministerial statement:", ("Lady Fell", "Minister for Piers")),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "maker"), FOR_ANOTHER)
def test_a_statement_given_to_the_house_for_another_minister_is_that_minister_s(opening: str, maker: tuple[str, str | None]) -> None:
    given = f"""<publicwhip latest="yes"><minor-heading id="uk.org.publicwhip/wms/2014-03-12a.1WS.0">Piers</minor-heading>
    <speech id="uk.org.publicwhip/wms/2014-03-12a.1WS.1" speakername="Ned Fell" speakeroffice="The Minister" colnum="1WS">
    <p pid="a.1WS.1/1">{opening}</p><p pid="a.1WS.1/2">The pier will close.</p></speech></publicwhip>"""
    (read,) = parlparse.read(given.encode(), "/saved/wms.xml", "0" * 64)
    first, second = read.passages
    assert (first.speaker, first.office, first.remark) == ("Ned Fell", "The Minister", None)
    assert (second.speaker, second.office) == maker
    assert second.remark == f"a statement made by {maker[0]}, given to the House by Ned Fell"


def test_a_statement_that_only_mentions_another_s_is_the_speaker_s_own() -> None:
    from corpus.parlparse.statements import made_by

    assert made_by("My right hon. Friend the Secretary of State has made it clear that the following statement holds.") is None


OFFICES = """<publicwhip latest="yes"><major-heading id="uk.org.publicwhip/debate/2014-03-12a.1.0">TIDES</major-heading>
<speech id="uk.org.publicwhip/debate/2014-03-12a.1.1" person_id="p/1" speakername="Ada Merrow" speakeroffice="The Minister" colnum="1"><p>One.</p></speech>
<speech id="uk.org.publicwhip/debate/2014-03-12a.1.2" person_id="p/2" speakername="Ned Fell" colnum="1"><p>Two.</p></speech>
<speech id="uk.org.publicwhip/debate/2014-03-12a.1.3" person_id="p/1" speakername="Ada Merrow" colnum="1"><p>Three.</p></speech>
<major-heading id="uk.org.publicwhip/debate/2014-03-12a.2.0">PIERS</major-heading>
<speech id="uk.org.publicwhip/debate/2014-03-12a.2.1" person_id="p/1" speakername="Ada Merrow" colnum="2"><p>Four.</p></speech></publicwhip>"""


def test_an_office_given_where_a_minister_first_rises_holds_for_that_item_of_business() -> None:
    (read,) = parlparse.read(OFFICES.encode(), "/saved/day.xml", "0" * 64)
    assert [passage.office for passage in read.passages] == ["The Minister", None, "The Minister", None]


def test_question_time_is_over_where_no_numbered_question_is_to_come_though_no_major_heading_says_so() -> None:
    day = """<publicwhip latest="yes"><oral-heading id="uk.org.publicwhip/debate/2014-03-12a.1.0">Oral Answers</oral-heading>
    <major-heading id="uk.org.publicwhip/debate/2014-03-12a.1.1">TIDES</major-heading>
    <minor-heading id="uk.org.publicwhip/debate/2014-03-12a.1.2">High Water</minor-heading>
    <speech id="uk.org.publicwhip/debate/2014-03-12a.1.3" speakername="Ned Fell" oral-qnum="1" colnum="1"><p>What plans he has.</p></speech>
    <minor-heading id="uk.org.publicwhip/debate/2014-03-12a.1.4">Low Water</minor-heading>
    <speech id="uk.org.publicwhip/debate/2014-03-12a.1.5" speakername="Ned Fell" oral-qnum="2" colnum="1"><p>What plans he has.</p></speech>
    <minor-heading id="uk.org.publicwhip/debate/2014-03-12a.2.0">Harbours Bill</minor-heading>
    <speech id="uk.org.publicwhip/debate/2014-03-12a.2.1" speakername="Ned Fell" colnum="2"><p>I beg to move.</p></speech></publicwhip>"""
    (read,) = parlparse.read(day.encode(), "/saved/day.xml", "0" * 64)
    assert [passage.headings for passage in read.passages] == [
        ("Oral Answers", "TIDES", "High Water"), ("Oral Answers", "TIDES", "Low Water"), ("Harbours Bill",),
    ]  # fmt: skip


RAISED = [
    ("264,649<sup>3</sup> cases", "264,649³ cases"), ("<sup>1</sup>2,345 cases", "¹2,345 cases"), ("Theft<sup>(2)</sup> rose", "Theft⁽²⁾ rose"),
    ("the 2<sup>nd</sup> pier", "the 2nd pier"), ("40 m<sup>3</sup>", "40 m³"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "text"), RAISED)
def test_a_raised_number_never_becomes_part_of_a_figure_or_a_word(written: str, text: str) -> None:
    speech = f'<speech id="uk.org.publicwhip/debate/2014-03-12a.1.3" speakername="Ned Fell" colnum="1"><p>{written}</p></speech>'
    day = f'<publicwhip latest="yes">{speech}</publicwhip>'
    (read,) = parlparse.read(day.encode(), "/saved/day.xml", "0" * 64)
    assert read.passages[0].text == text
