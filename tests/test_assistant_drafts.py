"""A person's draft: true sentences are verified with their reference, and every way of getting the record wrong is told apart."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.drafts.finding import Finding, Status
from assistant.drafts.judging import Judge
from assistant.drafts.lookup import Lookup
from assistant.drafts.nearest import in_words, nearest
from assistant.drafts.reading import of_markdown
from assistant.drafts.references import with_references
from assistant.drafts.report import as_json, summary, text
from assistant.verify.evidence import Evidence
from corpus.document import About, Document, Kind, Passage
from index.filters import Filters
from index.search import Index
from tests.conftest import WordEmbedder

OAK = Passage(
    "d#1", "d", 1,
    "The pier at Merrow should be closed before the winter storms. In 2015 it had 12,400 visitors, which is fewer than we had hoped. "
    "I am grateful to the harbour master for his patience and candour.",
    Kind.DEBATE, "col 517", speaker="Lord Oak of Merrow", office="Parliamentary Under-Secretary of State for Tides", body="House of Lords", date="2018-03-03",
    series="HL Deb",
)  # fmt: skip
WALL = replace(OAK, id="d#3", ordinal=3, text="The sea wall at Merrow cost £4 million to mend in 2011.", locator="col 519")
ELM = Passage(
    "d#2", "d", 2, "My Lords, the traders of Merrow were never asked what they thought of the closure. Some 45 of them have left since January.",
    Kind.DEBATE, "col 518", speaker="Baroness Elm", body="House of Lords", date="2018-03-03", series="HL Deb",
)  # fmt: skip
REPORT = Passage(
    "r#1", "r", 1, "Supervision in Elmshire was not good enough in most of the cases that we read. Staff were working hard but caseloads were high.",
    Kind.INSPECTION_REPORT, "para 3", speaker="HM Inspectorate of Probation", body="HM Inspectorate of Probation", date="2017-04-20",
)  # fmt: skip
DIGEST = Passage(
    "g#1", "g", 1, "Lamps should be lit on every landing stage by 2021, and the harbours be paid for it.", Kind.DIGEST, "para 1",
    about=About(Kind.COMMITTEE_REPORT, "Lamps", "Committee on Piers", date="2019-05-06", locator="para 9"),
)  # fmt: skip


def document(identity: str, kind: Kind, *passages: Passage) -> Document:
    return Document(identity, f"Title of {identity}", kind, f"{identity}.txt", identity, passages)


@pytest.fixture
def judge(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Judge]:
    index = Index(tmp_path, embedder)
    for each in (document("d", Kind.DEBATE, OAK, ELM, WALL), document("r", Kind.INSPECTION_REPORT, REPORT), document("g", Kind.DIGEST, DIGEST)):
        index.put(each)
    yield Judge(Lookup(index))
    index.close()


def findings(judge: Judge, markdown: str) -> list[Finding]:
    return list(judge.draft(of_markdown(markdown)))


def one(judge: Judge, sentence: str) -> Finding:
    (finding,) = findings(judge, sentence)
    return finding


@pytest.mark.parametrize(
    "sentence",
    [
        "Lord Oak of Merrow said that the pier “should be closed before the winter storms”.",
        'Lord Oak said that the pier "should be closed before the winter storms".',
        "Lord Oak said that the pier 'should be closed before the winter storms'.",
        "On 3 March 2018 Lord Oak told the House that the pier “should be closed before the winter storms”.",
        "“The pier at Merrow,” Lord Oak said, “should be closed before the winter storms.”",
        "Lord Oak was “grateful to the harbour master … his patience and candour”.",
        "Lord Oak said: “[The pier] should be closed before the winter storms.”",
        "Lord Oak said that the pier had 12,400 visitors in 2015.",
        "According to HM Inspectorate of Probation, supervision in Elmshire was not good enough in most of the cases that it read.",
        "Baroness Elm said that some 45 traders of Merrow had left since January.",
        "In April 2017 HM Inspectorate of Probation reported that supervision in Elmshire was not good enough in most of the cases that it read.",
        "The sea wall cost £4 million to mend, and Lord Oak said that the pier “should be closed before the winter storms”.",
        "Third, according to Lord Oak, the pier had 12,400 visitors in 2015.",
        "For Ada Ash this was, in the words of Lord Oak, a pier that “should be closed before the winter storms”.",
        "**Baroness Elm** said that the traders “were never asked what they *thought* of the closure”.",
    ],
)
def test_a_true_sentence_is_verified_with_its_reference(judge: Judge, sentence: str) -> None:
    finding = one(judge, sentence)
    assert finding.status is Status.VERIFIED, finding.reason
    assert finding.citations


@pytest.mark.parametrize(
    ("sentence", "status", "says"),
    [
        ("Lord Oak said that the pier “must be closed before the winter storms”.", Status.MISQUOTED, "‘must’ stands where the record has ‘should’"),
        ("Lord Oak said that the pier “should be closed before the storms”.", Status.MISQUOTED, "the record’s ‘winter’ is left out"),
        ("Lord Oak was “grateful to the kind harbour master”.", Status.MISQUOTED, "‘kind’ is not in the record"),
        ("HM Inspectorate of Probation wrote that supervision was “now good enough in most of the cases”.", Status.MISQUOTED, "record has ‘not’"),
        ("Baroness Elm said that the pier “should be closed before the winter storms”.", Status.WRONG_SPEAKER, "Lord Oak of Merrow"),
        ("Lord Oak, the Chancellor of the Exchequer, said that the pier “should be closed before the winter storms”.", Status.WRONG_SPEAKER, "Tides"),
        ("On 3 March 2016 Lord Oak told the House that the pier “should be closed before the winter storms”.", Status.WRONG_SPEAKER, "3 March 2018"),
        ("In March 2016 Lord Oak told the House that the pier “should be closed before the winter storms”.", Status.WRONG_SPEAKER, "3 March 2018"),
        ("The remark of Baroness Elm, “should be closed before the winter storms”, is well known.", Status.MISQUOTED, "Elm"),
        ("Baroness Elm said that the pier had 12,400 visitors in 2015.", Status.WRONG_SPEAKER, "Lord Oak of Merrow"),
        ("Lord Oak said that the pier had 14,200 visitors in 2015.", Status.MISQUOTED, "12,400"),
        ("Lord Oak said that “no ferry has called at this harbour for a generation”.", Status.NOT_FOUND, "nowhere in the collection"),
        ("According to Baroness Elm, the ferries were sold to a company in Norway.", Status.NOT_FOUND, "Nothing in the collection"),
    ],
)
def test_each_way_of_getting_it_wrong_is_told_with_what_the_record_has(judge: Judge, sentence: str, status: Status, says: str) -> None:
    finding = one(judge, sentence)
    assert finding.status is status, finding.reason
    assert says in (finding.reason or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "This note is about the pier.",
        "We come back to it below.",
        "This shows that the closure was a mistake.",
        "This report concludes that the ferries were sold to a company in Norway.",
        "The pier was painted by 20 volunteers.",
        "HM Inspectorate of Probation inspects the work of every provider.",
        "# Lord Oak said that the pier must go",
    ],
)
def test_the_drafters_own_words_are_not_checked(judge: Judge, sentence: str) -> None:
    assert one(judge, sentence).status is Status.NOT_CHECKED


def test_he_is_one_of_those_credited_before_in_the_paragraph(judge: Judge) -> None:
    assert findings(judge, "Lord Oak followed Baroness Elm. She said that some 45 traders of Merrow had left since January.")[-1].status is Status.VERIFIED
    assert findings(judge, "Lord Oak opposed her. He said that some 45 traders of Merrow had left since January.")[-1].status is Status.WRONG_SPEAKER
    right, wrong = (
        "Lord Oak spoke. According to Lord Oak, the pier had 12,400 visitors in 2015. He was “{}”.",
        "Baroness Elm said that 45 had left. She was “{}”.",
    )
    words = "grateful to the harbour master"
    assert findings(judge, right.format(words))[-1].status is Status.VERIFIED
    assert findings(judge, wrong.format(words).replace("was “", "said that she was “"))[-1].status is Status.WRONG_SPEAKER


def test_a_block_quotation_is_checked_with_the_words_that_lead_it_in(judge: Judge) -> None:
    quoted = "> My Lords, the traders of Merrow were never asked\n> what they thought of the closure."
    assert [f.status for f in findings(judge, f"Baroness Elm protested:\n\n{quoted}\n\nThat is all.")] == [Status.VERIFIED, Status.NOT_CHECKED]
    (wrong,) = findings(judge, f"Lord Oak protested:\n\n{quoted}")
    assert wrong.status is Status.WRONG_SPEAKER


@pytest.mark.parametrize(("note", "status"), [
    ("HL Deb 3 March 2018, col 517 (Lord Oak).", Status.VERIFIED), ("HL Deb 4 March 2018, col 517.", Status.WRONG_SPEAKER),
    ("HL Deb, col 518 (Baroness Elm).", Status.WRONG_SPEAKER), ("See the annex.", Status.VERIFIED),
])  # fmt: skip
def test_a_note_that_names_another_day_or_speaker_is_told(judge: Judge, note: str, status: Status) -> None:
    assert one(judge, f"One minister thought that the pier “should be closed before the winter storms”.[^1]\n\n[^1]: {note}").status is status


def test_what_a_digest_tells_bears_a_sentence_out_but_its_words_are_not_the_originals(judge: Judge) -> None:
    told = one(judge, "The Committee on Piers recommended that lamps should be lit on every landing stage by 2021.")
    assert told.status is Status.VERIFIED and "digest" in (told.reason or "")
    assert one(judge, "The Committee on Piers wrote: “Lamps should be lit on every landing stage”.").status is Status.WRONG_SPEAKER


def test_a_limit_leaves_out_what_it_leaves_out(judge: Judge) -> None:
    limited = Judge(Lookup(judge.lookup.index, Filters(documents=("r",))))
    assert one(limited, "Lord Oak said that the pier “should be closed before the winter storms”.").status is Status.NOT_FOUND


# the nearest real words ------------------------------------------------------------------------------------------------


def test_the_nearest_words_are_those_of_the_record_and_no_more() -> None:
    found = nearest("should be closed after the winter rains", [Evidence(1, ELM, ""), Evidence(2, OAK, "")])
    assert found and found.evidence.number == 2
    assert found.words == "should be closed before the winter storms."
    assert in_words(found.differs) == "‘after’ stands where the record has ‘before’; ‘rains’ stands where the record has ‘storms’"


def test_words_that_nobody_said_have_no_nearest() -> None:
    assert nearest("the lamps are lit at noon by order of the mayor", [Evidence(1, OAK, ""), Evidence(2, ELM, "")]) is None
    assert nearest("…", [Evidence(1, OAK, "")]) is None


def test_a_long_quotation_is_laid_over_in_little_time() -> None:
    long = Passage("x#1", "x", 1, "word another thing " * 4000, Kind.DEBATE, "col 1")
    since = time.monotonic()
    nearest("word another thing else " * 500, [Evidence(1, long, "")])
    assert time.monotonic() - since < 1


# what is printed -------------------------------------------------------------------------------------------------------

DRAFT = """# Merrow

