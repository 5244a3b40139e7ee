"""Headings, by how they are set: larger, bold, coloured, in capitals or slanted, short and without a stop; and their levels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from corpus.papers.block import Block, Role
from corpus.pdf.lines import Line
from corpus.pdf.paragraphs import Draft

_LONGEST = 250  # characters
_LOWEST = 6
_STOP = re.compile(r"[.,;][”’\"')\]]*$")
_OF_CHAPTER = re.compile(r"\((?:chapter|part|section) \w{1,5}\)$", re.I)
_CAPTION = re.compile(r"(?:box|table|figure|chart|graph|map|diagram|exhibit)\s+[A-Z]?\d", re.I)


class Setting(NamedTuple):
    """How most of a document, or one heading, is set."""

    size: float
    capitals: bool
    bold: bool
    coloured: bool
    italic: bool


def usual(lines: list[Line]) -> Line:
    """A line set as most of the document is."""
    counted: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        if not line.table:
            counted[(round(line.size * 2) / 2, line.bold)] += len(line.text)
    size, bold = counted.most_common(1)[0][0] if counted else (10.0, False)
    return next(
        (line for line in lines if not line.table and (round(line.size * 2) / 2, line.bold) == (size, bold) and len(line.text) > 40),
        Line(1, "", 0, 0, 0, size, bold),
    )


def setting(draft: Draft, body: Line) -> Setting | None:
    """How a draft is set, if it is set as a heading, else ``None``."""
    text = " ".join(line.text for line in draft.lines)
    lettered = [char for char in text if char.isalpha()]
    if draft.first.table or len(text) > _LONGEST or len(draft.lines) > 5 or len(lettered) < 2 or _STOP.search(text):
        return None
    lines = draft.lines
    size = max(line.size for line in lines)
    capitals = len(lettered) > 3 and not any(char.islower() for char in lettered)
    bold = all(line.bold for line in lines) and not body.bold
    italic = all(line.italic for line in lines) and not body.italic
    coloured = all(line.colour != body.colour for line in lines) and size >= 0.98 * body.size
    found = Setting(round(size * 2) / 2, capitals, bold, coloured and bold, italic)
    if size >= 1.12 * body.size:
        return found
    if size < 0.9 * body.size or text[0] in "“‘\"'([•" or text[0].islower():
        return None
    if (bold or (capitals and len(text) > 5)) and len(text) <= _LONGEST:
        return found
    return found if italic and not text.endswith(":") and len(text) <= 110 and len(lines) <= 2 else None


def caption(draft: Draft) -> bool:
    """True for what names a box, table or figure: it heads that alone, not the text after it."""
    return bool(_CAPTION.match(draft.first.text))


def levels(settings: list[Setting]) -> dict[Setting, int]:
    """The level of each way of setting: the larger the higher, then bold, capitals, colour; sizes all but equal are one.

    What is used once, as on a cover, opens no level of its own below it.
    """
    used = Counter(settings)
    ranked = sorted(used, key=lambda each: (-each.size, not each.bold, not each.capitals, not each.coloured, each.italic))
    found: dict[Setting, int] = {}
    level, last, opened = 1, None, False
    for each in ranked:
        same = last is not None and abs(last.size - each.size) <= 0.04 * each.size and last[1:] == each[1:]
        if not same and opened:
            level, opened = min(level + 1, _LOWEST), False
        found[each] = level
        opened = opened or used[each] > 1
        last = each
    return found


def below_chapters(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, headings below one that stands for a chapter (*Housing (Chapter 4)*, in a list of conclusions) a level lower where they
    are set like it: they are the chapter's own, and all that tells them apart is that they name none."""
    made: list[Block] = []
    chapter: int | None = None
    for block in blocks:
        if block.role is Role.HEADING and _OF_CHAPTER.search(block.text):
            chapter = block.level
        elif block.role is Role.HEADING and chapter is not None:
            chapter = chapter if block.level >= chapter else None
            block = replace(block, level=block.level + 1) if chapter is not None else block
        made.append(block)
    return made
