"""How pieces become running text: quoted, or written by a language model and checked sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.answer import Withheld
from assistant.composing import Composition, Writes, compose
from assistant.models.failure import ModelFailed
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.footnotes import Footnotes
from assistant.note.gathering.choosing import source, voice
from assistant.note.note import Block, Paragraph, Said
from assistant.verify.checker import Checker
from assistant.writing.written import NotAnswered
from index.context import ANSWERS


@dataclass(slots=True)
class Wording:
    """Words the pieces of a note. ``withheld`` is what a model wrote and did not
    hold; ``notice`` why a model was given up."""

    footnotes: Footnotes
    checks: Checker
    writer: Writes | None = None
    withheld: list[Withheld] = field(default_factory=list)
    notice: str | None = None

    def paragraphs(self, question: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        """The pieces as paragraphs: of a model one, of quotations one a source."""
        written = self.written(question, pieces)
        return (Paragraph(tuple(written)),) if written else self.quoted(pieces)

    def quoted(self, pieces: Sequence[Piece], *, by_time: bool = False) -> tuple[Block, ...]:
        """The pieces quoted, a paragraph a source: in reading order, or as they come if that is ``by_time``."""
        blocks: list[Block] = []
        before: Piece | None = None
        runs: list[Said] = []
        for piece in pieces if by_time else in_reading_order(pieces):
            if before is not None and source(before.hit) != source(piece.hit):
                blocks.append(Paragraph(tuple(runs)))
                runs, before = [], None
            runs.append(self.footnotes.say(piece, before))
            before = piece
        return (*blocks, Paragraph(tuple(runs))) if runs else tuple(blocks)

    def written(self, question: str, pieces: Sequence[Piece]) -> list[Said]:
        """What a model makes of the pieces, as far as it holds; nothing without a model, where too little holds, or where it fails."""
        if self.writer is None or not pieces:
            return []
        hits, made = [piece.hit for piece in pieces], Composition()
        try:
            for growing in compose(question, hits, self.writer, self.checks):
                made = growing
        except NotAnswered:
            made = Composition(withheld=made.withheld)
        except ModelFailed as error:
            self.notice = f"{error}. The record is quoted instead."
            self.writer = None
        self.withheld += made.withheld
        if not made.is_enough:
            return []
        return self._said(made, pieces)

    def _said(self, made: Composition, pieces: Sequence[Piece]) -> list[Said]:
        own = [pieces[at - 1] for at in made.passages]
        return [self._one(each.text, [own[number - 1] for number in each.citations]) for each in made.sentences]

    def _one(self, text: str, cited: Sequence[Piece]) -> Said:
        """A sentence that held; one that is the source's own words is quoted, and led in by who says it."""
        source_of = next((piece for piece in cited if text in piece.hit.passage.text), None)
        if source_of:
            return self.footnotes.say(replace(source_of, runs=(text,)))
        numbers = tuple(self.footnotes.cite(piece.hit) for piece in cited)
        return Said(text, numbers, unverified=any(piece.authority >= PRACTITIONERS for piece in cited))


def in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """By standing, then source by source and voice by voice, the best first, and a debate as it went."""
    best: dict[tuple[object, ...], float] = {}
    for piece in pieces:
        for of in (source(piece.hit), voice(piece.hit)):
            best[of] = max(best.get(of, 0.0), piece.bearing)

    def place(piece: Piece) -> tuple[object, ...]:
        passage = piece.hit.passage
        debated = passage.standing in ANSWERS
        by_voice = () if debated else (-best[voice(piece.hit)], str(voice(piece.hit)))
        within = float(passage.ordinal) if debated else -piece.bearing
        return piece.authority, -best[source(piece.hit)], str(source(piece.hit)), by_voice, within, passage.id

    return sorted(pieces, key=place)
