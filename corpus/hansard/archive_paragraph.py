"""A paragraph of the Hansard archive's XML taken apart: who it names, the paragraphs and tables within it, the columns they stand in.

``lb`` parts the paragraphs of one speech, ``col`` marks a new column wherever it falls, ``member`` names the speaker, ``image`` is the
scanned page. Source of the format: the published archive (``hansard_v8.xsd``), https://www.hansard-archive.parliament.uk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.hansard.series import Place, column
from corpus.markup import table_text, words

_BLOCKS = frozenset({"p", "li", "quote"})
_SPACED = frozenset({"quote", "li", "ol", "ul", "membercontribution"})


@dataclass(frozen=True, slots=True)
class Named:
    """A Member named in the paragraph: from here on it is that Member's. ``after`` are the words that follow."""

    words: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph or table; ``italic`` where all of it, ``begins_italic`` where its first words are set in italics."""

    text: str
    place: Place
    italic: bool = False
    begins_italic: bool = False
    table: bool = False


@dataclass(slots=True)
class Columns:
    """The column that is being read; ``before`` and ``after`` make a bare number what it is cited as (``1W``, ``GC 1``)."""

    before: str = ""
    after: str = ""
    now: str | None = None

    def turn(self, label: str) -> None:
        """Go on in another column; what is no column's number changes nothing."""
        self.now = column(label, self.before, self.after) or self.now


@dataclass(slots=True)
class _Pieces:
    """The text of a paragraph so far, each piece with whether it is in italics."""

    columns: Columns
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    first: str | None = None
    written: bool = False

    def take(self, text: str | None, italic: bool) -> None:
        if text and not self.written and text.strip():
            self.first, self.written = self.columns.now, True
        self.pieces.append((text or "", italic))

    def flush(self) -> Iterator[Segment]:
        text = fold("".join(piece for piece, _ in self.pieces))
        marked = [italic for piece, italic in self.pieces if any(char.isalnum() for char in piece)]
        if text:
            yield Segment(text, Place(self.first, self.columns.now), bool(marked) and all(marked), bool(marked) and marked[0])
        self.pieces, self.written = [], False


def segments(block: etree._Element, columns: Columns) -> Iterator[Named | Segment]:
    """What a paragraph, list, quotation or table holds, in order; ``columns`` is turned as its columns pass."""
    pieces, italics = _Pieces(columns), 0
    walk = etree.iterwalk(block, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in {"lb", "table"} or (tag in _BLOCKS and element is not block and tag == "p"):
                yield from pieces.flush()
            if tag == "table":
                yield from _table(element, columns)
            elif tag == "member":
                yield from pieces.flush()
                yield Named(words(element), _after(element))
            elif tag == "col":
                columns.turn(words(element))
            if tag in {"table", "member", "col"}:
                walk.skip_subtree()
                continue
            italics += tag == "i"
            pieces.take(f" {element.text or ''}" if tag in _SPACED else element.text if tag else "", italics > 0)
        else:
            italics -= tag == "i"
            if element is not block:
                pieces.take(f" {element.tail or ''}" if tag in {"col", "image", "lb", *_SPACED} else element.tail, italics > 0)
    yield from pieces.flush()


def _after(member: etree._Element) -> str:
    tail, following = member.tail or "", member.getnext()
    return fold(tail if tail.strip(" :") or following is None else f"{tail}{following.text or ''}").lstrip(" :")


def _table(table: etree._Element, columns: Columns) -> Iterator[Segment]:
    first = columns.now
    for mark in [*table.iter("col")]:
        columns.turn(words(mark))
        mark.text = None  # a column's number is no cell's text
    text = table_text(table)
    if text:
        yield Segment(text, Place(first, columns.now), table=True)
