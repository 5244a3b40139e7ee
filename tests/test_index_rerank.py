"""Rank fusion and the second look: pure functions, and a reranker that prefers the word that is rare."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from index import rerank
from index.embed import Tokens, Vectors
from index.fuse import K, reciprocal_rank
from index.matching import Match, matches_of, standardised, weighted
from index.rerank import Candidate, LateInteraction
from tests.conftest import WordEmbedder

# fusion ----------------------------------------------------------------------------------------------------------------


def some_lists(seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    return [chance.sample("abcdefghij", chance.randint(0, 10)) for _ in range(chance.randint(0, 4))]


@pytest.mark.parametrize("seed", range(20))
def test_fusion_gives_every_item_once_best_first_with_the_sum_of_its_reciprocal_ranks(seed: int) -> None:
    lists = some_lists(seed)
    fused = reciprocal_rank(lists)
    assert sorted(item for item, _ in fused) == sorted(set().union(*lists))
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)
    for item, score in fused:
        assert score == pytest.approx(sum(1 / (60 + ranked.index(item) + 1) for ranked in lists if item in ranked))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_the_lists_does_not_change_a_score(seed: int) -> None:
    lists = some_lists(seed)
    assert dict(reciprocal_rank(lists)) == pytest.approx(dict(reciprocal_rank(lists[::-1])))


def test_one_list_keeps_its_order_and_no_list_gives_nothing() -> None:
    assert [item for item, _ in reciprocal_rank([list("cab")])] == list("cab")
    assert reciprocal_rank([]) == reciprocal_rank([[], []]) == []


def test_what_both_lists_hold_comes_before_what_leads_one() -> None:
    (best, _), *_ = reciprocal_rank([list("axyb"), list("czyd")])
    assert best == "y"


def test_an_item_named_twice_in_a_list_counts_once_at_its_first_place() -> None:
    assert reciprocal_rank([["a", "a", "b"]]) == [("a", 1 / (K + 1)), ("b", 1 / (K + 2))]


def test_ties_keep_the_order_of_the_first_list() -> None:
    assert [item for item, _ in reciprocal_rank([["b", "a"], ["a", "b"]])] == ["b", "a"]


def test_a_smaller_constant_makes_the_first_ranks_count_for_more() -> None:
    def lead(k: int) -> float:
        (_, first), (_, second) = reciprocal_rank([["a", "b"]], k)
        return first / second

    assert lead(1) > lead(60) > 1


# the parts of the second look ------------------------------------------------------------------------------------------


def test_standardised_values_have_mean_0_and_deviation_1_and_keep_their_order() -> None:
    values = [3.0, -1.0, 12.5, 3.5]
    made = standardised(values)
    assert (made.mean(), made.std()) == (pytest.approx(0), pytest.approx(1))
    assert list(np.argsort(made)) == list(np.argsort(values))
    assert list(standardised([100 * value + 7 for value in values])) == pytest.approx(list(made))


@pytest.mark.parametrize("values", [[5.0], [2.0, 2.0, 2.0], [0.1 + 0.2, 0.3]])
def test_values_that_do_not_differ_are_all_0(values: list[float]) -> None:
    assert list(standardised(values)) == [0.0] * len(values)


def test_likeness_is_weighted_by_rarity() -> None:
    assert weighted([Match("tagging", 3.0, 1.0), Match("officers", 1.0, 0.0)]) == 0.75
    assert weighted([]) == weighted([Match("the", 0.0, 1.0)]) == 0.0


def test_a_word_of_the_question_is_matched_with_its_best_word_in_the_text() -> None:
    asked = Tokens(("hubs", "tagging"), np.array([[1, 0], [0, 1]], dtype=np.float32))
    told = np.array([[0.6, 0.8], [1, 0]], dtype=np.float16)
    hubs, tagging = matches_of(asked, [2.0, 5.0], told)
    assert (hubs.word, hubs.rarity, hubs.alike) == ("hubs", 2.0, 1.0)
    assert tagging.alike == pytest.approx(0.8, abs=1e-3)


def test_a_text_without_words_matches_nothing() -> None:
    asked = Tokens(("hubs",), np.array([[1, 0]], dtype=np.float32))
    assert matches_of(asked, [2.0], np.empty((0, 2), dtype=np.float32)) == (Match("hubs", 2.0, 0.0),)


# the second look -------------------------------------------------------------------------------------------------------

RARE = {"tagging": 5.0}
HUBS = "Officers in the hubs wrote to every office."
TAGGING = "The contract for tagging was let in spring."


class CountingEmbedder(WordEmbedder):
    """Notes the texts it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.looked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.looked += texts
        return super().encode(texts)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        self.looked += texts
        return super().tokens(texts)


def reranker(embedder: WordEmbedder) -> LateInteraction:
    return LateInteraction(embedder, lambda word: RARE.get(word.lower(), 0.1))


def candidates(*texts: str, words: float = 1.0) -> list[Candidate]:
    return [Candidate(text, text, words) for text in texts]


@pytest.mark.parametrize("order", [(HUBS, TAGGING), (TAGGING, HUBS)])
def test_the_candidate_with_the_question_s_rare_word_is_preferred(order: tuple[str, str], embedder: WordEmbedder) -> None:
    question = "What did the officers in the hubs say about tagging?"
    shared = [len(set(question[:-1].lower().split()) & set(text[:-1].lower().split())) for text in (HUBS, TAGGING)]
    assert shared[0] > shared[1], "by words alone the other one would win"
    looks = dict(zip(order, reranker(embedder).look(question, candidates(*order)), strict=True))
    assert looks[TAGGING].alike > looks[HUBS].alike
    assert looks[TAGGING].score > looks[HUBS].score


