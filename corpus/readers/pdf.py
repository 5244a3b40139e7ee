"""PDF: reports, responses and evidence with a text layer.

Covered: numbered paragraphs, headings, lists, footnotes, tables, one or more columns, pages set sideways; running heads, page numbers,
tables of contents and line-end hyphens are taken away, a note's mark in the text stands as `` [3]``. Not covered: text recognition
(OCR), the words of pictures, forms filled in, tables that only shades set apart. Source of the format: ISO 32000-1, read by PDFium.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Document
from corpus.papers import paper
from corpus.pdf import gaps
from corpus.pdf.reading import reading
from corpus.unreadable import UnreadableDocument


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The one document in ``data``; where it was fetched, each passage links to its page.

    Raises `UnreadableDocument` for a damaged or locked file and for one without a text layer.
    """
    found = reading(data, source)
    address = source.partition("#")[0] if source.startswith(("http://", "https://")) else None
    document = paper.document(found.blocks, replace(found.facts, url=address or ""), source, sha256)
    if not document.passages:
        raise UnreadableDocument(source, "holds nothing but headings, page numbers and contents; there is nothing to add")
    told = gaps.told_of(document, found.pictured)
    return [told if address else _unlinked(told)]


def _unlinked(document: Document) -> Document:
    """A file's document: the links to its pages lead nowhere."""
    return replace(document, url=None, passages=tuple(replace(passage, url=None) for passage in document.passages))
