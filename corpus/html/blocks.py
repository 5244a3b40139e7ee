"""A laid-out page as blocks: headings by their rank, numbered paragraphs, lists, tables, notes; and the ids that links reach headings by.

Covered: ``h1`` to ``h6``, paragraphs whose number is typed, counted by ``ol start``, or stands in an element of its own before the words
(committees, GOV.UK), notes in ``div.footnotes`` and behind ``a[name^=footnote]``. Not covered: cells that span rows or columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.html.wording import BLOCKS, HEADINGS, classes, note_mark, tagged, unread, words
from corpus.papers.block import Block, Role
from corpus.papers.numbers import split

_NOTES = frozenset({"footnotes", "footnote", "endnotes", "endnote", "notes-section", "footnotetext"})
_NOTE_ID = re.compile(r"^(?:_?ftn|fn|footnote|note)[-_:]?\d{1,4}$", re.I)
_NOTE = re.compile(r"^\[?(?P<number>\d{1,4})\]?[.:)]?\s*(?=\S)")
_FURNITURE = frozenset({"nav", "aside", "form"})
_LEFT_OUT = re.compile(
    r"(?i)\b(?:breadcrumbs?|contents-list|gem-c-contents-list|app-c-contents-list|share-links|cookie\w*|skip-link|feedback|related-navigation|print-link|"
    r"back-to-top|phase-banner)"
)
_BACK = re.compile(r"\s*[↩↑^]️?\s*$|\s+Back$")


@dataclass(slots=True)
class Laid:
    """The blocks of a page, and its headings with the ids by which a link reaches them, both in order."""

    blocks: list[Block] = field(default_factory=list)
    anchors: list[tuple[str, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _bold: list[bool] = field(default_factory=list)

    def say(self, text: str | None, bold: bool) -> None:
        """More words of the open paragraph."""
        if text:
            self._open.append(text)
            if text.strip():
                self._bold.append(bold)

    def end(self, role: Role = Role.PARAGRAPH, number: str | None = None) -> bool:
        """End the open paragraph; true where it held anything."""
        text, bold = fold("".join(self._open)), bool(self._bold) and all(self._bold)
        self._open, self._bold = [], []
        if not text:
            return False
        if role is Role.NOTE:
            match = _NOTE.match(text)
            number, text = (match["number"], text[match.end() :]) if match else (number, text)
            text = _BACK.sub("", text)
        elif number is None:
            number, text, found = split(text)
            role = found if role is Role.PARAGRAPH else role
        self.blocks.append(Block(text, role, number=number, bold=bold))
        return True


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: in a list item (its number still to be given away), a note, bold letters."""

    role: Role = Role.PARAGRAPH
    number: str | None = None
    bold: bool = False


def of(element: etree._Element) -> Laid:
    """The blocks within an element, menus and asides left out."""
    laid = Laid()
    _walk(element, laid, _Place())
    laid.end()
    return laid


def _walk(element: etree._Element, laid: Laid, place: _Place) -> None:
    laid.say(element.text, place.bold)
    for child in element:
        if tagged(child):
            place = _child(child, laid, place)
        laid.say(child.tail, place.bold)


def _child(child: etree._Element, laid: Laid, place: _Place) -> _Place:
    """One child; the place as it is behind it, its number used up once a paragraph has it."""
    tag = str(child.tag)
    if unread(child) or tag in _FURNITURE or _LEFT_OUT.search(child.get("class", "")):
        return place
    if raised := note_mark(child):
        laid.say(raised, place.bold)
    elif tag == "br":
        laid.say(" ", place.bold)
    elif tag not in BLOCKS:
        _walk(child, laid, _Place(place.role, place.number, place.bold or tag in ("b", "strong")))
    else:
        used = laid.end(place.role, place.number)
        place = _Place(place.role, None, place.bold) if used else place
        used = _block(child, tag, laid, place)
        place = _Place(place.role, None, place.bold) if used else place
    return place


def _block(child: etree._Element, tag: str, laid: Laid, place: _Place) -> bool:
    """A child that stands for itself; true where it used the number of the place up."""
    before = len(laid.blocks)
    if tag in HEADINGS:
        _head(child, HEADINGS[tag], laid)
    elif tag == "table" and _is_data(child):
        laid.blocks.append(Block(_table(child), Role.TABLE))
    elif tag in ("ol", "ul") and not classes(child) & _NOTES:
        _list(child, laid, place)
    else:
        noted = bool(classes(child) & _NOTES or _NOTE_ID.match(child.get("id", "")))
        number = child.get("id", "").lstrip("_").lower().removeprefix("footnote").lstrip("ftn-_:") if noted else ""
        inner = _Place(Role.NOTE, number if number.isdigit() else place.number) if noted or place.role is Role.NOTE else place
        _walk(child, laid, inner)
        laid.end(inner.role, inner.number if len(laid.blocks) == before else None)
    return len(laid.blocks) > before


def _head(child: etree._Element, level: int, laid: Laid) -> None:
    if not (text := words(child)):
        return
    number, rest, role = split(text)
    numbered = number is not None and role is Role.PARAGRAPH
    laid.blocks.append(Block(rest if numbered else text, Role.HEADING, level=level, number=number if numbered else None))
    anchor = child.get("id") or next((e.get("id") or e.get("name") for e in child.iter("a", "span") if e.get("id") or e.get("name")), None)
    if anchor:
        laid.anchors.append((f"{number} {rest}" if numbered else text, anchor))


def _list(child: etree._Element, laid: Laid, place: _Place) -> None:
    """The items of a list. An ordered list whose start is given goes on with the paragraphs' numbers, as committees' reports do."""
    counted = child.tag == "ol" and (child.get("start", "").isdigit() or bool(classes(child) & {"numbered", "legal", "legislative-list", "steps"}))
    lettered = child.get("type", "") if child.tag == "ol" else ""
    start = int(child.get("start", "1")[:4]) if child.get("start", "")[:4].isdigit() else 1
    for offset, item in enumerate(e for e in child if tagged(e) and e.tag == "li"):
        number = _figure(start + offset, lettered) if child.tag == "ol" else None
        noted = bool(_NOTE_ID.match(item.get("id", ""))) or place.role is Role.NOTE
        role = Role.NOTE if noted else Role.PARAGRAPH if counted and not lettered else Role.ITEM
        inner = _Place(role, number)
        before = len(laid.blocks)
        _walk(item, laid, inner)
        laid.end(role, number if len(laid.blocks) == before else None)


def _figure(count: int, sort: str) -> str:
    if sort in ("a", "A") and count <= 26:
        return chr(ord(sort) + count - 1)
    return str(count)


def _table(table: etree._Element) -> str:
    rows = [[words(cell) for cell in row if tagged(cell) and cell.tag in ("td", "th")] for row in table.iter("tr")]
    return "\n".join(" | ".join(cells) for cells in rows if any(cells)) or words(table)


def _is_data(table: etree._Element) -> bool:
    """True for a table of data; one that lays out the page (a single column, whole paragraphs, tables within) is walked through."""
    if next(table.iterdescendants("table"), None) is not None or table.get("role") == "presentation":
        return False
    widest = max((sum(1 for cell in row if tagged(cell)) for row in table.iter("tr")), default=0)
    return widest > 1 and next(table.iterdescendants("h1", "h2", "h3"), None) is None
