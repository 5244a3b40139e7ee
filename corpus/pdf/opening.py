"""Opening a PDF and going through its pages one by one; every way in which that fails is one line.

PDFium reads in this process: what it allocates for one page is given back before the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from corpus.document import fold
from corpus.pdf.columns import Gutters
from corpus.pdf.glyphs import MOST_CHARACTERS, Crowded
from corpus.pdf.sheets import Sheet, sheet
from corpus.unreadable import UnreadableDocument

MOST_PAGES = 3000
_DAMAGED = "fetch it again, or print it to a new PDF"


@contextmanager
def opened(data: bytes, source: str) -> Iterator[Any]:
    """PDFium's document of ``data``, closed at the end. Raises `UnreadableDocument`."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(source, _why(str(error))) from error
    try:
        pages = len(document)
        if not pages:
            raise UnreadableDocument(source, f"is a PDF without a page; {_DAMAGED}")
        if pages > MOST_PAGES:
            raise UnreadableDocument(source, f"has {pages:,} pages, more than the {MOST_PAGES:,} that are read at once; split it")
        yield document
    finally:
        document.close()


def sheets(document: Any, source: str) -> Iterator[Sheet]:
    """The pages, read one after the other. Raises `UnreadableDocument` for one that cannot be read."""
    import pypdfium2 as pdfium

    before: Gutters = []
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError as error:
            raise UnreadableDocument(source, f"is a PDF whose page {index + 1} cannot be read ({_first(error)}); {_DAMAGED}") from error
        try:
            read = replace(sheet(page, index + 1, before), label=_label(document, index))
        except Crowded as error:
            raise UnreadableDocument(source, f"has {error.args[0]:,} characters on page {index + 1}, more than {MOST_CHARACTERS:,}; split it") from error
        except (pdfium.PdfiumError, ValueError, OverflowError) as error:
            raise UnreadableDocument(source, f"is a PDF whose page {index + 1} cannot be read ({_first(error)}); {_DAMAGED}") from error
        finally:
            page.close()
        before = read.gutters
        yield read


def _label(document: Any, index: int) -> str:
    """What the file calls a page; nothing where it can't be decoded, for the page itself can be read."""
    try:
        return str(document.get_page_label(index))
    except ValueError:
        return ""


def _why(said: str) -> str:
    if "password" in said.lower():
        return "is a PDF locked with a password; save a copy without one"
    if "security" in said.lower():
        return "is a PDF encrypted in a way that cannot be read; save a copy without encryption"
    if "success" in said.lower():  # nothing went wrong, and there is no page
        return f"is a PDF without a page; {_DAMAGED}"
    return f"is no whole PDF ({fold(said)}); {_DAMAGED}"


def _first(error: Exception) -> str:
    return fold(str(error))[:120] or type(error).__name__
