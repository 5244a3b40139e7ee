"""The citations of a note: given out while its sections are made, numbered in reading order when all are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import Citation, Sentence
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.note import Block, Bullets, Own, Paragraph, Run, Said, Section, Table, Timeline, said
from assistant.quotation import citation, sentence
from assistant.selection import Record
from index.hits import Hit


class Footnotes:
    """Gives each passage one number, whichever sections cite it."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._given: dict[str, Citation] = {}

    def cite(self, hit: Hit) -> int:
        """The passage's number."""
        known = self._given.get(hit.passage.id)
        if known is None:
            known = self._given[hit.passage.id] = citation(len(self._given) + 1, hit)
        return known.number

    def say(self, piece: Piece, before: Piece | None = None) -> Said:
        """The piece's words, quoted and led in by who says them; ``before`` is the piece said just before, so that a short lead-in may do."""
        return told(sentence(piece.hit, piece.runs, self.cite(piece.hit), self._record, before.hit if before else None), piece.authority)

    def numbered(self, sections: Iterable[Section]) -> tuple[tuple[Section, ...], tuple[Citation, ...]]:
        """The sections and the citations as `numbered` has them."""
        return numbered(sections, self._given.values())


def numbered(sections: Iterable[Section], citations: Iterable[Citation]) -> tuple[tuple[Section, ...], tuple[Citation, ...]]:
    """The sections with citations numbered in the order in which they are first met, and those citations; what nobody cites is left out."""
    every = tuple(sections)
    met = dict.fromkeys(number for section in every for inner in section.walk() for each in said(inner) for number in each.citations)
    new = {old: at for at, old in enumerate(met, start=1)}
    given = {each.number: each for each in citations}
    return tuple(_renumbered(each, new) for each in every), tuple(replace(given[old], number=at) for old, at in new.items())


def told(made: Sentence, authority: int) -> Said:
    """A checked sentence of an answer as one of a note."""
    return Said(made.text, made.citations, made.quoted, unverified=authority >= PRACTITIONERS)


def _renumbered(section: Section, new: dict[int, int]) -> Section:
    return replace(section, blocks=tuple(_block(each, new) for each in section.blocks), sections=tuple(_renumbered(each, new) for each in section.sections))


def _block(block: Block, new: dict[int, int]) -> Block:
    match block:
        case Paragraph(runs):
            return Paragraph(_runs(runs, new))
        case Bullets(items):
            return replace(block, items=tuple(_runs(item, new) for item in items))
        case Table(_, rows):
            return replace(block, rows=tuple(tuple(_runs(cell, new) for cell in row) for row in rows))
        case Timeline(events):
            return Timeline(tuple(replace(event, said=_said(event.said, new)) for event in events))


def _runs(runs: Sequence[Run], new: dict[int, int]) -> tuple[Run, ...]:
    return tuple(run if isinstance(run, Own) else _said(run, new) for run in runs)


def _said(each: Said, new: dict[int, int]) -> Said:
    return replace(each, citations=tuple(new[number] for number in each.citations))
