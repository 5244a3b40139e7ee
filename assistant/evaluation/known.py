"""What a known-answer file says: its questions, their gold, and what they are asked of. `assistant.evaluation.loading` reads one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WITHIN = 5


class BadKnownAnswers(Exception):
    """A known-answer file that cannot be used; ``lines`` say what is to be mended, one line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Gold:
    """One answering passage: by id, or by words of it (and the document they stand in); and what it has to be credited to."""

    passage_id: str | None = None
    words: str | None = None
    document: str | None = None
    kind: str | None = None
    speaker: str | None = None
    date: str | None = None

    def __str__(self) -> str:
        """The gold as an error names it."""
        return f"“{self.passage_id or self.words}”" + (f" in {self.document}" if self.document else "")


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A question and the passages any of which answers it; no gold: nothing in the collection does. ``place`` is where it stands in its file."""

    question: str
    gold: tuple[Gold, ...] = ()
    kind: str | None = None
    place: str = ""

    @property
    def answerable(self) -> bool:
        """True if the collection answers the question."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A known-answer file: its questions, the documents they are asked of (none: the user's collection), and how far down is near enough."""

    path: Path
    questions: tuple[KnownAnswer, ...]
    documents: tuple[str, ...] = ()
    within: int = WITHIN


def named(place: str, question: object) -> str:
    """Which question is meant, for an error: its place in the file and, where it has any, its words."""
    return f"{place} (“{' '.join(question.split())[:80]}”)" if isinstance(question, str) and question.strip() else place
