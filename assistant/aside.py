"""Waiting for a language model without keeping a lock: of an answer only the work on the index is done one question at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from assistant.composing import Writes
from assistant.followups.exchange import Exchange
from assistant.followups.understanding import Understand

if TYPE_CHECKING:
    from assistant.writing.written import Written
    from index.hits import Hit


@contextmanager
def set_aside(lock: Lock) -> Iterator[None]:
    """The lock, which the caller holds, let go for the block and taken again after it."""
    lock.release()
    try:
        yield
    finally:
        lock.acquire()


@dataclass(frozen=True, slots=True)
class WriterAside:
    """A writer whose model talks while others may have the lock. Whoever asks it for a sentence holds the lock, and holds it again with the sentence."""

    writer: Writes
    lock: Lock

    @property
    def mode(self) -> str:
        """``provider:model``."""
        return self.writer.mode

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        """The writer's sentences. Raises what it raises."""
        coming = iter(self.writer.write(question, hits))
        while True:
            with set_aside(self.lock):
                written = next(coming, None)
            if written is None:
                return
            yield written

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        """The writer's second try."""
        with set_aside(self.lock):
            return self.writer.rewrite(sentence, reason, passages)


@dataclass(frozen=True, slots=True)
class UnderstandingAside:
    """An `Understand` by a model, which talks while others may have the lock."""

    understand: Understand
    lock: Lock

    def __call__(self, question: str, history: Sequence[Exchange | str]) -> str:
        """The question that stands by itself."""
        with set_aside(self.lock):
            return self.understand(question, history)
