"""Quality on known answers with the real model: the five real pages, and the bundled collection. Slow: a minute or so."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import AnswerChain, Asked
from assistant.evaluation.gold import right_passages
from assistant.evaluation.homes import Collection
from assistant.evaluation.loading import load
from assistant.evaluation.measures import Measured, summary, values
from assistant.evaluation.run import OURS, ours, outcome
from corpus import reading
from corpus.document import fold
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
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


def measured(index: Index, file: Path) -> dict[str, Measured]:
    """What ``briefing evaluate`` measures of a file's questions."""
    known, collection = load(file), Collection(index)
    index.settle()
    pairs = zip(known.questions, right_passages(known, collection), strict=True)
    return summary(values([outcome(file, asked, right, collection, {OURS: ours(collection)}) for asked, right in pairs], OURS))


def at_least(found: dict[str, Measured], **bounds: float) -> list[str]:
    """The measures that are under their bound, an underscore being a hyphen."""
    named = {name.replace("_", "-"): bound for name, bound in bounds.items()}
    return [f"{name} is {found[name].value}, under {bound}" for name, bound in named.items() if (found[name].value or 0) < bound]


@pytest.fixture(scope="session")
def of_pages(pages: Index) -> dict[str, Measured]:
    return measured(pages, KNOWN / "probation_pages.known.toml")


@pytest.fixture(scope="session")
def of_bundled(bundled: Index) -> dict[str, Measured]:
    return measured(bundled, ROOT / "corpus" / "bundled" / "questions.toml")


@pytest.mark.shared
def test_on_the_five_pages_the_right_paragraph_is_first_or_among_the_first_five(of_pages: dict[str, Measured]) -> None:
    assert of_pages["hit@1"].n >= 60
    assert at_least(of_pages, **{"hit@1": 0.85, "hit@5": 0.97, "ndcg@10": 0.87}) == []


@pytest.mark.shared
def test_on_the_five_pages_what_is_not_answered_is_refused_and_what_is_is_not(of_pages: dict[str, Measured]) -> None:
    assert at_least(of_pages, right_refusals=0.92) == []
    assert (of_pages["false-refusals"].value or 0) <= 0.05


@pytest.mark.shared
def test_on_the_five_pages_an_answer_cites_a_right_paragraph_and_credits_it_rightly(of_pages: dict[str, Measured]) -> None:
    assert at_least(of_pages, citation_hits=0.88) == []
    assert of_pages["wrong-attribution"].n >= 50 and of_pages["wrong-attribution"].value == 0


def test_on_the_bundled_collection_what_is_not_answered_is_refused_and_what_is_is_not(of_bundled: dict[str, Measured]) -> None:
    assert at_least(of_bundled, right_refusals=0.88) == []
    assert (of_bundled["false-refusals"].value or 0) <= 0.08
    assert at_least(of_bundled, **{"hit@1": 0.80, "hit@5": 0.90, "citation_hits": 0.88}) == []


@pytest.mark.shared
def test_every_quoted_sentence_stands_to_the_letter_in_its_passage_and_the_passage_in_its_file(pages: Index) -> None:
    chain = AnswerChain(pages)
    files = {d.document_id: fold(Path(d.source).read_text("utf-8-sig")) for d in pages.documents()}
    quoted = 0
    for known in load(KNOWN / "probation_pages.known.toml").questions:
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
    for known in load(KNOWN / "probation_pages.known.toml").questions:
        answer = chain.invoke(Asked(known.question))
        for sentence, citation in zip(answer.sentences, answer.citations, strict=True):
            assert (sentence.group == "Official findings") == (citation.passage.kind.authority == 1)
            assert ("unverified" in sentence.text.split("“")[0]) == (citation.passage.kind.authority in (5, 6))
