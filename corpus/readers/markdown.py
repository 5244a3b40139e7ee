"""Markdown: a paper written in it, or a saved page that happens to be called one.

A text with headings, front matter, numbered paragraphs or the form of evidence is a paper. A page with several voices (readers'
comments, quotations that are handed the word with ``:-``) stays a page, whatever marks it has.
"""

from __future__ import annotations

from corpus.document import Document
from corpus.pages import commentary, cues, layout
from corpus.papers import paper, text_lines
from corpus.papers.block import Role
from corpus.papers.markdown_blocks import Markdown
from corpus.readers import plain_text
from corpus.unreadable import UnreadableDocument

_MOST = 8_000_000  # characters: more than any report
_LEAST = 3  # numbered paragraphs of a paper without headings


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The paper or the page in ``data``. Raises `UnreadableDocument` if it is no text, or none is in it."""
    text = plain_text.decode(data, source)
    if len(text) > _MOST:
        raise UnreadableDocument(source, f"holds {len(text) / 1e6:.0f} million characters, more than a paper has; split it")
    if _voices(text):
        return plain_text.read(data, source, sha256)
    written = Markdown.of(text.replace("\r\n", "\n"))
    numbered = sum(block.role is Role.PARAGRAPH and block.number is not None for block in written.blocks)
    told = any((written.facts.title, written.facts.author, written.facts.date))
    if not (written.headed or told or numbered >= _LEAST or text_lines.is_paper(text)):
        return plain_text.read(data, source, sha256)
    if all(block.role is Role.HEADING for block in written.blocks):
        raise UnreadableDocument(source, "holds no paragraph of text; there is nothing to add")
    return [paper.document(written.blocks, written.facts, source, sha256)]


def _voices(text: str) -> bool:
    """True for a page on which others than its author speak."""
    lines = layout.page_lines(text)
    return bool(commentary.split(lines)[1]) or any(cues.opens(line.strip()) for line in lines)
