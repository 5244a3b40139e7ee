"""A document of GOV.UK, as its content API or its page gives it: which kind of source its words are, whose, and its passages.

Press releases, news and speeches are the position of those who publish them; what an inspectorate publishes as a report is an inspection's
finding; everything else a department publishes is a government report. Source of the fields: https://content-api.publishing.service.gov.uk
and the schemas of https://github.com/alphagov/publishing-api.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from corpus.document import Document, Kind, Passage
from corpus.html import blocks, lines
from corpus.html.known import Known
from corpus.html.report import linked
from corpus.pages import bodies, passages
from corpus.pages.voice import Voice
from corpus.papers import paper
from corpus.papers.block import Block, Facts, Role
from corpus.unreadable import UnreadableDocument

SITE = "https://www.gov.uk"
_SAID = frozenset({"press_release", "news_story", "news_article", "government_response", "world_news_story", "statement", "fatality_notice"})
_SPOKEN = frozenset({"speech", "transcript", "draft_text", "speaking_notes", "oral_statement", "authored_article", "written_statement"})
_REPORTS = frozenset(
    {"independent_report", "html_publication", "research", "corporate_report", "official_statistics", "national_statistics", "inspection_report"}
)
_SIMPLE = re.compile(r"[^a-z0-9.]+")
_HONOURS = re.compile(r"^(?:The )?(?:Rt\.? Hon\.?|Right Honourable) (?:the )?", re.I)
_AFTER = re.compile(r"(?:,? (?:MP|MSP|CBE|OBE|MBE|KC|QC|KCB|DBE|KBE))+$")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a document: its title where it has one of its own, its address, its HTML."""

    title: str | None
    url: str | None
    body: etree._Element


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of a document of GOV.UK. ``sort`` is its ``document_type``; ``path`` its ``base_path``."""

    title: str
    sort: str
    parts: tuple[Part, ...]
    path: str | None = None
    published: str | None = None
    organisations: tuple[str, ...] = ()
    speaker: str | None = None
    office: str | None = None
    withdrawn: str | None = None
    series: str | None = None


def document(item: Item, source: str, sha256: str) -> Document:
    """The document. Raises `UnreadableDocument` where it has no words."""
    made = _said(item, source, sha256) if item.sort in _SAID else _spoken(item, source, sha256) if item.sort in _SPOKEN else _paper(item, source, sha256)
    if not made.passages:
        raise UnreadableDocument(source, f"is a page of the sort {item.sort!r} without words of its own; add the documents that it links to")
    remark = item.withdrawn
    kept = tuple(replace(p, remark="; ".join(filter(None, (p.remark, remark))) or None, series=p.series or item.series) for p in made.passages)
    whole = replace(made, passages=kept, title=item.title, date=item.published, publisher=_publisher(item), url=_address(item))
    return whole.renamed(_identity(item.path)) if item.path and _identity(item.path) else whole


def kind_of(item: Item) -> Kind:
    """The kind of the document's own words."""
    if item.sort in _SAID or item.sort == "written_statement":
        return Kind.WRITTEN_STATEMENT if item.sort == "written_statement" else Kind.PRESS_RELEASE
    if item.sort in _SPOKEN:
        return Kind.PRESS_RELEASE
    known = [body for name in item.organisations for body in bodies.mentioned(name)]
    inspects = any(body.inspects for body in known) or any(re.search(r"\bInspectorate\b|\bOfsted\b", name) for name in item.organisations)
    return Kind.INSPECTION_REPORT if inspects and item.sort in _REPORTS else Kind.GOVERNMENT_REPORT


def person(name: str | None) -> str | None:
    """``The Rt Hon Sir Tom Vale MP`` as ``Sir Tom Vale``."""
    return _AFTER.sub("", _HONOURS.sub("", name.strip())) or None if name else None


def _said(item: Item, source: str, sha256: str) -> Document:
    """A press release or a story, in which people are quoted by name."""
    laid = [lines.of(part.body) for part in item.parts]
    texts = [text for each in laid for text in each.texts]
    body = _publisher(item)
    known = Known(
        item.title, None, item.published, body, _address(item), press=True, voice=Voice(Kind.PRESS_RELEASE, body, body=body, quoted=False), comments=(),
        headings=frozenset(text for each in laid for text in each.headings), quoted=frozenset(text for each in laid for text in each.quoted),
    )  # fmt: skip
    made = passages.document("\n\n".join(texts), source, sha256, known)
    anchors = [anchor for part in item.parts for anchor in blocks.of(part.body).anchors]
    return replace(made, passages=linked(made.passages, anchors, _address(item)))


def _spoken(item: Item, source: str, sha256: str) -> Document:
    """A speech: every word its speaker's."""
    made = _paper(item, source, sha256)
    body, speaker = _publisher(item), person(item.speaker)
    return replace(made, kind=kind_of(item), author=speaker, passages=tuple(replace(p, speaker=speaker or body, office=item.office) for p in made.passages))


def _paper(item: Item, source: str, sha256: str) -> Document:
    kind, body = kind_of(item), _publisher(item)
    gathered: list[Passage] = []
    first = None
    for part in item.parts:
        laid = blocks.of(part.body)
        cover = Block(item.title, Role.HEADING, level=1)  # so that no heading of the text is taken for the title
        made = paper.document([cover, *laid.blocks], Facts(item.title, None, body, item.published, part.url), source, sha256)
        found = linked(made.passages, laid.anchors, part.url)
        above = (part.title,) if part.title and len(item.parts) > 1 else ()
        first = first or made
        gathered += [_own(p, kind, body, item.published, above, made.id, "" if len(item.parts) == 1 else f"{_slug(part)}-") for p in found]
    if first is None:
        raise UnreadableDocument(source, f"is a page of the sort {item.sort!r} without words of its own; add the documents that it links to")
    ordered = tuple(replace(p, id=p.id.replace(made.id, first.id, 1), document_id=first.id, ordinal=n) for n, p in enumerate(gathered, start=1))
    return replace(first, kind=kind, passages=ordered, author=None)


def _own(p: Passage, kind: Kind, body: str | None, date: str | None, above: tuple[str, ...], identity: str, tail: str) -> Passage:
    """A passage of the document's own voice; what it quotes from elsewhere keeps its own."""
    moved = replace(
        p, id=f"{identity}#{tail}{p.id.removeprefix(f'{identity}#')}", headings=(*above, *p.headings),
        reply_to=f"{identity}#{tail}{p.reply_to.removeprefix(f'{identity}#')}" if p.reply_to else None,
    )  # fmt: skip
    return moved if p.origin else replace(moved, kind=kind, speaker=body, office=None, party=None, body=body, date=date)


def _slug(part: Part) -> str:
    return _SIMPLE.sub("-", (part.title or "part").lower()).strip("-")[:60]


def _publisher(item: Item) -> str | None:
    return " and ".join(item.organisations[:3]) or None


def _address(item: Item) -> str | None:
    return f"{SITE}{item.path}" if item.path else None


def _identity(path: str) -> str:
    """``gov.uk-government-news-a-new-prison``: the path, which is the document's own."""
    return f"gov.uk-{_SIMPLE.sub('-', path.lower()).strip('-')}"[:150].rstrip("-.") if _SIMPLE.sub("", path.lower()) else ""
