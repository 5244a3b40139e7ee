"""Sources that disagree are told side by side, dated and in their own words; those that only seem to are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answer import Answer, Sentence
from assistant.disagreements.bearings import bearings
from assistant.disagreements.disagreement import Disagreement, Sort
from assistant.disagreements.figures import differ, measure
from assistant.disagreements.finding import disagreements
from assistant.disagreements.joining import joined
from assistant.disagreements.statements import Statement, statements
from assistant.disagreements.wording import GROUP, MOST, sentences
from assistant.quotation import citation
from assistant.verify.check import check
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Fault, Verdict
from corpus.document import About, Kind, Mark, Passage
from index.embed import SentenceTransformerEmbedder
from index.hits import Hit
from tests.benchmarks.disagreements import Pair, alone, hit, pairs

PAIRS = {pair.id: pair for pair in pairs()}
INSPECTED = {"document": "one", "kind": "inspection-report", "speaker": "Ferry Inspectorate", "body": "Ferry Inspectorate", "date": "2017-03-01"}
SAID = {
    "document": "other",
    "kind": "debate",
    "speaker": "Lady Ash of Merrow",
    "office": "Minister for Harbours",
    "body": "House of Lords",
    "date": "2017-03-09",
}
POOR, GOOD = "The supervision of pilots at Merrow was poor.", "The supervision of pilots at Merrow was good."


class Counting:
    """A closeness that finds everything near and counts what it is asked."""

    def __init__(self, near: float = 1.0) -> None:
        self.asked = 0
        self.near = near

    def __call__(self, sentence: str, texts: Sequence[str]) -> list[float]:
        self.asked += 1
        return [self.near] * len(texts)


def found(one: str, other: str, left: dict[str, str] = INSPECTED, right: dict[str, str] = SAID) -> list[Disagreement]:
    return disagreements([hit({**left, "text": one}, 1), hit({**right, "text": other}, 2)], alone)


def evidence(pair: Pair) -> list[Evidence]:
    return [Evidence(each.rank, each.passage, each.title, each.publisher) for each in pair.hits]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS.values() if not pair.differ], ids=lambda pair: f"{pair.id} {pair.trap}")
def test_passages_that_only_seem_to_disagree_are_left_alone(pair: Pair) -> None:
    assert disagreements(pair.hits, alone) == []


def test_nearly_all_labelled_disagreements_are_found_and_in_the_way_labelled() -> None:
    labelled = [pair for pair in PAIRS.values() if pair.differ]
    told = {pair.id: [each.sort for each in disagreements(pair.hits, alone)] for pair in labelled}
    assert len(labelled) >= 35
    assert all(sorts in ([], [pair.differ]) for pair in labelled for sorts in [told[pair.id]])
    assert sum(bool(sorts) for sorts in told.values()) >= 0.85 * len(labelled)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS.values() if pair.differ], ids=lambda pair: pair.id)
def test_each_sentence_that_tells_of_a_disagreement_holds_against_what_it_cites(pair: Pair) -> None:
    for sentence in sentences(disagreements(pair.hits, alone), lambda hit: hit.rank):
        both, own = check(sentence.text, evidence(pair)), check(sentence.text, [evidence(pair)[sentence.citations[0] - 1]])
        assert both.supported and own.supported, (sentence.text, both.reason, own.reason)


def test_both_sides_are_quoted_to_the_letter_dated_and_cited() -> None:
    (each,) = found(f"{POOR} Much else was well.", GOOD)
    left, right = sentences([each], lambda hit: {1: 4, 2: 7}[hit.rank])
    assert left.text == f"The sources differ on supervision: Ferry Inspectorate’s inspection report of 1 March 2017 says: “{POOR}”"
    assert right.text == f"Lady Ash of Merrow (Minister for Harbours) said in the House of Lords on 9 March 2017: “{GOOD}”"
    assert (left.citations, right.citations, left.quoted, right.quoted) == ((4,), (7,), (POOR,), (GOOD,))
    assert left.group == right.group == GROUP


def test_a_comment_against_a_finding_is_called_an_anonymous_readers_and_dated() -> None:
    comment = {"document": "one", "kind": "comment", "date": "2017-03-02"}
    told = sentences(found(POOR, GOOD, INSPECTED, comment), lambda hit: hit.rank)
    assert told[1].text.startswith("An anonymous reader claimed, unverified, in para 2 on ‘Document one’ (2 March 2017): “")


def test_two_inspections_are_told_in_their_order_as_findings_over_time() -> None:
    (each,) = found(GOOD, POOR, {**INSPECTED, "date": "2018-03-08"}, {**INSPECTED, "document": "other", "date": "2016-11-10"})
    assert (each.sort, each.left.date, each.right.date) == (Sort.INSPECTIONS, "2016-11-10", "2018-03-08")
    assert sentences([each], lambda hit: hit.rank)[0].text.startswith("The findings differ over time on supervision: ")


def test_what_is_disputed_outright_comes_before_what_disputes_it() -> None:
    asserted = {**SAID, "speaker": "Lord Oak of Merrow", "document": "one", "date": "2017-03-09"}
    (each,) = found("The rescue of the pier cost £277 million.", "The figure of £277 million is not settled.", asserted, {**SAID, "document": "one"})
    assert (each.left.hit.passage.speaker, each.about) == ("Lord Oak of Merrow", "£277 million")


def test_at_most_so_many_disagreements_are_told_in_one_answer() -> None:
    assert len(sentences(found(POOR, GOOD) * 5, lambda hit: hit.rank)) == 2 * MOST


def test_a_digest_disagrees_as_its_original_and_is_called_a_digest() -> None:
    about = About(Kind.DEBATE, "a Lords question", "House of Lords", "Lady Ash of Merrow", date="2017-03-09")
    told = hit({**SAID, "text": GOOD}, 2)
    digest = replace(told, passage=replace(told.passage, kind=Kind.DIGEST, speaker=None, office=None, body=None, date=None, about=about))
    (each,) = disagreements([hit({**INSPECTED, "text": POOR}, 1), digest], alone)
    assert sentences([each], lambda hit: hit.rank)[1].text.startswith("Our digest of Lady Ash of Merrow in the House of Lords on 9 March 2017 reads: “")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The supervision of pilots at Merrow by the CRC was poor.", GOOD),
        ("The average wait for a berth at Merrow was 14 days.", "The wait for a berth at Merrow was 40 days."),
        ("In 12 cases the supervision of pilots at Merrow was poor.", "In 60 cases the supervision of pilots at Merrow was good."),
        ("For 12% the supervision of pilots at Merrow was poor.", "For 12 pilots the supervision of pilots at Merrow was good."),
    ],
)
def test_another_body_another_measure_or_another_share_is_another_thing(one: str, other: str) -> None:
    assert found(one, other) == []


def test_nothing_is_embedded_where_nothing_could_disagree() -> None:
    closeness = Counting()
    assert disagreements([hit({**INSPECTED, "text": POOR}, 1), hit({**SAID, "text": "The pier at Merrow was painted."}, 2)], closeness) == []
    assert closeness.asked == 0


def test_what_is_far_in_meaning_or_far_from_the_question_is_no_disagreement_of_the_answer() -> None:
    hits = [hit({**INSPECTED, "text": POOR}, 1), hit({**SAID, "text": GOOD}, 2)]
    assert disagreements(hits, Counting(0.3)) == []
    assert disagreements(hits, Counting(), "How good is the supervision?")

    def far_from_question(sentence: str, texts: Sequence[str]) -> list[float]:
        return [0.1 if sentence.endswith("?") else 1.0 for _ in texts]

    assert disagreements(hits, far_from_question, "Who painted the pier?") == []


@pytest.mark.parametrize(
    ("change", "value"),
    [("mark", Mark.RECOMMENDATION), ("mark", Mark.NOTE), ("mark", Mark.NON_ANSWER), ("speaker", "Ferry Inspectorate"), ("date", "2012-03-09"), ("date", None)],
)
def test_what_is_no_statement_of_another_of_its_time_is_set_against_nothing(change: str, value: object) -> None:
    one, other = hit({**INSPECTED, "text": POOR}, 1), hit({**SAID, "text": GOOD}, 2)
    assert disagreements([one, other], alone)
    assert disagreements([one, replace(other, passage=replace(other.passage, **{change: value}))], alone) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("about two-thirds of cases", "66% of cases", False),
        ("nearly 30,000 passengers", "29,412 passengers", False),
        ("more than 80% of cases", "95% of cases", False),
        ("more than 80% of cases", "55% of cases", True),
        ("between 50 and 60 cases", "55 cases", False),
        ("between 50 and 60 cases", "85 cases", True),
        ("£277.4 million", "£280 million", False),
        ("£277 million", "£190 million", True),
        ("three boats", "four boats", True),
        ("12 pilots", "31 engineers", False),
        ("12 pilots", "12% of pilots", False),
        ("by 4 per cent", "to 11 per cent", False),
    ],
)
def test_only_figures_that_cannot_both_be_right_differ(one: str, other: str, apart: bool) -> None:
    mine, theirs = (measure(_stated(text)) for text in (one, other))
    assert mine and theirs
    assert differ(mine, theirs) is differ(theirs, mine) is apart


def test_of_several_figures_in_a_statement_none_is_compared() -> None:
    assert measure(_stated("40 cases in the north and 60 cases in the south")) is None


@pytest.mark.parametrize(
    ("told", "bears"),
    [
        ("Planning was good", {"good": 1}), ("Planning was not good enough", {"good": -1}), ("Planning was poor", {"good": -1}),
        ("Morale has fallen", {"more": -1}), ("There is no sign of caseloads being reduced", {"more": 1}), ("No doubt planning was good", {"good": 1}),
        ("Planning was good in part and poor in part", {}), ("The system had yet to be completed", {"done": -1}), ("Staff fail to plan well", {"good": -1}),
        ("I do not doubt that planning is good", {"good": 1}), ("There is much good practice", {}),
    ],
)  # fmt: skip
def test_a_statement_bears_one_way_or_the_other_or_both_and_then_none(told: str, bears: dict[str, int]) -> None:
    assert bearings(told) == bears


@pytest.mark.parametrize(
    "text",
    ["Is planning at Merrow good?", "If planning at Merrow is good, we shall see.", "The union says that planning at Merrow is good.", "Planning | good | 12"],
)
def test_what_states_nothing_of_its_own_voice_is_no_statement(text: str) -> None:
    assert statements(hit({**SAID, "text": text}, 1)) == []


def test_words_in_a_comment_that_quote_another_are_no_statement_of_the_readers() -> None:
    assert statements(hit({"document": "one", "kind": "comment", "text": "“Planning at Merrow is good” on page one."}, 1)) == []


def test_an_answer_tells_what_its_sources_disagree_on_after_its_sentences_and_cites_by_its_own_numbers() -> None:
    each = found(POOR, GOOD)
    answer = Answer("q", "q", "quotation", (Sentence("A sentence.", (1,)),), (citation(1, each[0].right.hit),))
    grown = joined(answer, each, lambda sentence, cited: check(sentence, cited))
    assert [sentence.citations for sentence in grown.sentences] == [(1,), (2,), (1,)]
    assert [one.passage.speaker for one in grown.citations] == ["Lady Ash of Merrow", "Ferry Inspectorate"]
    assert [sentence.group for sentence in grown.sentences] == [None, GROUP, GROUP]


def test_what_does_not_hold_when_checked_is_not_told_and_brings_no_citation() -> None:
    answer = Answer("q", "q", "quotation")
    refusing = Verdict(False, "It does not hold.", Fault.MEANING, 0.0)
    assert joined(answer, found(POOR, GOOD), lambda sentence, cited: refusing) is answer


def test_at_most_two_disagreements_are_joined_to_an_answer() -> None:
    assert len(joined(Answer("q", "q", "quotation"), found(POOR, GOOD) * 5, lambda sentence, cited: check(sentence, cited)).sentences) == 2 * MOST


@pytest.mark.parametrize(
    "text",
    [
        "I do not know whether this is so at Merrow.",
        "It is good at Merrow.",
        "I beg to move that the pier be kept at Merrow.",
        "Figures at Merrow are rounded.",
    ],
)
def test_what_nobody_can_tell_the_matter_of_is_no_statement(text: str) -> None:
    assert statements(hit({**SAID, "text": text}, 1)) == []


def test_a_policy_rejected_or_a_thing_not_denied_disputes_no_statement() -> None:
    for text in ("We reject the idea of a pier at Merrow.", "I do not deny that the pier at Merrow is old."):
        assert not any(each.denies for each in statements(hit({**SAID, "text": text}, 1)))


@pytest.mark.model
def test_with_the_real_model_no_labelled_pair_is_taken_wrongly_and_most_are_found(real_embedder: SentenceTransformerEmbedder) -> None:
    closeness = EmbeddingCloseness(real_embedder)
    told = {pair: disagreements(pair.hits, closeness) for pair in PAIRS.values()}
    assert not [pair.id for pair, each in told.items() if each and not pair.differ]
    assert sum(1 for pair, each in told.items() if each) >= 0.85 * sum(1 for pair in told if pair.differ)


def _stated(text: str) -> Statement:
    passage = Passage("d#1", "d", 1, text, Kind.DEBATE, "col 5")
    return Statement(Hit(1, 1.0, passage, "D", None, "/d", hit({**SAID, "text": text}, 1).found), text, text, frozenset(), frozenset(), False)
