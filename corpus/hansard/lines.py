"""A page of Hansard as lines: each heading, paragraph and table with its anchors, its columns and what of it is bold or italic.

Works on any HTML, however nested, because it looks at where blocks begin and end and not at what they are in. Left out: scripts,
navigation, forms. A column's mark (``<a name="column_771">``, ``<span class="column-number" data-column-number="430">``) is no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.series import Place
from corpus.markup import table_text

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = HEADINGS | {
    "p", "div", "center", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "table", "tr", "td", "th", "body", "pre", "hr",
    "section", "article", "main", "header", "footer",
}  # fmt: skip
_LEFT_OUT = frozenset(["script", "style", "head", "noscript", "template", "nav", "form", "select", "button", "iframe", "object", "svg"])
_NAVIGATION = frozenset({"navlinks", "navleft", "navcentre", "navright", "breadcrumb", "breadcrumbs", "share", "share-bar"})


@dataclass(frozen=True, slots=True)
class Line:
    """``lead`` is what stands before the bold words it begins with, ``bold`` those words, ``rest`` what follows; without any, all is
    ``rest``. ``anchors`` are the names within it, ``before`` those since the last line."""

    tag: str
    text: str
    place: Place
    lead: str = ""
    bold: str = ""
    rest: str = ""
    italic: bool = False
    begins_italic: bool = False
    anchors: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    style: str = ""


@dataclass(slots=True)
class _Lines:
    columns: Columns
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    first: str | None = None
    tag: str = "p"
    style: str = ""
    written: bool = False

    def take(self, text: str | None, bold: bool, italic: bool) -> None:
        if text and not self.written and text.strip():
            self.first, self.written = self.columns.now, True
        if text:
            self.pieces.append((text, bold, italic))

    def begin(self, tag: str, style: str) -> None:
        self.tag, self.style = tag, style
        self.before += self.within
        self.within = []

    def flush(self) -> Iterator[Line]:
        if self.written:
            text = fold("".join(piece for piece, _, _ in self.pieces))
            marked = [italic for piece, _, italic in self.pieces if any(char.isalnum() for char in piece)]
            place = Place(self.first, self.columns.now)
            slanted = bool(marked) and marked[0]
            yield Line(self.tag, text, place, *_parted(self.pieces), slanted and all(marked), slanted, tuple(self.within), tuple(self.before), self.style)
            self.within, self.before = [], []
        self.pieces, self.written = [], False


def lines(root: etree._Element, columns: Columns) -> Iterator[Line]:
    """The lines of a page or of a fragment, in order; ``columns`` is turned as its columns pass."""
    found, bold, italic = _Lines(columns), 0, 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            table = tag == "table" and not _is_layout(element)
            if tag in _BLOCKS:
                yield from found.flush()
                found.begin(tag, element.get("style") or element.get("class") or "")
            if table:
                yield from _table(element, found)
            if table or not tag or _left_out(tag, element) or _turned(element, columns):
                walk.skip_subtree()
                continue
            found.within += [name for name in (element.get("name"), element.get("id")) if name and tag == "a"]
            bold, italic = bold + (tag in {"b", "strong"}), italic + (tag in {"i", "em"})
            found.take(" " if tag == "br" else element.text, bold > 0, italic > 0)
        else:
            bold, italic = bold - (tag in {"b", "strong"}), italic - (tag in {"i", "em"})
            if tag in _BLOCKS:
                yield from found.flush()
                found.tag = "p"
            if element is not root:
                found.take(element.tail, bold > 0, italic > 0)
    yield from found.flush()


def _turned(element: etree._Element, columns: Columns) -> bool:
    """Turn the column where the element marks one; true where it holds nothing else."""
    name = element.get("name") or ""
    label = element.get("data-column-number") or (name.removeprefix("column_") if name.startswith("column_") else "")
    if label:
        columns.turn(label)
    return element.get("data-column-number") is not None or "column-number" in (element.get("class") or "").split()


def _left_out(tag: str, element: etree._Element) -> bool:
    return tag in _LEFT_OUT or bool(_NAVIGATION & set((element.get("class") or "").lower().split()))


def _is_layout(table: etree._Element) -> bool:
    """True for a table that holds the page and not figures."""
    within = (inner for inner in table.iter("*") if inner is not table)
    return any(inner.tag in HEADINGS or inner.tag == "table" or (inner.get("name") or "").startswith("column_") for inner in within)


def _table(table: etree._Element, found: _Lines) -> Iterator[Line]:
    names = [name for anchor in table.iter("a") if (name := anchor.get("name"))]
    if text := table_text(table):
        yield Line("table", text, Place(found.columns.now), rest=text, anchors=tuple(names), before=tuple(found.before))
        found.before = []


def _parted(pieces: list[tuple[str, bool, bool]]) -> tuple[str, str, str]:
    """The words before the first bold ones, those, and the rest; only *1.* or *T2. [66880]* may stand before."""
    parts: list[list[str]] = [[], [], []]
    at = 0
    for text, bold, _ in pieces:
        if text.strip():
            at = max(at, 1) if bold and at < 2 else 2 if at else 0
        parts[at].append(text)
    lead, name, rest = (fold("".join(part)) for part in parts)
    return (lead, name, rest) if name and len(lead) < 30 else ("", "", fold(f"{lead} {name} {rest}"))
