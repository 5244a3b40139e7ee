"""parlparse XML, the form in which TheyWorkForYou keeps the records of the Houses of Parliament and the devolved legislatures.

Covered: debates of the Commons, Lords and Westminster Hall, public bill committees, written answers and statements of both Houses, debates
and written answers of the Scottish Parliament, debates of the Northern Ireland Assembly; other sections of the same shape without body and
link. ``speech``, ``ques`` and ``reply`` with their paragraphs (``pid``), headings by order, column, office, who answers whom, divisions with
the count and the names. A superseded edition (``latest="no"``) gives its ``gidredirect`` pairs alone. Not covered: the time of a speech (but
where there are no columns), what a motion's paragraphs are to each other, ``phrase`` links.
Source of the format: https://github.com/mysociety/parlparse (publicwhip XML).
"""

from __future__ import annotations

from lxml import etree

from corpus.document import Document, Passage, fold
from corpus.markup import parse_xml
from corpus.parlparse.exchange import Floor, chairs
from corpus.parlparse.parts import mend
from corpus.parlparse.people import committee_of
from corpus.parlparse.places import item_of
from corpus.parlparse.record import Record
from corpus.parlparse.sections import Sitting, sitting_of
from corpus.unreadable import UnreadableDocument


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The sitting in ``data``. Raises `UnreadableDocument` for other XML, and for a file that holds neither words nor redirects."""
    root = parse_xml(data, source)
    if root.tag != "publicwhip":
        raise UnreadableDocument(source, f"is XML with root <{root.tag}>, for which there is no reader; parlparse files begin <publicwhip>")
    mend(root)
    sitting, redirects = sitting_of(root, source), _redirects(root)
    superseded = root.get("latest") == "no"
    passages = () if superseded else _passages(root, sitting)
    if not passages and not redirects:
        raise UnreadableDocument(source, "holds no speeches; there is nothing to add")
    title = f"{sitting.title} (superseded edition)" if superseded else sitting.title
    return [
        Document(
            sitting.document_id, title, sitting.section.kind, source, sha256, passages, sitting.date, sitting.section.body, url=sitting.url,
            redirects=redirects, superseded=superseded,
        )
    ]  # fmt: skip


def _passages(root: etree._Element, sitting: Sitting) -> tuple[Passage, ...]:
    record = Record(sitting, committee_of(root), Floor(chairs(root)))
    record.keep(fold(root.text or ""), item_of(root, sitting, 0))
    for place, element in enumerate(root, 1):
        record.take(element, place)
    return tuple(record.passages)


def _redirects(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """The ids that the file gives up, each with the one that took its place."""
    pairs = ((fold(e.get("oldgid", "")), fold(e.get("newgid", ""))) for e in root.iter("gidredirect"))
    return tuple((old, new) for old, new in pairs if old and new and old != new)
