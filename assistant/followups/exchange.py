"""What is remembered of a question and its answer, as far as a later question may lean on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer
from corpus.document import Passage

_REACH = 6  # passages between a question and the reply to it: a long question is several paragraphs


class Neighbourhood(Protocol):
    """What stands around a passage (`index.catalogue.Catalogue` gives it)."""

    def neighbours(self, passage: Passage, reach: int = 1) -> list[Passage]:
        """The passages up to ``reach`` places above and below, itself included, in order."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, as it was put and as it was understood, and the passages that its answer cites, in the order cited."""

    question: str
    standalone: str
    cited: tuple[Passage, ...] = ()
    answered_by: str | None = None  # who, in the record, replies to what is cited

    @classmethod
    def of(cls, answer: Answer) -> Exchange:
        """What is remembered of an answer."""
        return cls(answer.question, answer.standalone_question, tuple(citation.passage for citation in answer.citations))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a cited passage: of a digest the original's speaker."""

    speaker: str | None
    office: str | None
    body: str | None

    @property
    def person(self) -> str | None:
        """The speaker, where that is a person and not the body itself."""
        return self.speaker if self.speaker != self.body else None


def voices(exchange: Exchange) -> list[Voice]:
    """The voices cited, in order."""
    sources = [passage.about or passage for passage in exchange.cited]
    return [Voice(source.speaker, source.office, source.body) for source in sources]


def remembered(history: Sequence[Exchange | str]) -> list[Exchange]:
    """The history with a bare question taken as one of which nothing was cited."""
    return [Exchange(past, past) if isinstance(past, str) else past for past in history]


def with_reply(exchange: Exchange, record: Neighbourhood) -> Exchange:
    """The exchange with the name of who replies, in the record, to the first cited passage that somebody replies to."""
    repliers = (_replier(passage, record) for passage in exchange.cited)
    return Exchange(exchange.question, exchange.standalone, exchange.cited, next((name for name in repliers if name), None))


def _replier(passage: Passage, record: Neighbourhood) -> str | None:
    """Who speaks next in reply; a passage that is itself a reply is answered by its own speaker."""
    asker = _speaker(passage)
    if passage.reply_to:
        return asker
    for later in record.neighbours(passage, _REACH):
        if later.ordinal > passage.ordinal and _speaker(later) != asker:
            return _speaker(later) if later.reply_to else None
    return None


def _speaker(passage: Passage) -> str | None:
    return (passage.about or passage).speaker
