"""The nouns: two sides that disagree, and in what way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.hits import Hit


class Sort(StrEnum):
    """In what way two sources disagree."""

    FIGURE = "figure"  # another value of the same measure
    DENIAL = "denial"  # one has it so, the other not so or the other way round
    INSPECTIONS = "inspections"  # official findings of the same thing on different days: each may be right of its own


@dataclass(frozen=True, slots=True)
class Side:
    """One side: the passage, and the sentence of it that says so, to the letter."""

    hit: Hit
    words: str

    @property
    def date(self) -> str | None:
        """The day of the words (of a digest, its original's), ISO 8601."""
        passage = self.hit.passage
        return (passage.about.date if passage.about else None) or passage.date


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sides that disagree. ``about`` is what they disagree on, in words of the left side. Of two inspections the left one is the
    earlier; else the side of higher authority is."""

    sort: Sort
    about: str
    left: Side
    right: Side
    closeness: float
