"""Characters put together into pieces: runs on one baseline with no wide gap, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.pdf.glyphs import Glyph, Style
from corpus.pdf.rules import Rule

_WIDE = 1.4  # times the size: a gap that may part columns or cells; it may also be a wide space in a justified line
_WORD = 0.18  # times the size: a gap that parts words where the file has no space


@dataclass(slots=True)
class Span:
    """Characters of one style on one baseline."""

    text: str
    y: float
    style: Style


@dataclass(slots=True)
class Piece:
    """A run of spans from ``x0`` to ``x1``; ``y`` is the baseline of most of it and ``size`` its size."""

    spans: list[Span] = field(default_factory=list)
    x0: float = 0.0
    x1: float = 0.0
    last: float = 0.0  # the left edge of its last character
    table: bool = False  # its one span holds the rows of a whole table

    @property
    def text(self) -> str:
        """The characters, as they stand."""
        return "".join(span.text for span in self.spans)

    @property
    def main(self) -> Span:
        """The span with most characters: its size and baseline are the piece's."""
        return max(self.spans, key=lambda span: len(span.text.strip()))

    @property
    def y(self) -> float:
        """The baseline, downwards from the top."""
        return self.main.y

    @property
    def size(self) -> float:
        """The size of most of it, in points."""
        return self.main.style.size


def pieces(glyphs: Iterable[Glyph], walls: Sequence[Rule] = ()) -> list[Piece]:
    """The pieces of a page in the order of the file; those of white space alone are left out. ``walls`` are upright rules: one
    between two characters parts them however close they are."""
    found: list[Piece] = []
    spaced = False
    for glyph in glyphs:
        if glyph.char.isspace():
            spaced = True
            continue
        if not found or not _goes_on(found[-1], glyph) or (spaced and walls and _walled(found[-1], glyph, walls)):
            found.append(Piece(x0=glyph.x0, x1=glyph.x0))
            spaced = False
        _append(found[-1], glyph, spaced)
        spaced = False
    return found


def _goes_on(piece: Piece, glyph: Glyph) -> bool:
    last = piece.spans[-1]
    size = max(last.style.size, glyph.style.size)
    if last.style.turns != glyph.style.turns or abs(glyph.y - last.y) > 0.55 * size:
        return False
    gap = glyph.x0 - piece.x1
    if abs(glyph.y - last.y) > 0.05 * size and glyph.style.size == last.style.size and gap > 0.6 * size:
        return False
    return (-0.5 * size <= gap or glyph.x0 >= piece.last - 0.5) and gap <= _WIDE * size  # letters of a ligature have one place


def _walled(piece: Piece, glyph: Glyph, walls: Sequence[Rule]) -> bool:
    middle = glyph.y - 0.3 * glyph.style.size
    return any(piece.x1 - 1 <= (wall.x0 + wall.x1) / 2 <= glyph.x0 + 1 and wall.y0 <= middle <= wall.y1 for wall in walls)


def _append(piece: Piece, glyph: Glyph, spaced: bool) -> None:
    parted = bool(piece.spans) and (spaced or glyph.x0 - piece.x1 > _WORD * glyph.style.size + 0.5) and bool(piece.spans[-1].text)
    last = piece.spans[-1] if piece.spans else None
    if last and last.style == glyph.style and abs(last.y - glyph.y) < 0.5:
        last.text += f" {glyph.char}" if parted else glyph.char
    else:
        if last and parted:
            last.text += " "
        piece.spans.append(Span(glyph.char, glyph.y, glyph.style))
    piece.x1, piece.last = max(piece.x1, glyph.x1), glyph.x0
