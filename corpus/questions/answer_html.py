"""The text of an answer from its HTML: paragraphs and list items on lines of their own, a row of a table on one line.

Read token by token, not as a tree: some exports have lost the opening tags of rows and cells (``<table><tbody>Leeds</td>9</td></tr>``),
which a parser that mends HTML would run together. What is no tag (``<18``) stays text. Words that the Minister struck out in a later
correction (``<del>``) are left out of the text and handed back beside it. Note numbers (``<sup>``) stand apart, in superscript digits:
``264,649 ³``. Not covered: numbering of lists, targets of links, cells that span rows.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from corpus.document import fold
from corpus.mangled import repaired

_TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|<!--[^<>]*-->")
_KNOWN = """a abbr acronym b big blockquote body br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img ins
li ol p pre s section small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul"""
_OWN_LINE = "blockquote br caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section ul"
_TAGS, _BLOCKS = frozenset(_KNOWN.split()), frozenset(_OWN_LINE.split())
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LONGEST_STRUCK = 400  # characters, in a remark
_UNITS = re.compile(r"\b(?:m|km|cm|mm|ft)$")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the text, how many mangled characters were put right in it, and the words struck out."""

    text: str
    repaired: int = 0
    struck: str = ""


def remarks_on(read: Read) -> tuple[str, ...]:
    """What a reader has to know of a text that was read: characters put right in it, words struck out of it."""
    mangled = (f"mangled characters repaired ({read.repaired})",) if read.repaired else ()
    struck = read.struck if len(read.struck) <= _LONGEST_STRUCK else f"{read.struck[:_LONGEST_STRUCK]}…"
    return mangled + ((f"corrected later; struck out: “{struck}”",) if struck else ())


def answer_text(source: str) -> Read:
    """The text of ``source``, HTML or plain. Lines of a plain text are kept; an HTML text has a line for each block and table row."""
    writer = _Writer(strikes=len(re.findall(r"(?i)<del\b", source)) == len(re.findall(r"(?i)</del\b", source)))
    marked = any(match[2] and match[2].lower() in _TAGS for match in _TOKEN.finditer(source))
    place = 0
    for match in _TOKEN.finditer(source):
        tag = (match[2] or "").lower()
        if tag and tag not in _TAGS:
            continue
        writer.words(source[place : match.start()], marked)
        place = match.end()
        if tag:
            writer.tag(tag, closes=match[1] == "/")
    writer.words(source[place:], marked)
    return writer.read()


@dataclass(slots=True)
class _Writer:
    """Where the reader is: the lines so far, the cells of the open row, the pieces of the open cell or paragraph."""

    strikes: bool
    lines: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    raised: list[str] | None = None
    after_raised: bool = False
    tables: int = 0
    struck_depth: int = 0
    struck: list[str] = field(default_factory=list)
    count: int = 0

    def words(self, source: str, marked: bool) -> None:
        """Take in what stands between two tags."""
        if not source:
            return
        text, count = repaired(html.unescape(source) if "&" in source else source)
        self.count += count
        text = text if text.isascii() else text.translate(_INVISIBLE)
        if self.struck_depth:
            self.struck.append(text)
        elif self.raised is not None:
            self.raised.append(text)
        elif marked:
            self.pieces.append(f" {text}" if self.after_raised and text[:1].isalnum() else text)
            self.after_raised = False
        else:
            self.lines += [line for line in map(fold, text.splitlines()) if line]

    def tag(self, tag: str, closes: bool) -> None:
        """Take in a tag."""
        if tag == "del" and self.strikes:
            self.struck_depth = max(0, self.struck_depth + (-1 if closes else 1))
            self.struck.append(" ")
        elif tag == "sup":
            self._raise()
            self.raised = None if closes else []
        elif tag in {"td", "th"}:
            self._end_cell(even_empty=closes)
        elif tag in {"tr", "table"}:
            self._end_row()
            self.tables = max(0, self.tables + (-1 if closes else 1)) if tag == "table" else self.tables
        elif tag in _BLOCKS:
            if self.tables:
                self.pieces.append(" ")
            else:
                self._end_row()

    def read(self) -> Read:
        """What was written."""
        self._raise()
        self._end_row()
        return Read("\n".join(self.lines), self.count, fold("".join(self.struck)))

    def _end_cell(self, even_empty: bool) -> None:
        cell = fold("".join(self.pieces))
        if cell or (even_empty and self.tables):
            self.cells.append(cell)
        self.pieces = []

    def _end_row(self) -> None:
        self._raise()
        self._end_cell(even_empty=False)
        if any(self.cells):
            self.lines.append(" | ".join(self.cells).strip())
        self.cells = []

    def _raise(self) -> None:
        """Set what stood in ``<sup>``: an ordinal's ending or a unit's power goes on, a note number stands apart."""
        text = fold("".join(self.raised or ()))
        self.raised = [] if self.raised is not None else None
        if not text:
            return
        before = self.pieces[-1][-3:] if self.pieces else ""
        goes_on = text.lower() in _ORDINALS or (text in {"2", "3"} and _UNITS.search(before))
        shown = text.translate(_RAISED) if text.replace(",", "").isdigit() else text
        self.pieces.append(shown if goes_on else f" {shown}")
        self.after_raised = True
