"""Word files (``.docx``): reports, evidence, letters and press releases as they are written.

Covered: headings by style, in any language of Word, automatic and typed numbers, lists, tables (nested and merged cells run
together), boxes, footnotes and endnotes, tracked changes as if accepted, content controls, links, fields, hidden text left out,
the transitional and the strict form. Not covered: comments, headers and footers, embedded files, pictures, formulas but for
their letters, pages: a Word file has none until it is printed.
Source of the format: ECMA-376, part 1 (WordprocessingML).
"""

from __future__ import annotations

from lxml import etree

from corpus.document import Document, fold
from corpus.papers import paper
from corpus.papers.block import Block, Facts
from corpus.papers.word import styles
from corpus.papers.word.body import Body
from corpus.papers.word.numbering import Numbering
from corpus.papers.word.parts import Parts, child, name_of, value
from corpus.papers.word.runs import Notes, words
from corpus.papers.word.styles import Style
from corpus.unreadable import UnreadableDocument


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The paper in a Word file. Raises `UnreadableDocument` for what cannot be unpacked within limits, or holds no text."""
    parts = Parts.of(data, source)
    found = _body(parts).read(parts.document())
    if not any(block.text for block in found):
        raise UnreadableDocument(source, "holds no text (only pictures?); save it with its text, or read the pictures with OCR first")
    return [paper.document(found, _facts(parts.properties()), source, sha256)]


def blocks(data: bytes, source: str) -> list[Block]:
    """The blocks of a Word file in order, nothing left out. Raises `UnreadableDocument` for what cannot be unpacked within limits."""
    parts = Parts.of(data, source)
    return _body(parts).read(parts.document())


def _body(parts: Parts) -> Body:
    sheet = parts.xml("styles.xml")
    known = styles.read(sheet)
    return Body(known, _default(sheet), Numbering.of(parts.xml("numbering.xml")), _notes(parts, known), _contents(sheet))


def _facts(root: etree._Element | None) -> Facts:
    """Title and author as the file's properties give them. Its dates are those of a template or of the last save: not used."""

    def told(name: str) -> str | None:
        return fold("".join(element.itertext())) or None if (element := child(root, name)) is not None else None

    return Facts(title=told("title"), author=told("creator"))


def _default(sheet: etree._Element | None) -> str:
    """The id of the style of paragraphs that name none."""
    every = (e for e in (sheet if sheet is not None else ()) if name_of(e) == "style" and value(e, "type") == "paragraph")
    return next((value(e, "styleId") or "" for e in every if value(e, "default") in {"1", "true", "on"}), "")


def _contents(sheet: etree._Element | None) -> frozenset[str]:
    """The ids of the styles of a table of contents (Word calls them *toc 1* … in every language)."""
    found = (e for e in (sheet if sheet is not None else ()) if (value(child(e, "name")) or "").lower().startswith("toc "))
    return frozenset(identity for e in found if (identity := value(e, "styleId")))


def _notes(parts: Parts, known: dict[str, Style]) -> Notes:
    """The footnotes and endnotes of the file; the lines that part them from the text are left out."""
    notes = Notes()
    settings = parts.xml("settings.xml")
    for kind in ("footnote", "endnote"):
        root = parts.xml(f"{kind}s.xml")
        for element in root if root is not None else ():
            if name_of(element) == kind and value(element, "type") in (None, "normal"):
                paragraphs = [words(p, known, Style(), notes).text for p in element.iter("{*}p")]
                notes.words[kind, value(element, "id") or ""] = fold(" ".join(paragraphs))
        start, form = value(child(settings, f"{kind}Pr", "numStart")), value(child(settings, f"{kind}Pr", "numFmt"))
        notes.starts[kind] = int(start) if start and start.isdecimal() and len(start) < 6 else 1
        if form:
            notes.forms[kind] = form
    return notes
