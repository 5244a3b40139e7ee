"""TheyWorkForYou's pages: debates and statements speech by speech, written answers as questions and answers.

Source of the shape: the templates of https://github.com/mysociety/theyworkforyou (``.debate-speech``, ``id="g141.9"``). Covered: the pages of
2014 and later. Not covered: readers' annotations, lists of votes, the pages of one Member.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from corpus.dates import full_date, in_words
from corpus.document import Document, Kind, Passage
from corpus.html.facts import PageFacts
from corpus.html.page import Page
from corpus.html.wording import classes, tagged, words
from corpus.markup import table_text
from corpus.pages import members
from corpus.pages.passages import identifier
from corpus.questions import assemble
from corpus.questions.record import Question, Words, house_of
from corpus.unreadable import UnreadableDocument

_GID = re.compile(r"/(?P<section>\w+)/\?(?:[^\s\"']{0,80}&)?(?:id|gid)=(?P<part>\d{4}-\d\d-\d\d[a-z]?)\.")
_SECTIONS = {
    "debates": ("debate", "House of Commons", Kind.DEBATE), "lords": ("lords", "House of Lords", Kind.DEBATE),
    "whall": ("westminhall", "House of Commons", Kind.DEBATE), "wms": ("wms", None, Kind.WRITTEN_STATEMENT), "wrans": ("wrans", None, Kind.WRITTEN_QUESTION),
    "pbc": ("standing", "House of Commons", Kind.DEBATE), "ni": ("ni", "Northern Ireland Assembly", Kind.DEBATE),
    "sp": ("spor", "Scottish Parliament", Kind.DEBATE),
}  # fmt: skip
_HC, _HL = re.compile(r"\bHC Deb\b"), re.compile(r"\bHL Deb\b")
_SERIES = {"House of Commons": "HC Deb", "House of Lords": "HL Deb"}
_COLUMN = re.compile(r"\bc(\d{1,4}[A-Z]{0,2})\b")
_PLACED = re.compile(r"^g(?P<column>\d{1,4})\.\d+$")  # column and index
_BODY = re.compile(r"^(?P<body>.{3,80}?) written (?:question|statement)", re.I)
_UIN = re.compile(r"^g(?P<uin>(?:HL)?\d{1,7})\.[qr]\d+$")


@dataclass(frozen=True, slots=True)
class _Speech:
    """One speech as the page has it."""

    anchor: str
    speaker: str | None
    office: str | None
    party: str | None
    column: str | None
    series: str | None
    parts: tuple[tuple[str, str | None], ...]  # words, and the number of the paragraph in the source's own id

    @property
    def text(self) -> str:
        return "\n".join(text for text, _ in self.parts)


def is_page(page: Page) -> bool:
    """True for a page of TheyWorkForYou that holds speeches."""
    return any(tagged(e) and "debate-speech" in classes(e) for e in page.root.iter("div"))


def document(page: Page, facts: PageFacts, sha256: str) -> Document:
    """The debate, or the written answer. Raises `UnreadableDocument` where no speech has words."""
    root = page.root
    speeches = [speech for e in root.iter("div") if "debate-speech" in classes(e) and (speech := _speech(e)).parts]
    if not speeches:
        raise UnreadableDocument(page.source, "holds no speeches; add the page of the debate itself")
    lead = next((words(e) for e in root.iter("p") if "lead" in classes(e)), "")
    found = _GID.search(facts.url or "") or _GID.search(" ".join(e.get("href", "") for e in root.iter("a") if "debate-speech__meta__link" in classes(e)))
    title = next((words(e) for e in root.iter("h1") if words(e)), facts.title or "TheyWorkForYou")
    if (found and found["section"] == "wrans") or any(re.search(r"\.[qr]\d+$", speech.anchor) for speech in speeches):
        return _answers(speeches, title, lead, found, page, facts, sha256)
    return _debate(speeches, title, lead, found, page, facts, sha256)


def _debate(speeches: list[_Speech], title: str, lead: str, found: re.Match[str] | None, page: Page, facts: PageFacts, sha256: str) -> Document:
    section, house, kind = _SECTIONS.get(found["section"] if found else "", ("debate", None, Kind.DEBATE))
    house = house or ("House of Lords" if "Lords" in lead else "House of Commons" if "Commons" in lead or "Westminster Hall" in lead else None)
    stated = full_date(lead)
    date = stated[0] if stated else found["part"][:10] if found else None
    usual = _SERIES.get(house or "") if kind is Kind.DEBATE and section != "standing" else None
    identity = identifier(title, date)
    passages: list[Passage] = []
    for speech in speeches:
        own = (
            f"uk.org.publicwhip/{section}/{found['part']}.{speech.anchor[1:]}"
            if found and speech.anchor[1:]
            else f"{identity}#{speech.anchor or len(passages) + 1}"
        )
        for number, (text, pid) in enumerate(speech.parts, start=1):
            passages.append(Passage(
                id=f"{own}/{pid or number}", document_id=identity, ordinal=len(passages) + 1, text=text, kind=kind, speaker=speech.speaker,
                locator=f"col {speech.column}" if speech.column else f"contribution {speech.anchor.lstrip('g') or number}",
                office=speech.office, party=speech.party, body=house, date=date, headings=(title,), url=f"{facts.url}#{speech.anchor}" if facts.url else None,
                series=speech.series or usual,
            ))  # fmt: skip
    whole = f"{title}, {in_words(date)}" if date else title
    return Document(identity, whole, kind, page.source, sha256, _apart(passages), date, house, url=facts.url)


def _answers(speeches: list[_Speech], title: str, lead: str, found: re.Match[str] | None, page: Page, facts: PageFacts, sha256: str) -> Document:
    """The written questions of the page, and the one answer that they share."""
    asked = [speech for speech in speeches if re.search(r"\.q\d+$", speech.anchor)] or speeches[:1]
    replies = [speech for speech in speeches if speech not in asked]
    answered, body = full_date(lead), _BODY.match(lead)
    first = replies[0] if replies else None
    questions = []
    for number, speech in enumerate(asked, start=1):
        uin = match["uin"] if (match := _UIN.match(speech.anchor)) and len(asked) == 1 else None
        questions.append(Question(
            f"question {number}", Words(speech.text), Words("\n".join(reply.text for reply in replies)), uin=uin, house=house_of(None, uin),
            tabled=found["part"][:10] if found and uin else None, answered=answered[0] if answered else None, asker=speech.speaker, party=speech.party,
            answerer=first.speaker if first else None, office=first.office if first else None, answerer_party=first.party if first else None,
            body=body["body"] if body else None, heading=title,
        ))  # fmt: skip
    made = assemble.document(questions, "page", page.source, sha256)
    passages = tuple(replace(p, url=p.url or facts.url) for p in made.passages)
    return replace(made, title=title, passages=passages, date=answered[0] if answered else made.date, url=facts.url)


def _speech(element: etree._Element) -> _Speech:
    name = _within(element, "debate-speech__speaker__name")
    position = re.sub(r"\bMP(?=,|$)", "", _within(element, "debate-speech__speaker__position") or "").strip(" ,")
    found = members.header(f"Jane Member {position}") if position else None
    office, party = (found.office, found.party) if found else (position or None, None)
    source = _within(element, "link-to-hansard") or ""
    column = _COLUMN.search(source)
    series = "HC Deb" if _HC.search(source) else "HL Deb" if _HL.search(source) else None
    content = next((e for e in element.iter("div") if "debate-speech__content" in classes(e)), None)
    place = _PLACED.match(element.get("id", ""))
    column_number = column[1] if column else place["column"] if place else None
    return _Speech(element.get("id", ""), name, office, party, column_number, series, tuple(_parts(content)) if content is not None else ())


def _parts(content: etree._Element) -> list[tuple[str, str | None]]:
    """The paragraphs of a speech; words outside any paragraph are one too."""
    found = []
    for piece in content.iter("p", "li", "blockquote", "table", "h3", "h4"):
        if any(
            above.tag in ("p", "li", "table", "blockquote") for above in piece.iterancestors() if above is not content and content in set(above.iterancestors())
        ):
            continue
        text = table_text(piece) if piece.tag == "table" else words(piece)
        if text:
            found.append((text, piece.get("pid", "").rpartition("/")[2] or None))
    return found or ([(words(content), None)] if words(content) else [])


def _within(element: etree._Element, name: str) -> str | None:
    return next((text for e in element.iter() if tagged(e) and name in classes(e) and (text := words(e))), None)


def _apart(passages: list[Passage]) -> tuple[Passage, ...]:
    """The passages with ids of their own, where the page repeats one."""
    taken: dict[str, int] = {}
    for i, passage in enumerate(passages):
        taken[passage.id] = again = taken.get(passage.id, 0) + 1
        passages[i] = passage if again == 1 else replace(passage, id=f"{passage.id}-{again}")
    return tuple(passages)
