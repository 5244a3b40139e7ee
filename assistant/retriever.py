"""Our search as a LangChain retriever, for chains of one's own."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from assistant.answer import Citation
from assistant.chain import search
from assistant.question import check
from index.filters import NO_LIMITS, Filters
from index.hits import Hit
from index.search import Index


class RecordRetriever(BaseRetriever):
    """A question in, the ``k`` passages that answer best out, as documents: the words, and in the metadata what an answer's citation has.

    The names are those of ``briefing ask --json``, with ``rank``, ``score`` and ``source`` beside them; ``number`` is the rank. A question after one
    person's or body's words gets theirs alone, and holding answers are left out, as when the assistant answers. Raises `BadQuestion`.
    """

    index: Index
    k: int = 10
    filters: Filters = NO_LIMITS

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        check(query)
        hits, _ = search(self.index, query.strip(), self.k, self.filters)
        return [document(number, hit) for number, hit in enumerate(hits, start=1)]


def document(number: int, hit: Hit) -> Document:
    """A hit as LangChain's document; its id is the passage's."""
    elsewhere = tuple(f"{other.title}, {other.passage.locator}" for other in hit.also_at)
    known: dict[str, Any] = Citation(number, hit.passage, hit.title, hit.publisher, elsewhere).as_json()
    words = known.pop("text")
    return Document(page_content=words, id=hit.passage.id, metadata={**known, "rank": hit.rank, "score": hit.score, "source": hit.source})
