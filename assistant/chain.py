"""The retrieval chain: a question and what was asked before in, an answer with citations out. A LangChain runnable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant import abstention, quotation
from assistant.answer import Answer
from assistant.followups.exchange import Exchange, remembered, with_reply
from assistant.followups.understanding import Understand, standalone
from assistant.question import check
from assistant.speaker import WordsOf, whose_words
from corpus.dates import in_words
from corpus.document import Kind, Mark
from index.filters import NO_LIMITS, Filters
from index.hits import Hit
from index.search import Index
from prompts import render

QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what was asked and answered before it (oldest first; a bare string: a question alone), and what the search is limited to."""

    question: str
    history: tuple[Exchange | str, ...] = ()
    filters: Filters = NO_LIMITS
    k: int = 10  # passages looked at


class AnswerChain(Runnable[Asked, Answer]):
    """Question in, answer out. `stream` gives the answer as it grows, sentence by sentence; the last one is whole."""

    def __init__(self, index: Index, understand: Understand = standalone) -> None:
        self._index = index
        self._understand = understand

    def invoke(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """The whole answer. Raises `BadQuestion`."""
        *_, whole = self.stream(input, config, **kwargs)
        return whole

    def stream(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Answer]:
        """The answer as it grows: first without sentences, then one more each time. Raises `BadQuestion`."""
        check(input.question)
        question = self._understand(input.question.strip(), self._remembered(input.history))
        growing = Answer(input.question.strip(), question, QUOTATION)
        yield growing
        hits, asked = search(self._index, question, input.k, input.filters)
        signs = abstention.signs(question, hits, self._index.holds)
        if not hits or not signs.answers:
            reason = render("abstention", why=_why_not(signs, hits, asked, input.filters), coverage=coverage(self._index, input.filters))
            yield replace(growing, abstained=True, reason=reason)
            return
        sentences, citations = quotation.answer(question, hits, self._index)
        for number in range(1, len(sentences) + 1):
            yield replace(growing, sentences=tuple(sentences[:number]), citations=tuple(citations[:number]))

    def _remembered(self, history: tuple[Exchange | str, ...]) -> list[Exchange]:
        """The history, with who replied to what was cited last."""
        before = remembered(history)
        return [*before[:-1], *(with_reply(past, self._index.catalogue) for past in before[-1:])]


def search(index: Index, question: str, k: int, filters: Filters) -> tuple[list[Hit], WordsOf]:
    """The passages for a question, only those of whose words it asks for, if anybody's; and whose those are."""
    asked = whose_words(question, index.catalogue.survey.people())
    if asked.stranger:
        return [], asked
    body = asked.body.name if asked.body else None
    found = index.search(question, k, replace(filters, speaker=filters.speaker or asked.person, body=body))
    return [hit for hit in found if hit.passage.mark is not Mark.NON_ANSWER], asked  # which is no evidence of anything


def coverage(index: Index, filters: Filters = NO_LIMITS) -> str:
    """What the collection (within the limits) holds, in words: how many documents, of which kinds, and of which period."""
    documents, kinds, dates = index.catalogue.survey.coverage(filters)
    if not documents:
        return "no documents within the limits set" if filters else "no documents yet (add some with: briefing index add PATH)"
    named = ", ".join(f"{Kind(kind).many} ({count:,} {'passage' if count == 1 else 'passages'})" for kind, count in kinds)
    period = f" from {in_words(dates[0])} to {in_words(dates[-1])}" if dates else ""
    return f"{documents:,} {'document' if documents == 1 else 'documents'}{period}: {named}"


def _why_not(signs: abstention.Signs, hits: list[Hit], asked: WordsOf, filters: Filters) -> str:
    if asked.name and not hits:
        return f"Nothing {'within the limits set' if filters else 'in it'} is said by {asked.name}."
    if not hits:
        return "No passage is within the limits set." if filters else "It has no passage that comes near the question."
    if asked.name and not signs.missing:
        return f"Nothing that {asked.name} says in it comes near enough to the question."
    return signs.why_not
