"""Hansard's web pages: those of publications.parliament.uk from about 2006 to 2015, and those of hansard.parliament.uk.

Covered: debates of both Houses, Westminster Hall, written answers and ministerial statements: Members, questions with their numbers
(*771, Q1*; *PQ 67391*), columns, headings, divisions, tables, a paragraph that runs over into the next column as one passage. A passage's
id and link are the page's own anchor. A saved page does not say where it stood, so that only one that was read from its address, or that
names it, has links. Not covered: bound volumes before 2006, members' lists. The date is the page's own.
Sources of the shapes: pages of https://publications.parliament.uk/pa/cm/cmhansrd.htm and https://hansard.parliament.uk.
"""

from __future__ import annotations

import re

from lxml import etree

from corpus.dates import full_date, in_words
from corpus.document import Document, Kind
from corpus.hansard import site
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.lines import HEADINGS, Line, lines
from corpus.hansard.record import Record
from corpus.hansard.series import COMMONS, LORDS
from corpus.hansard.web_page import COLUMN_LINE, WebPage
from corpus.markup import parse_html
from corpus.unreadable import UnreadableDocument

_ADDRESS = re.compile(r"https?://[\w.-]*parliament\.uk/[^\s#]+")
_LORDS_WORDS = re.compile(r"(?i)\bmy lords\b|\bnoble (?:lord|baroness|and learned)\b|house of lords hansard|lords hansard|/ldhansrd/")
_COMMONS_WORDS = re.compile(r"\b(?:M(?:r|adam) (?:Deputy )?Speaker|hon\. (?:Friend|Member|Gentleman|Lady))\b|(?i:commons hansard|/cmhansrd/|house of commons)")
_KINDS = {
    "W": ("written answers", Kind.WRITTEN_QUESTION), "WA": ("written answers", Kind.WRITTEN_QUESTION),
    "WS": ("written statements", Kind.WRITTEN_STATEMENT), "WMS": ("written statements", Kind.WRITTEN_STATEMENT),
    "WH": ("Westminster Hall debates", Kind.DEBATE), "GC": ("Grand Committee debates", Kind.DEBATE),
}  # fmt: skip


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The page in ``data``. Raises `UnreadableDocument` for a page that holds no contribution and no proceedings."""
    root = parse_html(data, source, None if re.search(rb"<meta[^>]+charset|<\?xml[^>]+encoding", data[:4000], re.I) or not _is_utf8(data) else "utf-8")
    address = _address(root, source)
    if site.is_debate(root):
        return [site.document(root, address, source, sha256)]
    found = list(lines(root, columns := Columns()))
    house = _house(found, address or "")
    what, kind = _part(found)
    record = Record(_identity(found, house, what), kind, house)
    columns.now = None
    anchored = any("subhd" in name or "sbhd" in name for line in found for name in (*line.anchors, *line.before))
    page = WebPage(record, columns, address, anchored)
    for line in found:
        page.take(line)
    page.end()
    if not record.passages:
        raise UnreadableDocument(source, "holds no contribution to a debate; add the page that does")
    if not record.date and not any(line.place.first for line in found):
        raise UnreadableDocument(source, "names neither a day nor a column of Hansard; save the page again, whole")
    name = what if what.startswith("Westminster") else f"{house} {what}" if house else f"Hansard {what}"
    first = next((day for line in found if (day := _date(line))), None) or record.date
    title = f"{name}, {in_words(first)}" if first else name
    return [Document(record.document_id, title, kind, source, sha256, record.whole(), first, house, url=address)]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _address(root: etree._Element, source: str) -> str | None:
    """Where the page stands: what it was read from, or what it says of itself."""
    said = [source, *root.xpath("//link[@rel='canonical']/@href"), *root.xpath("//meta[@property='og:url']/@content")]
    return next((match[0] for text in said if (match := _ADDRESS.match(str(text).strip()))), None)


def _date(line: Line) -> str | None:
    match = COLUMN_LINE.match(line.text)
    if match or line.tag in HEADINGS:
        found = full_date(match["date"] if match else line.text)
        return found[0] if found else None
    return None


def _house(found: list[Line], address: str) -> str | None:
    """The House whose page it is: by what only it says of itself; ``None`` where nothing tells."""
    labels = [line.place.first or "" for line in found]
    if any(label.startswith(("WA ", "GC ")) for label in labels):
        return LORDS
    if any(label.endswith(("W", "WH")) for label in labels):
        return COMMONS
    text = " ".join(line.text for line in found)
    lords, commons = (len(words.findall(f"{address} {text}")) for words in (_LORDS_WORDS, _COMMONS_WORDS))
    if lords == commons:
        return COMMONS if any(line.place.first and line.place.first.endswith("WS") for line in found) else None
    return LORDS if lords > commons else COMMONS


def _part(found: list[Line]) -> tuple[str, Kind]:
    """What the columns' letters say is printed in them: debates, written answers, written statements."""
    label = next((line.place.first for line in found if line.place.first), "") or ""
    return _KINDS.get(re.sub(r"[\d ]", "", label), ("debates", Kind.DEBATE))


def _identity(found: list[Line], house: str | None, what: str) -> str:
    """House, part, day and first column: no two pages share them."""
    day = next((day for line in found if (day := _date(line))), "undated")
    column = next((line.place.first for line in found if line.place.first), None)
    part = "" if what == "debates" else what.removesuffix(" debates")
    words = ["hansard", (house or "").removeprefix("House of "), part, day, f"col {column}" if column else ""]
    return "-".join(" ".join(words).split()).lower()
