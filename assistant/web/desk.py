"""Where the page's questions are answered: gets the index ready in the background, and takes each question to the chain that was chosen for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread

from assistant.answer import Answer, Citation
from assistant.chain import AnswerChain, Asked
from assistant.followups.exchange import Exchange
from assistant.question import BadQuestion, check
from corpus.document import Passage
from index.embed import ModelUnavailable
from index.errors import IndexUnusable
from index.search import Index

_LOOKS_AGAIN = 0.5  # seconds between two words to who waits for the index
KNOWN_ERRORS = (BadQuestion, IndexUnusable, ModelUnavailable)
"""Errors whose message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far the index is, in words; ``settled`` when it will not change any more, for good or ill."""

    words: str
    settled: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with what its pane shows beside it: its neighbours, what it replies to, and the words quoted from it."""

    citation: Citation
    above: Passage | None
    below: Passage | None
    replied_to: Passage | None
    quoted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question on the page and what is known of its answer so far. ``note`` says why one has to wait."""

    question: str
    answer: Answer | None = None
    sources: tuple[Source, ...] = ()
    note: str | None = None
    done: bool = False


class NotReady(Exception):
    """The index cannot be got ready: what is wrong."""


Open = Callable[[Lock], Mapping[str, AnswerChain]]
"""What opens the chains that a visitor may choose between, by name, the first unless one is chosen. They are asked with the lock held, and may let
go of it while they wait for something that is not the index (`assistant.opening.open_chains`)."""


class Desk:
    """One index, used for one question at a time: SQLite's transactions, the tokenizer and what search keeps are not made for several threads."""

    def __init__(self, index: Index, open_chains: Open) -> None:
        self._index = index
        self._one_at_a_time = Lock()
        self._chains = open_chains(self._one_at_a_time)
        self.choices = tuple(self._chains)
        self._settled = Event()
        self.status = Status("Opening the collection")

    def open(self) -> None:
        """Begin to get the index ready, in a thread of its own."""
        Thread(target=self._prepare, name="index", daemon=True).start()

    def now(self) -> Status:
        """The status; once ready, with what the collection holds by now."""
        if self.status.settled and not self.status.failed and self._one_at_a_time.acquire(blocking=False):
            try:
                self.status = Status(_ready(self._index), settled=True)
            finally:
                self._one_at_a_time.release()
        return self.status

    def ask(self, question: str, before: Sequence[Turn], choice: str = "") -> Iterator[Turn]:
        """The turn as it grows; the last one is ``done``. ``choice`` is one of the `choices`, the first where it is empty. Raises one of
        `KNOWN_ERRORS`, or `NotReady`."""
        check(question)
        chain = self._chain(choice)
        turn = Turn(question.strip())
        while not self._settled.wait(_LOOKS_AGAIN):
            yield replace(turn, note=f"{self.status.words}. Your question is answered as soon as that is done.")
        if self.status.failed:
            raise NotReady(self.status.words)
        history = tuple(Exchange.of(past.answer) for past in before if past.answer)
        growing = chain.stream(Asked(turn.question, history))
        while (answer := self._next(growing)) is not None:
            turn = replace(turn, answer=answer, sources=self._sources(answer))
            yield turn
        yield replace(turn, done=True)

    def _chain(self, choice: str) -> AnswerChain:
        """Raises `BadQuestion` for what is not offered: a page may be older than the server that it asks."""
        try:
            return self._chains[choice or self.choices[0]]
        except KeyError:
            raise BadQuestion("what the page asks for under “Answers” is not offered any more; reload the page and choose again") from None

    def _next(self, growing: Iterator[Answer]) -> Answer | None:
        with self._one_at_a_time:
            return next(growing, None)

    def _sources(self, answer: Answer) -> tuple[Source, ...]:
        with self._one_at_a_time:
            return tuple(self._source(citation, answer) for citation in answer.citations)

    def _source(self, citation: Citation, answer: Answer) -> Source:
        passage = citation.passage
        near = {p.ordinal: p for p in self._index.catalogue.neighbours(passage)}
        asked = self._index.catalogue.passage(passage.reply_to) if passage.reply_to else None
        quoted = tuple(words for s in answer.sentences if citation.number in s.citations for words in s.quoted)
        above, below = near.get(passage.ordinal - 1), near.get(passage.ordinal + 1)
        return Source(citation, above, below, asked.passage if asked else None, quoted)

    def _prepare(self) -> None:
        try:
            with self._one_at_a_time:
                self._index.settle(self._indexed)
                self.status = Status("Loading the search model")
                self._index.search("probation", k=1)
                self.status = Status(_ready(self._index), settled=True)
        except KNOWN_ERRORS as error:
            self.status = Status(f"The collection cannot be searched: {error}", settled=True, failed=True)
        except Exception as error:  # whatever it is, the page has to say so instead of waiting for ever
            logging.exception("the index cannot be got ready")
            self.status = Status(f"The collection cannot be searched ({type(error).__name__}); the terminal says more", settled=True, failed=True)
        finally:
            self._settled.set()

    def _indexed(self, done: int, total: int) -> None:
        self.status = Status(f"Indexing the collection: {done:,} of {total:,} sections")


def _ready(index: Index) -> str:
    documents = index.documents()
    return f"Ready: {_counted(len(documents), 'document')}, {_counted(sum(document.passages for document in documents), 'passage')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
