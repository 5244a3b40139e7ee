"""Paragraph styles: which are headings of which level, which are numbered, bold or hidden, each with what it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from corpus.papers.word.parts import child, name_of, on, value

_HEADING = re.compile(r"(?i)^heading\s*(\d)$")
_TITLE = re.compile(r"(?i)^title$")
_DEEPEST = 9
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a paragraph or a run; ``None`` where it says nothing."""

    level: int | None = None  # of a heading, 1 the highest; 0 says that it is none
    number: str | None = None  # the list that numbers it
    depth: int | None = None  # in that list, 0 the highest
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None  # set above the line, as the mark of a note is
    bullet: bool = False


def read(root: etree._Element | None) -> dict[str, Style]:
    """Every style by its id, what it inherits filled in. The names *heading 1* … are the same in every language of Word."""
    own: dict[str, tuple[Style, str | None]] = {}
    for element in root if root is not None else ():
        if name_of(element) == "style" and (identity := value(element, "styleId")):
            own[identity] = (_style(element), value(child(element, "basedOn")))
    return {identity: _inherited(identity, own) for identity in own}


def of(properties: etree._Element | None, marks: etree._Element | None) -> Style:
    """What paragraph properties (``w:pPr``) and run properties (``w:rPr``) say."""
    outline = value(child(properties, "outlineLvl"))
    level = int(outline) + 1 if outline and outline.isdecimal() and int(outline) < _DEEPEST else None
    numbering = child(properties, "numPr")
    depth = value(child(numbering, "ilvl"))
    return Style(
        level, value(child(numbering, "numId")), int(depth) if depth and depth.isdecimal() and int(depth) < _DEEPEST else None,
        _switch(child(marks, "b")), _switch(child(marks, "vanish")), _raised(marks),
    )  # fmt: skip


def over(upper: Style, lower: Style) -> Style:
    """``upper`` where it says something, else ``lower``."""
    return Style(
        lower.level if upper.level is None else upper.level, upper.number or lower.number, lower.depth if upper.depth is None else upper.depth,
        lower.bold if upper.bold is None else upper.bold, lower.hidden if upper.hidden is None else upper.hidden,
        lower.raised if upper.raised is None else upper.raised, upper.bullet or lower.bullet,
    )  # fmt: skip


def _style(element: etree._Element) -> Style:
    found = of(child(element, "pPr"), child(element, "rPr"))
    name = value(child(element, "name")) or ""
    if match := _HEADING.match(name):
        return replace(found, level=int(match[1]) or None)
    if _TITLE.match(name):
        return replace(found, level=1)
    return replace(found, bullet=bool(re.match(r"(?i)list bullet", name)))


def _inherited(identity: str, own: dict[str, tuple[Style, str | None]]) -> Style:
    found, base = own[identity]
    for _ in range(_LONGEST_CHAIN):
        if base is None or base not in own:
            break
        lower, base = own[base]
        found = over(found, lower)
    return found


def _raised(marks: etree._Element | None) -> bool | None:
    """Raised by name, or by so many half-points as LibreOffice writes it."""
    align, height = value(child(marks, "vertAlign")), value(child(marks, "position"))
    if align is None and height is None:
        return None
    return align == "superscript" or bool(height and re.fullmatch(r"[1-9]\d{0,2}", height))


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else on(element)
