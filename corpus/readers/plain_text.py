"""Plain text: a saved web page, told apart into its voices, or a paper (evidence, a report) that says at its top that it is one."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.pages import passages
from corpus.papers import paper, text_lines
from corpus.papers.block import Facts
from corpus.unreadable import UnreadableDocument

_LONGEST_LINE = 1_000_000  # characters: no page a person saved has a paragraph this long
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The page or paper in ``data`` (UTF-8, or UTF-16 with its mark). Raises `UnreadableDocument` if it is no text."""
    text = decode(data, source)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > _LONGEST_LINE:
        raise UnreadableDocument(source, f"holds a line of {longest:,} characters, so it is no saved page; save it as text with line ends")
    told = text_lines.is_paper(text)
    document = paper.document(text_lines.blocks(text), Facts(), source, sha256) if told else passages.document(text, source, sha256)
    if not document.passages:
        raise UnreadableDocument(source, "holds no paragraph of text; there is nothing to add")
    return [document]


def decode(data: bytes, source: str) -> str:
    """``data`` as text. Raises `UnreadableDocument` for binary data and for bytes that are not UTF-8."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    if encoding != "utf-16" and _CONTROL.search(data):
        raise UnreadableDocument(source, "is binary data, not text; give it the ending of its true format")
    try:
        text = data.decode(encoding)
        if encoding == "utf-16" and sum(map(str.isascii, text)) < 0.8 * len(text):
            raise UnreadableDocument(source, "is binary data, not text; give it the ending of its true format")
        return text
    except UnicodeDecodeError as error:
        bad = f"byte 0x{data[error.start]:02x} at {error.start:,}"
        raise UnreadableDocument(source, f"is not UTF-8 text ({bad}); save it again as UTF-8") from error
