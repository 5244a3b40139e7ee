"""The bundled collection: digests that always say whose words they sum up, and questions whose answers are in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document, Kind, Passage
from corpus.readers import digests
from tests.conftest import ROOT

QUESTIONS = ROOT / "corpus" / "bundled" / "questions.toml"
HARD = ROOT / "tests" / "known" / "bundled_hard.known.toml"
TOO_MANY = 8  # words in a row that a digest may not share with its original
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return digests.bundled()


@pytest.fixture(scope="module")
def passages(documents: list[Document]) -> list[Passage]:
    return [passage for document in documents for passage in document.passages]


def questions(path: Path) -> list[dict]:
    return tomllib.loads(path.read_text("utf-8"))["question"]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every ``TOO_MANY`` words in a row of a text, case and punctuation folded."""
    words = [word.replace("’", "'").lower() for word in WORD.findall(text)]
    return (tuple(words[start : start + TOO_MANY]) for start in range(len(words) - TOO_MANY + 1))


def test_the_collection_is_large_enough_to_be_asked(documents: list[Document], passages: list[Passage]) -> None:
    assert len(documents) >= 10
    assert len(passages) >= 150


def test_every_digest_file_of_the_folder_is_listed_and_read(documents: list[Document]) -> None:
    files = {path.stem for path in QUESTIONS.parent.glob("*.toml")} - {"SOURCES", "questions", "inquiry"}
    assert {document.id for document in documents} == files


def test_every_paragraph_is_a_digest_and_never_in_the_original_speaker_s_mouth(documents: list[Document], passages: list[Passage]) -> None:
    assert {document.kind for document in documents} == {passage.kind for passage in passages} == {Kind.DIGEST}
    assert {(passage.speaker, passage.office, passage.party) for passage in passages} == {(None, None, None)}


def test_every_paragraph_names_its_original_and_through_whom_it_reached_us(passages: list[Passage]) -> None:
    for passage in passages:
        assert passage.about and passage.about.locator and passage.about.title and passage.about.kind is not Kind.DIGEST, passage.id
        assert not passage.about.title.startswith("Digest"), passage.id
        assert passage.origin and passage.origin.quoted_in, passage.id
        assert passage.standing is passage.about.kind


def test_words_said_in_parliament_have_the_speaker_in_what_they_are_about(passages: list[Passage]) -> None:
    said = [passage for passage in passages if passage.standing is Kind.DEBATE]
    assert len({passage.about.speaker for passage in said if passage.about and passage.about.speaker}) > 5


def test_ids_are_different_and_ordinals_run_through_each_document(documents: list[Document], passages: list[Passage]) -> None:
    assert len({passage.id for passage in passages}) == len(passages)
    for document in documents:
        assert [passage.ordinal for passage in document.passages] == list(range(1, len(document.passages) + 1))
        assert all(passage.id == f"{document.id}#{passage.ordinal}" and passage.document_id == document.id for passage in document.passages)


def test_no_two_paragraphs_say_the_same_words(passages: list[Passage]) -> None:
    assert len({passage.text for passage in passages}) == len(passages)


def test_a_reply_is_to_an_earlier_paragraph_of_the_same_document(documents: list[Document]) -> None:
    replies = 0
    for document in documents:
        before: set[str] = set()
        for passage in document.passages:
            assert passage.reply_to is None or passage.reply_to in before, passage.id
            replies += passage.reply_to is not None
            before.add(passage.id)
    assert replies > 10


def test_reading_the_collection_twice_gives_the_same_documents_and_hashes(documents: list[Document]) -> None:
    assert digests.bundled() == documents
    assert len({document.sha256 for document in documents}) == len(documents)


@pytest.mark.parametrize("path", [QUESTIONS, HARD], ids=lambda path: path.name)
def test_every_gold_paragraph_exists(path: Path, passages: list[Passage]) -> None:
    ids = {passage.id for passage in passages}
    assert [gold for question in questions(path) for gold in question.get("gold", []) if gold not in ids] == []


@pytest.mark.parametrize("path", [QUESTIONS, HARD], ids=lambda path: path.name)
def test_every_question_is_either_answerable_or_says_why_it_is_not(path: Path) -> None:
    for question in questions(path):
        assert bool(question.get("gold")) != bool(question.get("unanswerable") and question.get("why")), question["question"]


def test_there_are_enough_questions_of_both_sorts_and_none_twice() -> None:
    asked = questions(QUESTIONS)
    assert sum(bool(question.get("gold")) for question in asked) >= 60
    assert sum(bool(question.get("unanswerable")) for question in asked) >= 15
    assert len({question["question"].lower() for question in asked}) == len(asked)


@pytest.mark.shared
def test_no_digest_shares_eight_words_in_a_row_with_a_saved_page(passages: list[Passage], probation_pages: Path) -> None:
    pages = sorted(probation_pages.glob("*.txt"))
    taken = {run for page in pages for run in runs(page.read_text("utf-8"))}
    assert len(pages) == 5 and len(taken) > 10_000
    assert [(passage.id, " ".join(run)) for passage in passages for run in runs(passage.text) if run in taken] == []
