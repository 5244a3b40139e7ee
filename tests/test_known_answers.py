"""Quality on known answers with the real model: the five real pages, and the bundled collection. Slow: a minute or so."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.abstention import Signs, signs
from assistant.chain import AnswerChain, Asked, search
from assistant.evaluate import KnownAnswer, load, ranks, retrieval
from corpus import reading
from corpus.document import fold
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.filters import NO_LIMITS
from index.rows import Entry
from index.search import Index
from tests.conftest import ROOT

pytestmark = pytest.mark.model
KNOWN = ROOT / "tests" / "known"


@pytest.fixture(scope="session")
def pages(probation_pages: Path, real_embedder: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("pages"), real_embedder)
    for file in reading.sources(probation_pages):
        for document in reading.read(file):
            index.put(document)
    return index


@pytest.fixture(scope="session")
def bundled(real_embedder: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Index:
    index = Index(tmp_path_factory.mktemp("bundled"), real_embedder)
    for document in digests.bundled():
        index.put(document)
    return index


def found(index: Index, known: list[KnownAnswer]) -> list[int | None]:
    return ranks(known, lambda q: [Entry(hit.passage, hit.title, hit.publisher, hit.source) for hit in index.search(q, 10)])


def _signs(index: Index, question: str) -> Signs:
    return signs(question, search(index, question, 10, NO_LIMITS)[0], index.holds)


def refusals(index: Index, known: list[KnownAnswer]) -> tuple[float, float]:
    """The shares of unanswerable questions refused, and of answerable ones."""
    refused = [not _signs(index, answer.question).answers for answer in known]
    rates = [[said for said, answer in zip(refused, known, strict=True) if answer.answerable is answerable] for answerable in (False, True)]
    return sum(rates[0]) / len(rates[0]), sum(rates[1]) / len(rates[1])


@pytest.mark.shared
def test_on_the_five_pages_the_right_paragraph_is_first_or_among_the_first_five(pages: Index) -> None:
    known = load(KNOWN / "probation_pages.known.toml")
    measured = retrieval(found(pages, known))
    assert measured.n >= 60
    assert measured.hit1 >= 0.80 and measured.hit5 >= 0.97, measured


@pytest.mark.shared
def test_on_the_five_pages_what_is_not_answered_is_refused_and_what_is_is_not(pages: Index) -> None:
    right, false = refusals(pages, load(KNOWN / "probation_pages.known.toml"))
    assert right >= 0.80 and false <= 0.10, (right, false)


def test_on_the_bundled_collection_what_is_not_answered_is_refused_and_what_is_is_not(bundled: Index) -> None:
    known = load(ROOT / "corpus" / "bundled" / "questions.toml")
    right, false = refusals(bundled, known)
    assert right >= 0.80 and false <= 0.10, (right, false)
    measured = retrieval(found(bundled, known))
    assert measured.hit1 >= 0.70 and measured.hit5 >= 0.90, measured


@pytest.mark.shared
def test_every_quoted_sentence_stands_to_the_letter_in_its_passage_and_the_passage_in_its_file(pages: Index) -> None:
    chain = AnswerChain(pages)
    files = {d.document_id: fold(Path(d.source).read_text("utf-8-sig")) for d in pages.documents()}
    quoted = 0
    for known in load(KNOWN / "probation_pages.known.toml"):
        answer = chain.invoke(Asked(known.question))
        cited = {citation.number: citation.passage for citation in answer.citations}
        for sentence in answer.sentences:
            passage = cited[sentence.citations[0]]
            assert passage.text in files[passage.document_id]
            assert sentence.quoted and all(words in passage.text and words in sentence.text for words in sentence.quoted)
            quoted += 1
    assert quoted >= 100


@pytest.mark.shared
def test_a_comment_is_never_among_official_findings(pages: Index) -> None:
    chain = AnswerChain(pages)
    for known in load(KNOWN / "probation_pages.known.toml"):
        answer = chain.invoke(Asked(known.question))
        for sentence, citation in zip(answer.sentences, answer.citations, strict=True):
            assert (sentence.group == "Official findings") == (citation.passage.kind.authority == 1)
            assert ("unverified" in sentence.text.split("“")[0]) == (citation.passage.kind.authority in (5, 6))
