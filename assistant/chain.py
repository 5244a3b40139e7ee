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
from corpus.dates import in_words
from corpus.document import Kind
from index.filters import NO_LIMITS, Filters
from index.search import Index
from prompts import render

LONGEST_QUESTION = 2000  # characters
QUOTATION = "quotation"


class BadQuestion(Exception):
    """A question that cannot be asked: what is wrong and what to do."""


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
        hits = self._index.search(question, input.k, input.filters)
        signs = abstention.signs(question, hits)
        if not hits or not signs.answers:
            reason = render("abstention", why=signs.why_not, coverage=coverage(self._index))
            yield replace(growing, abstained=True, reason=reason)
            return
        sentences, citations = quotation.answer(question, hits, self._index)
        for number in range(1, len(sentences) + 1):
            yield replace(growing, sentences=tuple(sentences[:number]), citations=tuple(citations[:number]))


def check(question: str) -> None:
    """Raise `BadQuestion` for an empty or overlong question."""
    if not question.strip():
        raise BadQuestion("the question is empty; ask something")
    if len(question) > LONGEST_QUESTION:
        raise BadQuestion(f"the question has {len(question):,} characters, more than {LONGEST_QUESTION:,}; ask something shorter")


def coverage(index: Index) -> str:
    """What the collection holds, in words: how many documents of which kinds, and of which period."""
    documents = index.documents()
    if not documents:
        return "no documents yet (add some with: briefing index add PATH)"
    kinds = Counter(Kind(kind).words for kind in index.catalogue.standings())
    named = ", ".join(f"{count:,} {words} {'passage' if count == 1 else 'passages'}" for words, count in kinds.most_common())
    dates = index.catalogue.dates()
    period = f", from {in_words(dates[0])} to {in_words(dates[-1])}" if dates else ""
    return f"{len(documents)} documents ({named}){period}"