def test_there_is_a_look_a_candidate_in_their_order_with_a_match_a_word(embedder: WordEmbedder) -> None:
    looks = reranker(embedder).look("tagging in hubs", candidates(*[f"Candidate {n}." for n in range(20)], TAGGING))
    assert len(looks) == 21
    assert {tuple(match.word for match in look.matches) for look in looks} == {("tagging", "in", "hubs")}
    assert max(range(21), key=lambda i: looks[i].score) == 20
    assert looks[20].matches[0].alike == pytest.approx(1.0, abs=1e-3)


def test_of_equal_candidates_the_one_found_by_its_words_is_preferred(embedder: WordEmbedder) -> None:
    one, other = reranker(embedder).look("hubs", [Candidate(HUBS, HUBS, 0.0), Candidate(HUBS, HUBS, 4.0)])
    assert other.score > one.score


def test_a_text_with_one_sentence_to_the_point_is_preferred_to_one_with_the_same_words_apart(embedder: WordEmbedder) -> None:
    together = "Tagging began in Harrowdale. Rain fell on other days."
    apart = "Tagging fell on days. Rain began in other Harrowdale."
    one, other = reranker(embedder).look("tagging began in Harrowdale", candidates(apart, together))
    assert one.alike == pytest.approx(other.alike, abs=1e-3)
    assert other.score > one.score


def test_no_candidates_get_no_looks_and_ask_nothing_of_the_model() -> None:
    embedder = CountingEmbedder()
    assert reranker(embedder).look("hubs", []) == []
    assert embedder.looked == []


def test_the_same_question_gets_the_same_looks_again(embedder: WordEmbedder) -> None:
    look = reranker(embedder).look
    assert look("tagging", candidates(HUBS, TAGGING)) == look("tagging", candidates(HUBS, TAGGING))


def test_what_the_model_made_of_a_candidate_is_kept_for_the_next_question() -> None:
    embedder = CountingEmbedder()
    look = reranker(embedder).look
    look("tagging", candidates(HUBS, TAGGING))
    embedder.looked.clear()
    look("hubs", candidates(TAGGING, HUBS))
    assert set(embedder.looked) == {"hubs"}


def test_only_so_many_candidates_are_kept_and_the_longest_unused_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rerank, "_KEPT", 4)
    embedder = CountingEmbedder()
    look = reranker(embedder).look

    def made_for(*numbers: int) -> set[str]:
        """The candidates that the model was asked for, these having come one after another."""
        embedder.looked.clear()
        for number in numbers:
            look("q", candidates(f"Paragraph {number}"))
        return set(embedder.looked) - {"q"}

    made_for(0, 1, 2, 3, 4, 5, 2, 6)  # kept of these: 4, 5, 2, 6
    assert made_for(4, 5, 2, 6) == set()
    assert made_for(3) == {"Paragraph 3"}
    assert made_for(5, 2, 6, 3) == set()
    assert embedder.looked.count("q") == 8, "words and sentences of the question, each time"


def test_more_candidates_than_are_kept_all_get_their_look(monkeypatch: pytest.MonkeyPatch, embedder: WordEmbedder) -> None:
    every = candidates(*[f"Paragraph {number}" for number in range(6)])
    expected = reranker(embedder).look("Paragraph 3", every)
    monkeypatch.setattr(rerank, "_KEPT", 4)
    assert reranker(embedder).look("Paragraph 3", every) == expected


# weights ---------------------------------------------------------------------------------------------------------------

SHORT_QUESTION = "Who closed the hubs?"
LONG_QUESTION = (
    "How many officers were employed in each Harrowdale office between January and December; what proportion were trained; which offices were closed; "
    "and whether further closures were planned under present contracts"
)


@pytest.mark.parametrize(("question", "longness"), [(SHORT_QUESTION, 0.0), (LONG_QUESTION, 1.0), ("", 0.0)])
def test_how_long_a_question_is_goes_from_nought_to_one(question: str, longness: float) -> None:
    assert rerank.longness(question) == longness


def test_weights_between_two_are_in_proportion() -> None:
    between = rerank.SHORT.towards(rerank.LONG, 0.5)
    assert between.late == pytest.approx((rerank.SHORT.late + rerank.LONG.late) / 2)
    assert (rerank.SHORT.towards(rerank.LONG, 0), rerank.SHORT.towards(rerank.LONG, 1).late) == (rerank.SHORT, pytest.approx(rerank.LONG.late))


def test_the_lists_decide_more_for_a_long_question_than_for_a_short_one(embedder: WordEmbedder) -> None:
    """The same two candidates: one has the short question's words, the other is what the lists prefer."""
    near, listed = Candidate(HUBS, HUBS, 1.0, 0.1, 1.0), Candidate(TAGGING, TAGGING, 2.0, 0.9, 3.0)

    def lead(question: str) -> float:
        one, other = reranker(embedder).look(question, [near, listed])
        return other.score - one.score

    assert lead(LONG_QUESTION) > lead(SHORT_QUESTION)


def test_a_candidate_that_a_list_has_not_got_stands_below_the_least_it_has(embedder: WordEmbedder) -> None:
    least, missing, best = reranker(embedder).look("hubs", [Candidate(HUBS, HUBS, words) for words in (1.0, None, 5.0)])
    assert missing.score < least.score < best.score
