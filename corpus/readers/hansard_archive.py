"""The Hansard archive's XML: sittings from 1803 to 2005 as they were scanned and marked up for Parliament.

Covered: sittings of both Houses, Westminster Hall, Grand Committee, written answers and statements, a whole volume (``hansard``) as one
document a sitting; Members by office and by the short form used later, questions with their numbers and answers, columns, tables,
divisions as one passage. A paragraph's id is the archive's (``S6CV0089P0-00364``); the second and later paragraphs of one speech add
``/2``, ``/3``. Not covered: a volume's title pages, lists of Members and index; links (the file does not hold what an address is made
of). Source of the format: ``hansard_v8.xsd`` and the files of https://www.hansard-archive.parliament.uk.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from corpus.dates import in_words
from corpus.document import Document, Kind
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.archive_sitting import Sitting
from corpus.hansard.record import Record
from corpus.hansard.series import COMMONS, LORDS, Volume, volume_of
from corpus.markup import parse_xml
from corpus.unreadable import UnreadableDocument

_ANSWERS, _STATEMENTS = "written answers", "written statements"
_SITTINGS: dict[str, tuple[str, str | None]] = {
    "housecommons": ("debates", COMMONS),
    "houselords": ("debates", LORDS),
    "westminsterhall": ("Westminster Hall debates", COMMONS),
    "grandcommitteereport": ("Grand Committee debates", LORDS),
    "standingcommittee": ("standing committee debates", COMMONS),
    "writtenanswers": (_ANSWERS, None),
    "commonswrittenanswers": (_ANSWERS, COMMONS),
    "lordswrittenanswers": (_ANSWERS, LORDS),
    "writtenstatements": (_STATEMENTS, None),
    "commonswrittenstatements": (_STATEMENTS, COMMONS),
    "lordswrittenstatements": (_STATEMENTS, LORDS),
}
_BARE_COLUMNS = {
    (_ANSWERS, COMMONS): ("", "W"), (_ANSWERS, LORDS): ("WA ", ""), (_STATEMENTS, COMMONS): ("", "WS"), (_STATEMENTS, LORDS): ("WS ", ""),
    ("Westminster Hall debates", COMMONS): ("", "WH"), ("Grand Committee debates", LORDS): ("GC ", ""),
}  # fmt: skip
_KINDS = {_ANSWERS: Kind.WRITTEN_QUESTION, _STATEMENTS: Kind.WRITTEN_STATEMENT}
_OTHERS = frozenset(_SITTINGS) | {"titlepage", "index"}
ROOTS = frozenset(_SITTINGS) | {"hansard"}
"""The root elements of the archive's files, in small letters."""


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The sittings in ``data``. Raises `UnreadableDocument` for other XML and for a file without a paragraph."""
    root = parse_xml(data, source)
    if _tag(root) not in ROOTS:
        raise UnreadableDocument(source, f"is XML with root <{root.tag}>, for which there is no reader; archive files begin <housecommons> or the like")
    found = [document for sitting in root.iter("*") if _tag(sitting) in _SITTINGS and (document := _document(sitting, source, sha256))]
    if not found:
        raise UnreadableDocument(source, "holds no paragraph of a sitting; there is nothing to add")
    return _told_apart(found)


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname).lower()


def _document(root: etree._Element, source: str, sha256: str) -> Document | None:
    what, house = _SITTINGS[_tag(root)]
    volume = volume_of([*root.xpath(".//@id"), *root.xpath(".//image/@src")])
    house = house or volume.house
    record = _record(root, what, house, volume)
    Sitting(record, Columns(*_BARE_COLUMNS.get((what, house or ""), ("", ""))), _OTHERS).read(root)
    if not record.passages:
        return None
    name = what if what.startswith("Westminster") else f"{house} {what}" if house else what.capitalize()
    title = f"{name}, {in_words(record.date)}" if record.date else name
    return Document(record.document_id, title, record.kind, source, sha256, record.whole(), record.date, house)


def _record(root: etree._Element, what: str, house: str | None, volume: Volume) -> Record:
    """A record that is ready to be read into; its id says House, part and day, or the volume where there is no day."""
    day = next((date.get("format", "") for date in root.iter("date")), "")
    when = day or f"vol {volume.number or 'unknown'}"
    parts = ["hansard", (house or "").removeprefix("House of "), "" if what == "debates" else what.removesuffix(" debates"), when]
    identity = "-".join(" ".join(parts).lower().split())
    return Record("".join(char for char in identity if char.isalnum() or char in "-."), _KINDS.get(what, Kind.DEBATE), house, volume=volume.number)


def _told_apart(documents: list[Document]) -> list[Document]:
    """Two sittings of one House on one day get ids of their own."""
    seen: Counter[str] = Counter()
    apart = []
    for document in documents:
        seen[document.id] += 1
        apart.append(document if seen[document.id] == 1 else document.renamed(f"{document.id}.{seen[document.id]}"))
    return apart
