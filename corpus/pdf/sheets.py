"""A page as its lines in reading order, with what is drawn on it, from PDFium."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from corpus.pdf.columns import Gutters, bands, gutters_of
from corpus.pdf.glyphs import Glyph, glyphs
from corpus.pdf.grids import take_tables
from corpus.pdf.lines import Line, lines
from corpus.pdf.pieces import pieces
from corpus.pdf.rules import Rule, rules

_PICTURE = 0.05  # of the page: what a picture covers at least that may be a scan
_MOST_WALLS = 100  # of one page: a drawing has more


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: ``flows`` are groups of lines that are each read from top to bottom, in reading order, ``gutters``
    the strips between its columns.

    ``characters`` counts all but white space, ``unknown`` those without a Unicode value; ``pictured`` is true of a page without text
    that holds a picture.
    """

    page: int
    width: float
    height: float
    flows: tuple[tuple[Line, ...], ...]
    rules: tuple[Rule, ...]
    gutters: Gutters
    characters: int
    unknown: int
    pictured: bool
    label: str = ""  # what the file calls the page


def sheet(page: Any, number: int, before: Gutters) -> Sheet:
    """One page read; ``before`` are the gutters of the page before it.

    Raises `corpus.pdf.glyphs.Crowded`, and PDFium's own error for a page that it cannot load.
    """
    text = page.get_textpage()
    try:
        characters = list(glyphs(page, text))
    finally:
        text.close()
    words = [glyph for glyph in characters if not glyph.char.isspace()]
    turns = [turn for turn, _ in Counter(glyph.style.turns for glyph in characters).most_common()]
    drawn = rules(page, turns[0]) if turns else []
    found = pieces(characters, [rule for rule in drawn if not rule.level][:_MOST_WALLS])
    aside = [[piece for piece in found if piece.main.style.turns == turn] for turn in turns]
    upright = take_tables(aside[0], drawn) if aside else []
    gutters = gutters_of(upright, before)
    flows = [*bands(upright, gutters), *(group for each in aside[1:] for group in bands(each, []))]
    made = tuple(tuple(lines(group, number)) for group in flows)
    width, height = _extent(page, turns)
    pictured = not words and _pictured(page)
    return Sheet(number, width, height, tuple(filter(None, made)), tuple(drawn), gutters, len(words), sum(map(_unknown, words)), pictured)


def _extent(page: Any, turns: list[int]) -> tuple[float, float]:
    left, bottom, right, top = page.get_bbox()
    return (top - bottom, right - left) if turns and turns[0] % 2 else (right - left, top - bottom)


def _unknown(glyph: Glyph) -> bool:
    char = glyph.char
    return not glyph.style.mapped or char == "\ufffd" or char == "\0" or "\ue000" <= char <= "\uf8ff"


def _pictured(page: Any) -> bool:
    import pypdfium2.raw as raw

    width, height = page.get_size()
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        x0, y0, x1, y1 = thing.get_bounds()
        if (x1 - x0) * (y1 - y0) >= _PICTURE * width * height:
            return True
    return False
