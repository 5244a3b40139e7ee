"""Previous recommendations: found with certainty, cited from their own report, with the response and the later finding that are really theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.note.evidence import Piece, Theme
from assistant.note.footnotes import Footnotes
from assistant.note.inquiry import Inquiry
from assistant.note.note import Own, Said, Table, said
from assistant.note.recommending.later import is_done
from assistant.note.recommending.recommended import recommending, same
from assistant.note.recommending.responses import Status, status
from assistant.note.recommending.tracing import Tracing, trace
from assistant.note.sections import recommendations
from corpus.document import Document, Kind, Mark, Origin, Passage
from index.filters import Filters
from index.hits import Hit
from index.search import Index
from tests.conftest import WordEmbedder

TERM = "Are telephone supervision and office opening hours in Rutland fit for purpose?"
TELEPHONE = "We recommend that telephone supervision in Rutland be used only for people who pose a low risk."
OFFICES = "We recommend that every office in Rutland keep opening hours on Saturdays for those who work."
BOOTHS = "The Ministry should see that office opening hours and telephone supervision in Rutland are inspected every year."
IDLE = "We recommend that the canteen in Wexcombe be painted."


def report(*passages: Passage, identity: str = "report", kind: Kind = Kind.COMMITTEE_REPORT, date: str | None = "2017-04-20") -> Document:
    return Document(identity, f"Title of {identity}", kind, f"/saved/{identity}", "0" * 64, tuple(passages), date=date)


def paragraph(identity: str, at: int, text: str, **fields) -> Passage:
    fields = {"kind": Kind.COMMITTEE_REPORT, "body": "Supervision Committee", "date": "2017-04-20"} | fields
    return Passage(f"{identity}#{at}", identity, at, text, locator=f"para {at}", **fields)


def recommendation(number: int, text: str) -> Passage:
    return paragraph("report", number, text, mark=Mark.RECOMMENDATION, number=str(number))


def response(*replies: tuple[str, tuple[int, ...], tuple[str, ...]]) -> Document:
    """A response: for each reply the words quoted with their numbers, and what is replied."""
    made: list[Passage] = []
    for text, numbers, answers in replies:
        first = None
        for number in numbers:
            quoted = paragraph("response", len(made) + 1, text if number == numbers[0] else OFFICES, mark=Mark.RECOMMENDATION, number=str(number),
                               origin=Origin("‘Title of response’, 3 July 2017"), date="2017-07-03")  # fmt: skip
            first = first or quoted
            made.append(quoted)
        for answer in answers:
            made.append(paragraph("response", len(made) + 1, answer, kind=Kind.GOVERNMENT_REPORT, body="Ministry of Supervision", date="2017-07-03",
                                  reply_to=first and first.id))  # fmt: skip
    return report(*made, identity="response", kind=Kind.GOVERNMENT_REPORT, date="2017-07-03")


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Index]:
    made = Index(tmp_path / "home", embedder)
    made.put(
        report(
            recommendation(1, TELEPHONE), recommendation(2, OFFICES), paragraph("report", 3, "Offices in Rutland closed on Fridays."), recommendation(4, IDLE)
        )
    )
    yield made
    made.close()


def traced(index: Index, inquiry: Inquiry = Inquiry("Supervision", (TERM,))) -> Tracing:
    piece = Piece(Hit(1, 1.0, paragraph("report", 3, "Offices in Rutland closed on Fridays."), "Title of report", None, "/saved/report", None), ("x",), 1.0)  # type: ignore[arg-type]
    return trace(inquiry, [Theme(1, TERM, (piece,))], index)


def of(tracing: Tracing, words: str):
    return next(each for each in tracing.traced if each.recommendation.words == words)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Government accepts this recommendation.", Status.ACCEPTED),
        ("We agree with the Committee’s recommendation on hubs.", Status.ACCEPTED),
        ("The recommendation was accepted in full.", Status.ACCEPTED),
        ("The Government accepts this recommendation in part.", Status.IN_PART),
        ("The Government partially accepts the recommendation.", Status.IN_PART),
        ("The Department accepts the recommendation in principle.", Status.IN_PRINCIPLE),
        ("The Government does not accept this recommendation.", Status.NOT_ACCEPTED),
        ("The Ministry rejects the Inquiry’s recommendation on hubs.", Status.NOT_ACCEPTED),
        ("The Government does not believe that it is appropriate to set a target.", Status.NOT_ACCEPTED),
        ("The Government agrees with the importance of supervision.", None),
        ("The Government agrees that red paint is an effective means of warning.", None),
        ("We have asked whether the Ministry accepts the recommendation.", None),
        ("If the Government accepts this recommendation, offices will open.", None),
        ("The Committee made twelve recommendations.", None),
        ("The Government agrees with the conclusion that tools are many.", None),
        ("The Government will consider the recommendation.", None),
    ],
)
def test_a_status_is_told_only_from_words_that_say_so_of_the_recommendation(sentence: str, expected: Status | None) -> None:
    assert status(sentence) is expected


@pytest.mark.parametrize(
    ("text", "recommends"),
    [
        ("The Ministry should publish its caseloads.", True),
        ("Hubs were slow. We therefore recommend that the service employ more clerks.", True),
        ("HM Prison Service must answer letters within a week.", True),
        ("The Ministry should have published its caseloads.", False),
        ("Mr Ash told us that the Ministry should publish its caseloads.", False),
        ("The Ministry’s aim is that letters should be answered.", False),
        ("“The Ministry should publish its caseloads,” said a witness.", False),
        ("It should be noted that hubs were slow.", False),
        ("Should the Ministry publish its caseloads?", False),
        ("We do not recommend that hubs be closed.", False),
    ],
)
def test_a_sentence_recommends_only_where_it_plainly_does(index: Index, text: str, recommends: bool) -> None:
    assert bool(recommending(paragraph("other", 1, text), index.catalogue)) is recommends


def test_only_official_papers_recommend_and_the_governments_own_paper_does_not(index: Index) -> None:
    text = "The Ministry should publish its caseloads."
    assert recommending(paragraph("other", 1, text, kind=Kind.DEBATE), index.catalogue) is None
    assert recommending(paragraph("other", 1, text, kind=Kind.GOVERNMENT_REPORT, body="HM Government"), index.catalogue) is None


def test_a_list_that_a_line_announces_as_recommendations_recommends_until_another_voice_speaks(index: Index) -> None:
    texts = ("The report makes key recommendations, including:", "Letters should be answered.", "Doors should be locked.")
    made = [paragraph("list", n, text, kind=Kind.ARTICLE if n == 1 else Kind.INSPECTION_REPORT) for n, text in enumerate(texts, start=1)]
    other = paragraph("list", 4, "People who wait should be seen.", kind=Kind.INSPECTION_REPORT, speaker="Ada Merrow")
    index.put(report(*made, other, identity="list"))
    assert [recommending(each, index.catalogue) is not None for each in (*made, other)] == [False, True, True, False]


def test_a_recommendation_gets_the_reply_of_the_response_that_quotes_it_and_is_cited_from_its_own_report(index: Index) -> None:
    index.put(response((TELEPHONE, (1,), ("Telephones are useful.", "The Government accepts this recommendation."))))
    found = of(traced(index), TELEPHONE)
    assert found.recommendation.hit.passage.id == "report#1"
    assert (found.status, found.response and found.response.words) == (Status.ACCEPTED, "The Government accepts this recommendation.")


def test_a_reply_to_two_recommendations_together_is_found_from_each(index: Index) -> None:
    index.put(response((TELEPHONE, (1, 2), ("The Government does not accept these recommendations.",))))
    tracing = traced(index)
    assert {each.status for each in tracing.traced if each.recommendation.words in (TELEPHONE, OFFICES)} == {Status.NOT_ACCEPTED}


def test_recommendations_worded_alike_are_told_apart_by_their_numbers(index: Index) -> None:
    words = "The governments of Rutland, Wexcombe and Harrowdale should each {} within a year of this report."
    one, two = words.format("simplify telephone supervision"), words.format("publish office hours")
    index.put(report(recommendation(1, one), recommendation(2, two), recommendation(3, OFFICES)))
    index.put(response((two, (2,), ("The Government accepts this recommendation.",))))
    assert (of(traced(index), one).status, of(traced(index), two).status) == (Status.NONE, Status.ACCEPTED)


def test_a_response_that_calls_the_recommendation_a_conclusion_is_found_all_the_same(index: Index) -> None:
    made = response((TELEPHONE, (1,), ("The Government accepts this conclusion.",)))
    index.put(replace(made, passages=(replace(made.passages[0], mark=Mark.CONCLUSION), *made.passages[1:])))
    assert of(traced(index), TELEPHONE).status is Status.ACCEPTED


def test_a_reply_that_does_not_say_so_is_no_acceptance_and_one_that_says_both_is_told_as_neither(index: Index) -> None:
    both = ("The Government accepts the recommendation on the telephone.", "The Government does not accept the recommendation on risk.")
    for answers in (("The Government agrees with the aim of seeing people.",), both):
        index.put(response((TELEPHONE, (1,), answers)))
        assert of(traced(index), TELEPHONE).status is Status.ANSWERED


def test_without_a_response_none_is_said_to_be_found(index: Index) -> None:
    tracing = traced(index)
    section = recommendations.section(tracing, Footnotes(index))
    assert section and {each.status for each in tracing.traced} == {Status.NONE}
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert {cell.text for row in table.rows for cell in row[1] if isinstance(cell, Own)} == {"No response found in the collection."}


def test_a_minister_accepts_only_a_recommendation_of_the_body_named_in_much_its_own_words(index: Index) -> None:
    accepted = "We accept the recommendation of the Supervision Committee that telephone supervision in Rutland be used only for people who pose a low risk."
    other = "We accept the recommendation of the Roads Committee that telephone supervision in Rutland be used only for people who pose a low risk."
    fields = {"kind": Kind.DEBATE, "body": "House of Commons", "date": "2017-09-01", "speaker": "Ada Merrow", "office": "The Minister for Supervision"}
    index.put(report(paragraph("debate", 1, other, **fields), identity="debate", kind=Kind.DEBATE))
    assert of(traced(index), TELEPHONE).status is Status.NONE
    index.put(report(paragraph("debate", 1, accepted, **fields), identity="debate", kind=Kind.DEBATE))
    assert of(traced(index), TELEPHONE).status is Status.ACCEPTED


def test_a_later_finding_is_of_a_later_day_and_the_same_place(index: Index) -> None:
    words = "Telephone supervision in Rutland was used only for people who pose a low risk."
    for date, text, found in (("2016-01-05", words, False), ("2018-03-08", words.replace("Rutland", "Harrowdale"), False), ("2018-03-08", words, True)):
        index.put(report(paragraph("later", 1, text, kind=Kind.INSPECTION_REPORT, body="HM Inspectorate of Supervision", date=date), identity="later"))
        later = of(traced(index), TELEPHONE).later
        assert (later is not None) is found
    assert later and later.words == words and not later.done


def test_done_is_said_only_where_a_source_says_so_outright() -> None:
    assert is_done("The company had acted on our 2016 recommendations.")
    assert not is_done("The company had not acted on our recommendations.")
    assert not is_done("Some recommendations had been implemented.")
    assert not is_done("Work has been completed.")


def test_the_same_recommendation_stands_once_and_one_that_does_not_bear_on_a_term_not_at_all(index: Index) -> None:
    index.put(report(paragraph("summary", 1, f"{TELEPHONE[:-1]} (paragraph 12)."), paragraph("summary", 2, BOOTHS), identity="summary"))
    words = [each.recommendation.words for each in traced(index).traced]
    assert IDLE not in words and BOOTHS in words
    assert sum(same(each, TELEPHONE) for each in words) == 1


def test_limits_hold_for_recommendations_and_for_responses(index: Index) -> None:
    index.put(response((TELEPHONE, (1,), ("The Government accepts this recommendation.",))))
    only = Inquiry("Supervision", (TERM,), limits=Filters(documents=("report",)))
    assert of(traced(index, only), TELEPHONE).status is Status.NONE
    assert traced(index, Inquiry("Supervision", (TERM,), limits=Filters(kinds=(Kind.DEBATE,)))) == Tracing()


def test_every_row_quotes_to_the_letter_and_the_rest_is_counted(index: Index) -> None:
    index.put(response((TELEPHONE, (1,), ("The Government accepts this recommendation.",))))
    tracing = traced(index)
    footnotes = Footnotes(index)
    section = recommendations.section(Tracing(tracing.traced, more=3), footnotes)
    assert section and section.name == "recommendations"
    (numbered,), citations = footnotes.numbered([section])
    told: list[Said] = list(said(numbered))
    assert told and all(each.quoted and all(words in citations[each.citations[0] - 1].passage.text for words in each.quoted) for each in told)
    assert "Three further recommendations" in str(section.blocks[-1])


def test_tracing_twice_gives_the_same(index: Index) -> None:
    index.put(response((TELEPHONE, (1,), ("The Government accepts this recommendation.",))))
    assert traced(index) == traced(index)
    assert recommendations.section(Tracing(), Footnotes(index)) is None
