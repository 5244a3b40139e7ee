"""What a sentence is checked against: numbered passages with the title and publisher of what they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.document import Passage


class EvidenceLike(Protocol):
    """A numbered passage; `assistant.answer.Citation` is one."""

    @property
    def number(self) -> int:
        """The number by which the sentence cites it."""

    @property
    def passage(self) -> Passage:
        """The passage."""

    @property
    def title(self) -> str:
        """The title of the document it stands in."""

    @property
    def publisher(self) -> str | None:
        """Who published the document."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A numbered passage."""

    number: int
    passage: Passage
    title: str
    publisher: str | None = None


class Closeness(Protocol):
    """How near in meaning a sentence is to each of some texts, −1 to 1 (the cosine of their embeddings)."""

    def __call__(self, sentence: str, texts: Sequence[str]) -> list[float]:
        """One value a text."""
