"""A briefing note as it was made: sections of blocks, each sentence with the citations it rests on. No layout, no input or output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Citation, Withheld
from assistant.note.inquiry import Inquiry


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that rests on the record: ``text`` with the numbers of its citations. ``quoted`` are the source's own words in it, to the
    letter; ``unverified`` marks a practitioner's or a reader's account."""

    text: str
    citations: tuple[int, ...]
    quoted: tuple[str, ...] = ()
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """Words of the note itself, which say nothing of the record's content: what follows, what was looked for, a question to ask."""

    text: str
    emphasis: bool = False


Run = Said | Own
"""A piece of running text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` from 1."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header. The first column names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated point of a timeline: ISO date (maybe of reduced precision), a few words for the picture, and the sentence."""

    date: str
    label: str
    said: Said


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time; shown as a table, and drawn as a picture."""

    events: tuple[Event, ...]


Block = Paragraph | Bullets | Table | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; ``name`` is a stable key (``themes/1/official``) by which a later note finds the same section."""

    name: str
    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """The section and all below it, in reading order."""
        yield self
        for inner in self.sections:
            yield from inner.walk()


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """What a note was made from, so that it can be made again: documents by id with the hash of what was read, the mode (``quotation``, or the
    model), the embedding model, the version of this program, and the day it was made."""

    documents: tuple[tuple[str, str], ...]
    mode: str
    embedding_model: str
    version: str
    made: str


@dataclass(frozen=True, slots=True)
class BriefingNote:
    """A note. Citation *n* is ``citations[n - 1]``. ``withheld`` are sentences that a model wrote and that did not hold, kept out of the note."""

    inquiry: Inquiry
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    made_from: MadeFrom
    withheld: tuple[Withheld, ...] = ()
    notice: str | None = None

    def walk(self) -> Iterator[Section]:
        """Every section, in reading order."""
        for section in self.sections:
            yield from section.walk()


def said(section: Section) -> Iterator[Said]:
    """Every sentence of the section that rests on the record, without those of the sections below it."""
    for block in section.blocks:
        for run in _runs(block):
            if isinstance(run, Said):
                yield run


def _runs(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph(runs):
            yield from runs
        case Bullets(items):
            yield from (run for item in items for run in item)
        case Table(_, rows):
            yield from (run for row in rows for cell in row for run in cell)
        case Timeline(events):
            yield from (event.said for event in events)
