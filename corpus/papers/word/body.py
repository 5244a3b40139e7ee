"""The body of a Word file as blocks: headings, numbered paragraphs, lists, tables, and notes after the paragraph that calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.papers import numbers
from corpus.papers.block import Block, Role
from corpus.papers.word import styles
from corpus.papers.word.numbering import Level, Numbering
from corpus.papers.word.parts import child, name_of, value
from corpus.papers.word.runs import Notes, Words, words
from corpus.papers.word.styles import Style

_ENUMERATOR = re.compile(r"\(?(?P<number>\d{1,4}(?:\.\d{1,4})*|[a-z]{1,5}|[A-Z]{1,3})[.)]*:?")
_LEFT_OUT = {"sectPr", "del", "moveFrom", "tblPr", "tblGrid", "sdtPr"}


@dataclass(slots=True)
class Body:
    """The body while it is read. ``lists`` names, for each block that figures number automatically, the list that counts it."""

    styles: dict[str, Style]
    default: str
    numbering: Numbering
    notes: Notes
    contents: frozenset[str] = frozenset()
    blocks: list[Block] = field(default_factory=list)
    lists: dict[int, str] = field(default_factory=dict)

    def read(self, root: etree._Element) -> list[Block]:
        """The blocks of the document in order. Tables of contents are left out: they repeat the headings."""
        body = child(root, "body")
        self._within(root if body is None else body)
        return numbers.paragraphs(self.blocks, self.lists)

    def _within(self, element: etree._Element) -> None:
        for part in element:
            name = name_of(part)
            if name == "p":
                self._paragraph(part)
            elif name == "tbl":
                self._table(part)
            elif name == "AlternateContent":
                branch = child(part, "Choice")
                self._within(branch if branch is not None else part)
            elif name and name not in _LEFT_OUT:
                self._within(part)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "pPr")
        name = value(child(properties, "pStyle")) or self.default
        style = styles.over(styles.of(properties, None), self.styles.get(name, Style()))
        held = words(paragraph, self.styles, style, self.notes)
        level, label = self._label(style) if held.text.strip() else (None, "")
        if name not in self.contents and fold(held.text):
            self._add(held, style, level, label)
        self.blocks += [Block(text, Role.NOTE, number=number) for number, text in held.notes]
        for box in held.boxes:
            self._within(box)

    def _label(self, style: Style) -> tuple[Level | None, str]:
        if not style.number or style.number == "0":
            return None, ""
        depth = style.depth or 0
        return self.numbering.level(style.number, depth), self.numbering.next(style.number, depth)

    def _add(self, held: Words, style: Style, level: Level | None, label: str) -> None:
        text = fold(held.text)
        match = _ENUMERATOR.fullmatch(label)
        number = match["number"] if match else None
        if label and not match:
            text = f"{label} {text}"  # “Recommendation 5”, “Q41”: words that a reader sees in the line
        if style.level:
            self.blocks.append(Block(f"{number} {text}" if number else text, Role.HEADING, style.level, bold=held.bold))
        elif number and level and style.number:
            if level.decimal:
                self.lists[len(self.blocks)] = self.numbering.shared(style.number)
            self.blocks.append(Block(text, Role.ITEM, number=number, bold=held.bold))
        elif style.bullet or (level and level.form == "bullet"):
            self.blocks.append(Block(text, Role.ITEM, bold=held.bold))
        elif label and not match:
            self.blocks.append(Block(text, bold=held.bold))
        else:
            self.blocks.append(numbers.typed(held.text, held.bold))

    def _table(self, table: etree._Element) -> None:
        """A table as text; one of a single column is a box, whose paragraphs are read like any others."""
        rows = [list(_below(row, "tc")) for row in _below(table, "tr") if child(row, "trPr", "del") is None]
        if all(len(cells) <= 1 for cells in rows):
            for cells in rows:
                for cell in cells:
                    self._within(cell)
            return
        notes: list[tuple[str | None, str]] = []
        lines = [" | ".join(self._cell(cell, notes) for cell in cells) for cells in rows]
        shown = [line for line in lines if line.strip(" |")]
        if shown:
            self.blocks.append(Block("\n".join(shown), Role.TABLE))
        self.blocks += [Block(text, Role.NOTE, number=number) for number, text in notes]

    def _cell(self, cell: etree._Element, notes: list[tuple[str | None, str]]) -> str:
        """The words of a cell, its paragraphs and what tables it holds run together; a cell that continues the one above is empty."""
        found = []
        for paragraph in cell.iter("{*}p"):
            if any(name_of(above) in {"txbxContent", "Fallback"} for above in paragraph.iterancestors()):
                continue
            style = self.styles.get(value(child(paragraph, "pPr", "pStyle")) or self.default, Style())
            held = words(paragraph, self.styles, styles.over(styles.of(child(paragraph, "pPr"), None), style), self.notes)
            notes += held.notes
            found.append(fold(" ".join([held.text, *(fold("".join(box.itertext("{*}t"))) for box in held.boxes)])))
        return fold(" ".join(found))


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those in content controls and insertions too, not those of tables inside."""
    for part in element:
        if name_of(part) == name:
            yield part
        elif name_of(part) in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _below(part, name)
