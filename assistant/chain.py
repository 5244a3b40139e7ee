"""The retrieval chain: a question and what was asked before in, an answer with citations out. A LangChain runnable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant import abstention, quotation
from assistant.answer import Answer
from assistant.composing import Writes, compose, evidence
from assistant.disagreements.finding import disagreements
from assistant.disagreements.joining import joined
from assistant.followups.exchange import Exchange, remembered, with_reply
from assistant.followups.understanding import Understand, standalone
from assistant.models.failure import ModelFailed
from assistant.period import asked_about, of_its_time
from assistant.question import check
from assistant.speaker import WordsOf, whose_words
from assistant.verify.ahead import ahead
from assistant.verify.checker import Checker
from assistant.verify.closeness import EmbeddingCloseness
from assistant.writing.written import NotAnswered
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

    def __init__(self, index: Index, understand: Understand = standalone, writer: Writes | None = None, checks: Checker | None = None) -> None:
        self._index = index
        self._understand = understand
        self._writer = writer
        self._checks = checks or Checker(EmbeddingCloseness(index.embedder), asked_by=index.speaker_of)
        self._closeness = self._checks.closeness or EmbeddingCloseness(index.embedder)

    def invoke(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """The whole answer. Raises `BadQuestion`."""
        *_, whole = self.stream(input, config, **kwargs)
        return whole

    def stream(self, input: Asked, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Answer]:
        """The answer as it grows: first without sentences, then one more each time, and at last where its sources differ. Raises `BadQuestion`."""
        check(input.question)
        question = self._understand(input.question.strip(), self._remembered(input.history))
        growing = Answer(input.question.strip(), question, QUOTATION)
        yield growing
        hits, asked = search(self._index, question, input.k, input.filters)
        signs = abstention.signs(question, hits, self._index)
        if not hits or not signs.answers:
            reason = render("abstention", why=_why_not(signs, hits, asked, input.filters), coverage=coverage(self._index, input.filters))
            yield replace(growing, abstained=True, reason=reason)
            return
        whole, coming = growing, self._written(question, hits, growing, self._writer) if self._writer else self._quoted(question, hits, growing)
        for whole in coming:
            yield whole
        told = joined(whole, disagreements(hits, self._closeness, question), self._checks)
        if told is not whole:
            yield told

    def _quoted(self, question: str, hits: list[Hit], growing: Answer) -> Iterator[Answer]:
        sentences, citations = quotation.answer(question, hits, self._index)
        for number in range(1, len(sentences) + 1):
            yield replace(growing, sentences=tuple(sentences[:number]), citations=tuple(citations[:number]))

    def _written(self, question: str, hits: list[Hit], growing: Answer, writer: Writes) -> Iterator[Answer]:
        """What the model wrote, as far as it holds; quotations where it failed, declined, or too little holds."""
        written = replace(growing, mode=writer.mode)
        enough, notice = False, f"Too little of what {writer.mode} wrote holds against the record; the record is quoted instead."
        try:
            with ahead(self._checks, evidence(hits)):
                for made in compose(question, hits, writer, self._checks):
                    written, enough = made.into(written, hits), made.is_enough
                    yield written
            if enough:
                return
        except NotAnswered:
            notice = f"{writer.mode} finds no answer in the passages; what comes nearest is quoted."
        except ModelFailed as error:
            notice = f"{error}. {'The answer breaks off here.' if enough else 'The record is quoted instead.'}"
        if enough:
            yield replace(written, notice=notice)
        else:
            yield from self._quoted(question, hits, replace(growing, withheld=written.withheld, notice=notice))

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
    found = [hit for hit in found if hit.passage.mark is not Mark.NON_ANSWER]  # which is no evidence of anything
    period = asked_about(question)
    return of_its_time(found, period) if period and found else found, asked


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
