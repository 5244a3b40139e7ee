"""A speech, question or reply taken apart into the pieces that become passages: paragraphs, list items, tables, loose text.

Nothing is left out: text outside a paragraph is a piece of its own. A table is one piece, a row a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.markup import table_text, words

_BLOCKS = frozenset(
    (
        "p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "div", "center", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "tbody", "tr", "td", "th", "motion",
        "quote", "row", "entry", "caption", "thead", "tfoot",
    )
)  # fmt: skip
_ITALIC = frozenset({"i", "I", "em"})
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_MARK = re.compile(r"\s*\(?\d{1,3}\)?\s*")
_C1 = re.compile("[\x80-\x9f]")
_AS_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Part:
    """One piece: its words, the ``pid``, ``qnum`` and ``class`` of its paragraph, whether all of it is italic, and the column it
    begins in where that has changed within the speech."""

    text: str
    pid: str | None = None
    number: str | None = None
    style: str = ""
    italic: bool = False
    column: str | None = None


def parts_of(element: etree._Element, column: str | None = None) -> tuple[list[Part], str | None]:
    """The pieces of ``element`` in order, and the column at its end; ``column`` is the one it begins in."""
    splitter = _Splitter(column)
    splitter.walk(element)
    splitter.flush()
    return splitter.parts, splitter.column


def mend(root: etree._Element) -> None:
    """Make text of a file ready to be read.

    Comments go (not what follows them). Raised digits stay raised, so that the mark of a note does not become a digit of a figure
    before or behind it. The characters 128 to 159, which no text uses, are what old files mean by them: those of Windows-1252, as HTML has it
    (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
    """
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for raised in root.iter("sup"):
        if _MARK.fullmatch("".join(raised.itertext())):
            for element in raised.iter("*"):
                element.text = (element.text or "").translate(_RAISED)
    for element in root.iter():
        if element.text and _C1.search(element.text):
            element.text = element.text.translate(_AS_WINDOWS)
        if element.tail and _C1.search(element.tail):
            element.tail = element.tail.translate(_AS_WINDOWS)


@dataclass(slots=True)
class _Splitter:
    column: str | None
    parts: list[Part] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    began: str | None = None
    paragraph: etree._Element | None = None
    unused: str | None = None  # the paragraph's id, until its first piece has taken it

    def walk(self, element: etree._Element) -> None:
        self._add(element.text)
        for child in element:
            self._child(child)
            self._add(child.tail)

    def flush(self) -> None:
        self._part(fold("".join(self.run)), self.began)
        self.run.clear()

    def _child(self, child: etree._Element) -> None:
        if child.tag == "table":
            self.flush()
            self._part(_table(child).strip(), self.column)
        elif child.tag == "p":
            self._paragraph(child)
        elif child.tag in _BLOCKS:
            self.flush()
            self.walk(child)
            self.flush()
        else:
            self.column = child.get("colnum") or self.column
            self._add(" " if child.tag == "br" else None)
            self.walk(child)

    def _paragraph(self, child: etree._Element) -> None:
        self.flush()
        above, self.paragraph, self.unused = self.paragraph, child, child.get("pid")
        self.walk(child)
        self.flush()
        self.paragraph, self.unused = above, None

    def _add(self, text: str | None) -> None:
        if text:
            if not text.isspace() and not any(not piece.isspace() for piece in self.run):
                self.began = self.column
            self.run.append(text)

    def _part(self, text: str, column: str | None) -> None:
        if not text:
            return
        p = self.paragraph
        if p is None:
            self.parts.append(Part(text, column=column))
        else:
            style = p.get("class", "").lower()
            self.parts.append(Part(text, self.unused, p.get("qnum"), style, "italic" in style or not _upright(p), column))
            self.unused = None


def _upright(element: etree._Element) -> bool:
    """Whether any letters of an element stand outside italics."""
    if element.tag in _ITALIC or (element.tag == "span" and element.get("class", "").lower() == "italic"):
        return False
    texts = [element.text, *(child.tail for child in element)]
    return any(re.search(r"\w", text) for text in texts if text) or any(_upright(child) for child in element)


def _table(table: etree._Element) -> str:
    """A table's caption and rows; where anything else stands outside its cells, all its words in one line, so that nothing is lost."""
    found = table_text(table)
    return found if _letters(found) == _letters(words(table)) else words(table)


def _letters(text: str) -> str:
    return "".join(text.replace("|", "").split())
