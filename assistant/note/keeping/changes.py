"""What a comparison of two notes gives: documents, points by section, and recommendations. No input or output."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation
from assistant.note.note import Own, Said

Identity = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of a point's passages, and the words taken from them."""


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of one of the notes with the citations it rests on, in that note."""

    said: Said
    sources: tuple[Citation, ...]

    @property
    def passages(self) -> tuple[str, ...]:
        """The ids of the passages it rests on."""
        return tuple(each.passage.id for each in self.sources)

    @property
    def identity(self) -> Identity:
        """What makes it the point it is; who says it and how it is led in do not."""
        return self.passages, self.said.quoted or (self.said.text,)


@dataclass(frozen=True, slots=True)
class Documents:
    """Ids of documents that only the later note was made from, that only the earlier one was, and that have other content now."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """What changed in a section, known by its key in the later note (of a term no longer asked about: in the earlier)."""

    name: str
    headings: tuple[str, ...]
    new: tuple[Point, ...] = ()
    gone: tuple[Point, ...] = ()
    changed: tuple[tuple[Point, Point], ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """A recommendation of which a column of the table (its response, later findings) says something else than before."""

    recommendation: Point
    column: str
    before: tuple[Own | Point, ...]
    now: tuple[Own | Point, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since the note of the day ``since``."""

    since: str
    documents: Documents = Documents()
    sections: tuple[SectionChanges, ...] = ()
    recommendations: tuple[Followed, ...] = ()
    settings: tuple[tuple[str, str, str], ...] = ()  # what, as it was, as it is

    def __bool__(self) -> bool:
        return bool(self.sections or self.recommendations or self.documents != Documents())
