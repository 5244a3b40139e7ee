"""Questions that lean on what went before are understood by rules, whole ones are left alone, whatever the collection is about."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from assistant.chain import AnswerChain, Asked, search
from assistant.followups.exchange import Exchange
from assistant.followups.understanding import standalone
from corpus import reading
from corpus.document import Document, Kind, Passage
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.filters import NO_LIMITS
from index.search import Index
from tests.chains import NEW_TOPIC, chains, understood
from tests.conftest import WordEmbedder

HERONS = "What was said about herons in Rutland?"
ASH = "What did Dame Ann Ash say about herons in Rutland?"
ELM = "What did Lord Elm ask about herons?"
BOXES = "Why were nest boxes at the Rutland RWT removed in 2015?"


def cited(speaker: str | None, office: str | None = None, body: str | None = None, ordinal: int = 1, reply_to: str | None = None) -> Passage:
    return Passage(f"d#{ordinal}", "d", ordinal, f"Words {ordinal}.", Kind.DEBATE, "col 1", speaker, office, body=body, reply_to=reply_to)


OAK = cited("Lord Oak", "Parliamentary Under-Secretary of State")


@pytest.mark.parametrize(
    ("before", "question", "meant"),
    [
        # a new name takes the place of the old one of its sort
        (HERONS, "And in Selby?", "What was said about herons in Selby?"),
        (HERONS, "What about Selby?", "What was said about herons in Selby?"),
        (HERONS, "and in Mid Wessex and Selby?", "What was said about herons in Mid Wessex and Selby?"),
        (HERONS, "And in 2018?", "What was said about herons in Rutland in 2018?"),
        (HERONS, "And in Selby in 2018?", "What was said about herons in Selby in 2018?"),
        (BOXES, "and 2016?", "Why were nest boxes at the Rutland RWT removed in 2016?"),
        (BOXES, "and in Selby?", "Why were nest boxes at the Selby RWT removed in 2015?"),
        (BOXES, "And the NRA?", "Why were nest boxes at the Rutland NRA removed in 2015?"),
        ("How good was the RWT's work in the 2017 Rutland survey?", "and the NRA's?", "How good was the NRA's work in the 2017 Rutland survey?"),
        (ELM, "and the answer?", "What was the answer to Lord Elm about herons?"),
        (ELM, "And Lord Yew?", "What did Lord Yew ask about herons?"),
        (ASH, "And Napo?", "What did Napo say about herons in Rutland?"),
        (HERONS, "and the Howard League?", "What did the Howard League say about herons in Rutland?"),
        ("Why did herons leave, according to Lord Elm?", "And Lord Yew?", "Why did herons leave, according to Lord Yew?"),
        (ASH, "and Frances Holly?", f"{ASH[:-1]}, and what about Frances Holly?"),  # as likely a place as a person
        ("Was the RWT counting herons?", "and the Howard League?", "Was the RWT counting herons, and what did the Howard League say?"),
        # a correction
        (HERONS, "no, I meant Selby", "What was said about herons in Selby?"),
        (HERONS, "Sorry, Selby", "What was said about herons in Selby?"),
        (HERONS, "not Rutland, Selby", "What was said about herons in Selby?"),
        (HERONS, "Selby, not Rutland", "What was said about herons in Selby?"),
        # a new topic
        (ASH, "and about otters?", "What did Dame Ann Ash say about otters in Rutland?"),
        (HERONS, "What about otters?", "What was said about otters in Rutland?"),
        ("How many herons nest at the Rutland RWT?", "And otters?", "What is said about otters at the Rutland RWT?"),
        ("Do herons migrate?", "and otters?", "Do herons migrate, and what about otters?"),
        # another voice
        (HERONS, "and the union?", "What did the union say about herons in Rutland?"),
        (HERONS, "What did practitioners say?", "What did practitioners say about herons in Rutland?"),
        (BOXES, "what did readers think?", "Why were nest boxes at the Rutland RWT removed in 2015, and what did readers think?"),
        # words that point
        (ASH, "What did she say about otters?", "What did Dame Ann Ash say about otters?"),
        (ASH, "and what was her view?", "What did Dame Ann Ash say about herons in Rutland?"),
        ("What did Napo say about herons in Rutland?", "What did they recommend?", "What did Napo recommend about herons in Rutland?"),
        ("What did Napo say about herons in Rutland?", "what did they say about otters?", "What did Napo say about otters in Rutland?"),
        (HERONS, "Were otters seen there?", "Were otters seen in Rutland?"),
        ("How deep was the water at the Rutland RWT?", "Were otters seen there?", "Were otters seen at the Rutland RWT?"),
        ("What was said about the new hide?", "Was it ever opened?", "Was the new hide ever opened?"),
        (HERONS, "were they counted?", "What was said about herons in Rutland, and were they counted?"),
        (BOXES, "was that put right?", "Why were nest boxes at the Rutland RWT removed in 2015, and was that put right?"),
        # nothing of its own
        (HERONS, "who said that?", "What was said about herons in Rutland, and who said that?"),
        (HERONS, "And why?", "What was said about herons in Rutland, and why?"),
        (HERONS, "When was that?", "What was said about herons in Rutland, and when was that?"),
        (HERONS, "Is that true?", "What was said about herons in Rutland, and is that true?"),
        (HERONS, "Tell me more", "What more is said about herons in Rutland?"),
        (HERONS, "Any other views?", "What other views are there on herons in Rutland?"),
        (BOXES, "How many?", "Why were nest boxes at the Rutland RWT removed in 2015, and how many?"),
        (BOXES, "where can I read it?", "Why were nest boxes at the Rutland RWT removed in 2015, and where can I read it?"),
        (BOXES, "more details please", "Why were nest boxes at the Rutland RWT removed in 2015, in more detail?"),
    ],
)
def test_a_question_that_leans_is_understood_with_the_one_before(before: str, question: str, meant: str) -> None:
    assert standalone(question, [before]) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What did Lord Yew say about contracts?",
        "And what did Lord Yew say about contracts?",
        "But are otters protected by law in Selby?",
        "What about the plan to take on another 1,400 wardens by 2019?",
        "Did the trust review its plans when the water rose?",
        "If an otter leaves its holt, does it come back?",
        "Why is it hard to count otters?",
        "How long does it take to build a hide?",
        "Is there any evidence that otters are returning?",
        "What did Lord Yew say when he was interrupted?",
        "Should those who disturb nests be fined?",
        "What is a holt?",
        "Will it rain in Leeds tomorrow?",
        "How do otters raise their young?",
        "OTTERS IN SELBY",
        "thanks",
    ],
)
def test_a_whole_question_owes_nothing_to_the_history(question: str) -> None:
    history = [Exchange(ASH, ASH, (cited("Dame Ann Ash", "Chief Warden"), OAK))]
    assert standalone(question, history) == question


def test_without_a_history_a_question_stays_as_it_was_put() -> None:
    assert standalone(" and in Selby? ", []) == "and in Selby?"


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What did the minister say about otters?", "What did Lord Oak say about otters?"),
        ("What did the Minister reply?", "What did Lord Oak reply to Lord Elm about herons?"),
        ("what was the minister's answer?", "What did Lord Oak reply to Lord Elm about herons?"),
        ("Did the minister agree?", "What did Lord Elm ask about herons, and did Lord Oak agree?"),
        ("What did the ombudsman say about otters?", "What did the ombudsman say about otters?"),
    ],
)
def test_an_office_means_the_one_last_cited_in_it(question: str, meant: str) -> None:
    assert standalone(question, [Exchange(ELM, ELM, (cited("Lord Elm", "Shadow Minister"), OAK))]) == meant


def test_of_two_holders_of_an_office_neither_is_guessed() -> None:
    both = (OAK, cited("Mr Yew", "Minister for Rivers", ordinal=2))
    asked = "What did the minister say about otters?"
    assert standalone(asked, [Exchange(HERONS, HERONS, both)]) == asked


def test_he_and_she_are_whom_the_question_names_else_whom_the_answer_cites() -> None:
    named = Exchange(ASH, ASH, (OAK,))
    unnamed = Exchange(HERONS, HERONS, (cited("Frances Holly"), cited("Frances Holly", ordinal=2), OAK))
    assert standalone("What did she say about otters?", [named]) == "What did Dame Ann Ash say about otters?"
    assert standalone("What did she say about otters?", [unnamed]) == "What did Frances Holly say about otters?"
    assert standalone("What did she say about otters?", [Exchange(HERONS, HERONS)]) == "What did she say about otters?"


def test_a_style_that_contradicts_the_pronoun_rules_a_person_out() -> None:
    history = [Exchange(ASH, ASH, (cited("Dame Ann Ash"), OAK))]
    assert standalone("What did he say about otters?", history) == "What did Lord Oak say about otters?"


def test_the_reply_is_by_whoever_replies_in_the_record(tmp_path: Path, embedder: WordEmbedder) -> None:
    index = Index(tmp_path, embedder)
    asked = [cited("Lord Elm", ordinal=n) for n in (1, 2)]
    replied = cited("Lord Yew", ordinal=3, reply_to="d#1")
    index.put(Document("d", "Herons", Kind.DEBATE, "d.txt", "d", (*asked, replied)))
    history = (Exchange(ELM, ELM, (asked[1],)),)
    growing = AnswerChain(index).stream(Asked("what was the answer?", history))
    assert next(growing).standalone_question == "What did Lord Yew reply to Lord Elm about herons?"


def test_where_nobody_is_known_to_have_replied_no_name_is_given() -> None:
    assert standalone("What did the minister reply?", [ELM]) == "What did the Minister reply to Lord Elm about herons?"
    assert standalone("and what did he reply?", [ELM]) == "What was the reply to Lord Elm about herons?"


def test_a_question_two_back_is_reached_through_one_that_has_no_room() -> None:
    before = [HERONS, standalone("who said that?", [HERONS])]
    assert standalone("and in Selby?", before) == "What was said about herons in Selby?"
    assert standalone("and in Selby?", [HERONS, "Is an otter a mammal?"]) == "What was said about herons in Selby?"
    assert standalone("What did she say about otters?", [ASH, "How high are the fences?"]) == "What did Dame Ann Ash say about otters?"


def test_what_is_understood_does_not_grow_with_every_turn() -> None:
    history = [HERONS]
    for question in ("why?", "who said that?", "when?", "is that true?", "was it denied?", "how many?") * 15:
        history.append(standalone(question, history))
    assert max(map(len, history)) < 320


def test_another_way_of_understanding_can_be_given(tmp_path: Path, embedder: WordEmbedder) -> None:
    chain = AnswerChain(Index(tmp_path, embedder), understand=lambda question, history: f"{len(history)} before {question}")
    assert chain.invoke(Asked("and?", ("One?", "Two?"))).standalone_question == "2 before and?"


def test_no_question_is_too_odd_or_takes_long() -> None:
    known = "and what about in the Minister Rutland he said that it not , ’ “ 2017 ? NPS of did they was Lord s's \n ( there reply no i meant"
    words = known.split(" ")
    chance = random.Random(7)
    began = time.perf_counter()
    for _ in range(1000):
        question, before = (" ".join(chance.choices(words, k=chance.randint(1, 14))) for _ in range(2))
        assert isinstance(standalone(question, [Exchange(before, before, (OAK,))]), str)
    assert time.perf_counter() - began < 20
    for odd in ("and in " + "Of the And " * 300 + "?", "What did " + "a " * 900 + "say", "A" * 2000, "not " + "Kent, " * 300):
        began = time.perf_counter()
        standalone(odd, [HERONS])
        assert time.perf_counter() - began < 2, odd[:30]


def test_there_are_enough_known_chains_and_no_new_topic_among_them_is_touched() -> None:
    own, pages = chains(pages=False), chains(pages=True)
    assert sum(chain.sort != NEW_TOPIC for chain in own) >= 30 and len(pages) >= 15
    new = [chain for chain in own + pages if chain.sort == NEW_TOPIC]
    assert len(new) >= 10
    for chain in new:
        assert standalone(chain.asked[-1], chain.asked[:-1]) == chain.asked[-1]


def _as_good(index: Index, pages: bool) -> float:
    """The share of chains whose last question, in context, finds a right passage among the first five, of those where it does outright."""
    answers, kept = AnswerChain(index), []
    for chain in chains(pages):
        found = [any(chain.answered_by(hit) for hit in search(index, q, 5, NO_LIMITS)[0]) for q in (chain.outright, understood(answers, chain.asked))]
        kept += [found[1]] if found[0] else []
    return sum(kept) / len(kept)


@pytest.mark.model
@pytest.mark.slow
def test_in_context_a_follow_up_finds_what_its_meaning_finds_outright(tmp_path: Path, real_embedder: SentenceTransformerEmbedder) -> None:
    index = Index(tmp_path, real_embedder)
    for document in digests.bundled():
        index.put(document)
    assert _as_good(index, pages=False) >= 0.85


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.shared
def test_so_it_does_on_the_five_pages(tmp_path: Path, real_embedder: SentenceTransformerEmbedder, probation_pages: Path) -> None:
    index = Index(tmp_path, real_embedder)
    for document in reading.read(probation_pages):
        index.put(document)
    assert _as_good(index, pages=True) >= 0.85
