"""The retrieval chain: a question and what was asked before in, an answer with citations out. A LangChain runnable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant import abstention, quotation
from assistant.answer import Answer
from assistant.followup import standalone
from assistant.question import check
from assistant.speaker import whose_words
from corpus.dates import in_words
from corpus.document import Kind
from index.filters import NO_LIMITS, Filters
from index.search import Index
from prompts import render

QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the questions asked before it (oldest first), and what the search is limited to."""

    question: str
    history: tuple[str, ...] = ()
    filters: Filters = NO_LIMITS
    k: int = 10  # passages looked at


class AnswerChain(Runnable[Asked, Answer]):
    """Question in, answer out. `stream` gives the answer as it grows, sentence by sentence; the last one is whole."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def invoke(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """The whole answer. Raises `BadQuestion`."""
        *_, whole = self.stream(input, config, **kwargs)
        return whole

    def stream(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Answer]:
        """The answer as it grows: first without sentences, then one more each time. Raises `BadQuestion`."""
        check(input.question)
        question = standalone(input.question.strip(), input.history)
        growing = Answer(input.question.strip(), question, QUOTATION)
        yield growing
        filters = replace(input.filters, speaker=input.filters.speaker or whose_words(question, self._index.catalogue.people()))
        hits = self._index.search(question, input.k, filters)
        signs = abstention.signs(question, hits, self._index.holds)
        if not hits or not signs.answers:
            why = signs.why_not if signs.missing or not filters.speaker else f"Nothing that {filters.speaker} says in it comes near enough to the question."
            reason = render("abstention", why=why, coverage=coverage(self._index))
            yield replace(growing, abstained=True, reason=reason)
            return
        sentences, citations = quotation.answer(question, hits, self._index)
        for number in range(1, len(sentences) + 1):
            yield replace(growing, sentences=tuple(sentences[:number]), citations=tuple(citations[:number]))


def coverage(index: Index) -> str:
    """What the collection holds, in words: how many documents of which kinds, and of which period."""
    documents = index.documents()
    if not documents:
        return "no documents yet (add some with: briefing index add PATH)"
    kinds = Counter(index.catalogue.standings()).most_common()
    named = ", ".join(f"{Kind(kind).many} ({count:,} {'passage' if count == 1 else 'passages'})" for kind, count in kinds)
    dates = index.catalogue.dates()
    period = f" from {in_words(dates[0])} to {in_words(dates[-1])}" if dates else ""
    return f"{len(documents):,} {'document' if len(documents) == 1 else 'documents'}{period}: {named}"
