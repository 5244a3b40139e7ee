"""XML and HTML that somebody else made, parsed without letting it reach out or grow: one place for the parsers' settings."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from corpus.document import fold
from corpus.unreadable import UnreadableDocument

_APART = frozenset({"br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose words do not run into those beside them."""


def parse_xml(data: bytes, source: str) -> etree._Element:
    """The root of an XML file. Entities its own DTD defines are read (parlparse needs them), within the parser's limit on their
    growth; nothing is fetched. Raises `UnreadableDocument`."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableDocument(source, f"is not well-formed XML ({_first_line(error)}); fetch it again") from error


def parse_html(data: bytes, source: str, encoding: str | None = None) -> etree._Element:
    """The root of an HTML page or fragment, mended as browsers mend it. Raises `UnreadableDocument` where there is none."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding=encoding, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableDocument(source, f"is no HTML page ({_first_line(error)}); save it again") from error
    return root


def words(element: etree._Element) -> str:
    """All the text within an element, white space folded; a line break or a paragraph's end is a space, comments are left out."""
    return fold("".join(_texts(element)))


def table_text(table: etree._Element) -> str:
    """A table as text that stays readable: its caption, then a row a line, its cells parted by `` | ``."""
    rows = [words(caption) for caption in table.iter("caption")]
    for row in table.iter("tr", "row"):
        cells = [words(cell) for cell in row if isinstance(cell.tag, str) and cell.tag in {"td", "th", "cell", "entry"}]
        if any(cells):
            rows.append(" | ".join(cells))
    return "\n".join(row.rstrip() for row in rows if row) or words(table)


def _texts(element: etree._Element) -> Iterator[str]:
    for event, piece in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        apart = " " if isinstance(piece.tag, str) and piece.tag in _APART else ""
        if event == "start":
            yield apart + (piece.text or "")
        else:
            yield apart + ((piece.tail or "") if piece is not element else "")


def _first_line(error: Exception) -> str:
    return fold(str(error).splitlines()[0]) if str(error) else type(error).__name__
