"""Pages that could not be read: a scan without text refuses the file, single pages are told of where they are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import Document, Passage
from corpus.pdf.sheets import Sheet
from corpus.unreadable import UnreadableDocument

_FEW = 5  # characters a page: no more than stamped numbers
_MOST_UNKNOWN = 0.3  # of all characters
_COMMON = frozenset({"the", "of", "and", "to", "in", "a", "is", "for", "that", "on", "with", "was", "by", "be", "as", "are", "have", "it"})
_SHEET = re.compile(r"#page=(\d+)$")


def require_text(sheets: Sequence[Sheet], source: str) -> None:
    """Raises `UnreadableDocument` for pictures of pages, and for fonts that don't say which letters they draw."""
    characters, unknown = sum(sheet.characters for sheet in sheets), sum(sheet.unknown for sheet in sheets)
    if characters <= _FEW * len(sheets) and (not characters or any(sheet.pictured for sheet in sheets)):
        pages = f"{len(sheets)} page{'s' if len(sheets) > 1 else ''} {'of pictures' if any(sheet.pictured for sheet in sheets) else 'without a letter'}"
        raise UnreadableDocument(source, f"has no text layer ({pages}); run it through text recognition (OCR) and add the result")
    if unknown > _MOST_UNKNOWN * characters and not _english(sheets):
        share = f"{unknown:,} of {characters:,} characters"
        raise UnreadableDocument(source, f"has fonts that do not say which letters they draw ({share}); run it through text recognition (OCR)")


def _english(sheets: Sequence[Sheet]) -> bool:
    """True where what the fonts leave to guess comes out as words all the same."""
    words = [word.casefold() for sheet in sheets for flow in sheet.flows for line in flow for word in line.text.split()]
    return sum(word in _COMMON for word in words) > 0.1 * len(words)


def told_of(document: Document, pictured: Sequence[int]) -> Document:
    """The document with a remark, on the passage before them, that the ``pictured`` pages were not read."""
    passages = list(document.passages)
    for first, last in _runs(pictured):
        pages = f"page {first} of the file is a picture" if first == last else f"pages {first}–{last} of the file are pictures"
        index = max((index for index, passage in enumerate(passages) if _sheet(passage) < first), default=0)
        remark = f"{pages} without text and not read"
        passages[index] = replace(passages[index], remark="; ".join(filter(None, (passages[index].remark, remark))))
    return replace(document, passages=tuple(passages))


def _sheet(passage: Passage) -> int:
    """The page of the file that the passage begins on, from its link."""
    match = _SHEET.search(passage.url or "")
    return int(match[1]) if match else 0


def _runs(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = 0
    for page in pages:
        if page != last + 1 or not first:
            if first:
                yield first, last
            first = page
        last = page
    if first:
        yield first, last