Lord Oak said that the pier “should be closed before the winter storms”. He said that the pier “must be closed before the winter storms”. We ask why.

- Lord Oak said that the pier “should be closed before the winter storms”.[^r1]

[^r1]: The drafter's own.
"""


def test_the_json_has_the_agreed_names_and_no_headings(judge: Judge) -> None:
    rows = as_json(findings(judge, DRAFT))["sentences"]
    assert [row["status"] for row in rows] == ["verified", "misquoted", "not-checked", "verified"]
    assert {"text", "status", "reason", "citations"} <= set(rows[0])
    assert rows[0]["citations"][0]["reference"].startswith("HL Deb 3 March 2018")
    assert rows[1]["record"] == "should be closed before the winter storms."
    assert [row["paragraph"] for row in rows] == [1, 1, 1, 2]


def test_only_what_does_not_hold_is_printed_and_a_line_sums_up(judge: Judge) -> None:
    found = findings(judge, DRAFT)
    assert text(found).startswith("paragraph 1 · misquoted\n  He said that the pier")
    assert text(found).count("paragraph ") == 1
    assert summary(found) == "4 sentences: 2 verified, 1 misquoted, 1 not checked"


def test_references_are_put_in_after_the_drafts_own_marks_and_called_again(judge: Judge) -> None:
    draft = of_markdown(DRAFT)
    put = with_references(draft, list(judge.draft(draft)))
    lines = put.splitlines()
    assert lines[2].startswith("Lord Oak said that the pier “should be closed before the winter storms”.[^ref1] He said")
    assert "storms”.[^ref2] We ask why." in lines[2]
    assert lines[4].endswith("storms”.[^r1][^ref1]")
    assert put.count("[^ref1]: HL Deb 3 March 2018") == 1
    assert "[^ref2]: **Misquoted.** The record has" in put
    for note in ("[^ref1]", "[^ref2]"):
        assert put.replace(note, "").count("should be closed") >= 3


def test_a_draft_with_nothing_to_cite_comes_back_as_it_was(judge: Judge) -> None:
    draft = of_markdown("# A\n\nWe ask why.\n")
    assert with_references(draft, list(judge.draft(draft))) == draft.markdown
