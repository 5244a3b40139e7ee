"""What a reader of a laid-out file hands on: its blocks in reading order, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    TABLE = "table"
    NOTE = "note"  # a footnote or endnote


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table or note, in reading order.

    ``text`` has its white space folded and does not repeat ``number``; rows of a table stand on lines of their own, cells parted
    by `` | ``. ``level`` is a heading's, 1 the highest; 0 for anything else. ``page`` counts the file's pages from 1. ``number`` is
    the printed number of a paragraph (``12``, ``3.12``), list item (``a``, ``ii``) or note (``7``), its full stop and brackets left
    out. ``bold`` is true where the whole block is set in bold. ``printed`` is the number printed on its page (``42``, ``xii``): ``""``
    for one that bears none in a paper that numbers its pages, ``None`` where that is not known and the count stands in; ``to`` is that of
    the page it ends on, where that is another. ``indented`` tells of an unnumbered paragraph whether it is set in from where the
    paragraphs' numbers stand, ``None`` where that is not known.
    """

    text: str
    role: Role = Role.PARAGRAPH
    level: int = 0
    page: int | None = None
    number: str | None = None
    bold: bool = False
    printed: str | None = None
    to: str | None = None
    indented: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself outside its text: title, author, publisher, date (ISO 8601), address. Often wrong or empty."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
