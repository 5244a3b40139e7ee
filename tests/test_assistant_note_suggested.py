"""Suggested questions: each rests on cited evidence, quotes it to the letter, can be read out, is put to the right person, and is asked once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.disagreements.disagreement import Disagreement, Side, Sort
from assistant.note.evidence import Piece, Theme
from assistant.note.footnotes import Footnotes
from assistant.note.inquiry import Inquiry, Session, Witness
from assistant.note.note import Bullets, Own, Said
from assistant.note.questions import follow_up, suggested
from assistant.note.questions.promises import promises
from assistant.note.questions.responsible import answerable, critical
from assistant.note.questions.suggestion import Suggestion, Told, Why, spoken
from assistant.note.questions.unanswered import asked_words, unanswered
from assistant.note.recommending.recommended import Recommendation
from assistant.note.recommending.responses import Response, Status
from assistant.note.recommending.tracing import Traced, Tracing
from assistant.note.sections import disagreements
from assistant.verify.closeness import EmbeddingCloseness
from corpus.document import About, Document, Kind, Mark, Passage
from index.hits import Hit
from index.search import Index
from tests.conftest import WordEmbedder

TERM = "How is telephone supervision run in Rutland?"
PROMISE = "We will inspect telephone supervision in Rutland by April 2018."
FINDING = "Telephone supervision by Acme Justice in Rutland was poor."
ASKED = "To ask the Secretary of State for Supervision, how many people in Rutland are under telephone supervision."
RECOMMENDED = "The Ministry of Justice should publish what supervision costs every year."
ACME = Witness("Ada Merrow", "Chief Executive", "Acme Justice", ("AJ",))
MINISTRY = Witness("Tobias Finch", "Minister", "Ministry of Justice", ("MoJ",))
INQUIRY = Inquiry("Supervision", (TERM,), session=Session("2018-09-03", None, (ACME, MINISTRY)))


def passage(identity: str, text: str, kind: Kind = Kind.INSPECTION_REPORT, **fields) -> Passage:
    made = {"body": "HM Inspectorate of Probation", "date": "2017-04-20"} | fields
    return Passage(f"{identity}#1", identity, 1, text, kind, "para 1", **made)


def minister(identity: str, text: str, **fields) -> Passage:
    return passage(identity, text, Kind.DEBATE, **{"body": "House of Commons", "speaker": "Tobias Finch", "office": "The Minister for Justice"} | fields)


def question(identity: str, text: str, answer: str | None = None, mark: Mark | None = None) -> Document:
    """A written question with its answer."""
    asked = passage(identity, text, Kind.WRITTEN_QUESTION, body=None, speaker="Ben Ash", date="2017-05-02")
    reply = replace(asked, id=f"{identity}#2", ordinal=2, text=answer or "", speaker="Tobias Finch", reply_to=asked.id, mark=mark, date="2017-05-09")
    return document(asked, *([reply] if answer else []))


def document(*passages: Passage) -> Document:
    first = passages[0]
    return Document(first.document_id, f"Title of {first.document_id}", first.kind, f"/saved/{first.document_id}", "0" * 64, passages, date=first.date)


def hit(told: Passage) -> Hit:
    return Hit(1, 1.0, told, f"Title of {told.document_id}", None, "/saved", None)  # type: ignore[arg-type]  # nothing here asks how it was found


def piece(told: Passage) -> Piece:
    return Piece(hit(told), (told.text,), 0.9)


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Index]:
    made = Index(tmp_path / "home", embedder)
    yield made
    made.close()


def ask(
    index: Index, *passages: Passage, inquiry: Inquiry = INQUIRY, tracing: Tracing = Tracing(), disputes: tuple[Disagreement, ...] = ()
) -> tuple[Suggestion, ...]:
    for each in passages:
        if index.catalogue.passage(each.id) is None:
            index.put(document(each))
    theme = Theme(1, TERM, tuple(piece(each) for each in passages))
    return suggested.suggestions(inquiry, [theme], index, {1: disputes}, tracing)[1]


def recommended(status: Status | None = None) -> Tracing:
    made = passage("recs", RECOMMENDED)
    reply = (
        Response(status, hit(passage("reply", "The Government agrees with the aim.", Kind.GOVERNMENT_REPORT)), "The Government agrees with the aim.")
        if status
        else None
    )
    return Tracing((Traced(Recommendation(hit(made), RECOMMENDED, 0.9, 1), reply),))


def differing(kind: Kind = Kind.DEBATE) -> Disagreement:
    left = Side(hit(passage("one", "Forty offices were closed.")), "Forty offices were closed.")
    right = Side(hit(passage("two", "Twelve offices were closed.", kind)), "Twelve offices were closed.")
    return Disagreement(Sort.FIGURE, "offices closed", left, right, 0.9)


def test_every_sort_of_evidence_prompts_a_question_that_says_which_it_is(index: Index) -> None:
    index.put(question("pq", ASKED, "This information is not held centrally."))
    found = ask(index, passage("finding", FINDING), minister("promise", PROMISE), tracing=recommended(), disputes=(differing(),))
    assert [each.why for each in found] == [Why.DISPUTED, Why.PROMISE, Why.RECOMMENDATION, Why.FINDING]
    assert Why.UNANSWERED in {each.why for each in ask(index, passage("finding", FINDING))}


def test_what_a_question_quotes_stands_to_the_letter_in_what_it_rests_on_and_it_ends_as_a_question(index: Index) -> None:
    index.put(question("pq", ASKED, "This information is not held centrally."))
    for each in ask(index, passage("finding", FINDING), minister("promise", PROMISE), tracing=recommended(), disputes=(differing(),)):
        quotations = re.findall(r"“([^”]+)”", each.question)
        assert quotations and each.question.endswith("?") and each.follow_up.endswith("?")
        assert all(any(words.removesuffix(" …") in told.hit.passage.text for told in each.prompted) for words in quotations)


def test_a_question_names_who_said_it_and_the_day(index: Index) -> None:
    (promise,) = [each for each in ask(index, minister("promise", PROMISE)) if each.why is Why.PROMISE]
    assert promise.question == f"On 20 April 2017 Tobias Finch, for the Government, said: “{PROMISE}” What became of that?"


def test_a_digests_words_are_put_in_nobodys_mouth(index: Index) -> None:
    about = About(Kind.INSPECTION_REPORT, "Report", "HM Inspectorate of Probation", date="2017-04-20")
    (found,) = ask(index, passage("digest", FINDING, Kind.DIGEST, about=about))
    assert found.question.startswith("A summary of HM Inspectorate of Probation’s inspection report of 20 April 2017 reads: “")


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("We will publish the review by April 2018.", "2018-04-30"),
        ("The contracts will be signed by the end of 2018.", "2018-12-31"),
        ("The Government intends to legislate next year.", "2018-12-31"),
        ("The Ministry plans to open two hubs in 2018-19.", "2019-03-31"),
        ("We expect to open the hub on 3 May 2018.", "2018-05-03"),
        ("The noble Lord will know that in 2018 the hub will open.", None),
        ("We will not open the hub in 2018.", None),
        ("If we can, we will open the hub by May 2018.", None),
        ("Will the hub be opened by May 2018?", None),
        ("We opened the hub in April 2016.", None),
        ("We will keep to the plan of April 2016.", None),
        ("Figures for the hub will be published in May 2018.", None),
        ("This will be done by May 2018.", None),
        ("He said that the Ministry will open the hub by May 2018.", None),
    ],
)
def test_a_promise_has_a_day_and_is_the_governments_own(sentence: str, due: str | None) -> None:
    assert next((each.due for each in promises(hit(minister("promise", sentence)))), None) == due
    assert not list(promises(hit(minister("promise", sentence, office=None))))


def test_a_promise_is_asked_about_only_when_its_day_has_passed_and_nothing_says_it_was_kept(index: Index) -> None:
    def asked(day: str | None) -> bool:
        return Why.PROMISE in {each.why for each in ask(index, minister("promise", PROMISE), inquiry=replace(INQUIRY, session=Session(day), today=None))}

    assert asked("2018-05-01") and not asked("2018-04-30") and not asked(None)
    index.put(document(passage("kept", "Telephone supervision in Rutland was inspected in April 2018.", date="2018-04-28")))
    assert not asked("2018-09-03")


@pytest.mark.parametrize(
    ("answer", "mark", "put"),
    [
        ("I will write to the hon. Member.", Mark.NON_ANSWER, True),
        ("The information is not held centrally.", None, True),
        ("It could be had only at disproportionate cost.", None, True),
        ("Forty people in Rutland are.", None, False),
        (None, None, True),
    ],
)
def test_a_question_in_parliament_is_put_again_only_where_the_reply_does_not_answer_it(index: Index, answer: str | None, mark: Mark | None, put: bool) -> None:
    made = question("pq", ASKED, answer, mark)
    index.put(made)
    found = list(unanswered([hit(made.passages[0])], index))
    assert bool(found) is put
    if found:
        assert (found[0].words, found[0].reply_words) == ("how many people in Rutland are under telephone supervision.", answer or "")


def test_a_question_is_quoted_without_to_whom_it_was_put() -> None:
    assert asked_words("To ask Her Majesty’s Government how many hubs there are.") == "how many hubs there are."
    assert asked_words("To ask the Secretary of State for Work and Pensions, if he will visit the hub.") == "if he will visit the hub."


def test_a_question_of_many_parts_is_not_put_again(index: Index) -> None:
    made = question("pq", "To ask the Minister, how many (a) men and (b) women are under supervision.", "This is not held centrally.")
    index.put(made)
    assert not list(unanswered([hit(made.passages[0])], index))


@pytest.mark.parametrize(
    ("words", "wanting", "acmes"),
    [
        ("The work of Acme Justice was not good enough.", True, True),
        ("AJ had too few officers.", True, True),
        ("The quality of work from Acme Justice was poor.", True, True),
        ("The NPS was slow in what it sent, and failed to answer letters from Acme Justice.", True, False),
        ("Acme Justice found that the NPS lacked officers.", True, False),
        ("Acme Justice has a sound plan.", False, False),
        ("Inspectors asked whether Acme Justice lacked officers.", False, False),
        ("Acme Justice may lack officers in time.", False, False),
    ],
)
def test_a_finding_is_put_only_to_the_organisation_whose_shortcoming_it_is(words: str, wanting: bool, acmes: bool) -> None:
    assert critical(words) is wanting
    assert (critical(words) and answerable(ACME, words)) is acmes


def test_a_finding_is_put_to_the_witness_by_name_and_never_to_the_body_that_made_it(index: Index) -> None:
    (found,) = [each for each in ask(index, passage("finding", FINDING)) if each.why is Why.FINDING]
    assert found.to == "Ada Merrow (Acme Justice)" and "What has Acme Justice done" in found.question
    own = passage("own", FINDING, body="Acme Justice")
    assert Why.FINDING not in {each.why for each in ask(index, own)}


def test_what_the_organisation_said_to_a_finding_goes_with_it(index: Index) -> None:
    said = passage("press", "Telephone supervision by Acme Justice in Rutland was stopped.", Kind.PRESS_RELEASE, body="Acme Justice", date="2017-04-21")
    (found,) = [each for each in ask(index, passage("finding", FINDING), said) if each.why is Why.FINDING]
    assert found.already and found.already.hit.passage.id == "press#1"


def test_a_recommendation_that_was_decided_prompts_no_question_and_one_left_open_brings_its_response(index: Index) -> None:
    placed = passage("placed", "Supervision takes place in Rutland.")
    for status in (Status.ACCEPTED, Status.NOT_ACCEPTED, Status.IN_PART):
        assert not ask(index, placed, tracing=recommended(status))
    (found,) = ask(index, placed, tracing=recommended(Status.ANSWERED))
    assert (found.why, found.to) == (Why.UNSETTLED, "Tobias Finch (Ministry of Justice)") and found.already


def test_an_anonymous_account_is_never_set_against_a_source_in_a_question(index: Index) -> None:
    placed = passage("placed", "Supervision takes place in Rutland.")
    assert ask(index, placed, disputes=(differing(),)) and not ask(index, placed, disputes=(differing(Kind.COMMENT),))


def test_no_question_is_asked_twice_in_a_theme_or_across_themes(index: Index) -> None:
    first, again = passage("finding", FINDING), passage("again", f"{FINDING[:-1]} indeed.")
    for each in (first, again):
        index.put(document(each))
    themes = [Theme(1, TERM, (piece(first), piece(again))), Theme(2, f"{TERM} Why?", (piece(first),))]
    found = suggested.suggestions(INQUIRY, themes, index, {}, Tracing())
    assert (len(found[1]), len(found[2])) == (1, 0)


def test_a_theme_has_four_questions_at_most_and_one_without_evidence_none(index: Index) -> None:
    places = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Gorse")
    every = [passage(place, f"Acme Justice had {place} {place.lower()}house{place.lower()} and was poor at {place.lower()}craft.") for place in places]
    assert len(ask(index, *every)) <= suggested.MOST
    assert suggested.suggestions(INQUIRY, [Theme(1, TERM, ())], index, {}, recommended()) == {1: ()}


def test_a_long_quotation_is_cut_only_where_a_clause_ends_or_not_read_out_at_all() -> None:
    clause = "the Ministry should publish " + " ".join(f"word{n}" for n in range(20))
    assert spoken(clause) == clause
    assert spoken(f"{clause}; and {' '.join(['more'] * 40)}") == f"{clause} …"
    assert spoken(" ".join(["word"] * 60)) is None
    assert spoken("It should be done (paragraph 3.10).") == "It should be done"
    assert spoken("It should be done, [12] and soon.") is None


def test_the_section_lists_each_question_with_what_prompts_it_and_a_follow_up(index: Index) -> None:
    footnotes = Footnotes(index)
    found = ask(index, passage("finding", FINDING))
    section = suggested.section(Theme(1, TERM, ()), found, footnotes)
    assert section and section.name == "themes/1/questions" and suggested.section(Theme(1, TERM, ()), (), footnotes) is None
    (item,) = next(block for block in section.blocks if isinstance(block, Bullets)).items
    assert isinstance(item[0], Said) and item[0].quoted == (FINDING,) and item[0].citations
    assert isinstance(item[1], Own) and item[1].emphasis and item[1].text.endswith("?")
    assert [run.text.split(":")[0] for run in item[2:] if isinstance(run, Own)] == ["To", "Prompted by", "Follow-up"]
    assert sum(FINDING in run.text for run in item) == 1, "a quotation stands once, with its footnote behind it"


def test_what_is_cut_short_is_quoted_to_the_letter_with_the_ellipsis_behind_the_marks() -> None:
    words = "the Ministry should publish what it costs … and by whom …"
    told = Told("Ada Merrow said", words, piece(passage("told", "the Ministry should publish what it costs. It is told and by whom; or not.")))
    assert told.text == "Ada Merrow said: “the Ministry should publish what it costs … and by whom” …"
    assert told.runs == ("the Ministry should publish what it costs", "and by whom")


def test_cells_of_a_table_are_not_read_out() -> None:
    assert spoken("Offices closed | 40 | 12 in Rutland alone.") is None


@pytest.mark.parametrize(
    ("words", "kind", "asked"),
    [
        ("Too few children were kept safe by the staff.", Kind.INSPECTION_REPORT, "Who checks it, and how often?"),
        ("The contracts were poor.", Kind.COMMITTEE_REPORT, "What has that cost, and who has paid for it?"),
        ("IT was not ready.", Kind.INSPECTION_REPORT, "What remains to be done, and by when?"),
        ("The hub had too few officers.", Kind.INSPECTION_REPORT, "How many staff has that needed, and are they in post?"),
        ("It was poor.", Kind.INSPECTION_REPORT, "Has it been inspected again since, and with what result?"),
        ("It was poor.", Kind.COMMITTEE_REPORT, "How would Parliament be able to tell whether it has worked?"),
    ],
)
def test_a_follow_up_goes_with_what_the_finding_is_about(words: str, kind: Kind, asked: str) -> None:
    assert follow_up.of_finding(piece(passage("found", words, kind))) == asked


def test_disagreements_stand_side_by_side_with_both_cited(index: Index, embedder: WordEmbedder) -> None:
    section = disagreements.section(Theme(1, TERM, ()), (differing(),), Footnotes(index))
    assert section and section.name == "themes/1/disagreements"
    assert disagreements.section(Theme(1, TERM, ()), (), Footnotes(index)) is None
    assert disagreements.found(Theme(1, TERM, ()), EmbeddingCloseness(embedder)) == ()


def test_a_finding_that_names_nobody_is_asked_about_with_its_heading(index: Index) -> None:
    (found,) = ask(index, passage("finding", "The quality of work was poor.", headings=("Findings on hubs",)))
    assert found.question.startswith("On 20 April 2017 HM Inspectorate of Probation found, under the heading ‘Findings on hubs’: “The quality")
    (named,) = ask(index, passage("finding2", "The work in Rutland was poor.", headings=("Findings on hubs",)))
    assert "heading" not in named.question
