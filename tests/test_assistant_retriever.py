"""Our search inside LangChain: documents with an answer's citation names, and a chain of somebody's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.documents import Document
from langchain_core.language_models import FakeListChatModel
from langchain_core.prompts import ChatPromptTemplate

from assistant.question import BadQuestion
from assistant.retriever import RecordRetriever
from corpus.document import Document as Source
from corpus.document import Kind, Passage
from index.filters import Filters
from index.search import Index
from tests.conftest import WordEmbedder

WORDS = {
    1: "The hub in Rutland opened in 2016.",
    2: "The hub in Kent opened in 2017.",
    3: "I will look at the matter of the hub and write to the Member.",
}


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    passages = tuple(
        Passage(
            f"deb#{n}", "deb", n, words, Kind.DEBATE, f"col {n}", speaker="Ann Vale", office="Minister of State", body="House of Commons", date="2018-05-09"
        )
        for n, words in WORDS.items()
    )
    made = Index(tmp_path, embedder)
    made.put(Source("deb", "Hubs", Kind.DEBATE, "/saved/deb.xml", "0", passages, date="2018-05-09"))
    return made


def test_a_document_has_the_words_and_the_names_of_the_json_contract(index: Index) -> None:
    first = RecordRetriever(index=index, k=2).invoke("hub in Rutland")[0]
    assert isinstance(first, Document)
    assert (first.id, first.page_content) == ("deb#1", WORDS[1])
    assert first.metadata["reference"] == "HC Deb 9 May 2018, col 1 (Ann Vale, Minister of State)"
    contract = {"number", "passage_id", "document_id", "title", "kind", "publisher", "speaker", "office", "date", "locator", "url", "quoted_in", "also_in"}
    assert contract | {"rank", "score", "source"} <= set(first.metadata)


def test_limits_and_number_hold(index: Index) -> None:
    assert len(RecordRetriever(index=index, k=1).invoke("hub")) == 1
    assert RecordRetriever(index=index, filters=Filters(kinds=(Kind.COMMENT,))).invoke("hub") == []


def test_a_question_that_cannot_be_asked_is_refused(index: Index) -> None:
    with pytest.raises(BadQuestion):
        RecordRetriever(index=index).invoke("  ")


def test_it_stands_in_a_chain_of_ones_own(index: Index) -> None:
    def told(documents: list[Document]) -> str:
        return "\n".join(f"{document.page_content} ({document.metadata['reference']})" for document in documents)

    prompt = ChatPromptTemplate.from_template("From these passages only:\n{passages}\n\n{question}")
    chain = {"passages": RecordRetriever(index=index, k=2) | told, "question": lambda question: question} | prompt | FakeListChatModel(responses=["In 2016."])
    assert chain.invoke("When did the hub in Rutland open?").content == "In 2016."
